import { KioskError } from '../../contract/errors.ts';
import { hasEnded, type JobKind } from '../../contract/print-words.ts';
import type { Clock } from '../clock.ts';
import { newToken } from '../tokens.ts';
import { createLostJobs } from './lost-jobs.ts';
import type { JobWord, PrinterInfo, PrintOptions, PrintSystem, SpoolJob } from './types.ts';

export interface QueuedJob extends JobWord {
  token: string;
  kind: JobKind;
  /** The printer's name for people. */
  printer: string;
  copies: number;
  /** When it was handed over. */
  at: Date;
  canRetry: boolean;
  canCancel: boolean;
}

export interface Queue {
  /** Hands a PDF to a printer. Throws `printer-unavailable` or `printer-refused`. */
  submit(printer: PrinterInfo, pdf: Uint8Array, options: PrintOptions, kind: JobKind): Promise<string>;
  /** This run's jobs, the latest first, each asked for anew. */
  jobs(): Promise<QueuedJob[]>;
  /** Prints again what did not end well. Throws `not-found` when its PDF is no longer held. */
  retry(token: string): Promise<string>;
  /** Stops a job and drops its PDF. Throws `not-found`, or `printer-unavailable` when nobody could be told. */
  cancel(token: string): Promise<void>;
  /**
   * Stops what has not ended and takes everything out of the print service, since nobody would follow it any more. Of a job
   * in mid-print, the sheets that are out stay out and the rest is not printed; what the printer has whole may still come.
   */
  close(): Promise<void>;
}

interface Entry {
  token: string;
  kind: JobKind;
  printer: PrinterInfo;
  options: PrintOptions;
  job: SpoolJob;
  word: JobWord;
  at: number;
  changedAt: number;
  /** Since when only the printer's last word is missing. */
  silentSince: number | null;
  /** In memory only, for another try. */
  pdf: Uint8Array | null;
  /** Out of the print service, with its file. */
  removed: boolean;
}

const tickEvery = 1_000;
/** A PDF is held at most this long after a job's last change. */
export const holdFor = 10 * 60_000;
/** How long a printer that fell silent after it had everything may take to say how it ended. */
export const waitForLastWord = 30_000;

const row = ({ token, kind, printer, options, word, at, pdf }: Entry): QueuedJob => ({
  token,
  kind,
  printer: printer.label,
  copies: options.copies,
  at: new Date(at),
  ...word,
  canRetry: hasEnded(word.state) && word.state !== 'printed' && pdf !== null,
  canCancel: !hasEnded(word.state),
});

/** Follows the jobs of this run by itself, also when no page asks, so that nothing stays in the print service. */
export function createQueue({ system, clock }: { system: PrintSystem; clock: Clock }): Queue {
  const entries = new Map<string, Entry>();
  const lost = createLostJobs({ system, clock });
  /** Prints that the service has not answered yet. */
  const submitting = new Set<Promise<string>>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running: Promise<void> | null = null;
  let closed = false;
  const now = () => clock.now().getTime();

  function say(entry: Entry, word: JobWord): void {
    if (entry.word.state !== word.state || entry.word.reason !== word.reason) entry.changedAt = now();
    entry.word = word;
    if (word.state === 'printed') entry.pdf = null;
  }

  async function look(entry: Entry): Promise<void> {
    const { lastWordMissing, ...word } = await system
      .look(entry.job, entry.options.copies)
      .catch(() => ({ state: 'offline', reason: 'no-print-service', lastWordMissing: false }) as const);
    if (hasEnded(entry.word.state)) return; // ended while the answer was on its way
    entry.silentSince = lastWordMissing ? (entry.silentSince ?? now()) : null;
    const gaveUp = entry.silentSince !== null && now() - entry.silentSince >= waitForLastWord;
    say(entry, gaveUp ? { state: 'sent', reason: 'silent' } : word);
  }

  async function follow(entry: Entry): Promise<void> {
    if (!hasEnded(entry.word.state)) await look(entry);
    if (hasEnded(entry.word.state) && !entry.removed)
      entry.removed = await system.remove(entry.job).then(
        () => true,
        () => false, // tried again at the next tick: the file must not stay
      );
    if (now() - entry.changedAt < holdFor) return;
    entry.pdf = null;
    if (entry.removed) entries.delete(entry.token);
  }

  function refresh(): Promise<void> {
    running ??= Promise.all([...[...entries.values()].map(follow), lost.look()]).then(() => {
      running = null;
    });
    return running;
  }

  function keepTicking(): void {
    if (timer || closed || (entries.size === 0 && lost.isEmpty())) return;
    timer = setTimeout(() => {
      void refresh().then(() => {
        timer = null;
        keepTicking();
      });
    }, tickEvery);
    timer.unref();
  }

  /** The job that the service took, also where its answer was lost. */
  async function handOver(printer: PrinterInfo, pdf: Uint8Array, options: PrintOptions): Promise<SpoolJob> {
    const name = system.newName();
    try {
      return await system.submit(printer, pdf, options, name);
    } catch (error) {
      if (error instanceof KioskError && error.code === 'printer-refused') throw error;
      const job = await lost.find(printer.name, name);
      if (job) return job;
      keepTicking();
      throw error;
    }
  }

  async function begin(...[printer, pdf, options, kind]: Parameters<Queue['submit']>): Promise<string> {
    const job = await handOver(printer, pdf, options);
    const token = newToken();
    const word: JobWord = { state: 'waiting', reason: '' };
    const [at, changedAt] = [now(), now()];
    entries.set(token, {
      ...{ token, kind, printer, options, job, word, at, changedAt, pdf },
      silentSince: null,
      removed: false,
    });
    keepTicking();
    return token;
  }

  async function submit(...job: Parameters<Queue['submit']>): Promise<string> {
    if (closed) throw new KioskError('printer-unavailable');
    const beginning = begin(...job);
    submitting.add(beginning);
    return beginning.finally(() => submitting.delete(beginning));
  }

  /** Out of the service, also what is on its way. What cannot be told now is removed at the next start. */
  async function drop({ job, word }: Entry): Promise<void> {
    if (!hasEnded(word.state)) await system.cancel(job).catch(() => undefined);
    await system.remove(job).catch(() => undefined);
  }

  const entryOf = (token: string): Entry => {
    const entry = entries.get(token);
    if (!entry) throw new KioskError('not-found', { what: 'job' });
    return entry;
  };

  return {
    submit,
    async jobs() {
      await refresh();
      return [...entries.values()].reverse().map(row);
    },
    async retry(token) {
      const entry = entryOf(token);
      const { pdf, word, printer, options, kind } = entry;
      if (!pdf || !hasEnded(word.state)) throw new KioskError('not-found', { what: 'document' });
      entry.pdf = null; // taken at once: a second press would print it twice
      const next = await submit(printer, pdf, options, kind).catch((error: unknown) => {
        if (now() - entry.changedAt < holdFor) entry.pdf = pdf;
        throw error;
      });
      if (entry.removed) entries.delete(token);
      return next;
    },
    async cancel(token) {
      const entry = entryOf(token);
      if (hasEnded(entry.word.state)) return;
      await system.cancel(entry.job).catch((error: unknown) => {
        throw new KioskError('printer-unavailable', {}, { cause: error });
      });
      entry.pdf = null;
      await refresh();
    },
    async close() {
      closed = true;
      if (timer) clearTimeout(timer);
      await Promise.allSettled(submitting);
      await Promise.all([
        ...[...entries.values()].filter(({ removed }) => !removed).map(drop),
        lost.look(true),
      ]);
      await running;
    },
  };
}
