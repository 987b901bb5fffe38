import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Mode } from './library/types.ts';

/** What `npm start` and the installed program understand. */
export interface LaunchOptions {
  mode: Mode;
  dataFolder: string;
  saveTo: string[];
  /** Another content pack than the built-in one. */
  pack: string | null;
  host: 'electron' | 'browser' | null;
  port: number;
  open: boolean;
  help: boolean;
}

export const launchHelp = `Usage: npm start -- [options]
  --host electron|browser   how to show the kiosk (default: Electron when it can run, else the browser)
  --demo                    demonstration mode: texts nobody has reviewed are shown and marked (default)
  --clinic                  clinic mode: only what a qualified person has reviewed
  --data DIR                folder for the kiosk's own data
  --save-to DIR             a folder that staff may save handouts to (may be given again)
  --pack FILE               another content pack than the built-in one
  --port N                  port of the browser host (default: a free one)
  --no-open                 do not open a browser window; print the address
  --help                    this text`;

/** Where this system keeps a program's own data. */
function standardDataFolder(env: NodeJS.ProcessEnv): string {
  const home = os.homedir();
  if (process.platform === 'win32')
    return path.join(env['APPDATA'] ?? path.join(home, 'AppData', 'Roaming'), 'Sala');
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Sala');
  return path.join(env['XDG_DATA_HOME'] ?? path.join(home, '.local', 'share'), 'Sala');
}

/** Reads the flags. Throws an Error whose message is fit to print. */
export function parseLaunch(args: string[], env: NodeJS.ProcessEnv = process.env): LaunchOptions {
  const { values } = parseArgs({
    args,
    options: {
      host: { type: 'string' },
      demo: { type: 'boolean' },
      clinic: { type: 'boolean' },
      data: { type: 'string' },
      'save-to': { type: 'string', multiple: true },
      pack: { type: 'string' },
      port: { type: 'string' },
      'no-open': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  const { host = null, port = '0' } = values;
  if (host !== null && host !== 'electron' && host !== 'browser')
    throw new Error('--host is electron or browser');
  if (values.demo && values.clinic) throw new Error('choose --demo or --clinic');
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new Error('--port is a number up to 65535');
  return {
    mode: values.clinic ? 'clinic' : 'demonstration',
    dataFolder: path.resolve(values.data ?? standardDataFolder(env)),
    saveTo: (values['save-to'] ?? []).map((folder) => path.resolve(folder)),
    pack: values.pack ? path.resolve(values.pack) : null,
    host,
    port: Number(port),
    open: !values['no-open'],
    help: values.help ?? false,
  };
}
