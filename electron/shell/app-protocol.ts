import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { contentSecurityPolicy } from '../host/guard.ts';
import { resolveStatic, type StaticFolders } from '../host/static-files.ts';

/** Must run before Electron is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves our own files, and only them, as app://kiosk/ with the strict policy. */
export function serveApp(session: Session, folders: StaticFolders): void {
  session.protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    const found =
      url.host === 'kiosk' && request.method === 'GET' ? resolveStatic(url.pathname, folders) : null;
    if (!found) return new Response('not found', { status: 404 });
    return new Response(new Uint8Array(await readFile(found.file)), {
      headers: {
        'Content-Type': found.type,
        'Content-Security-Policy': contentSecurityPolicy,
        'X-Content-Type-Options': 'nosniff',
      },
    });
  });
}
