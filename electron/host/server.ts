import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Dispatch } from '../contract/dispatch.ts';
import { contentSecurityPolicy, createGuard } from './guard.ts';
import { resolveStatic, type StaticFolders } from './static-files.ts';

/** One call is at most this large: a list to import, which may be a megabyte before JSON escapes it. */
const maxBody = 3 * 1024 * 1024;

const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }).end(text);
}

function readBody(request: IncomingMessage): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBody) {
        resolve(null);
        request.pause();
      } else chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    request.on('error', reject);
  });
}

async function answerCall(
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  dispatch: Dispatch,
): Promise<void> {
  if (request.headers['content-type'] !== 'application/json') return plain(response, 415, 'JSON only');
  const body = await readBody(request);
  if (body === null) {
    response.setHeader('Connection', 'close');
    return plain(response, 413, 'too large');
  }
  let input: unknown;
  try {
    input = JSON.parse(body);
  } catch {
    return plain(response, 400, 'not JSON');
  }
  const result = await dispatch(name, input);
  response.writeHead(200, { ...headers, 'Content-Type': 'application/json' }).end(JSON.stringify(result));
}

export interface BrowserHost {
  /** The address to open once; it holds the one-time token. */
  address: string;
  close(): Promise<void>;
}

/** Serves the kiosk on 127.0.0.1: the same page and the same calls as in Electron. `port` 0 chooses a free one. */
export async function startBrowserHost(options: {
  dispatch: Dispatch;
  folders: StaticFolders;
  port: number;
}): Promise<BrowserHost> {
  const guard = createGuard();
  let authority = '';

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', `http://${authority}`);
    if (!guard.isOurHost(request, authority)) return plain(response, 403, 'wrong host');
    const token = url.searchParams.get('token');
    if (request.method === 'GET' && url.pathname === '/' && token !== null) {
      const cookie = guard.redeem(token);
      if (!cookie)
        return plain(response, 403, 'This address was already used. Start Sala again for a new one.');
      response.writeHead(303, { ...headers, Location: '/', 'Set-Cookie': cookie }).end();
      return;
    }
    if (!guard.allows(request, authority)) return plain(response, 403, 'not allowed');
    const call = /^\/call\/([\w.]+)$/.exec(url.pathname);
    if (request.method === 'POST' && call)
      return answerCall(request, response, call[1] as string, options.dispatch);
    if (request.method !== 'GET') return plain(response, 405, 'not allowed');
    const found = resolveStatic(url.pathname, options.folders);
    if (!found) return plain(response, 404, 'not found');
    response.writeHead(200, { ...headers, 'Content-Type': found.type });
    createReadStream(found.file).pipe(response);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => plain(response, 500, 'internal'));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  authority = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address: `http://${authority}/?token=${guard.token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
