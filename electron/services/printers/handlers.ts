import type { Handlers } from '../../contract/calls.ts';
import type { Handouts } from '../handouts/handouts.ts';
import type { Staff } from '../staff/staff.ts';
import type { PrinterMargins } from './margins.ts';
import type { PatientPrinter } from './patient-printer.ts';
import type { PrintSheet } from './print-sheet.ts';
import type { Printers } from './printers.ts';

type PrinterCalls = Extract<keyof Handlers, `printers.${string}`>;

/** The printing calls of staff. What patients may print by themselves is among the finder's calls. */
export function createPrinterHandlers({
  staff,
  handouts,
  printers,
  margins,
  patientPrinter,
  printSheet,
}: {
  staff: Staff;
  handouts: Handouts;
  printers: Printers;
  margins: PrinterMargins;
  patientPrinter: PatientPrinter;
  printSheet: PrintSheet;
}): Pick<Handlers, PrinterCalls> {
  const { queue } = printers;
  return {
    'printers.list': async ({ session }) => {
      staff.requireSession(session);
      return {
        printers: (await printers.list()).map(({ name, margins: _, ...printer }) => ({
          ...printer,
          margins: margins.read(name),
          forPatients: name === patientPrinter.read(),
        })),
      };
    },
    'printers.print': async ({ session, printer: token, copies, twoSided, color, request }) => {
      staff.requireSession(session);
      const printer = await printers.find(token);
      return { job: await printSheet(printer, request, { copies, twoSided, color }, 'sheet') };
    },
    'printers.jobs': async ({ session }) => {
      staff.requireSession(session);
      return {
        jobs: (await queue.jobs()).map(({ token, at, ...job }) => ({
          ...job,
          job: token,
          at: at.toISOString(),
        })),
      };
    },
    'printers.retry': async ({ session, job }) => {
      staff.requireSession(session);
      return { job: await queue.retry(job) };
    },
    'printers.cancel': async ({ session, job }) => {
      staff.requireSession(session);
      await queue.cancel(job);
      return {};
    },
    'printers.testPage': async ({ session, printer: token, paper, language }) => {
      staff.requireSession(session);
      const printer = await printers.find(token);
      const { pdf } = await handouts.testPage(paper, language);
      const options = { paper, copies: 1, twoSided: false, color: false };
      return { job: await queue.submit(printer, pdf, options, 'test-page') };
    },
    'printers.margins': async ({ session, printer, margins: read }) => {
      staff.requireSession(session);
      margins.save((await printers.find(printer)).name, read);
      return {};
    },
    'printers.forPatients': async ({ session, printer }) => {
      staff.requireSession(session);
      patientPrinter.save(printer === null ? null : (await printers.find(printer)).name);
      return {};
    },
  };
}
