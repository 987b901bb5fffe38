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

/** Starts by removing what an earlier run left in the print service; where it does not answer yet, before the first print. */
export function createPrinters({ system, clock }: { system: PrintSystem; clock: Clock }): Printers {
  const tokens = new Tokens();
  let clean: Promise<unknown> | null = null;
  const cleanUp = () => {
    clean ??= system.removeLeftovers().catch(() => {
      clean = null; // no print service now: tried again when it is next needed
    });
    return clean;
  };
  const printers = async () => {
    await cleanUp();
    return system.printers().catch(() => []); // no print service here: the screen says so
  };
  // A print waits for the cleaning, which would take the new job for an old one.
  const submit: PrintSystem['submit'] = async (...job) => {
    await cleanUp();
    return system.submit(...job);
  };
  const queue = createQueue({ system: { ...system, submit }, clock });
  void cleanUp();
  return {
    list: async () => (await printers()).map((printer) => ({ ...printer, token: tokens.of(printer.name) })),
    async find(token) {
      const name = tokens.value(token);
      const printer = (await printers()).find((one) => one.name === name);
      if (!printer) throw new KioskError('printer-unavailable');
      return printer;
    },
    queue,
    close: () => queue.close(),
  };
}
