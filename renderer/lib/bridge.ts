/** The only file that knows how calls leave the page: through the preload in Electron, else to the browser host. */
import { createClient, type Client, type Send } from '../../electron/contract/client.ts';
import type { Result } from '../../electron/contract/errors.ts';
import type { CallName } from '../../electron/contract/names.ts';

type Preload = { [N in CallName]: (input: unknown) => Promise<Result<unknown>> };

declare global {
  interface Window {
    kiosk?: Preload;
  }
}

const down: Result<unknown> = { ok: false, error: { code: 'services-down', fields: {} } };

const sendByHttp: Send = async (name, input) => {
  try {
    const response = await fetch(`/call/${name}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(input),
    });
    return response.ok ? ((await response.json()) as Result<unknown>) : down;
  } catch {
    return down; // the host was stopped: the problem screen says what to do
  }
};

export function connect(): Client {
  const { kiosk } = window;
  return createClient(kiosk ? (name, input) => kiosk[name](input) : sendByHttp);
}
