import { describe, expect, it } from 'vitest';
import type { Household } from '../../../../electron/contract/household.ts';
import { householdSchema } from '../../../../electron/contract/household.ts';
import { screen } from '../../../../electron/services/assistance/screen.ts';
import { outcomeOf, reasonIds, shippedRules } from '../../../support/households.ts';

const rules = shippedRules();
const texas: Household = { state: 'TX', householdSize: 1, age: 40, medicare: false, disabled: false };
const yearly = (amount: number): NonNullable<Household['income']> => ({ amount, per: 'year' });

describe('Medicaid', () => {
  it('says that a state did not expand, and tells of the gap below the poverty level', () => {
    const poor = outcomeOf(rules, 'medicaid-adult', { ...texas, income: yearly(15649) });
    expect([poor.answer, ...reasonIds(poor)]).toEqual(['unlikely', 'no-expansion', 'coverage-gap']);
    // Where the Marketplace credit of 2026 begins: 100 % of the table of 2025.
    const above = outcomeOf(rules, 'medicaid-adult', { ...texas, income: yearly(15650) });
    expect(reasonIds(above)).toEqual(['no-expansion']);
  });

  it.each<[string, Partial<Household>]>([
    ['another group helps', { pregnant: true }],
    ['there is Medicare', { medicare: true }],
    ['the person is too old', { age: 65 }],
    ['the income is not known', { income: undefined }],
    ['there is Medicaid', { insurance: 'medicaid' }],
    ['there is private cover', { insurance: 'private' }],
    ['a job offers a plan', { jobOffer: 'affordable' }],
    ['Georgia has Pathways', { state: 'GA' }],
  ])('does not tell of the gap when %s', (_, answers) => {
    const outcome = outcomeOf(rules, 'medicaid-adult', { ...texas, income: yearly(12000), ...answers });
    expect(reasonIds(outcome)).not.toContain('coverage-gap');
  });

  it('warns of the work rule, with Nebraska’s own day', () => {
    const start = (state: Household['state'], on: string) =>
      outcomeOf(rules, 'medicaid-adult', { ...texas, state, income: yearly(10000) }, on).reasons.filter(
        ({ id }) => id === 'work-rule-2027',
      );
    expect(start('OH', '2026-11-24').map(({ values }) => values['start']?.value)).toEqual(['2027-01-01']);
    expect(start('OH', '2027-03-01')).toHaveLength(1);
    expect(start('NE', '2026-11-24').map(({ values }) => values['start']?.value)).toEqual(['2026-05-01']);
    // Not expanded, and reached all the same (requirements, 4.2).
    expect(start('WI', '2026-11-24')).toHaveLength(1);
  });

  it('comes before the Marketplace', () => {
    const both: Household = {
      ...texas,
      state: 'OH',
      income: yearly(16000),
      insurance: 'none',
      jobOffer: 'none',
    };
    expect(reasonIds(outcomeOf(rules, 'marketplace-credit', both))).toContain('medicaid-comes-first');
    const one = { ...both, income: yearly(30000) };
    expect(reasonIds(outcomeOf(rules, 'marketplace-credit', one))).not.toContain('medicaid-comes-first');
  });

  it('cannot tell for Georgia Pathways, and asks to check after 2026', () => {
    const georgia: Household = { ...texas, state: 'GA', income: yearly(15960) };
    const now = outcomeOf(rules, 'georgia-pathways', georgia);
    expect(now.answer).toBe('cannot-tell');
    expect(reasonIds(now)).toContain('needs-work-hours');
    const later = outcomeOf(rules, 'georgia-pathways', georgia, '2027-01-01');
    expect(reasonIds(later)).toContain('pathways-ended-check');
    expect(reasonIds(later)).not.toContain('needs-work-hours');
    expect(outcomeOf(rules, 'georgia-pathways', { ...georgia, income: yearly(15961) }).answer).toBe(
      'unlikely',
    );
  });
});

describe('figures by year', () => {
  const buying: Household = { ...texas, insurance: 'none', jobOffer: 'none' };

  it('tell of next year’s plans in November and December, when the answer changes', () => {
    const more = { ...buying, income: yearly(63840) };
    const less = { ...buying, income: yearly(15700) };
    const november = outcomeOf(rules, 'marketplace-credit', more, '2026-11-01');
    expect([november.answer, november.group]).toEqual(['unlikely', 'may']);
    expect(reasonIds(november)).toContain('next-year-likely');
    expect(november.figures).toContainEqual({
      ...{ id: 'income-limit-next-year', value: 63840, unit: 'usd-per-year', year: 2026 },
      ...{ source: 'FPL', until: '2027-12-31' },
    });
    expect(reasonIds(outcomeOf(rules, 'marketplace-credit', less, '2026-12-31'))).toContain(
      'next-year-unlikely',
    );
    expect(reasonIds(outcomeOf(rules, 'marketplace-credit', more, '2026-10-31'))).not.toContain(
      'next-year-likely',
    );
    const same = outcomeOf(rules, 'marketplace-credit', { ...buying, income: yearly(30000) }, '2026-11-01');
    expect(reasonIds(same).filter((id) => id.startsWith('next-year'))).toEqual([]);
  });

  it('keep an old guideline in use and say so', () => {
    const child: Household = { state: 'OH', householdSize: 1, age: 8, income: yearly(16000) };
    const before = outcomeOf(rules, 'medicaid-child', child, '2027-01-30');
    expect(reasonIds(before)).not.toContain('figures-old');
    const after = outcomeOf(rules, 'medicaid-child', child, '2027-01-31');
    expect([after.answer, ...reasonIds(after)]).toContain('figures-old');
    expect(after.answer).toBe('likely');
    expect(after.figures[0]?.year).toBe(2026);
  });

  it('use the guideline that has begun', () => {
    const year = (on: string) => screen(rules, texas, on).povertyLevel.guidelineYear;
    expect([year('2026-01-12'), year('2026-01-13'), year('2025-01-14')]).toEqual([2025, 2026, null]);
  });

  it('are unknown, not wrong, before the first guideline', () => {
    const outcome = outcomeOf(rules, 'hill-burton', { ...texas, income: yearly(1) }, '2024-06-01');
    expect([outcome.answer, ...reasonIds(outcome)]).toContain('figures-missing');
    expect(outcome.answer).toBe('cannot-tell');
  });

  it('leave with their year: Medicare sums of 2026 are not shown in 2027', () => {
    const who: Household = {
      ...texas,
      state: 'OH',
      insurance: 'medicare',
      medicare: true,
      income: yearly(10000),
    };
    const ids = (on: string) => outcomeOf(rules, 'msp-qmb', who, on).figures.map(({ id }) => id);
    expect(ids('2026-12-31')).toContain('part-b-premium');
    expect(ids('2027-01-01')).not.toContain('part-b-premium');
    expect(reasonIds(outcomeOf(rules, 'msp-qmb', who, '2027-01-01'))).not.toContain('asset-limit');
  });

  it('flag a program after 90 days and hide it after its end', () => {
    const on = (day: string) => outcomeOf(rules, 'needymeds', texas, day);
    expect(reasonIds(on('2027-02-21'))).not.toContain('checked-long-ago');
    expect(reasonIds(on('2027-02-22'))).toContain('checked-long-ago');
    expect(on('2027-05-22').group).not.toBe('hidden');
    expect(on('2027-05-23').group).toBe('hidden');
  });

  it('show the poverty level with one decimal', () => {
    const { povertyLevel } = screen(rules, { ...texas, income: yearly(16822) }, '2026-11-25');
    expect(povertyLevel).toEqual({ percent: 105.4, guidelineYear: 2026, area: 'contiguous' });
  });
});

describe('who must be insured', () => {
  const charities = ['totalassist', 'healthwell', 'good-days', 'assistance-fund'];

  it.each(charities)('%s: hidden without insurance and while it is not known', (program) => {
    const none = outcomeOf(rules, program, { ...texas, insurance: 'none', income: yearly(10000) });
    expect([none.answer, none.group, ...reasonIds(none)]).toEqual(['unlikely', 'hidden', 'needs-insurance']);
    const unknown = outcomeOf(rules, program, { ...texas, income: yearly(10000) });
    expect([unknown.answer, unknown.group]).toEqual(['cannot-tell', 'hidden']);
    const insured = outcomeOf(rules, program, { ...texas, insurance: 'private', income: yearly(10000) });
    expect(insured.group).not.toBe('hidden');
    expect(reasonIds(insured)).toContain('fund-by-disease');
  });

  it('cards of companies: never with insurance of the government', () => {
    const card = (answers: Partial<Household>) => outcomeOf(rules, 'copay-cards', { ...texas, ...answers });
    for (const insurance of ['medicare', 'medicaid'] as const) {
      const outcome = card({ insurance, medicare: insurance === 'medicare' });
      expect(outcome.answer).toBe('unlikely');
      expect(reasonIds(outcome)).toContain('not-with-government-insurance');
    }
    expect(card({ insurance: 'private', medicare: true }).answer).toBe('unlikely');
    expect(card({ insurance: 'private' }).answer).toBe('cannot-tell');
    expect(reasonIds(card({ insurance: 'none' }))).toEqual(['needs-insurance']);
  });
});

describe('other programs', () => {
  const answer = (program: string, answers: Partial<Household>) =>
    outcomeOf(rules, program, { ...texas, ...answers }).answer;

  it('Part B-ID: a transplant three years ago and no other cover', () => {
    const kidney = { kidneyTransplant: { monthsAgo: 36 }, insurance: 'none' as const };
    expect(answer('medicare-part-b-id', kidney)).toBe('likely');
    expect(answer('medicare-part-b-id', { ...kidney, kidneyTransplant: { monthsAgo: 35 } })).toBe('unlikely');
    expect(answer('medicare-part-b-id', { ...kidney, kidneyTransplant: {} })).toBe('cannot-tell');
    expect(answer('medicare-part-b-id', { ...kidney, insurance: 'private' })).toBe('unlikely');
  });

  it('health centers tell of their fee by income', () => {
    const fee = (income?: Household['income']) =>
      reasonIds(outcomeOf(rules, 'health-center', { ...texas, income }));
    expect(fee(yearly(15960))).toEqual(['sliding-fee', 'fee-full']);
    expect(fee(yearly(15961))).toEqual(['sliding-fee', 'fee-partial']);
    expect(fee(yearly(31921))).toEqual(['sliding-fee', 'fee-none']);
    expect(fee()).toEqual(['sliding-fee']);
  });

  it('name a reason for each answer, and no program twice', () => {
    const { outcomes } = screen(rules, texas, '2026-11-24');
    expect(outcomes.every(({ reasons }) => reasons.length > 0)).toBe(true);
    expect(new Set(outcomes.map(({ program }) => program.id)).size).toBe(outcomes.length);
  });
});

describe('a household', () => {
  const path = (household: unknown) => {
    const parsed = householdSchema.safeParse(household);
    return parsed.success ? null : parsed.error.issues.map((issue) => issue.path.join('.')).join();
  };

  it.each<[unknown, string]>([
    [{ ...texas, state: 'PR' }, 'state'],
    [{ ...texas, householdSize: 0 }, 'householdSize'],
    [{ ...texas, income: { amount: 1.005, per: 'month' } }, 'income.amount'],
    [{ ...texas, income: { amount: -1, per: 'month' } }, 'income.amount'],
    [{ ...texas, income: { amount: 1, per: 'day' } }, 'income.per'],
    [{ ...texas, age: 40.5 }, 'age'],
    [{ ...texas, medicare: false, insurance: 'medicare' }, 'insurance'],
    [{ ...texas, kidneyTransplant: { monthsAgo: -1 } }, 'kidneyTransplant.monthsAgo'],
  ])('%o is refused at %s', (household, where) => {
    expect(path(household)).toBe(where);
  });

  it('may leave out all but state and size, and may have Medicare with insurance "none"', () => {
    expect(path({ state: 'TX', householdSize: 1 })).toBeNull();
    expect(path({ ...texas, medicare: true, insurance: 'none' })).toBeNull();
    expect(path({ ...texas, kidneyTransplant: null })).toBeNull();
  });
});
