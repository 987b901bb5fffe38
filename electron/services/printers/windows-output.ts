/**
 * What PowerShell says of printers and jobs on Windows, as our words. Pure. Never run on Windows: the samples in the tests
 * follow Microsoft's documentation of Win32_Printer and of Get-PrintJob's JobStatus.
 *
 * Windows cannot say that paper came out: its "printed" and "complete" mean that the job left the spooler, and a finished
 * job is simply gone. So no job ends as `printed` here; it ends as `sent`.
 */
import { z } from 'zod';
import type { PrinterState } from '../../contract/print-words.ts';
import type { JobWord, Paper, PrinterInfo, PrintOptions } from './types.ts';

const printerSchema = z.object({
  Name: z.string(),
  Default: z.boolean().nullish(),
  PrinterStatus: z.number().nullish(),
  DetectedErrorState: z.number().nullish(),
  WorkOffline: z.boolean().nullish(),
  Capabilities: z.array(z.number()).nullish(),
  PrinterPaperNames: z.array(z.string()).nullish(),
});
export type WindowsPrinter = z.infer<typeof printerSchema>;

const jobSchema = z.object({ Id: z.number(), DocumentName: z.string(), JobStatus: z.number() });
export type WindowsJob = z.infer<typeof jobSchema>;

/** ConvertTo-Json writes nothing for none, an object for one and a list for several. */
function readList<T>(schema: z.ZodType<T>, output: string): T[] {
  if (output.trim() === '') return [];
  const value: unknown = JSON.parse(output);
  return z.array(schema).parse(Array.isArray(value) ? value : [value]);
}

export const readPrinters = (output: string) => readList(printerSchema, output);
export const readJobs = (output: string) => readList(jobSchema, output);

/** Win32_Printer.DetectedErrorState. 3 and 5, low paper and low toner, stop nothing. */
const errors = new Map<number, JobWord>([
  [4, { state: 'out-of-paper', reason: 'media-empty' }],
  [6, { state: 'held', reason: 'toner-empty' }],
  [7, { state: 'held', reason: 'door-open' }],
  [8, { state: 'jammed', reason: 'media-jam' }],
  [9, { state: 'offline', reason: 'offline' }],
  [10, { state: 'held', reason: 'service' }],
  [11, { state: 'held', reason: 'output-area-full' }],
]);
/** Win32_Printer.PrinterStatus. */
const status = { idle: 3, printing: 4, warmingUp: 5, stopped: 6, offline: 7 } as const;
/** Win32_Printer.Capabilities. */
const capability = { color: 2, duplex: 3 } as const;

function printerTrouble(printer: WindowsPrinter): JobWord | null {
  if (printer.WorkOffline || printer.PrinterStatus === status.offline)
    return { state: 'offline', reason: 'offline' };
  return errors.get(printer.DetectedErrorState ?? 0) ?? null;
}

function printerState(printer: WindowsPrinter): PrinterState {
  if (printer.PrinterStatus === status.stopped) return 'stopped';
  if (printerTrouble(printer)) return 'trouble';
  if (printer.PrinterStatus === status.printing || printer.PrinterStatus === status.warmingUp) return 'busy';
  return printer.PrinterStatus === status.idle ? 'ready' : 'unknown';
}

const paperNames: Record<Paper, RegExp> = { letter: /^(us )?letter\b/i, a4: /^a4\b/i };

export function toPrinterInfo(printer: WindowsPrinter): PrinterInfo {
  const { Name, Default, Capabilities, PrinterPaperNames } = printer;
  const papers = (Object.keys(paperNames) as Paper[]).filter((paper) =>
    PrinterPaperNames?.some((name) => paperNames[paper].test(name)),
  );
  return {
    name: Name,
    label: Name,
    state: printerState(printer),
    isDefault: Default === true,
    twoSided: Capabilities?.includes(capability.duplex) === true,
    color: Capabilities?.includes(capability.color) === true,
    papers,
    margins: null,
    tellsEnd: false,
  };
}

/** Bits of JobStatus, as in winspool's JOB_STATUS_*. */
const bit = {
  paused: 1,
  error: 2,
  deleting: 4,
  printing: 16,
  offline: 32,
  paperOut: 64,
  printed: 128,
  deleted: 256,
  blocked: 512,
  userIntervention: 1024,
  complete: 4096,
} as const;

/** What staff read of a job; null for a job that Windows no longer lists. */
export function windowsJobWord(job: WindowsJob | null, printer: WindowsPrinter | null): JobWord {
  if (!job) return { state: 'sent', reason: '' };
  const has = (mask: number) => (job.JobStatus & mask) !== 0;
  if (has(bit.deleting | bit.deleted)) return { state: 'canceled', reason: '' };
  if (has(bit.paperOut)) return { state: 'out-of-paper', reason: 'media-empty' };
  const trouble = printer ? printerTrouble(printer) : null;
  if (trouble) return trouble;
  if (has(bit.offline)) return { state: 'offline', reason: 'offline' };
  if (has(bit.paused)) return { state: 'held', reason: 'paused' };
  if (has(bit.error | bit.blocked | bit.userIntervention)) return { state: 'held', reason: 'service' };
  if (has(bit.printed | bit.complete)) return { state: 'sent', reason: '' };
  return { state: has(bit.printing) ? 'printing' : 'waiting', reason: '' };
}

const paperSetting: Record<Paper, string> = { letter: 'paper=letter', a4: 'paper=A4' };

/** Arguments of SumatraPDF for one print. `noscale`: the sheet has its margins already. */
export function sumatraArguments(printer: PrinterInfo, options: PrintOptions, file: string): string[] {
  const settings = [
    'noscale',
    options.color && printer.color ? 'color' : 'monochrome',
    options.twoSided && printer.twoSided ? 'duplexlong' : 'simplex',
    paperSetting[options.paper],
    `${options.copies}x`,
  ];
  return ['-print-to', printer.name, '-silent', '-print-settings', settings.join(','), file];
}
