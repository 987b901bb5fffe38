import type { DayPart } from '../../../electron/contract/handout-request.ts';

/** In the order of the day; the contract's type keeps this list honest. */
export const dayParts: DayPart[] = ['morning', 'noon', 'evening', 'bedtime'];
