/** `npm start`: builds what is missing and shows the kiosk, in Electron or from the browser host. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createDispatcher } from '../contract/dispatch.ts';
import { startBrowserHost } from '../host/server.ts';
import { createAppServices } from '../services/app-services.ts';
import { systemClock } from '../services/clock.ts';
import { launchHelp, parseLaunch, type LaunchOptions } from '../services/launch-options.ts';
import { createLogger } from '../services/logger.ts';
import { buildAll } from './lib/build-steps.ts';
import { findElectron, hasDisplay } from './lib/find-electron.ts';
import { findBrowser, openBrowser } from './lib/open-browser.ts';
import { holdDataFolder } from './lib/single-instance.ts';

const root = path.join(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };

/** Resolves when somebody stops the kiosk: Ctrl-C, a signal, or the closed window. */
function untilStopped(): { stopped: Promise<void>; stop: () => void } {
  let stop = () => undefined as void;
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  return { stopped, stop };
}

async function runElectron(binary: string, options: LaunchOptions): Promise<number> {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const flags = [
    '--data',
    options.dataFolder,
    options.mode === 'clinic' ? '--clinic' : '--demo',
    ...(options.pack ? ['--pack', options.pack] : []),
    ...options.saveTo.flatMap((folder) => ['--save-to', folder]),
  ];
  const child = spawn(binary, [root, ...(asRoot ? ['--no-sandbox'] : []), '--kiosk-options', ...flags], {
    stdio: 'inherit',
  });
  const { stopped } = untilStopped();
  void stopped.then(() => child.kill('SIGTERM'));
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 0)));
}

async function runBrowserHost(options: LaunchOptions): Promise<number> {
  const logger = createLogger(options.dataFolder, systemClock);
  const services = createAppServices({
    dataFolder: options.dataFolder,
    packFile: options.pack ?? path.join(root, 'dist/pack/sala.pack'),
    fontsFolder: path.join(root, 'dist/fonts'),
    mode: options.mode,
    version,
    clock: systemClock,
    logger,
    saveTo: options.saveTo,
  });
  const dispatch = createDispatcher(services.handlers, (name, error) =>
    logger.log(`call-failed ${name}`, error),
  );
  const folders = { renderer: path.join(root, 'dist/renderer'), fonts: path.join(root, 'dist/fonts') };
  const host = await startBrowserHost({ dispatch, folders, port: options.port });
  const { stopped, stop } = untilStopped();
  const binary = options.open && hasDisplay() ? findBrowser() : null;
  const browser = binary ? openBrowser(binary, host.address) : null;
  if (browser) {
    console.log('Sala is open in a kiosk window. Ctrl-C here closes it.');
    browser.process.once('exit', stop);
  } else
    console.log(
      `Open this address once, in Chromium, Chrome or Edge on this computer. Ctrl-C ends.\n${host.address}`,
    );
  await stopped;
  if (browser && browser.process.exitCode === null) {
    browser.process.kill('SIGTERM');
    await new Promise((resolve) => browser.process.once('exit', resolve));
  }
  browser?.cleanUp();
  await host.close();
  await services.close();
  return 0;
}

async function main(): Promise<number> {
  let options: LaunchOptions;
  try {
    options = parseLaunch(process.argv.slice(2));
  } catch (error) {
    console.error(`${(error as Error).message}\n${launchHelp}`);
    return 2;
  }
  if (options.help) {
    console.log(launchHelp);
    return 0;
  }
  await buildAll(root, (line) => console.log(line));
  const electron = options.host === 'browser' ? null : await findElectron(root);
  if (electron && 'binary' in electron) return runElectron(electron.binary, options);
  if (electron) {
    console.log(`Electron cannot be used here: ${electron.reason}.`);
    if (options.host === 'electron') return 1;
  }
  const release = holdDataFolder(options.dataFolder);
  if (!release) {
    console.error(
      `Sala already runs with the data folder ${options.dataFolder}. Close it there, or choose another with --data.`,
    );
    return 3;
  }
  try {
    return await runBrowserHost(options);
  } finally {
    release();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
