import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { hasProgram } from '../setup/programs.ts';

export const canPrint =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  ['cupsd', 'ippeveprinter', 'lpadmin', 'dbus-daemon', 'avahi-daemon', 'unshare'].every(hasProgram);

export interface TestCups {
  address: string;
  /** Files that reached the printer. */
  received(): string[];
  /** Files in CUPS' own spool. */
  spooled(): string[];
  disable(): void;
  enable(): void;
  /** What CUPS wrote about what went wrong. */
  log(): string;
  stop(): void;
}

async function until(what: string, check: () => boolean | Promise<boolean>, why = () => ''): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await check()) return;
    await wait(100);
  }
  throw new Error(`${what} did not come up. ${why()}`);
}

const listens = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => socket.end(() => resolve(true)));
    socket.on('error', () => resolve(false));
  });

/**
 * ippeveprinter starts only where Avahi answers, and Avahi only where D-Bus does. All three run in process and mount
 * namespaces of their own with an empty /run: what an earlier run left there (a dead bus' pid file stops the next one)
 * or what the machine itself runs does not matter, and all three end together.
 */
const printerScript = `
  mount -t tmpfs none /run && mkdir -p /run/dbus /run/avahi-daemon && chown avahi: /run/avahi-daemon &&
  dbus-daemon --system --fork && avahi-daemon -D --no-chroot && exec ippeveprinter "$@"`;
const inOwnNamespaces = ['--mount', '--pid', '--fork', '--mount-proc', '--kill-child'];

const works = (command: string, args: string[], env?: NodeJS.ProcessEnv) => {
  try {
    execFileSync(command, args, { stdio: 'ignore', ...(env ? { env } : {}) });
    return true;
  } catch {
    return false;
  }
};

/** A real CUPS with a real IPP printer behind it, both on loopback, with folders of their own. */
export async function startCups(port: number, printerPort: number): Promise<TestCups> {
  // Filters and backends run as another user, who may not enter a private TMPDIR.
  const folder = mkdtempSync('/tmp/sala-cups-');
  chmodSync(folder, 0o755);
  const dir = (name: string) => {
    const full = path.join(folder, name);
    mkdirSync(full, { recursive: true, mode: 0o755 });
    return full;
  };
  const [spool, paper] = [dir('spool'), dir('paper')];
  const config = path.join(folder, 'cupsd.conf');
  const files = path.join(folder, 'cups-files.conf');
  writeFileSync(
    config,
    `Listen 127.0.0.1:${port}\nBrowsing Off\nLogLevel warn\nPreserveJobHistory Yes\n<Location />\nOrder allow,deny\nAllow from 127.0.0.1\n</Location>\n<Location /admin>\nAllow from 127.0.0.1\n</Location>\n<Policy default>\n<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>\n`,
  );
  writeFileSync(
    files,
    `ServerRoot ${dir('root')}\nRequestRoot ${spool}\nTempDir ${dir('tmp')}\nCacheDir ${dir('cache')}\nStateDir ${dir('state')}\nAccessLog stderr\nErrorLog ${folder}/error_log\nPageLog ${folder}/page_log\nSystemGroup root lpadmin\nFileDevice No\n`,
  );
  const printerLog = openSync(path.join(folder, 'printer_log'), 'w');
  const children: ChildProcess[] = [
    spawn(
      'unshare',
      [
        ...inOwnNamespaces,
        ...['bash', '-c', printerScript, 'printer'],
        '-p',
        String(printerPort),
        '-d',
        paper,
        '-k',
        '-f',
        'application/pdf,image/urf,image/pwg-raster',
        '-c',
        '/bin/true', // otherwise it plays at printing for 5 to 15 seconds
        'Test Printer',
      ],
      { stdio: ['ignore', printerLog, printerLog] },
    ),
    spawn('cupsd', ['-f', '-c', config, '-s', files], { stdio: 'ignore' }),
  ];
  closeSync(printerLog);
  const stop = () => {
    for (const child of children) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const env = { ...process.env, CUPS_SERVER: `127.0.0.1:${port}` };
  try {
    await until(
      'the test printer',
      () => listens(printerPort),
      () => readFileSync(path.join(folder, 'printer_log'), 'utf8'),
    );
    await until('CUPS', () => works('lpstat', ['-r'], env) && works('lpstat', ['-H'], env));
    await until('the queue', () =>
      works(
        'lpadmin',
        ['-p', 'Clinic', '-E', '-v', `ipp://127.0.0.1:${printerPort}/ipp/print`, '-m', 'everywhere'],
        env,
      ),
    );
    works('lpadmin', ['-d', 'Clinic'], env);
  } catch (error) {
    stop();
    throw error;
  }
  return {
    address: `127.0.0.1:${port}`,
    received: () => readdirSync(paper).filter((name) => name.endsWith('.pdf')),
    spooled: () => readdirSync(spool).filter((name) => /^[cd]\d/.test(name)),
    disable: () => void works('cupsdisable', ['Clinic'], env),
    enable: () => void works('cupsenable', ['Clinic'], env),
    log: () => readFileSync(path.join(folder, 'error_log'), 'utf8'),
    stop,
  };
}
