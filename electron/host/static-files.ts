import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

export interface StaticFolders {
  renderer: string;
  fonts: string;
}

/**
 * The file for a page's address such as `/fonts/NotoSans_400Regular.ttf`; null for everything that is not plainly one of
 * our own files: parent folders, encoded slashes, unknown kinds.
 */
export function resolveStatic(
  pathname: string,
  folders: StaticFolders,
): { file: string; type: string } | null {
  if (!/^\/[\w./-]*$/.test(pathname) || pathname.split('/').some((part) => part.startsWith('.'))) return null;
  const [folder, rest] = pathname.startsWith('/fonts/')
    ? [folders.fonts, pathname.slice('/fonts/'.length)]
    : [folders.renderer, pathname.slice(1) || 'index.html'];
  const file = path.join(folder, rest);
  const type = types[path.extname(file)];
  if (!type || !file.startsWith(folder + path.sep) || !existsSync(file) || !statSync(file).isFile())
    return null;
  return { file, type };
}
