import type { Handlers } from '../../contract/calls.ts';
import { KioskError } from '../../contract/errors.ts';
import { hasEnded } from '../../contract/print-words.ts';
import type { PrintedList } from '../../contract/printed-list.ts';
import type { LocalResources } from '../clinic/local-resources.ts';
import type { Clock } from '../clock.ts';
import type { Library } from '../library/types.ts';
import type { PatientPrinter } from '../printers/patient-printer.ts';
import type { PrintSheet } from '../printers/print-sheet.ts';
import type { Printers } from '../printers/printers.ts';
import type { Staff } from '../staff/staff.ts';
import { printedList } from './printed-list.ts';
import type { Assistance } from './types.ts';

interface Parts {
  assistance: Assistance;
  resources: LocalResources;
  library: Library;
  staff: Staff;
  printers: Printers;
  patientPrinter: PatientPrinter;
  printSheet: PrintSheet;
  clock: Clock;
}

type AssistanceCalls = Extract<keyof Handlers, `assistance.${string}`>;

/** Lists that patients may print by themselves within `windowMs`: enough for a busy room, too few to empty a tray. */
const mostLists = 5;
const windowMs = 10 * 60_000;

/** The calls of the finder. A patient prints nothing but the list, on the one printer that the clinic chose for it. */
export function createAssistanceHandlers(parts: Parts): Pick<Handlers, AssistanceCalls> {
  const { assistance, resources, library, staff, printers, patientPrinter, printSheet, clock } = parts;
  let printedAt: number[] = [];
  /** A list is being drawn or handed over: no job yet. */
  let isMaking = false;

  const requestOf = (list: PrintedList, paper: 'letter' | 'a4') =>
    printedList(list, assistance, resources.forPatients(library.locale(list.language)), paper);
  const chosenPrinter = async () => {
    const name = patientPrinter.read();
    if (name === null) throw new KioskError('forbidden');
    const printer = (await printers.list()).find((one) => one.name === name);
    if (!printer) throw new KioskError('printer-unavailable');
    return printer;
  };
  const listJobs = async () => (await printers.queue.jobs()).filter(({ kind }) => kind === 'list');

  /** One list at a time, and not too many. */
  async function awaitTurn(): Promise<void> {
    printedAt = printedAt.filter((at) => clock.now().getTime() - at < windowMs);
    const isBusy = (await listJobs()).some(({ state }) => !hasEnded(state));
    if (isBusy || printedAt.length >= mostLists) throw new KioskError('print-wait');
  }

  async function printInTurn(list: PrintedList): Promise<string> {
    const printer = await chosenPrinter();
    const takesLetter = printer.papers.length === 0 || printer.papers.includes('letter');
    const request = requestOf(list, takesLetter ? 'letter' : 'a4');
    await awaitTurn();
    const options = { copies: 1, twoSided: printer.twoSided, color: false };
    const job = await printSheet(printer, request, options, 'list');
    printedAt.push(clock.now().getTime());
    return job;
  }

  return {
    'assistance.screen': ({ language, household }) => assistance.screen(language, household),
    'assistance.printing': () => ({ atKiosk: patientPrinter.read() !== null }),
    'assistance.print': async (list) => {
      if (isMaking) throw new KioskError('print-wait');
      isMaking = true;
      try {
        return { job: await printInTurn(list) };
      } finally {
        isMaking = false;
      }
    },
    'assistance.printJob': async ({ job }) => {
      const found = (await listJobs()).find(({ token }) => token === job);
      if (!found) throw new KioskError('not-found', { what: 'job' });
      return { state: found.state, reason: found.reason };
    },
    'assistance.list': ({ session, paper, list }) => {
      staff.requireSession(session);
      return { request: requestOf(list, paper) };
    },
  };
}
