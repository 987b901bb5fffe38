import { KioskError } from '../../contract/errors.ts';
import type { Clock } from '../clock.ts';
import { Tokens } from '../tokens.ts';
import { createCups } from './cups.ts';
import { printServer } from './ipp.ts';
import { createQueue, type Queue } from './queue.ts';
import type { PrinterInfo, PrintSystem } from './types.ts';
import { createWindowsPrinters } from './windows-printers.ts';

export interface Printers {
  /** Printers of this computer with a token each; empty where there is no print service. */
  list(): Promise<(PrinterInfo & { token: string })[]>;
  /** The printer of a token as it is now. Throws `printer-unavailable`. */
  find(token: string): Promise<PrinterInfo>;
  queue: Queue;
  close(): Promise<void>;
}

/** The print service of this computer. */
export const systemPrinters = (dataFolder: string): PrintSystem =>
  process.platform === 'win32' ? createWindowsPrinters({ dataFolder }) : createCups(printServer());

/** How long after a cleaning that left something the next one comes by itself, in ms. */
const cleanAgainAfter = 60_000;

/**
 * Removes what an earlier run left in the print service: at the start, and where that fails or leaves something, before
 * each list of printers and once a minute, until nothing is left. Jobs of this run are never touched.
 */
function createCleaning(system: PrintSystem) {
  let isClean = false;
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;
  async function clean(): Promise<void> {
    clearTimeout(timer);
    isClean = await system.removeLeftovers().catch(() => false); // no print service now
    running = null;
    if (!isClean && !closed) timer = setTimeout(() => void run(), cleanAgainAfter).unref();
  }
  function run(): Promise<void> {
    if (!isClean) running ??= clean();
    return running ?? Promise.resolve();
  }
  return {
    run,
    close() {
      closed = true;
      clearTimeout(timer);
    },
  };
}

export function createPrinters({ system, clock }: { system: PrintSystem; clock: Clock }): Printers {
  const tokens = new Tokens();
  const cleaning = createCleaning(system);
  const queue = createQueue({ system, clock });
  const printers = async () => {
    await cleaning.run();
    return system.printers().catch(() => []); // no print service here: the screen says so
  };
  void cleaning.run();
  return {
    list: async () => (await printers()).map((printer) => ({ ...printer, token: tokens.of(printer.name) })),
    async find(token) {
      const name = tokens.value(token);
      const printer = (await printers()).find((one) => one.name === name);
      if (!printer) throw new KioskError('printer-unavailable');
      return printer;
    },
    queue,
    async close() {
      cleaning.close();
      await queue.close();
    },
  };
}
