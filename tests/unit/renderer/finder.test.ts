import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { householdSchema, stateCodes } from '../../../electron/contract/household.ts';
import { finderQuestions } from '../../../renderer/lib/session/finder-step.ts';
import type { Answers } from '../../../renderer/screens/finder/answers.ts';
import { anyHousehold, toHousehold } from '../../../renderer/screens/finder/household.ts';
import {
  askedQuestions,
  missingQuestion,
  mostQuestions,
  progressAt,
  questions,
  stepAfter,
  unanswered,
  withAnswer,
} from '../../../renderer/screens/finder/questions.ts';
import { findStates, statesByName } from '../../../renderer/screens/finder/states.ts';

const root = path.join(import.meta.dirname, '../../..');
const strings = JSON.parse(
  readFileSync(path.join(root, 'content/languages/en/ui/finder.json'), 'utf8'),
) as Record<string, string>;

const adult: Answers = {
  state: 'TX',
  household: 3,
  'income-per': 'month',
  'income-amount': 2000,
  age: 30,
  family: ['child'],
  insurance: 'none',
  'job-offer': 'none',
  kidney: 'no',
  groups: [],
};

describe('the questions', () => {
  it('are nine at most, and what follows from one counts with it', () => {
    expect(mostQuestions).toBe(9);
    expect(progressAt('state', {})).toEqual({ number: 1, total: 9 });
    const answers: Answers = { 'income-per': 'week', kidney: 'yes' };
    expect(progressAt('income-per', answers)).toEqual({ number: 3, total: 9 });
    expect(progressAt('income-amount', answers)).toEqual({ number: 3, total: 9 });
    expect(progressAt('kidney-when', answers)).toEqual({ number: 8, total: 9 });
    expect(progressAt('groups', answers)).toEqual({ number: 9, total: 9 });
  });

  it('are seven at least when all are answered', () => {
    const counts = [0, 8, 15, 30, 60, 70].flatMap((age) =>
      (['none', 'medicaid', 'medicare', 'both', 'private', 'marketplace'] as const).map(
        (insurance) => progressAt('groups', { ...adult, age, insurance }).total,
      ),
    );
    expect(Math.min(...counts)).toBe(7);
    expect(Math.max(...counts)).toBe(9);
  });

  it('leave out what earlier answers have settled', () => {
    const asks = (answers: Answers, id: (typeof finderQuestions)[number]) =>
      askedQuestions(answers).includes(id);
    expect(asks({ 'income-per': 'no-income' }, 'income-amount')).toBe(false);
    expect(asks({ 'income-per': 'skipped' }, 'income-amount')).toBe(false);
    expect(asks({ 'income-per': 'year' }, 'income-amount')).toBe(true);
    expect(asks({ insurance: 'medicare' }, 'job-offer')).toBe(false);
    expect(asks({ insurance: 'both' }, 'job-offer')).toBe(false);
    expect(asks({ insurance: 'none' }, 'job-offer')).toBe(true);
    expect(asks({ insurance: 'not-known' }, 'job-offer')).toBe(true);
    expect(asks({ kidney: 'no' }, 'kidney-when')).toBe(false);
    expect(asks({ kidney: 'not-known' }, 'kidney-when')).toBe(false);
    expect(asks({ kidney: 'yes' }, 'kidney-when')).toBe(true);
    expect(asks({ age: 8 }, 'family')).toBe(false);
  });

  it.each([
    [11, []],
    [12, ['pregnant']],
    [18, ['pregnant']],
    [19, ['pregnant', 'child']],
    [55, ['pregnant', 'child']],
    [56, ['child']],
    ['skipped', ['pregnant', 'child']],
  ] as const)('at age %s ask of the family %j', (age, options) => {
    const { kind } = questions.family;
    expect(kind.answer === 'several' && kind.options({ age })).toEqual(options);
  });

  it('end at a state or a household size that was passed over', () => {
    expect(askedQuestions({ state: 'skipped' })).toEqual(['state']);
    expect(stepAfter('state', { state: 'not-known' }, false)).toBe('results');
    expect(askedQuestions({ state: 'TX', household: 'not-known' })).toEqual(['state', 'household']);
    expect(missingQuestion({ state: 'TX', household: 'skipped' })).toBe('household');
    expect(missingQuestion(adult)).toBeNull();
  });

  it('lead on one by one, and after a change straight back but for what is new', () => {
    expect(stepAfter('state', { state: 'TX' }, false)).toBe('household');
    expect(stepAfter('insurance', { insurance: 'medicare' }, false)).toBe('kidney');
    expect(stepAfter('groups', adult, false)).toBe('results');
    expect(stepAfter('age', { ...adult, age: 40 }, true)).toBe('results');
    expect(stepAfter('kidney', { ...adult, kidney: 'yes' }, true)).toBe('kidney-when');
    expect(unanswered({ ...adult, kidney: 'yes' })).toBe('kidney-when');
    expect(unanswered(adult)).toBeNull();
  });

  it('ask anew what follows from an answer that has changed, and keep it when it has not', () => {
    expect(withAnswer(adult, 'income-per', 'month')).toEqual(adult);
    expect(withAnswer(adult, 'income-per', 'week')).not.toHaveProperty('income-amount');
    expect(withAnswer(adult, 'state', 'AL')).toEqual({ ...adult, state: 'AL' });
    expect(withAnswer(adult, 'age', undefined)).not.toHaveProperty('age');
  });

  it('never ask about immigration, and say why each is asked', () => {
    for (const id of finderQuestions) {
      const words = [
        strings[`finder.ask.${id}`] ?? strings[`finder.ask.${id}.month`],
        strings[`finder.why.${id}`],
        ...(questions[id].help ? [strings[`finder.help.${id}`]] : []),
      ];
      for (const word of words) {
        expect(word, id).toBeTruthy();
        expect(word).not.toMatch(/immigra|citizen|papers|green card|visa/i);
      }
    }
  });

  it('have words for every answer', () => {
    const wanted = finderQuestions.flatMap((id) => {
      const { kind } = questions[id];
      if (id === 'kidney-when') return [];
      if (kind.answer === 'one') return kind.options.map((option) => `finder.option.${id}.${option}`);
      if (kind.answer === 'several') return kind.options({}).map((option) => `finder.option.${id}.${option}`);
      return [];
    });
    const states = stateCodes.map((code) => `finder.state.${code}`);
    expect([...wanted, ...states].filter((key) => !strings[key])).toEqual([]);
  });
});

describe('a household made of answers', () => {
  it('holds what was answered, as the engine takes it', () => {
    const household = toHousehold(adult);
    expect(householdSchema.parse(household)).toEqual({
      state: 'TX',
      householdSize: 3,
      income: { amount: 2000, per: 'month' },
      age: 30,
      pregnant: false,
      childUnder19: true,
      insurance: 'none',
      medicare: false,
      jobOffer: 'none',
      kidneyTransplant: null,
      disabled: false,
      veteran: false,
      tribal: false,
    });
  });

  it('leaves out what was passed over: it is unknown, never "no"', () => {
    const skipped = Object.fromEntries(finderQuestions.map((id) => [id, 'skipped'])) as Answers;
    expect(toHousehold(skipped)).toBeNull();
    expect(toHousehold({ ...skipped, state: 'CA' })).toBeNull();
    expect(toHousehold({ ...skipped, state: 'CA', household: 2 })).toEqual({ state: 'CA', householdSize: 2 });
  });

  it.each<[string, Answers, object]>([
    [
      'no income is an income of nothing',
      { 'income-per': 'no-income' },
      { income: { amount: 0, per: 'month' } },
    ],
    ['both covers', { insurance: 'both' }, { insurance: 'medicaid', medicare: true }],
    ['Medicare', { insurance: 'medicare' }, { insurance: 'medicare', medicare: true }],
    ['a transplant long ago', { kidney: 'yes', 'kidney-when': '3' }, { kidneyTransplant: { monthsAgo: 36 } }],
    ['a transplant, not known when', { kidney: 'yes', 'kidney-when': 'not-known' }, { kidneyTransplant: {} }],
    ['too old for the question on pregnancy', { age: 70, family: 'skipped' }, { pregnant: false }],
  ])('%s', (_what, answers, expected) => {
    const household = toHousehold({ ...adult, ...answers });
    expect(household).toMatchObject(expected);
    expect(householdSchema.safeParse(household).success).toBe(true);
  });

  it('drops answers that a later change has made void', () => {
    const household = toHousehold({ ...adult, kidney: 'no', 'kidney-when': '3', insurance: 'medicaid' });
    expect(household).toMatchObject({ kidneyTransplant: null, insurance: 'medicaid' });
    expect(household).not.toHaveProperty('jobOffer');
    expect(toHousehold({ ...adult, age: 70, family: 'skipped' })).not.toHaveProperty('childUnder19');
  });

  it('may be any where only what helps everyone is asked: no such program differs by state', () => {
    expect(householdSchema.safeParse(anyHousehold).success).toBe(true);
    const folder = path.join(root, 'content/assistance/programs');
    const programs = readdirSync(folder).map(
      (name) => parse(readFileSync(path.join(folder, name), 'utf8')) as Record<string, unknown>,
    );
    const everyones = programs.filter(({ always }) => always !== undefined);
    expect(everyones.length).toBeGreaterThan(5);
    for (const { phone, url } of everyones)
      for (const contact of [phone, url]) expect(['string', 'undefined']).toContain(typeof contact);
  });
});

describe('the list of states', () => {
  const states = statesByName((code) => strings[`finder.state.${code}`] ?? '', 'en-US');
  const find = (typed: string) => findStates(states, typed).map(({ code }) => code);

  it('has all that the engine knows, by name', () => {
    expect(states.map(({ code }) => code).sort()).toEqual([...stateCodes].sort());
    expect(states.map(({ name }) => name).slice(0, 3)).toEqual(['Alabama', 'Alaska', 'Arizona']);
  });

  it('is searched by letters, two-letter code, and without accents', () => {
    expect(find('')).toHaveLength(51);
    expect(find('  NEW ')).toEqual(['NH', 'NJ', 'NM', 'NY']);
    expect(find('tx')).toEqual(['TX']);
    expect(find('ma')[0]).toBe('MA');
    expect(find('zzz')).toEqual([]);
    expect(findStates([{ code: 'NM', name: 'Nuevo México (New Mexico)' }], 'mexico')).toHaveLength(1);
  });
});
