import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { hasProgram } from '../setup/programs.ts';

export const canPrint =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  ['cupsd', 'ippeveprinter', 'lpadmin', 'dbus-daemon', 'avahi-daemon'].every(hasProgram);

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

async function until(what: string, check: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (check()) return;
    await wait(100);
  }
  throw new Error(`${what} did not come up`);
}

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
  mkdirSync('/run/dbus', { recursive: true });
  works('dbus-daemon', ['--system', '--fork']);
  works('avahi-daemon', ['-D', '--no-chroot']);
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
  const children: ChildProcess[] = [
    spawn(
      'ippeveprinter',
      [
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
      { stdio: 'ignore' },
    ),
    spawn('cupsd', ['-f', '-c', config, '-s', files], { stdio: 'ignore' }),
  ];
  const env = { ...process.env, CUPS_SERVER: `127.0.0.1:${port}` };
  await until('CUPS', () => works('lpstat', ['-r'], env) && works('lpstat', ['-H'], env));
  await until('the test printer', () =>
    works(
      'lpadmin',
      ['-p', 'Clinic', '-E', '-v', `ipp://127.0.0.1:${printerPort}/ipp/print`, '-m', 'everywhere'],
      env,
    ),
  );
  works('lpadmin', ['-d', 'Clinic'], env);
  return {
    address: `127.0.0.1:${port}`,
    received: () => readdirSync(paper).filter((name) => name.endsWith('.pdf')),
    spooled: () => readdirSync(spool).filter((name) => /^[cd]\d/.test(name)),
    disable: () => void works('cupsdisable', ['Clinic'], env),
    enable: () => void works('cupsenable', ['Clinic'], env),
    log: () => readFileSync(path.join(folder, 'error_log'), 'utf8'),
    stop: () => {
      for (const child of children) child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
