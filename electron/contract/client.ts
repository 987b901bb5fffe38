import type { CallInput, CallOutput } from './calls.ts';
import { KioskError, type Result } from './errors.ts';
import { callNames, type CallName } from './names.ts';

/** Carries one call to the dispatcher, by IPC or HTTP. */
export type Send = (name: CallName, input: unknown) => Promise<Result<unknown>>;

export type Client = { [N in CallName]: (input: CallInput<N>) => Promise<CallOutput<N>> };

/** One function a call. Each throws `KioskError` with the code that the services answered. */
export function createClient(send: Send): Client {
  const call = (name: CallName) => async (input: unknown) => {
    const result = await send(name, input);
    if (result.ok) return result.value;
    throw new KioskError(result.error.code, result.error.fields);
  };
  return Object.fromEntries(callNames.map((name) => [name, call(name)])) as unknown as Client;
}
