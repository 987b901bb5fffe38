import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const candidates: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** An installed Chromium, Chrome or Edge. */
export const findBrowser = (): string | null =>
  candidates[process.platform]?.find((file) => existsSync(file)) ?? null;

/** Switches that keep a Chromium from calling home; the tests start theirs with the same ones. */
export const quietSwitches = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-quic',
  '--disable-breakpad',
  '--disable-features=MediaRouter,OptimizationHints,Translate,AutofillServerCommunication,CertificateTransparencyComponentUpdater',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--no-pings',
];

export interface OpenBrowser {
  process: ChildProcess;
  /** Removes the browser's temporary profile. */
  cleanUp(): void;
}

/** Opens a kiosk window with a profile of its own, which is removed when it closes. */
export function openBrowser(binary: string, address: string): OpenBrowser {
  const profile = mkdtempSync(path.join(os.tmpdir(), 'sala-browser-'));
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const switches = [
    ...quietSwitches,
    '--kiosk',
    '--incognito',
    `--user-data-dir=${profile}`,
    ...(asRoot ? ['--no-sandbox'] : []),
    `--app=${address}`,
  ];
  const child = spawn(binary, switches, { stdio: 'ignore' });
  return {
    process: child,
    cleanUp: () => rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  };
}
