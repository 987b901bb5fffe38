import { useEffect, useState } from 'react';
import { useLatest } from '../use-latest.ts';
import { idleAt, presenceEvents, type Idle, type IdleTimes } from './idle.ts';

/** Watches for presence while `active`; calls `onGone` once when nobody is left. */
export function useIdle(active: boolean, times: IdleTimes, onGone: () => void): Idle {
  const [idle, setIdle] = useState<Idle>({ phase: 'present' });
  const gone = useLatest(onGone);
  const { warnAfterSeconds, countdownSeconds } = times;
  useEffect(() => {
    if (!active) return undefined;
    let last = Date.now();
    const present = ({ type }: Event) => {
      // A mouse that merely moves while the warning is up, on its way to the button, is not an answer yet.
      const asked = idleAt(Date.now(), last, { warnAfterSeconds, countdownSeconds }).phase !== 'present';
      if (asked && type === 'pointermove') return;
      last = Date.now();
      setIdle((before) => (before.phase === 'present' ? before : { phase: 'present' }));
    };
    const tick = () => {
      const next = idleAt(Date.now(), last, { warnAfterSeconds, countdownSeconds });
      setIdle((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
      if (next.phase === 'gone') gone.current();
    };
    const timer = setInterval(tick, 250);
    for (const event of presenceEvents)
      window.addEventListener(event, present, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      for (const event of presenceEvents) window.removeEventListener(event, present, { capture: true });
      setIdle({ phase: 'present' });
    };
  }, [active, warnAfterSeconds, countdownSeconds, gone]);
  return idle;
}
