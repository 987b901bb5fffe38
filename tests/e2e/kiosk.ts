/** Starts the real kiosk for a test, in the host that the project names. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import {
  _electron,
  chromium,
  expect,
  test as base,
  type ElectronApplication,
  type Page,
} from '@playwright/test';
import { quietSwitches } from '../../electron/cli/lib/open-browser.ts';

export const root = path.join(import.meta.dirname, '../..');
const node = path.join(root, 'node_modules/.bin/node');
export const languages = ['en', 'es', 'ar', 'zh-Hans'] as const;

export interface LaunchOptions {
  mode?: 'demo' | 'clinic';
  pack?: string;
  dataFolder?: string;
}

export interface Kiosk {
  page: Page;
  host: 'browser-host' | 'electron';
  dataFolder: string;
  saveFolder: string;
  /** Where the processes keep temporary files and, in Chromium, the browser's profile. */
  workFolder: string;
  /** Address of the browser host; empty in Electron. */
  origin: string;
  /** Lets one call answer `services-down`, until what it gives back is called. */
  cutOff(call: string): Promise<() => Promise<void>>;
  /** Cuts off what the kiosk needs to answer: kills its services (Electron) or its host (browser). */
  close(): Promise<void>;
}

/** The interface strings of a language, as they stand in content. */
export function stringsOf(tag: string): Record<string, string> {
  const folder = path.join(root, `content/languages/${tag}/ui`);
  const read = (name: string) =>
    JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Record<string, string>;
  return Object.assign({}, ...readdirSync(folder).map(read)) as Record<string, string>;
}

/** Front matter of a guide's text: its title. */
export function titleOf(guide: string, tag: string): string {
  const text = readFileSync(path.join(root, `content/guides/${guide}/${tag}.md`), 'utf8');
  return (/^title: (.*)$/m.exec(text)?.[1] ?? '').replace(/^["'](.*)["']$/, '$1');
}

/** The group under which the home screen offers a guide. */
export function groupOf(guide: string): string {
  return (
    /^group: (.*)$/m.exec(readFileSync(path.join(root, `content/guides/${guide}/guide.yaml`), 'utf8'))?.[1] ??
    ''
  );
}

function flags(options: LaunchOptions, dataFolder: string, saveFolder: string): string[] {
  return [
    '--data',
    dataFolder,
    '--save-to',
    saveFolder,
    options.mode === 'clinic' ? '--clinic' : '--demo',
    ...(options.pack ? ['--pack', options.pack] : []),
  ];
}

/** Starts `npm start`'s own program and waits for its one-time address. */
async function startHost(
  args: string[],
  env: NodeJS.ProcessEnv,
): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(node, ['electron/cli/start.ts', '--host', 'browser', '--no-open', ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const address = await new Promise<string>((resolve, reject) => {
    const look = (chunk: Buffer) => {
      output += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/.exec(output);
      if (found) resolve(found[0]);
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    child.once('exit', (code) => reject(new Error(`the host ended with ${code}: ${output}`)));
  });
  return { child, address };
}

async function launchBrowser(
  args: string[],
  folders: Pick<Kiosk, 'dataFolder' | 'saveFolder' | 'workFolder'>,
): Promise<Kiosk> {
  const env = { ...process.env, TMPDIR: folders.workFolder };
  const { child, address } = await startHost(args, env);
  const context = await chromium.launchPersistentContext(path.join(folders.workFolder, 'profile'), {
    executablePath: '/usr/bin/chromium',
    args: [...quietSwitches, '--no-sandbox', '--disable-gpu'],
    viewport: { width: 1366, height: 768 },
    env,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(address);
  return {
    page,
    host: 'browser-host',
    origin: new URL(address).origin,
    ...folders,
    async cutOff(call) {
      const url = `**/call/${call}`;
      await page.route(url, (route) => route.abort());
      return () => page.unroute(url);
    },
    async close() {
      await context.close();
      const ended =
        child.exitCode !== null ? Promise.resolve() : new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      await ended;
    },
  };
}

/** Electron lets nobody read a handler of its own: the shell's is put aside where Electron keeps it. */
async function cutOffInElectron(app: ElectronApplication, channel: string): Promise<() => Promise<void>> {
  type Handlers = { _invokeHandlers: Map<string, unknown> };
  const handler = await app.evaluateHandle(({ ipcMain }, name) => {
    const handlers = (ipcMain as unknown as Handlers)._invokeHandlers;
    const before = handlers.get(name);
    ipcMain.removeHandler(name);
    ipcMain.handle(name, () => ({ ok: false, error: { code: 'services-down', fields: {} } }));
    return { put: () => handlers.set(name, before) };
  }, channel);
  return () => handler.evaluate(({ put }) => void put());
}

async function launchElectron(
  args: string[],
  folders: Pick<Kiosk, 'dataFolder' | 'saveFolder' | 'workFolder'>,
): Promise<Kiosk> {
  const app = await _electron.launch({
    executablePath: process.env['ELECTRON_TEST_RUNTIME'],
    args: ['--no-sandbox', '--disable-gpu', '--kiosk-options', ...args],
    env: {
      ...(process.env as Record<string, string>),
      TMPDIR: folders.workFolder,
      ELECTRON_APP_DIR: root,
      SALA_SERVICES_NODE: node,
    },
    timeout: 30_000,
  });
  const page = await app.firstWindow();
  return {
    ...{ page, host: 'electron', origin: '', ...folders },
    cutOff: (call) => cutOffInElectron(app, `call:${call}`),
    close: () => app.close(),
  };
}

interface Fixtures {
  launch: (options?: LaunchOptions) => Promise<Kiosk>;
  kiosk: Kiosk;
}

export const test = base.extend<Fixtures>({
  launch: async ({}, use, info) => {
    const made: { kiosk: Kiosk | null; folder: string }[] = [];
    await use(async (options = {}) => {
      const folder = mkdtempSync(path.join(os.tmpdir(), 'sala-e2e-'));
      const [dataFolder, saveFolder, workFolder] = [
        options.dataFolder ?? path.join(folder, 'data'),
        path.join(folder, 'stick'),
        path.join(folder, 'work'),
      ];
      for (const one of [saveFolder, workFolder]) mkdirSync(one, { recursive: true });
      const entry: { kiosk: Kiosk | null; folder: string } = { kiosk: null, folder };
      made.push(entry);
      const start = info.project.name === 'electron' ? launchElectron : launchBrowser;
      entry.kiosk = await start(flags(options, dataFolder, saveFolder), {
        dataFolder,
        saveFolder,
        workFolder,
      });
      return entry.kiosk;
    });
    for (const { kiosk, folder } of made) {
      await kiosk?.close().catch(() => undefined); // a test may have closed it itself
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
  },
  kiosk: async ({ launch }, use) => use(await launch()),
});

export { expect };

/** No rule of axe is broken on the screen that is shown. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const told = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.html)
        .join(' ')
        .slice(0, 300)}`,
  );
  expect(told).toEqual([]);
}
