/** Money, exact: whole cents in whole numbers, nothing rounded before it is compared. */
import type { Household, IncomePeriod } from '../../contract/household.ts';

/** How often a year. */
const times: Record<IncomePeriod, number> = {
  week: 52,
  'two-weeks': 26,
  'twice-a-month': 24,
  month: 12,
  year: 1,
};

/** Income of a year in cents. The schema lets at most two digits of cents pass, so the cents are exact. */
export function yearlyCents({ amount, per }: NonNullable<Household['income']>): number {
  return Math.round(amount * 100) * times[per];
}

/** What 100 % of the poverty level is for a household, in dollars a year. */
export function povertyDollars(area: { first: number; more: number }, householdSize: number): number {
  return area.first + area.more * (householdSize - 1);
}

/** A limit in cents: a percentage of whole dollars is whole cents. `plus` in dollars a year. */
export function limitCents(poverty: number, percent: number, plus = 0): number {
  return poverty * percent + plus * 100;
}

/** Percent of the poverty level with one decimal, for display only. */
export function povertyPercent(incomeCents: number, poverty: number): number {
  return Math.round((incomeCents * 10) / poverty) / 10;
}
