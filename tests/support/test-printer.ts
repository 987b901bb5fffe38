import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { until } from './until.ts';

/**
 * ippeveprinter starts only where Avahi answers, and Avahi only where D-Bus does. All three run in process and mount
 * namespaces of their own with an empty /run: what an earlier run left there (a dead bus' pid file stops the next one)
 * or what the machine itself runs does not matter, and all three end together. Avahi speaks on loopback alone. SPOOL_SIZE gives the printer a full disk.
 */
const printerScript = `
  mount -t tmpfs none /run && mkdir -p /run/dbus /run/avahi-daemon && chown avahi: /run/avahi-daemon &&
  if [ -n "$SPOOL_SIZE" ]; then mount -t tmpfs -o size="$SPOOL_SIZE" none "$SPOOL" && fallocate -l "$SPOOL_SIZE" "$SPOOL/fill"; fi &&
  printf '[server]\nallow-interfaces=lo\n' > /run/avahi.conf &&
  dbus-daemon --system --fork && avahi-daemon -D --no-chroot -f /run/avahi.conf && exec ippeveprinter "$@"`;
const inOwnNamespaces = ['--mount', '--pid', '--fork', '--mount-proc', '--kill-child'];

/**
 * What the printer runs for each job. Without the file "hold" a job prints at once; with it the job goes on until an order
 * comes: "state +media-empty" makes the printer say so, "end 0" prints the job, "end 1" spoils it.
 */
const jobScript = (folder: string) => `#!/bin/bash
exec 3<>${folder}/orders
echo "$IPP_JOB_NAME|copies=\${IPP_COPIES:-1}|sides=$IPP_SIDES|color=$IPP_PRINT_COLOR_MODE|media=$IPP_MEDIA$IPP_MEDIA_COL" >> ${folder}/jobs
[ -e ${folder}/hold ] || exit 0
while read -r -u3 word rest; do
  case $word in
    state) echo "STATE: $rest" >&2 ;;
    end) exit "$rest" ;;
  esac
done
`;

export interface TestPrinter {
  uri: string;
  /** PDF files that reached the printer. */
  received(): string[];
  /** The jobs it has begun, each a line with what was asked of it. */
  begun(): string[];
  /** How often it was asked for a job's state by CUPS, which asks so only while it waits for the job. */
  askedByCups(): number;
  /** From now on jobs wait for orders. */
  hold(): void;
  /** From now on jobs print at once. */
  printAtOnce(): void;
  order(...orders: string[]): void;
  switchOff(): void;
  switchOn(options?: { extra?: string[]; spoolSize?: string }): Promise<void>;
  log(): string;
  stop(): void;
}

/** Whether somebody answers on loopback. */
export const listens = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => socket.end(() => resolve(true)));
    socket.on('error', () => resolve(false));
  });

/** A real IPP printer on loopback that does as it is told. `folder` is its own. */
export async function startPrinter(port: number, folder: string): Promise<TestPrinter> {
  const paper = path.join(folder, 'paper');
  mkdirSync(paper, { recursive: true });
  const [orders, hold, jobs] = ['orders', 'hold', 'jobs'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ];
  const script = path.join(folder, 'job');
  writeFileSync(script, jobScript(folder), { mode: 0o755 });
  execFileSync('mkfifo', [orders]);
  const pipe = openSync(orders, 'r+'); // open at both ends, so that an order waits for its job
  const logFile = path.join(folder, 'printer_log');
  let child: ChildProcess | null = null;
  const log = () => readFileSync(logFile, 'utf8');

  const switchOff = () => {
    child?.kill('SIGKILL');
    child = null;
  };

  async function switchOn({ extra = [], spoolSize = '' }: { extra?: string[]; spoolSize?: string } = {}) {
    await until('the port', async () => !(await listens(port)));
    const output = openSync(logFile, 'w');
    const options = ['-p', String(port), '-d', paper, '-k', '-v', '-2', '-s', '10,10', '-c', script];
    const formats = ['-f', 'application/pdf,image/urf,image/pwg-raster'];
    child = spawn(
      'unshare',
      [
        ...inOwnNamespaces,
        'bash',
        '-c',
        printerScript,
        'printer',
        ...options,
        ...formats,
        ...extra,
        'Test Printer',
      ],
      {
        stdio: ['ignore', output, output],
        env: { ...process.env, SPOOL: paper, SPOOL_SIZE: spoolSize },
      },
    );
    closeSync(output);
    await until('the test printer', () => listens(port), { why: log });
  }

  try {
    await switchOn();
  } catch (error) {
    switchOff();
    throw error;
  }
  return {
    uri: `ipp://127.0.0.1:${port}/ipp/print`,
    received: () => readdirSync(paper).filter((name) => name.endsWith('.pdf')),
    begun: () => (existsSync(jobs) ? readFileSync(jobs, 'utf8').split('\n').slice(0, -1) : []),
    askedByCups: () => log().split('Get-Job-Attributes').length - 1,
    hold: () => writeFileSync(hold, ''),
    printAtOnce: () => rmSync(hold, { force: true }),
    order: (...lines) => void writeSync(pipe, lines.map((line) => `${line}\n`).join('')),
    switchOff,
    switchOn,
    log,
    stop() {
      switchOff();
      closeSync(pipe);
    },
  };
}
