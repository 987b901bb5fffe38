/** Whether a person is still there. Pure: times in milliseconds, given from outside. */
export interface IdleTimes {
  warnAfterSeconds: number;
  countdownSeconds: number;
}

export type Idle = { phase: 'present' } | { phase: 'warning'; secondsLeft: number } | { phase: 'gone' };

export function idleAt(
  now: number,
  lastPresence: number,
  { warnAfterSeconds, countdownSeconds }: IdleTimes,
): Idle {
  const quiet = (now - lastPresence) / 1000;
  if (quiet < warnAfterSeconds) return { phase: 'present' };
  const secondsLeft = Math.ceil(warnAfterSeconds + countdownSeconds - quiet);
  return secondsLeft > 0 ? { phase: 'warning', secondsLeft } : { phase: 'gone' };
}

/** What counts as presence: touch, mouse, keys (of the on-screen keyboard too), scrolling, sound that plays. */
export const presenceEvents = [
  'pointerdown',
  'pointermove',
  'touchstart',
  'touchmove',
  'keydown',
  'wheel',
  'scroll',
  'input',
  'timeupdate',
] as const;
