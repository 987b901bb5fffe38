/** What a person has answered in the finder, and which questions come of it. Pure; held in the memory of one visit. */
import type { Household, IncomePeriod, JobOffer } from '../../../electron/contract/household.ts';
import type { FinderQuestion } from '../../lib/session/finder-step.ts';

/** A question that was passed over. Both count as unknown, never as "no". */
export type Left = 'skipped' | 'not-known';

export type StateCode = Household['state'];
export const insuranceOptions = ['none', 'medicaid', 'medicare', 'both', 'private', 'marketplace'] as const;
export const incomeOptions = ['week', 'two-weeks', 'twice-a-month', 'month', 'year', 'no-income'] as const;
export const jobOfferOptions = ['none', 'affordable', 'unaffordable'] as const satisfies JobOffer[];
export const kidneyOptions = ['yes', 'no'] as const;
/** Whole years since the transplant. */
export const kidneyYears = ['0', '1', '2', '3', '4', '5'] as const;
export const familyOptions = ['pregnant', 'child'] as const;
export const groupOptions = ['disabled', 'veteran', 'tribal'] as const;

/** Absent: not asked yet. Of a list, what is not in it was not chosen. */
export interface Answers {
  state?: StateCode | Left;
  household?: number | Left;
  'income-per'?: IncomePeriod | 'no-income' | Left;
  /** Whole dollars for the period. */
  'income-amount'?: number | Left;
  age?: number | Left;
  family?: readonly (typeof familyOptions)[number][] | Left;
  insurance?: (typeof insuranceOptions)[number] | Left;
  'job-offer'?: JobOffer | Left;
  kidney?: (typeof kidneyOptions)[number] | Left;
  'kidney-when'?: (typeof kidneyYears)[number] | Left;
  groups?: readonly (typeof groupOptions)[number][] | Left;
}

export const noAnswers: Answers = {};

export const isLeft = (answer: unknown): answer is Left => answer === 'skipped' || answer === 'not-known';

/** The answer itself, undefined where there is none. */
export function given<Q extends FinderQuestion>(
  answers: Answers,
  question: Q,
): Exclude<Answers[Q], Left | undefined> | undefined {
  const answer = answers[question];
  return answer === undefined || isLeft(answer)
    ? undefined
    : (answer as Exclude<Answers[Q], Left | undefined>);
}
