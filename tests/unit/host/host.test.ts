import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Handlers } from '../../../electron/contract/calls.ts';
import { createDispatcher, type Dispatch } from '../../../electron/contract/dispatch.ts';
import { KioskError } from '../../../electron/contract/errors.ts';
import { startBrowserHost, type BrowserHost } from '../../../electron/host/server.ts';
import { resolveStatic } from '../../../electron/host/static-files.ts';
import { temporaryFolder } from '../../support/fixtures.ts';

const handlers = {
  'library.code': ({ code }: { code: string }) => ({
    guide: code === '1016' ? 'azathioprine-overview' : null,
  }),
  'library.guide': () => {
    throw new KioskError('not-found', { what: 'guide' });
  },
  'kiosk.strings': () => {
    throw new Error('a secret: /home/somebody');
  },
  'library.home': () => ({ groups: 'wrong' }),
} as unknown as Handlers;

describe('the dispatcher', () => {
  const unexpected: unknown[] = [];
  const dispatch = createDispatcher(handlers, (_name, error) => unexpected.push(error));

  it.each([
    ['an unknown name', 'shell.run', {}, 'unknown-call'],
    ['a name that is no string', ['library.code'], {}, 'unknown-call'],
    ['a name from the prototype', 'constructor', {}, 'unknown-call'],
    ['an extra field', 'library.code', { code: '1016', extra: 1 }, 'bad-input'],
    ['a missing field', 'library.code', {}, 'bad-input'],
    ['no input', 'library.code', undefined, 'bad-input'],
    ['a path in place of an id', 'library.guide', { guide: '../../etc/passwd', language: 'en' }, 'bad-input'],
    ['an address in place of an id', 'library.guide', { guide: 'http://x', language: 'en' }, 'bad-input'],
    ['an expected failure', 'library.guide', { guide: 'nothing', language: 'en' }, 'not-found'],
  ])('answers %s with a code', async (_what, name, input, code) => {
    expect(await dispatch(name, input)).toMatchObject({ ok: false, error: { code } });
  });

  it('tells nothing of an unexpected failure, nor of an answer of the wrong shape', async () => {
    expect(await dispatch('kiosk.strings', { language: 'en' })).toEqual({
      ok: false,
      error: { code: 'internal', fields: {} },
    });
    expect(await dispatch('library.home', { language: 'en' })).toEqual({
      ok: false,
      error: { code: 'internal', fields: {} },
    });
    expect(unexpected).toHaveLength(2);
  });
});

interface Answer {
  status: number;
  body: string;
  headers: Record<string, unknown>;
}

function send(
  port: number,
  options: { path: string; method?: string; headers?: Record<string, string>; body?: string },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path: options.path,
        method: options.method ?? 'GET',
        headers: options.headers,
      },
      (response) => {
        let body = '';
        response.on('data', (chunk) => (body += chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body, headers: response.headers }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(options.body);
  });
}

describe('the browser host', () => {
  let host: BrowserHost;
  let port = 0;
  let token = '';
  let cookie = '';
  const call = (headers: Record<string, string>, body = '{"code":"1016"}', name = 'library.code') =>
    send(port, {
      path: `/call/${name}`,
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', origin: `http://127.0.0.1:${port}`, cookie, ...headers },
    });

  beforeEach(async () => {
    const folder = temporaryFolder();
    for (const name of ['renderer', 'fonts']) mkdirSync(path.join(folder, name));
    writeFileSync(path.join(folder, 'renderer/index.html'), '<p>kiosk</p>');
    writeFileSync(path.join(folder, 'secret.txt'), 'secret');
    const dispatch: Dispatch = createDispatcher(handlers, () => undefined);
    host = await startBrowserHost({
      dispatch,
      folders: { renderer: path.join(folder, 'renderer'), fonts: path.join(folder, 'fonts') },
      port: 0,
    });
    const url = new URL(host.address);
    port = Number(url.port);
    token = url.searchParams.get('token') ?? '';
    const first = await send(port, { path: `/?token=${token}` });
    expect(first.status).toBe(303);
    cookie = String(first.headers['set-cookie']).split(';')[0] ?? '';
  });
  afterEach(() => host.close());

  it('answers its own page', async () => {
    expect(JSON.parse((await call({})).body)).toEqual({
      ok: true,
      value: { guide: 'azathioprine-overview' },
    });
    const page = await send(port, { path: '/', headers: { cookie } });
    expect(page.body).toContain('kiosk');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('swaps its token once', async () => {
    expect((await send(port, { path: `/?token=${token}` })).status).toBe(403);
    expect((await send(port, { path: '/?token=wrong' })).status).toBe(403);
  });

  it.each([
    ['a foreign Host', { host: 'evil.example' }],
    ['another port as Host', { host: '127.0.0.1:1' }],
    ['localhost as Host', { host: 'localhost' }],
    ['a foreign Origin', { origin: 'http://evil.example' }],
    ['an opaque Origin', { origin: 'null' }],
    ['no cookie', { cookie: '' }],
    ['a wrong cookie', { cookie: 'sala=wrong' }],
  ])('turns away %s', async (_what, headers) => {
    expect((await call(headers)).status).toBe(403);
  });

  it('turns away a call without Origin, of another kind, or too large', async () => {
    const bare = await send(port, {
      path: '/call/library.code',
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json', cookie },
    });
    expect(bare.status).toBe(403);
    expect((await call({ 'content-type': 'text/plain' })).status).toBe(415);
    expect((await call({}, 'not json')).status).toBe(400);
    expect(
      (await call({}, `{"code":"${'1'.repeat(4_000_000)}"}`).catch(() => ({ status: 413 }))).status,
    ).toBe(413);
    expect(JSON.parse((await call({}, '{}', 'shell.run')).body)).toMatchObject({
      error: { code: 'unknown-call' },
    });
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/fonts/../../secret.txt',
    '/fonts//etc/passwd',
    '/.env',
    '/index.html%00.png',
    '/call/library.code',
  ])('serves nothing for %s', async (where) => {
    const answer = await send(port, { path: where, headers: { cookie } });
    expect([404, 405]).toContain(answer.status);
    expect(answer.body).not.toContain('secret');
  });
});

describe('static files', () => {
  it('are only plain names of known kinds inside the folders', () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'a.js'), '');
    writeFileSync(path.join(folder, 'a.sqlite'), '');
    const folders = { renderer: folder, fonts: folder };
    expect(resolveStatic('/a.js', folders)?.type).toMatch(/javascript/);
    for (const where of ['/a.sqlite', '/b.js', '/../a.js', 'a.js', '//a.js/..', '/a.js\0'])
      expect(resolveStatic(where, folders), where).toBeNull();
  });
});
