import { useCallback, useEffect, useState } from 'react';
import type { JobRow } from '../../../../electron/contract/calls.ts';
import { hasEnded } from '../../../../electron/contract/print-words.ts';
import type { KioskError } from '../../../../electron/contract/errors.ts';
import { useSession } from '../../../lib/session/session.tsx';
import { toKioskError } from '../../../lib/use-call.ts';

interface Jobs {
  /** As they were told last. */
  jobs: JobRow[];
  /** Why nobody can say now how they stand; null when they are as told. */
  problem: KioskError | null;
  /** Asks at once: something was just printed, tried again or canceled. */
  lookNow: () => void;
}

/**
 * This run's print jobs, asked for every second while one of them is on its way, and after an answer that failed: the
 * services may be starting again. Without a session nobody is answered any more.
 */
export function useJobs(session: string): Jobs {
  const { client } = useSession();
  const [jobs, setJobs] = useState<JobRow[]>([]);
  const [problem, setProblem] = useState<KioskError | null>(null);
  const [look, setLook] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let current = true;
    const askAgain = () => {
      timer = setTimeout(() => void ask(), 1000);
    };
    const ask = async () => {
      try {
        const answer = await client['printers.jobs']({ session });
        if (!current) return;
        setJobs(answer.jobs);
        setProblem(null);
        if (answer.jobs.some(({ state }) => !hasEnded(state))) askAgain();
      } catch (error) {
        if (!current) return;
        const known = toKioskError(error);
        setProblem(known);
        if (known.code !== 'session-ended') askAgain();
      }
    };
    void ask();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [client, session, look]);
  const lookNow = useCallback(() => setLook((before) => before + 1), []);
  return { jobs, problem, lookNow };
}
