/** Exact at every limit: one cent and one dollar either side, for each state and group, area and pay period. */
import { describe, expect, it } from 'vitest';
import { stateCodes, type Household } from '../../../../electron/contract/household.ts';
import type { LimitColumn } from '../../../../electron/services/packs/assistance-schemas.ts';
import { outcomeOf, reasonIds, shippedRules } from '../../../support/households.ts';

const rules = shippedRules();

/** Everything that a group asks for but the income. */
const groups: [program: string, column: LimitColumn, answers: Partial<Household>][] = [
  ['medicaid-adult', 'adultLimit', { age: 40, medicare: false }],
  ['medicaid-parent', 'parentLimit', { age: 40, medicare: false, childUnder19: true }],
  ['medicaid-child', 'childLimit', { age: 8 }],
  ['chip', 'childLimit', { childUnder19: true }],
  ['medicaid-pregnancy', 'pregnantLimit', { pregnant: true }],
  ['chip-unborn', 'unbornLimit', { pregnant: true }],
  ['medicaid-aged-disabled', 'agedDisabledLimit', { age: 70 }],
];

/** The 2026 table, written out here once more so that a slip in the data is seen. */
function poverty(state: string, size: number): bigint {
  if (state === 'AK') return 19950n + 7100n * BigInt(size - 1);
  if (state === 'HI') return 18360n + 6530n * BigInt(size - 1);
  return 15960n + 5680n * BigInt(size - 1);
}

const yearly = (cents: bigint): NonNullable<Household['income']> => ({
  amount: Number(cents) / 100,
  per: 'year',
});

describe.each(groups)('%s', (program, column, answers) => {
  it.each(stateCodes)('turns at the limit of %s', (state) => {
    const percent = rules.states.states[state]?.[column];
    for (const householdSize of [1, 3, 9]) {
      const ask = (cents: bigint) =>
        outcomeOf(rules, program, { state, householdSize, income: yearly(cents), ...answers });
      if (percent === 'none') {
        expect(ask(0n).answer).toBe('unlikely');
        continue;
      }
      const limit = poverty(state, householdSize) * BigInt(percent as number);
      // The table gives one limit for one person: between that and a household's own it is not sure (facts 3C).
      const isForOne = column === 'agedDisabledLimit';
      const within = isForOne && householdSize > 1 ? 'cannot-tell' : 'likely';
      expect(ask(limit).answer).toBe(within);
      expect(ask(limit - 100n).answer).toBe(within);
      if (isForOne) {
        const one = poverty(state, 1) * BigInt(percent as number);
        expect(ask(one).answer).toBe('likely');
        expect(ask(one + 1n).answer).toBe(householdSize > 1 ? 'cannot-tell' : 'unlikely');
      }
      expect(ask(limit + 1n).answer).toBe('unlikely');
      const above = ask(limit + 100n);
      expect(above.answer).toBe('unlikely');
      expect(above.group).toBe('may');
      expect(reasonIds(above)).toContain('close-apply-anyway');
      const lifted = limit + poverty(state, householdSize) * 5n;
      expect(reasonIds(ask(lifted))).toContain('close-apply-anyway');
      expect(reasonIds(ask(lifted + 1n))).not.toContain('close-apply-anyway');
    }
  });
});

describe('the table of states', () => {
  it.each<[string, LimitColumn, number | 'none']>([
    ['TX', 'adultLimit', 'none'],
    ['WI', 'adultLimit', 100],
    ['GA', 'parentLimit', 31],
    ['CT', 'parentLimit', 160],
    ['NY', 'childLimit', 405],
    ['CA', 'unbornLimit', 322],
    ['FL', 'unbornLimit', 'none'],
    ['AK', 'agedDisabledLimit', 83],
    ['DC', 'pregnantLimit', 324],
    ['WY', 'parentLimit', 56],
  ])('%s %s is %s', (state, column, limit) => {
    expect(rules.states.states[state]?.[column]).toBe(limit);
  });

  it('has 41 places that expanded, and 10 that did not', () => {
    const rows = Object.entries(rules.states.states);
    expect(rows.filter(([, row]) => row.expanded)).toHaveLength(41);
    expect(
      rows
        .filter(([, row]) => !row.expanded)
        .map(([code]) => code)
        .sort(),
    ).toEqual(['AL', 'FL', 'GA', 'KS', 'MS', 'SC', 'TN', 'TX', 'WI', 'WY']);
  });
});

describe('pay periods', () => {
  const adult = (income: Household['income']) =>
    outcomeOf(rules, 'medicaid-adult', { state: 'OH', householdSize: 1, age: 40, medicare: false, income })
      .answer;

  // The limit is $22,024.80 a year.
  it.each<[number, NonNullable<Household['income']>['per'], string]>([
    [22024.8, 'year', 'likely'],
    [22024.81, 'year', 'unlikely'],
    [1835.4, 'month', 'likely'],
    [1835.41, 'month', 'unlikely'],
    [1835.5, 'month', 'unlikely'],
    [1834.5, 'month', 'likely'],
    [917.7, 'twice-a-month', 'likely'],
    [917.71, 'twice-a-month', 'unlikely'],
    [847.1, 'two-weeks', 'likely'],
    [847.11, 'two-weeks', 'unlikely'],
    [423.55, 'week', 'likely'],
    [423.56, 'week', 'unlikely'],
  ])('%d a %s is %s', (amount, per, answer) => {
    expect(adult({ amount, per })).toBe(answer);
  });
});

describe('federal limits', () => {
  const ask = (program: string, cents: number, answers: Partial<Household>, on?: string) =>
    outcomeOf(
      rules,
      program,
      { state: 'OH', householdSize: 1, income: { amount: cents / 100, per: 'year' }, ...answers },
      on,
    ).answer;
  const uninsured: Partial<Household> = { insurance: 'none', medicare: false };
  const buying: Partial<Household> = { ...uninsured, jobOffer: 'none' };

  it('marketplace credit: from 100 % to 400 % of the table of the year before the plan', () => {
    expect(ask('marketplace-credit', 1564999, buying)).toBe('unlikely');
    expect(ask('marketplace-credit', 1565000, buying)).toBe('likely');
    expect(ask('marketplace-credit', 6260000, buying)).toBe('likely');
    expect(ask('marketplace-credit', 6260001, buying)).toBe('unlikely');
    expect(ask('marketplace-credit', 6260001, buying, '2027-02-01')).toBe('likely');
    expect(ask('marketplace-credit', 1595999, buying, '2027-02-01')).toBe('unlikely');
  });

  it('lower costs: to 250 %', () => {
    expect(ask('marketplace-csr', 3912500, buying)).toBe('likely');
    expect(ask('marketplace-csr', 3912501, buying)).toBe('unlikely');
  });

  it('Extra Help: under 150 %, not at it, and at any income with Medicaid', () => {
    expect(ask('extra-help', 2393999, { medicare: true, insurance: 'medicare' })).toBe('likely');
    expect(ask('extra-help', 2394000, { medicare: true, insurance: 'medicare' })).toBe('unlikely');
    expect(ask('extra-help', 9900000, { medicare: true, insurance: 'medicaid' })).toBe('likely');
  });

  it('Medicare Savings Programs: their limit and 20 dollars a month more', () => {
    const medicare: Partial<Household> = { insurance: 'medicare' };
    expect(ask('msp-qmb', 1620000, medicare)).toBe('likely');
    expect(ask('msp-qmb', 1620001, medicare)).toBe('unlikely');
    expect(ask('msp-slmb', 1939200, medicare)).toBe('likely');
    expect(ask('msp-slmb', 1939201, medicare)).toBe('unlikely');
    expect(ask('msp-qi', 2178600, medicare)).toBe('likely');
    expect(ask('msp-qi', 2178601, medicare)).toBe('unlikely');
  });

  it('Dispensary of Hope: under 300 %; ReplenishRx: at it too', () => {
    expect(ask('dispensary-of-hope', 4787999, uninsured)).toBe('likely');
    expect(ask('dispensary-of-hope', 4788000, uninsured)).toBe('unlikely');
    expect(ask('replenishrx', 4788000, uninsured)).toBe('likely');
    expect(ask('replenishrx', 4788001, uninsured)).toBe('unlikely');
  });

  it('grants for the insured: to 400 % likely, to 500 % cannot tell', () => {
    expect(ask('totalassist', 6384000, { insurance: 'private' })).toBe('likely');
    expect(ask('totalassist', 6384001, { insurance: 'private' })).toBe('cannot-tell');
    expect(ask('totalassist', 7980000, { insurance: 'private' })).toBe('cannot-tell');
    expect(ask('totalassist', 7980001, { insurance: 'private' })).toBe('unlikely');
  });

  it('hospitals and Hill-Burton', () => {
    expect(ask('hospital-assistance', 6384000, {})).toBe('likely');
    expect(ask('hospital-assistance', 6384001, {})).toBe('cannot-tell');
    expect(ask('hill-burton', 3192000, {})).toBe('likely');
    expect(ask('hill-burton', 3192001, {})).toBe('unlikely');
  });

  it('Basic Health: above 138 % to 200 %, in New York to 250 % until the middle of 2026', () => {
    const plan: Partial<Household> = { ...buying, age: 30, state: 'NY' };
    expect(ask('basic-health', 2202480, plan)).toBe('unlikely');
    expect(ask('basic-health', 2202481, plan)).toBe('likely');
    expect(ask('basic-health', 3192000, plan)).toBe('likely');
    expect(ask('basic-health', 3192001, plan)).toBe('unlikely');
    expect(ask('basic-health', 3990000, plan, '2026-06-30')).toBe('likely');
    expect(ask('basic-health', 3990000, plan, '2026-07-01')).toBe('unlikely');
    expect(ask('basic-health', 3990000, { ...plan, state: 'OR' }, '2026-06-30')).toBe('unlikely');
  });

  it('Covered Connecticut to 175 %', () => {
    const adult: Partial<Household> = { state: 'CT', age: 30, medicare: false };
    expect(ask('covered-connecticut', 2793000, adult)).toBe('likely');
    expect(ask('covered-connecticut', 2793001, adult)).toBe('unlikely');
  });
});
