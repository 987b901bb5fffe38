/** The print service of Linux and macOS: CUPS over IPP on loopback. Jobs carry no patient's name. */
import { randomBytes } from 'node:crypto';
import { KioskError } from '../../contract/errors.ts';
import { cupsPrinters } from './cups-printers.ts';
import { askDevice, cancelAtDevice, deviceOf, userName } from './device.ts';
import { HttpRefusal, ippCall, operations, type IppServer } from './ipp.ts';
import { first, numbers, words, type Attribute, type Group, type IppAnswer } from './ipp-codec.ts';
import { jobAttributes } from './job-options.ts';
import { jobStates, jobWord, type OneJob } from './job-state.ts';
import type { JobLook, PrintSystem, SpoolJob } from './types.ts';

/** Begins the name of each job of ours, so that a later run knows what an earlier one left behind. */
const namePrefix = 'Sala sheet ';
const notFound = 0x0406;
const refusedFrom = 0x0400;

const uriOf = (printer: string) => `ipp://localhost/printers/${encodeURIComponent(printer)}`;
const pathOf = (printer: string) => `/printers/${encodeURIComponent(printer)}`;
const targetOf = (printer: string): Attribute[] => [['uri', 'printer-uri', uriOf(printer)], userName];
const jobOf = ({ printer, id }: SpoolJob): Attribute[] => [
  ['uri', 'printer-uri', uriOf(printer)],
  ['integer', 'job-id', id],
  userName,
];

/** The code for what CUPS answered to a print: a word for the log, never the sheet's content. */
function refusal(error: unknown): KioskError {
  if (!(error instanceof HttpRefusal)) return new KioskError('printer-unavailable', {}, { cause: error });
  const reason = error.status === 401 || error.status === 403 ? 'credentials' : `http-${error.status}`;
  return new KioskError('printer-refused', { reason }, { cause: error });
}

function statusReason(status: number): string {
  switch (status) {
    case 0x0401: // client-error-forbidden
    case 0x0402: // client-error-not-authenticated
    case 0x0403: // client-error-not-authorized
      return 'credentials';
    case 0x0506: // server-error-not-accepting-jobs
      return 'not-accepting-jobs';
    default:
      return `0x${status.toString(16).padStart(4, '0')}`;
  }
}

function toJob(answer: IppAnswer): OneJob | null {
  const [job] = answer.jobs;
  const [state] = numbers(job, 'job-state');
  if (answer.status === notFound) return null;
  if (state === undefined) throw new KioskError('printer-unavailable');
  return { state, reasons: words(job, 'job-state-reasons') };
}

const isOurs = (job: Group) =>
  String(first(job, 'job-name')).startsWith(namePrefix) && first(job, 'job-originating-user-name') === 'sala';

/** `server`: where CUPS answers. Throws nothing; each call may reject when CUPS does not answer. */
export function createCups(server: IppServer): PrintSystem {
  const printerOf = async (name: string) => {
    const asked: Attribute = [
      'keyword',
      'requested-attributes',
      ...['printer-state', 'printer-state-reasons', 'device-uri'],
    ];
    const { printers } = await ippCall(server, pathOf(name), {
      operation: operations.getPrinter,
      attributes: [...targetOf(name), asked],
    });
    return printers[0];
  };
  const cancelJob = (job: SpoolJob, purge: boolean) =>
    ippCall(server, pathOf(job.printer), {
      operation: operations.cancelJob,
      attributes: [...jobOf(job), ...(purge ? [['boolean', 'purge-job', true] satisfies Attribute] : [])],
    });

  async function cancel(job: SpoolJob): Promise<void> {
    await cancelJob(job, false); // not yet purged: that would kill CUPS' backend before it can tell the printer
    const device = deviceOf(first(await printerOf(job.printer), 'device-uri'));
    if (device) await cancelAtDevice(device, job.name).catch(() => undefined); // a printer that is off prints nothing
  }

  async function remove(job: SpoolJob): Promise<void> {
    const { status } = await cancelJob(job, true);
    if (status >= refusedFrom && status !== notFound)
      throw new KioskError('printer-refused', { reason: statusReason(status) });
  }

  return {
    printers: () => cupsPrinters(server),
    async submit(printer, pdf, options) {
      const name = namePrefix + randomBytes(4).toString('hex');
      const answer = await ippCall(
        server,
        pathOf(printer.name),
        {
          operation: operations.printJob,
          attributes: [
            ...targetOf(printer.name),
            ['name', 'job-name', name],
            ['mime', 'document-format', 'application/pdf'],
          ],
          job: jobAttributes(printer, options),
          document: pdf,
        },
        60_000,
      ).catch((error: unknown) => {
        throw refusal(error);
      });
      const [id] = numbers(answer.jobs[0], 'job-id');
      if (answer.status >= refusedFrom || id === undefined)
        throw new KioskError('printer-refused', { reason: statusReason(answer.status) });
      return { printer: printer.name, id, name };
    },
    async look(job): Promise<JobLook> {
      const asked: Attribute = ['keyword', 'requested-attributes', 'job-state', 'job-state-reasons'];
      const answer = await ippCall(server, pathOf(job.printer), {
        operation: operations.getJob,
        attributes: [...jobOf(job), asked],
      });
      const printer = await printerOf(job.printer);
      const device = await askDevice(deviceOf(first(printer, 'device-uri')), job.name);
      const spooled = toJob(answer);
      const word = jobWord(
        {
          job: spooled,
          printer: {
            state: numbers(printer, 'printer-state')[0] ?? 0,
            reasons: words(printer, 'printer-state-reasons'),
          },
        },
        device,
      );
      return { ...word, lastWordMissing: spooled?.state === jobStates.completed && device === 'silent' };
    },
    cancel,
    remove,
    async removeLeftovers() {
      const { jobs } = await ippCall(server, '/', {
        operation: operations.getJobs,
        attributes: [
          ['uri', 'printer-uri', 'ipp://localhost/'],
          userName,
          ['keyword', 'which-jobs', 'all'],
          [
            'keyword',
            'requested-attributes',
            ...['job-id', 'job-name', 'job-originating-user-name', 'job-printer-uri'],
          ],
        ],
      });
      const ours = jobs.filter(isOurs);
      for (const job of ours) {
        const printer = decodeURIComponent(String(first(job, 'job-printer-uri')).split('/').at(-1) ?? '');
        const [id = 0] = numbers(job, 'job-id');
        const name = String(first(job, 'job-name'));
        await cancel({ printer, id, name });
        await remove({ printer, id, name });
      }
      return ours.length;
    },
  };
}
