/**
 * From what CUPS and the printer say to what staff read. Pure, so that each row can be tested.
 *
 * "Printed" needs the printer's own word. CUPS' `completed` is not it: measured with CUPS 2.4.2 and `ippeveprinter`, its
 * ipp backend does wait for the printer (option `waitjob`, on unless the queue turns it off), but it reports `completed`
 * also for a job that the printer forgot when it was switched off and on, and sometimes for one that the printer aborted
 * (which of its two threads hears first decides between that and `canceled`). Its socket and usb backends never wait. So
 * where the printer cannot be asked, the end is `sent`: handed over, look in the tray.
 */
import type { JobState } from '../../contract/print-words.ts';
import type { JobWord } from './types.ts';

/** job-state, RFC 8011 section 5.3.7. */
export const jobStates = {
  pending: 3,
  held: 4,
  processing: 5,
  stopped: 6,
  canceled: 7,
  aborted: 8,
  completed: 9,
} as const;
/** printer-state, RFC 8011 section 5.4.11. */
const printerStopped = 5;

export interface OneJob {
  state: number;
  reasons: string[];
}

export interface OnePrinter {
  state: number;
  reasons: string[];
}

/** CUPS' side; `job` is null when CUPS knows no such job any more. */
export interface SpoolerWord {
  job: OneJob | null;
  printer: OnePrinter;
}

/** The printer's side: its jobs of that name, several when it takes copies one by one. */
export interface DeviceAnswer {
  jobs: OneJob[];
  printer: OnePrinter;
  /** As many copies it takes in one job; 1 where it takes or names none. */
  mostCopies: number;
}

/** `cannot-be-asked`: not an IPP printer of this computer. `silent`: it is one, and does not answer now. */
export type DeviceWord = DeviceAnswer | 'cannot-be-asked' | 'silent';

const bare = (reason: string) => reason.replace(/-(error|warning|report)$/, '');

/** Reasons that stop paper, by what staff have to do; what is only low is not among them. */
const troubles: [state: JobState, reasons: string[]][] = [
  ['jammed', ['media-jam']],
  ['out-of-paper', ['media-empty', 'media-needed', 'input-tray-missing']],
  ['offline', ['offline', 'timed-out', 'shutdown']],
  [
    'held',
    [
      ...['cover-open', 'door-open', 'interlock-open', 'output-area-full', 'output-tray-missing'],
      ...['toner-empty', 'marker-supply-empty', 'marker-waste-full', 'fuser-over-temp', 'opc-life-over'],
      ...['spool-area-full', 'paused', 'moving-to-paused', 'cups-held-for-authentication'],
      ...['account-authorization-failed', 'account-info-needed', 'cups-missing-filter', 'stopped-partly'],
    ],
  ],
];

/** The gravest trouble among reasons of job and printer; null when there is none. */
export function troubleIn(reasons: string[]): JobWord | null {
  const named = new Set(reasons.map(bare));
  for (const [state, known] of troubles) {
    const reason = known.find((one) => named.has(one));
    if (reason) return { state, reason };
  }
  return null;
}

/** Says nothing more than the state does. */
const emptyReasons = new Set(['none', 'processing-to-stop-point', 'job-printing', 'job-incoming']);
const reasonOf = ({ reasons }: OneJob) => bare(reasons.find((one) => !emptyReasons.has(one)) ?? '');

/** The printer itself gave up one of the jobs. */
function abortedAt(device: DeviceWord): JobWord | null {
  const aborted =
    typeof device === 'object' ? device.jobs.find(({ state }) => state === jobStates.aborted) : undefined;
  return aborted ? { state: 'failed', reason: reasonOf(aborted) } : null;
}

/** Whether the printer completed as many jobs as CUPS makes of these copies: one, or one for each copy. */
const isAllDone = ({ jobs, mostCopies }: DeviceAnswer, copies: number) =>
  jobs.every(({ state }) => state === jobStates.completed) &&
  jobs.length >= (mostCopies >= copies ? 1 : copies);

/** The printer's word on what it has of a job; null when it has nothing, or has done all that it has. */
function wordOf(device: DeviceAnswer): JobWord | null {
  const { jobs, printer } = device;
  const aborted = abortedAt(device);
  if (aborted) return aborted;
  const canceled = jobs.find(({ state }) => state === jobStates.canceled);
  if (canceled) return { state: 'canceled', reason: reasonOf(canceled) };
  return jobs.every(({ state }) => state === jobStates.completed) ? null : atPrinter(jobs, printer);
}

/** The printer's word on a job that CUPS has handed over whole. */
function handedOver(device: DeviceWord, copies: number): JobWord {
  if (device === 'cannot-be-asked') return { state: 'sent', reason: '' };
  if (device === 'silent') return { state: 'offline', reason: 'silent' };
  if (device.jobs.length === 0) return { state: 'sent', reason: 'unknown-to-printer' };
  const word = wordOf(device);
  if (word) return word;
  return isAllDone(device, copies)
    ? { state: 'printed', reason: '' }
    : { state: 'sent', reason: 'fewer-than-copies' };
}

/**
 * A job that CUPS gave up or forgot. The printer may go on with what it has and complete it: that did not fail. But whether
 * it had the whole sheet nobody knows: CUPS gives up in mid-sheet too, and the printer then completes the half. So that is
 * `sent`, look in the tray.
 */
function leftByCups(job: OneJob | null, device: DeviceWord): JobWord {
  const failed: JobWord = { state: 'failed', reason: job ? reasonOf(job) : 'gone' };
  if (device === 'silent' && !job) return { state: 'offline', reason: 'silent' };
  if (typeof device !== 'object' || device.jobs.length === 0) return failed;
  const word = wordOf(device) ?? { state: 'sent', reason: 'completed-at-printer' };
  return word.state === 'failed' && job ? failed : word;
}

/** A job that the printer has and has not ended. */
function atPrinter(jobs: OneJob[], printer: OnePrinter): JobWord {
  const trouble = troubleIn([...printer.reasons, ...jobs.flatMap(({ reasons }) => reasons)]);
  if (trouble) return trouble;
  if (printer.state === printerStopped) return { state: 'held', reason: 'stopped' };
  const stuck = jobs.find(({ state }) => state === jobStates.held || state === jobStates.stopped);
  if (stuck) return { state: 'held', reason: reasonOf(stuck) || 'held' };
  return jobs.some(({ state }) => state >= jobStates.processing)
    ? { state: 'printing', reason: '' }
    : { state: 'waiting', reason: '' };
}

/** A job that CUPS still has. */
function inSpooler(job: OneJob, printer: OnePrinter, device: DeviceWord): JobWord {
  const answers = typeof device === 'object';
  // CUPS asks the printer only every ten seconds or so: what the printer says now goes before what CUPS remembers of it.
  const remembered = answers ? printer.reasons.filter((one) => /^(paused|cups-)/.test(one)) : printer.reasons;
  const trouble = troubleIn([...job.reasons, ...remembered]);
  if (trouble) return trouble;
  if (printer.state === printerStopped) return { state: 'held', reason: 'stopped' };
  // CUPS holds a job also while it takes its data in.
  const arriving = job.reasons.some((one) => one === 'job-data-insufficient' || one === 'job-incoming');
  if (!arriving && (job.state === jobStates.held || job.state === jobStates.stopped))
    return { state: 'held', reason: reasonOf(job) || 'held' };
  if (device === 'silent') return { state: 'offline', reason: 'silent' };
  // CUPS calls a job processing before the printer has it, and while the printer is busy with another.
  if (answers) return atPrinter(device.jobs, device.printer);
  if (job.state !== jobStates.processing) return { state: 'waiting', reason: '' };
  return printer.reasons.map(bare).includes('connecting-to-device')
    ? { state: 'waiting', reason: 'connecting-to-device' }
    : { state: 'printing', reason: '' };
}

/**
 * What staff read of a job of so many copies. `printed` only when CUPS has handed over everything and every job of that
 * name at the printer is completed, one for each copy where the printer takes copies one by one.
 */
export function jobWord({ job, printer }: SpoolerWord, device: DeviceWord, copies: number): JobWord {
  if (!job || job.state === jobStates.aborted) return leftByCups(job, device);
  if (job.state === jobStates.canceled)
    return abortedAt(device) ?? { state: 'canceled', reason: reasonOf(job) };
  if (job.state === jobStates.completed) return handedOver(device, copies);
  return inSpooler(job, printer, device);
}
