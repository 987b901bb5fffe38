import type { CallOutput } from '../../contract/calls.ts';
import { KioskError } from '../../contract/errors.ts';
import type { HandoutRequest } from '../../contract/handout-request.ts';
import { newToken, Tokens } from '../tokens.ts';
import { ippCall, operations, type Attribute, type Group, type IppServer } from './ipp.ts';

type PrinterRow = CallOutput<'printers.list'>['printers'][number];
type JobAnswer = CallOutput<'printers.job'>;

export interface Printers {
  /** Printers of this computer; empty where there is no CUPS (on Windows staff save the sheet and print it from there). */
  list(): Promise<PrinterRow[]>;
  /** Hands a PDF to a printer and returns a token for its job. Throws `printer-unavailable` or `printer-refused`. */
  print(token: string, pdf: Uint8Array, copies: number, paper: HandoutRequest['paper']): Promise<string>;
  /** What the printer itself says of a job. Throws `not-found` for a token that is not ours. */
  job(token: string): Promise<JobAnswer>;
}

interface Job {
  printer: string;
  id: number;
  /** The last word, kept because the job is then taken out of the spooler. */
  ended: JobAnswer | null;
}

const media = { letter: 'na_letter_8.5x11in', a4: 'iso_a4_210x297mm' } as const;
const printerStates = new Map<unknown, PrinterRow['state']>([
  [3, 'ready'],
  [4, 'busy'],
  [5, 'stopped'],
]);
/** IPP job-state, RFC 8011 section 5.3.7. Only `completed` (9) is ever called printed. */
const jobStates = new Map<unknown, JobAnswer['state']>([
  [3, 'waiting'],
  [4, 'held'],
  [5, 'printing'],
  [6, 'held'],
  [7, 'canceled'],
  [8, 'failed'],
  [9, 'printed'],
]);
const ends = new Set<JobAnswer['state']>(['printed', 'failed', 'canceled']);

const first = (group: Group | undefined, name: string) => group?.get(name)?.[0];
const who: Attribute = ['name', 'requesting-user-name', 'sala'];

/** Where CUPS listens: loopback only, whatever the environment says. */
export function printServer(address = process.env['SALA_CUPS'] ?? '127.0.0.1:631'): IppServer {
  const match = /^(127\.0\.0\.1|localhost|\[::1\]):(\d{1,5})$/.exec(address);
  if (!match) throw new Error('the print service must be on this computer: SALA_CUPS=127.0.0.1:PORT');
  return { host: (match[1] as string).replace(/[[\]]/g, ''), port: Number(match[2]) };
}

/** The printers of this computer's CUPS, over IPP on loopback. Jobs carry no patient's name. */
export function createPrinters({ server = printServer() }: { server?: IppServer } = {}): Printers {
  const printers = new Tokens();
  const jobs = new Map<string, Job>();
  const uri = (name: string) => `ipp://localhost/printers/${encodeURIComponent(name)}`;
  const pathOf = (name: string) => `/printers/${encodeURIComponent(name)}`;
  const wanted: Attribute = [
    'keyword',
    'requested-attributes',
    'printer-name',
    'printer-state',
    'printer-info',
  ];

  /** Takes an ended job out of the spooler with its file, so that no handout stays there. */
  async function purge({ printer, id }: Job): Promise<void> {
    const target: Attribute[] = [
      ['uri', 'printer-uri', uri(printer)],
      ['integer', 'job-id', id],
      who,
      ['boolean', 'purge-job', true],
    ];
    await ippCall(server, pathOf(printer), operations.cancelJob, target);
  }

  return {
    async list() {
      if (process.platform === 'win32') return [];
      try {
        const [all, standard] = [
          await ippCall(server, '/', operations.cupsPrinters, [wanted]),
          await ippCall(server, '/', operations.cupsDefault, [wanted]),
        ];
        const defaultName = first(standard.printers[0], 'printer-name');
        return all.printers.flatMap((printer): PrinterRow[] => {
          const name = first(printer, 'printer-name');
          if (typeof name !== 'string') return [];
          const info = first(printer, 'printer-info');
          const state = printerStates.get(first(printer, 'printer-state')) ?? 'unknown';
          return [
            {
              token: printers.of(name),
              name: typeof info === 'string' && info !== '' ? info : name,
              state,
              isDefault: name === defaultName,
            },
          ];
        });
      } catch {
        return []; // no print service on this computer: the screen says so
      }
    },
    async print(token, pdf, copies, paper) {
      const printer = printers.value(token);
      if (!printer) throw new KioskError('printer-unavailable');
      const attributes: Attribute[] = [
        ['uri', 'printer-uri', uri(printer)],
        who,
        ['name', 'job-name', 'Sala handout'],
        ['mime', 'document-format', 'application/pdf'],
      ];
      const options: Attribute[] = [
        ['integer', 'copies', copies],
        ['keyword', 'media', media[paper]],
      ];
      let answer;
      try {
        answer = await ippCall(
          server,
          pathOf(printer),
          operations.printJob,
          attributes,
          options,
          pdf,
          60_000,
        );
      } catch (error) {
        throw new KioskError('printer-unavailable', {}, { cause: error });
      }
      const id = first(answer.jobs[0], 'job-id');
      if (answer.status >= 0x0400 || typeof id !== 'number')
        throw new KioskError('printer-refused', { reason: `0x${answer.status.toString(16)}` });
      const job = newToken();
      jobs.set(job, { printer, id, ended: null });
      return job;
    },
    async job(token) {
      const job = jobs.get(token);
      if (!job) throw new KioskError('not-found', { what: 'job' });
      if (job.ended) return job.ended;
      const attributes: Attribute[] = [
        ['uri', 'printer-uri', uri(job.printer)],
        ['integer', 'job-id', job.id],
        who,
        ['keyword', 'requested-attributes', 'job-state', 'job-state-reasons', 'job-printer-state-reasons'],
      ];
      let answer;
      let printer;
      try {
        answer = await ippCall(server, pathOf(job.printer), operations.getJob, attributes);
        printer = await ippCall(server, pathOf(job.printer), operations.getPrinter, [
          ['uri', 'printer-uri', uri(job.printer)],
          who,
          ['keyword', 'requested-attributes', 'printer-state-reasons'],
        ]);
      } catch (error) {
        throw new KioskError('printer-unavailable', {}, { cause: error });
      }
      const state = jobStates.get(first(answer.jobs[0], 'job-state'));
      if (!state) throw new KioskError('printer-unavailable');
      const reasons = [
        ...(answer.jobs[0]?.get('job-state-reasons') ?? []),
        ...(printer.printers[0]?.get('printer-state-reasons') ?? []),
      ].map(String);
      const reason =
        ends.has(state) && state === 'printed'
          ? ''
          : (reasons.find(
              (one) => /-error$|-warning$|media|jam|offline|stopped/.test(one) && one !== 'none',
            ) ?? '');
      const result: JobAnswer = { state, reason };
      if (ends.has(state)) {
        job.ended = result;
        await purge(job).catch(() => {
          job.ended = null; // ask again next time: the file must not stay
        });
      }
      return result;
    },
  };
}
