import { useEffect, useRef, useState } from 'react';
import type { KioskError } from '../../../../electron/contract/errors.ts';
import type { HandoutRequestInput } from '../../../../electron/contract/handout-request.ts';
import { useSession } from '../../../lib/session/session.tsx';
import { toKioskError } from '../../../lib/use-call.ts';
import { useLatest } from '../../../lib/use-latest.ts';
import { latestOnly } from './latest-only.ts';

/** Milliseconds without a change until the PDF is asked for. */
const pause = 250;

/** What came of one request: nothing wrong, or why it has no PDF. */
interface Answer {
  of: string;
  problem: KioskError | null;
}

/**
 * The PDF of a request, asked for again when typing pauses: one at a time, then the latest. Keeps the last PDF until the next
 * is there. Null while there is nothing to print.
 */
export function usePreview(session: string, request: HandoutRequestInput | null, onEnded: () => void) {
  const { client } = useSession();
  const [pdf, setPdf] = useState<string | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const ended = useLatest(onEnded);
  const ask = useRef<((key: string) => void) | null>(null);
  const key = request ? JSON.stringify(request) : '';
  useEffect(() => {
    let current = true;
    ask.current = latestOnly(async (of: string) => {
      if (!current) return;
      try {
        const made = await client['handout.preview']({
          session,
          request: JSON.parse(of) as HandoutRequestInput,
        });
        if (!current) return;
        setPdf(made.pdf);
        setAnswer({ of, problem: null });
      } catch (error) {
        const problem = toKioskError(error);
        if (current && problem.code === 'session-ended') ended.current();
        else if (current) setAnswer({ of, problem });
      }
    });
    return () => {
      current = false;
    };
  }, [client, session, ended]);
  useEffect(() => {
    if (key === '') return undefined;
    const timer = setTimeout(() => ask.current?.(key), pause);
    return () => clearTimeout(timer);
  }, [key]);
  if (key === '') return { pdf: null, problem: null, updating: false };
  const isCurrent = answer?.of === key;
  return { pdf, problem: isCurrent ? answer.problem : null, updating: !isCurrent };
}
