/** The only source of time; tests and `--on` replace it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** The calendar day where the kiosk stands, as `2026-11-24`. */
export function today(clock: Clock): string {
  const now = clock.now();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
