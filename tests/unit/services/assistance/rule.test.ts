import { describe, expect, it } from 'vitest';
import { circumstancesOf } from '../../../../electron/services/assistance/circumstances.ts';
import type { Context } from '../../../../electron/services/assistance/finding.ts';
import { guidelinesOn } from '../../../../electron/services/assistance/in-force.ts';
import { evaluate } from '../../../../electron/services/assistance/rule.ts';
import type { Truth } from '../../../../electron/services/assistance/types.ts';
import type { Household } from '../../../../electron/contract/household.ts';
import type { Rule } from '../../../../electron/services/packs/assistance-schemas.ts';
import { shippedRules } from '../../../support/households.ts';

const rules = shippedRules();

function contextOf(household: Household, on = '2026-11-24'): Context {
  const { states, guidelines } = rules;
  const state = states.states[household.state];
  if (!state) throw new Error('no such state');
  return {
    ...{ day: on, person: circumstancesOf(household), state, stateTable: states, area: 'contiguous' },
    ...{ guidelines: guidelinesOn(guidelines, on), slack: 0, answers: new Map() },
  };
}

const ohio: Household = { state: 'OH', householdSize: 1 };
/** Conditions that are true, false and unknown for the household of these tests. */
const parts: Record<Truth, Rule> = {
  yes: { test: 'flag', flag: 'pregnant' },
  no: { test: 'flag', flag: 'veteran' },
  unknown: { test: 'flag', flag: 'tribal' },
};
const household: Household = { ...ohio, pregnant: true, veteran: false };
const answer = (rule: Rule, who = household) => evaluate(rule, contextOf(who)).truth;
const reasons = (rule: Rule, who = household) =>
  evaluate(rule, contextOf(who)).traces.map(({ reason }) => reason.id);
const truths: Truth[] = ['no', 'unknown', 'yes'];

describe("Kleene's three values", () => {
  it.each(truths.flatMap((a) => truths.map((b) => [a, b] as const)))('%s and %s', (a, b) => {
    const lower = truths[Math.min(truths.indexOf(a), truths.indexOf(b))];
    const upper = truths[Math.max(truths.indexOf(a), truths.indexOf(b))];
    expect(answer({ test: 'all', of: [parts[a], parts[b]] })).toBe(lower);
    expect(answer({ test: 'any', of: [parts[a], parts[b]] })).toBe(upper);
  });

  it('turns yes and no round, and leaves unknown', () => {
    expect(truths.map((truth) => answer({ test: 'not', of: parts[truth] }))).toEqual([
      'yes',
      'unknown',
      'no',
    ]);
  });

  it('makes "maybe" of what holds', () => {
    expect(truths.map((truth) => answer({ test: 'maybe', of: parts[truth], because: 'ask' }))).toEqual([
      'no',
      'unknown',
      'unknown',
    ]);
  });
});

describe('reasons', () => {
  it('are those of what decided', () => {
    expect(reasons({ test: 'all', of: [parts.yes, parts.no, parts.unknown] })).toEqual(['veteran-no']);
    expect(reasons({ test: 'any', of: [parts.yes, parts.no, parts.unknown] })).toEqual(['pregnant-yes']);
    expect(reasons({ test: 'all', of: [parts.yes, parts.unknown] })).toEqual(['tribal-unknown']);
    expect(reasons({ test: 'not', of: parts.yes })).toEqual(['pregnant-yes']);
  });

  it('can be the own ones of a rule', () => {
    const any: Rule = { test: 'any', of: [parts.no, parts.no], reasons: { no: 'neither' } };
    expect(reasons(any)).toEqual(['neither']);
    expect(reasons({ test: 'flag', flag: 'veteran', reasons: { no: 'not-served' } })).toEqual(['not-served']);
    expect(reasons({ test: 'not', of: parts.no, reasons: { yes: 'fine' } })).toEqual(['fine']);
  });

  it('carry figures', () => {
    const rule: Rule = { test: 'income', guideline: 'current', atMost: 'adultLimit' };
    const [trace] = evaluate(rule, contextOf({ ...ohio, income: { amount: 100, per: 'week' } })).traces;
    expect(trace?.reason).toEqual({
      id: 'income-at-most-yes',
      values: {
        limit: { kind: 'money', value: 22024.8 },
        percent: { kind: 'percent', value: 138 },
        year: { kind: 'name', value: '2026' },
      },
    });
    expect(trace?.figures).toEqual([
      {
        id: 'income-limit',
        value: 22024.8,
        unit: 'usd-per-year',
        year: 2026,
        source: 'FPL',
        until: '2027-01-30',
      },
      {
        id: 'income-limit-percent',
        value: 138,
        unit: 'percent-of-poverty',
        year: 2026,
        source: 'PE',
        until: '2027-01-30',
      },
    ]);
  });
});

describe('single conditions', () => {
  const age = (rule: Omit<Extract<Rule, { test: 'age' }>, 'test'>, years?: number) =>
    answer({ test: 'age', ...rule }, { ...ohio, age: years });

  it('ages count both ends', () => {
    const adult = [18, 19, 64, 65, undefined].map((years) => age({ from: 19, to: 64 }, years));
    expect(adult).toEqual(['no', 'yes', 'yes', 'no', 'unknown']);
    expect([18, 19].map((years) => age({ to: 18 }, years))).toEqual(['yes', 'no']);
  });

  it.each<[Household['kidneyTransplant'], Truth]>([
    [undefined, 'unknown'],
    [null, 'no'],
    [{}, 'unknown'],
    [{ monthsAgo: 35 }, 'no'],
    [{ monthsAgo: 36 }, 'yes'],
  ])('a transplant of %o, 36 months ago: %s', (kidneyTransplant, truth) => {
    expect(answer({ test: 'transplant-months', from: 36 }, { ...ohio, kidneyTransplant })).toBe(truth);
  });

  it('"unknown" is the same as no answer', () => {
    const rule: Rule = { test: 'insurance', in: ['none'] };
    expect(answer(rule, { ...ohio, insurance: 'unknown' })).toBe('unknown');
    expect(answer(rule, ohio)).toBe('unknown');
    expect(answer({ test: 'job-offer', in: ['none'] }, { ...ohio, jobOffer: 'unknown' })).toBe('unknown');
  });

  it('insurance "medicare" is Medicare', () => {
    expect(answer({ test: 'flag', flag: 'medicare' }, { ...ohio, insurance: 'medicare' })).toBe('yes');
  });

  it('an illness may be written with capitals and spaces', () => {
    const rule: Rule = { test: 'condition', in: ['rheumatoid-arthritis'] };
    expect(answer(rule, { ...ohio, conditions: ['Rheumatoid Arthritis'] })).toBe('yes');
    expect(answer(rule, { ...ohio, conditions: [] })).toBe('no');
    expect(answer(rule, ohio)).toBe('unknown');
  });

  it('a limit that a state does not have is "no" even without an income', () => {
    const rule: Rule = { test: 'income', guideline: 'current', atMost: 'unbornLimit' };
    expect(answer(rule, { state: 'FL', householdSize: 1 })).toBe('no');
    expect(answer(rule, { state: 'TX', householdSize: 1 })).toBe('unknown');
  });

  it('chooses by state and day', () => {
    const rule: Rule = {
      test: 'choose',
      cases: [{ when: { test: 'day', until: '2026-06-30' }, then: parts.yes }, { then: parts.no }],
    };
    expect(evaluate(rule, contextOf(household, '2026-06-30')).truth).toBe('yes');
    expect(evaluate(rule, contextOf(household, '2026-07-01')).truth).toBe('no');
  });
});
