import { expect, test } from './kiosk.ts';

type Bridge = Record<string, (input: unknown) => Promise<{ ok: boolean; error?: { code: string } }>>;

test('hostile calls from the page are refused', async ({ kiosk }) => {
  const call = (name: string, input: unknown) =>
    kiosk.page.evaluate(
      async ([callName, callInput]) => {
        const bridge = (window as unknown as { kiosk?: Bridge }).kiosk;
        if (bridge) {
          const known = Object.hasOwn(bridge, callName as string);
          return known
            ? bridge[callName as string]?.(callInput)
            : { ok: false, error: { code: 'unknown-call' } };
        }
        const response = await fetch(`/call/${String(callName)}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(callInput),
        });
        return response.status === 404
          ? { ok: false, error: { code: 'unknown-call' } }
          : ((await response.json()) as { ok: boolean; error?: { code: string } });
      },
      [name, input] as const,
    );
  expect(await call('shell.run', {})).toMatchObject({ error: { code: 'unknown-call' } });
  expect(await call('__proto__', {})).toMatchObject({ ok: false });
  expect(await call('library.code', { code: '1016', path: '/etc/passwd' })).toMatchObject({
    error: { code: 'bad-input' },
  });
  expect(await call('library.guide', { guide: '../../../etc/passwd', language: 'en' })).toMatchObject({
    error: { code: 'bad-input' },
  });
  expect(await call('clinic.read', { session: 'guess' })).toMatchObject({ error: { code: 'session-ended' } });
  const request = { guides: ['help-paying-less'], language: 'en' };
  expect(await call('handout.preview', { session: 'guess', request })).toMatchObject({
    error: { code: 'session-ended' },
  });
  expect(await call('handout.save', { session: 'guess', folder: '/tmp', request })).toMatchObject({
    error: { code: 'session-ended' },
  });
  const session = 'guess';
  const resource = { kind: 'food', name: 'Pantry', lastChecked: '2026-11-01' };
  for (const [name, input] of [
    ['staff.resources.list', { language: 'en' }],
    ['staff.resources.save', { resource }],
    ['staff.resources.remove', { id: 1 }],
    ['staff.resources.importPreview', { csv: '' }],
    ['staff.resources.import', { csv: '' }],
    ['staff.resources.export', { folder: '/tmp' }],
  ] as const)
    expect(await call(name, { session, ...input }), name).toMatchObject({ error: { code: 'session-ended' } });
  expect(await call('resources.list', { language: 'en' })).toMatchObject({ ok: true });
  expect(await call('library.code', { code: '1016' })).toMatchObject({ ok: true });
});

test('the page reaches nothing outside: no network, no window, no permission, no navigation', async ({
  kiosk,
}) => {
  const { page } = kiosk;
  const reached = await page.evaluate(async () => {
    const tries: Record<string, boolean> = {};
    for (const address of ['http://192.0.2.1/', 'https://example.com/', 'file:///etc/passwd']) {
      tries[address] = await fetch(address, { mode: 'no-cors' }).then(
        () => true,
        () => false,
      );
    }
    tries['socket'] = await new Promise((resolve) => {
      try {
        const socket = new WebSocket('ws://192.0.2.1/');
        socket.onopen = () => resolve(true);
        socket.onerror = () => resolve(false);
      } catch {
        resolve(false);
      }
    });
    tries['script'] = await new Promise((resolve) => {
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.head.append(script);
      setTimeout(() => resolve('injected' in window), 50);
    });
    tries['frame'] = await new Promise((resolve) => {
      const frame = document.createElement('iframe');
      frame.onload = () => {
        try {
          resolve(Boolean((frame.contentWindow as unknown as { kiosk?: unknown }).kiosk));
        } catch {
          resolve(false);
        }
      };
      frame.src = 'data:text/html,x';
      document.body.append(frame);
      setTimeout(() => resolve(false), 500);
    });
    tries['node'] = typeof (window as unknown as { require?: unknown }).require !== 'undefined';
    return tries;
  });
  expect(Object.entries(reached).filter(([, ok]) => ok)).toEqual([]);
  if (kiosk.host === 'electron') {
    const opened = await page.evaluate(() => window.open('app://kiosk/index.html') === null);
    expect(opened).toBe(true);
    const before = page.url();
    await page.evaluate(() => {
      location.href = 'https://example.com/';
    });
    expect(page.url()).toBe(before);
    const permission = await page.evaluate(
      async () => (await navigator.permissions.query({ name: 'geolocation' })).state,
    );
    expect(permission).toBe('denied');
  }
});
