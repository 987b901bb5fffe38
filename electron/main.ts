/** Electron's entry: opens the window, starts the services, carries calls between them. */
import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs';
import path from 'node:path';
import { app, ipcMain, session } from 'electron';
import { callNames } from './contract/names.ts';
import { launchHelp, parseLaunch, type LaunchOptions } from './services/launch-options.ts';
import { registerScheme, serveApp } from './shell/app-protocol.ts';
import { lockSession, lockSwitches } from './shell/lock-down.ts';
import { startServices, type ServicesProcess } from './shell/services-process.ts';
import { isTrustedSender } from './shell/trusted-sender.ts';
import { openWindow } from './shell/window.ts';

const dist = path.join(__dirname, '..');
/** Packaged, the pack and fonts stand beside the archive; unpackaged, in dist. */
const resources = app.isPackaged ? process.resourcesPath : dist;

function readOptions(): LaunchOptions {
  // Electron and test drivers add switches of their own: ours stand after "--kiosk-options".
  const marker = process.argv.indexOf('--kiosk-options');
  try {
    const options = parseLaunch(
      marker < 0 ? (app.isPackaged ? process.argv.slice(1) : []) : process.argv.slice(marker + 1),
    );
    if (!options.help) return options;
    console.log(launchHelp);
    app.exit(0);
    return options;
  } catch (error) {
    console.error(`${(error as Error).message}\n${launchHelp}`);
    app.exit(2);
    throw error;
  }
}

/** Chromium's own files; where the data folder may not be written, a temporary one, so that the screen can say so. */
function userDataFolder(dataFolder: string): string {
  const folder = path.join(dataFolder, 'browser');
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    return mkdtempSync(path.join(app.getPath('temp'), 'sala-'));
  }
}

function connect(services: ServicesProcess): void {
  for (const name of callNames) {
    ipcMain.handle(`call:${name}`, (event, input: unknown) =>
      isTrustedSender(event.senderFrame)
        ? services.call(name, input)
        : { ok: false, error: { code: 'forbidden', fields: {} } },
    );
  }
}

const options = readOptions();
registerScheme();
lockSwitches(app);
app.setPath('userData', userDataFolder(options.dataFolder));

if (!app.requestSingleInstanceLock({ data: options.dataFolder })) {
  console.error('Sala already runs on this computer with this data folder.');
  app.exit(3);
} else {
  const services = startServices(path.join(__dirname, 'service-process.mjs'), {
    dataFolder: options.dataFolder,
    packFile: options.pack ?? path.join(resources, 'pack/sala.pack'),
    fontsFolder: path.join(resources, 'fonts'),
    mode: options.mode,
    version: app.getVersion(),
    saveTo: options.saveTo,
  });
  connect(services);
  app.on('window-all-closed', () => app.quit());
  let inOrder = false;
  app.on('will-quit', (event) => {
    if (inOrder) return;
    event.preventDefault(); // killed at once, the services would leave unfinished prints in the print service
    void services.stop().then(() => {
      inOrder = true;
      app.quit();
    });
  });
  process.on('SIGTERM', () => app.quit());
  process.on('SIGINT', () => app.quit());
  void app.whenReady().then(() => {
    const kiosk = session.fromPartition('kiosk'); // without "persist:": in memory only
    lockSession(kiosk);
    serveApp(kiosk, { renderer: path.join(dist, 'renderer'), fonts: path.join(resources, 'fonts') });
    openWindow(kiosk, options.mode === 'clinic');
  });
}
