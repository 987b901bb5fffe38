import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Whether this computer has a screen to open a window on. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  return process.platform !== 'linux' || Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY']);
}

function installedBinary(root: string): string | null {
  const folder = path.join(root, 'node_modules/electron');
  const pathFile = path.join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = path.join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/** Electron's own installer, given up after `seconds`. */
function download(root: string, seconds: number): Promise<string | null> {
  const installer = path.join(root, 'node_modules/electron/install.js');
  if (!existsSync(installer)) return Promise.resolve('Electron is not installed: run npm ci');
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [installer], {
      stdio: 'ignore',
      detached: process.platform !== 'win32',
    });
    let late = false;
    const kill = () => {
      late = true;
      if (child.pid && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
      else child.kill();
    };
    const timer = setTimeout(kill, seconds * 1000);
    child.on('error', () => resolve('its installer did not start'));
    child.on('exit', (code) => {
      clearTimeout(timer);
      resolve(
        code === 0
          ? null
          : late
            ? `its program did not arrive within ${seconds} seconds`
            : 'its program could not be downloaded',
      );
    });
  });
}

/** Electron's program, fetched if need be; or in one line why not. */
export async function findElectron(
  root: string,
  seconds = 9,
): Promise<{ binary: string } | { reason: string }> {
  if (!hasDisplay()) return { reason: 'there is no display' };
  const ready = installedBinary(root);
  if (ready) return { binary: ready };
  const reason = await download(root, seconds);
  const binary = installedBinary(root);
  return binary ? { binary } : { reason: reason ?? 'its program is not there' };
}
