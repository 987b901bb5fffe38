/** The print service of Linux and macOS: CUPS over IPP on loopback. Jobs carry no patient's name. */
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { KioskError } from '../../contract/errors.ts';
import { cupsPrinters } from './cups-printers.ts';
import { askDevice, cancelAtDevice, deviceOf, userName } from './device.ts';
import { HttpRefusal, ippCall, operations, type IppServer } from './ipp.ts';
import { first, numbers, words, type Attribute, type Group, type IppAnswer } from './ipp-codec.ts';
import { jobAttributes } from './job-options.ts';
import { jobStates, jobWord, type OneJob, type SpoolerWord } from './job-state.ts';
import type { JobLook, PrintSystem, SpoolJob } from './types.ts';

/** Begins the name of each job of ours, so that a later run knows what an earlier one left behind. */
const namePrefix = 'Sala sheet ';
const notFound = 0x0406;
const refusedFrom = 0x0400;
const mostPurges = 30;
/** In ms. */
const betweenPurges = 100;

const uriOf = (printer: string) => `ipp://localhost/printers/${encodeURIComponent(printer)}`;
const pathOf = (printer: string) => `/printers/${encodeURIComponent(printer)}`;
const targetOf = (printer: string): Attribute[] => [['uri', 'printer-uri', uriOf(printer)], userName];
const jobOf = ({ printer, id }: SpoolJob): Attribute[] => [
  ['uri', 'printer-uri', uriOf(printer)],
  ['integer', 'job-id', id],
  userName,
];

/**
 * The code for what CUPS answered to a print: a word for the log, never the sheet's content. Only an answer is a refusal:
 * with none, or with trouble of its own, CUPS may have taken the job all the same.
 */
function refusal(error: unknown): KioskError {
  if (!(error instanceof HttpRefusal) || error.status >= 500)
    return new KioskError('printer-unavailable', {}, { cause: error });
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

/** Throws what the answer to a print says, when it is no job. */
function readJob({ status, jobs }: IppAnswer): number {
  if (status >= refusedFrom) throw new KioskError('printer-refused', { reason: statusReason(status) });
  const [id] = numbers(jobs[0], 'job-id');
  if (id === undefined) throw new KioskError('printer-unavailable'); // taken, but as which job?
  return id;
}

function toJob(answer: IppAnswer): OneJob | null {
  const [job] = answer.jobs;
  const [state] = numbers(job, 'job-state');
  if (answer.status === notFound) return null;
  if (state === undefined) throw new KioskError('printer-unavailable');
  return { state, reasons: words(job, 'job-state-reasons') };
}

/** A job in a list of CUPS' jobs; null for one that is not ours. */
function ourJob(job: Group): SpoolJob | null {
  const name = String(first(job, 'job-name'));
  if (!name.startsWith(namePrefix) || first(job, 'job-originating-user-name') !== 'sala') return null;
  const printer = decodeURIComponent(String(first(job, 'job-printer-uri')).split('/').at(-1) ?? '');
  return { printer, id: numbers(job, 'job-id')[0] ?? 0, name };
}

/** `server`: where CUPS answers. Throws nothing; each call may reject when CUPS does not answer. */
export function createCups(server: IppServer): PrintSystem {
  const ofThisRun = new Set<string>();
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

  /** Jobs of ours, of this run and of earlier ones, ended or not. `uri`: of one printer, or of CUPS for all. */
  async function ourJobs(path: string, uri: string): Promise<SpoolJob[]> {
    const { status, jobs } = await ippCall(server, path, {
      operation: operations.getJobs,
      attributes: [
        ['uri', 'printer-uri', uri],
        userName,
        ['keyword', 'which-jobs', 'all'],
        [
          'keyword',
          'requested-attributes',
          ...['job-id', 'job-name', 'job-originating-user-name', 'job-printer-uri'],
        ],
      ],
    });
    if (status >= refusedFrom && status !== notFound)
      throw new KioskError('printer-unavailable', { reason: statusReason(status) });
    return jobs.flatMap((job) => ourJob(job) ?? []);
  }

  async function cancel(job: SpoolJob): Promise<void> {
    await cancelJob(job, false); // not yet purged: that would kill CUPS' backend before it can tell the printer
    const device = deviceOf(first(await printerOf(job.printer), 'device-uri'));
    if (device) await cancelAtDevice(device, job.name).catch(() => undefined); // a printer that is off prints nothing
  }

  /**
   * CUPS says that it purged a job also when its backend has not ended yet, and then keeps the job and its file for good.
   * So it is told again until it answers that there is no such job.
   */
  async function remove(job: SpoolJob): Promise<void> {
    for (let tries = 1; tries <= mostPurges; tries += 1) {
      const { status } = await cancelJob(job, true);
      if (status === notFound) return;
      if (status >= refusedFrom) throw new KioskError('printer-refused', { reason: statusReason(status) });
      if (tries > 1) await wait(betweenPurges); // mostly it is gone at once
    }
    throw new KioskError('printer-unavailable', { reason: 'still-there' });
  }

  return {
    printers: () => cupsPrinters(server),
    newName() {
      const name = namePrefix + randomBytes(4).toString('hex');
      ofThisRun.add(name);
      return name;
    },
    async submit(printer, pdf, options, name) {
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
      return { printer: printer.name, id: readJob(answer), name };
    },
    async find(printer, name) {
      const jobs = await ourJobs(pathOf(printer), uriOf(printer));
      return jobs.find((job) => job.name === name) ?? null;
    },
    async look(job, copies): Promise<JobLook> {
      const asked: Attribute = ['keyword', 'requested-attributes', 'job-state', 'job-state-reasons'];
      const answer = await ippCall(server, pathOf(job.printer), {
        operation: operations.getJob,
        attributes: [...jobOf(job), asked],
      });
      const printer = await printerOf(job.printer);
      const device = await askDevice(deviceOf(first(printer, 'device-uri')), job.name);
      const spooled = toJob(answer);
      const spooler: SpoolerWord = {
        job: spooled,
        printer: {
          state: numbers(printer, 'printer-state')[0] ?? 0,
          reasons: words(printer, 'printer-state-reasons'),
        },
      };
      const handedOver = spooled === null || spooled.state === jobStates.completed;
      return { ...jobWord(spooler, device, copies), lastWordMissing: handedOver && device === 'silent' };
    },
    cancel,
    remove,
    async removeLeftovers() {
      const jobs = (await ourJobs('/', 'ipp://localhost/')).filter(({ name }) => !ofThisRun.has(name));
      let all = true;
      for (const job of jobs) {
        try {
          await cancel(job);
          await remove(job);
        } catch {
          all = false; // the others go all the same
        }
      }
      return all;
    },
  };
}
