import type { Clock } from '../clock.ts';
import type { PrintSystem, SpoolJob } from './types.ts';

/** So long a print that was told as failed is looked for in the print service. */
export const watchFor = 10 * 60_000;
const mostWait = 60_000;

interface Lost {
  printer: string;
  name: string;
  since: number;
  nextAt: number;
}

/**
 * Prints whose answer was lost, in a print service that may have taken them. What is found at once is followed like any
 * other job. What is not was told as failed: it is looked for until the service has said for a while that there is no such
 * job, and taken out when it turns up late, since the sheet may have been printed again meanwhile.
 */
export interface LostJobs {
  /** The job when the service has it; null when it has not, or does not answer: from then on it is looked for. */
  find(printer: string, name: string): Promise<SpoolJob | null>;
  /** Looks for those whose turn it is, all of them when it is the last time. Never rejects. */
  look(isLast?: boolean): Promise<void>;
  isEmpty(): boolean;
}

export function createLostJobs({ system, clock }: { system: PrintSystem; clock: Clock }): LostJobs {
  const lost = new Set<Lost>();
  const now = () => clock.now().getTime();

  /** True when nothing of it can come any more. */
  async function isOver({ printer, name, since }: Lost): Promise<boolean> {
    const job = await system.find(printer, name);
    if (!job) return now() - since >= watchFor;
    await system.cancel(job);
    await system.remove(job);
    return true;
  }

  async function lookFor(one: Lost): Promise<void> {
    one.nextAt = now() + Math.min(now() - one.since + 1_000, mostWait); // often at first: it may be about to print
    if (await isOver(one).catch(() => false)) lost.delete(one);
  }

  return {
    async find(printer, name) {
      const job = await system.find(printer, name).catch(() => null);
      if (!job) lost.add({ printer, name, since: now(), nextAt: now() });
      return job;
    },
    async look(isLast = false) {
      await Promise.all([...lost].filter(({ nextAt }) => isLast || nextAt <= now()).map(lookFor));
    },
    isEmpty: () => lost.size === 0,
  };
}
