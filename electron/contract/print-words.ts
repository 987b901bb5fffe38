/** Words and lengths of printing. Plain values, so that the page shares them. */

/** What is printed: a sheet from staff, the list that a patient printed, or the page that shows a printer's margins. */
export const jobKinds = ['sheet', 'list', 'test-page'] as const;
export type JobKind = (typeof jobKinds)[number];

/** `sent`: handed to a printer that cannot be asked whether it printed. `held`: it needs somebody, and `reason` says why. */
export const jobStateNames = [
  'waiting',
  'printing',
  'out-of-paper',
  'jammed',
  'offline',
  'held',
  'printed',
  'sent',
  'failed',
  'canceled',
] as const;
export type JobState = (typeof jobStateNames)[number];

export const endStates: readonly JobState[] = ['printed', 'sent', 'failed', 'canceled'];
export const hasEnded = (state: JobState) => endStates.includes(state);

/** `trouble`: it works, but its own state names something that stops paper. */
export const printerStateNames = ['ready', 'busy', 'trouble', 'stopped', 'unknown'] as const;
export type PrinterState = (typeof printerStateNames)[number];

/** Widest margin that can be entered: beyond it the sheet would have no room. */
export const mostMargin = 40;
