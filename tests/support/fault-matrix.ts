import { readFileSync } from 'node:fs';
import path from 'node:path';
import { hasEnded } from '../../electron/contract/print-words.ts';
import { createCups } from '../../electron/services/printers/cups.ts';
import { printServer } from '../../electron/services/printers/ipp.ts';
import { createPrinters, type Printers } from '../../electron/services/printers/printers.ts';
import type { QueuedJob } from '../../electron/services/printers/queue.ts';
import type { PrintOptions } from '../../electron/services/printers/types.ts';
import type { TestCups } from './cups.ts';
import { fixedClock, root } from './fixtures.ts';
import { until } from './until.ts';

/** Stands in every printed file, to be looked for afterwards. */
export const canary = 'Zx7-canary-of-the-print-tests';
export const testPdf = () =>
  Buffer.concat([readFileSync(path.join(root, 'tests/support/one-page.pdf')), Buffer.from(`\n%${canary}\n`)]);

export const plain: PrintOptions = { paper: 'letter', copies: 1, twoSided: false, color: false };

/** The kiosk's printing against a real CUPS, with a note of every state that was shown. */
export class Watched {
  readonly printers: Printers;
  readonly clock = fixedClock();
  /** States in the order in which staff would have read them. */
  readonly seen: string[] = [];
  readonly #cups: TestCups;

  /** `address`: where this kiosk finds CUPS, when something stands between. */
  constructor(cups: TestCups, address = cups.address) {
    this.#cups = cups;
    this.printers = createPrinters({ system: createCups(printServer(address)), clock: this.clock });
  }

  async print(options: Partial<PrintOptions> = {}, queue = 'Clinic'): Promise<string> {
    const printer = (await this.printers.list()).find(({ name }) => name === queue);
    if (!printer) throw new Error(`no printer ${queue}`);
    return this.printers.queue.submit(printer, testPdf(), { ...plain, ...options }, 'sheet');
  }

  /** The job as it is now; its state is noted when it is another than before. */
  async look(token: string): Promise<QueuedJob> {
    const job = (await this.printers.queue.jobs()).find((one) => one.token === token);
    if (!job) throw new Error('the job is not listed');
    const state = job.reason ? `${job.state} (${job.reason})` : job.state;
    if (this.seen.at(-1) !== state) this.seen.push(state);
    return job;
  }

  /** Looks until the job is in one of these states. */
  shows(token: string, ...states: QueuedJob['state'][]): Promise<QueuedJob> {
    return until(
      states.join(' or '),
      async () => {
        const job = await this.look(token);
        if (hasEnded(job.state) && !states.includes(job.state))
          throw new Error(`ended as ${job.state} (${job.reason}) after ${this.seen.join(', ')}`);
        return states.includes(job.state) ? job : null;
      },
      { seconds: 30, why: () => `Seen: ${this.seen.join(', ')}. CUPS says:\n${this.#cups.log()}` },
    );
  }

  close(): Promise<void> {
    return this.printers.close();
  }
}

export interface Row {
  fault: string;
  seen: string[];
  /** Whether paper really came out at the end. */
  paper: boolean;
}

export const falsePrinted = (rows: Row[]) =>
  rows.filter(({ seen, paper }) => seen.includes('printed') && !paper);

/** The table that the test prints. */
export function tableOf(rows: Row[]): string {
  const width = Math.max(...rows.map(({ fault }) => fault.length));
  const lines = rows.map(
    ({ fault, seen, paper }) =>
      `${fault.padEnd(width)} | ${paper ? 'paper   ' : 'no paper'} | ${seen.join(' > ')}`,
  );
  return [...lines, `false "printed": ${falsePrinted(rows).length} of ${rows.length}`].join('\n');
}
