import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { hasProgram } from '../setup/programs.ts';
import { listens, startPrinter, type TestPrinter } from './test-printer.ts';
import { until } from './until.ts';

export const canPrint =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  ['cupsd', 'ippeveprinter', 'lpadmin', 'dbus-daemon', 'avahi-daemon', 'unshare'].every(hasProgram);

export interface TestCups {
  address: string;
  /** The printer behind the queue "Clinic". */
  printer: TestPrinter;
  /** Files in CUPS' own spool. */
  spooled(): string[];
  /** Files of CUPS, wherever they are, that hold these words. */
  filesWith(words: string): string[];
  /** Runs one of CUPS' own commands as an administrator. */
  run(command: string, ...args: string[]): void;
  /** Stops the print service in the middle of what it does, and starts it again. */
  crash(): Promise<void>;
  restart(): Promise<void>;
  /** What CUPS wrote about what went wrong. */
  log(): string;
  stop(): void;
}

const works = (command: string, args: string[], env: NodeJS.ProcessEnv) => {
  try {
    execFileSync(command, args, { stdio: 'ignore', env });
    return true;
  } catch {
    return false;
  }
};

/** The policy that CUPS comes with, and one that wants a name and a password before it prints. */
const policies = `
<Policy default>
  JobPrivateAccess default
  JobPrivateValues default
  <Limit Create-Job Print-Job Print-URI Validate-Job>
    Order deny,allow
  </Limit>
  <Limit Send-Document Send-URI Hold-Job Release-Job Restart-Job Purge-Jobs Set-Job-Attributes Cancel-My-Jobs Close-Job>
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit CUPS-Add-Modify-Printer CUPS-Delete-Printer CUPS-Set-Default Pause-Printer Resume-Printer CUPS-Accept-Jobs CUPS-Reject-Jobs>
    AuthType Default
    Require user @SYSTEM
    Order deny,allow
  </Limit>
  <Limit Cancel-Job CUPS-Authenticate-Job>
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
<Policy locked>
  <Limit Create-Job Print-Job Print-URI Validate-Job>
    AuthType Basic
    Require valid-user
    Order deny,allow
  </Limit>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>`;

function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(full);
    else if (entry.isFile()) yield full;
  }
}

interface CupsOptions {
  /** Lines of cupsd.conf beside ours. */
  settings?: string;
  /** The spool is a disk of this size that is full, such as `64k`. */
  spoolSize?: string;
}

/** A real CUPS with a real IPP printer behind it, both on loopback, with folders of their own. */
export async function startCups(
  port: number,
  printerPort: number,
  { spoolSize = '', settings = '' }: CupsOptions = {},
): Promise<TestCups> {
  // Filters and backends run as another user, who may not enter a private TMPDIR.
  const folder = mkdtempSync('/tmp/sala-cups-');
  chmodSync(folder, 0o755);
  const dir = (name: string) => {
    const full = path.join(folder, name);
    mkdirSync(full, { recursive: true, mode: 0o755 });
    return full;
  };
  const [service, spool] = [dir('cups'), dir('cups/spool')];
  const [config, files, socket] = ['cupsd.conf', 'cups-files.conf', 'cups.sock'].map((name) =>
    path.join(service, name),
  ) as [string, string, string];
  writeFileSync(
    config,
    `Listen 127.0.0.1:${port}\nListen ${socket}\nBrowsing Off\nLogLevel warn\nDirtyCleanInterval 0\nDefaultAuthType Basic\n${settings}\n<Location />\nOrder allow,deny\nAllow from 127.0.0.1\n</Location>\n${policies}\n`,
  );
  writeFileSync(
    files,
    `ServerRoot ${dir('cups/root')}\nRequestRoot ${spool}\nTempDir ${dir('cups/tmp')}\nCacheDir ${dir('cups/cache')}\nStateDir ${dir('cups/state')}\nAccessLog stderr\nErrorLog ${service}/error_log\nPageLog ${service}/page_log\nSystemGroup root lpadmin\nFileDevice No\n`,
  );
  const fill = `mount -t tmpfs -o size=${spoolSize} none ${spool} && touch ${spool}/fill && fallocate -l ${spoolSize} ${spool}/fill &&`;
  const env = { ...process.env, CUPS_SERVER: socket };
  const log = () => readFileSync(path.join(service, 'error_log'), 'utf8');
  let child: ChildProcess | null = null;
  let printer: TestPrinter | null = null;

  const kill = () => {
    child?.kill('SIGKILL');
    child = null;
  };
  async function crash() {
    kill();
    await until('the end of CUPS', async () => !(await listens(port)));
  }
  async function restart() {
    const command = `${spoolSize === '' ? '' : fill} exec cupsd -f -c ${config} -s ${files}`;
    // In process and mount namespaces of its own, so that its filters and backends end with it.
    const own = ['--mount', '--pid', '--fork', '--mount-proc', '--kill-child'];
    child = spawn('unshare', [...own, 'bash', '-c', command], { stdio: 'ignore' });
    const answers = async () => (await listens(port)) && works('lpstat', ['-r'], env);
    await until('CUPS', answers, { why: () => (existsSync(`${service}/error_log`) ? log() : '') });
  }
  const stop = () => {
    kill();
    printer?.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const [device] = await Promise.all([startPrinter(printerPort, dir('printer')), restart()]);
    printer = device;
    const queue = ['-p', 'Clinic', '-E', '-v', device.uri, '-m', 'everywhere'];
    await until('the queue', () => works('lpadmin', queue, env), { why: log });
    works('lpadmin', ['-d', 'Clinic'], env);
    return {
      address: `127.0.0.1:${port}`,
      printer: device,
      spooled: () => readdirSync(spool).filter((name) => /^[cd]\d/.test(name)),
      filesWith: (words) => [...filesBelow(service)].filter((file) => readFileSync(file).includes(words)),
      run: (command, ...args) => void execFileSync(command, args, { env, stdio: 'pipe' }),
      ...{ crash, restart, log, stop },
    };
  } catch (error) {
    stop();
    throw error;
  }
}
