import { describe, expect, it } from 'vitest';
import { stateCodes } from '../../../../electron/contract/household.ts';
import { alwaysShown, parseGolden, programs, readGolden, type GoldenCase } from './golden-schema.ts';
import { screen, type Screened } from './screen-adapter.ts';

const files = readGolden();
const cases = files.flatMap(([, households]) => households);

/** What a case says, in the answer's own words, so that a difference reads as a table. */
function seen(golden: GoldenCase, got: Screened) {
  const result = (program: string) => got.results.find((row) => row.program === program);
  const answers = Object.keys(golden.expect).map((program) => [
    program,
    result(program)?.answer ?? 'not in the results',
  ]);
  return { answers: Object.fromEntries(answers) as Record<string, string>, result };
}

/** What holds for every household, whatever the case is about (rules 3E.2, 3E.15 and 3E.16). */
function checkAlways({ household }: GoldenCase, got: Screened) {
  const result = (program: string) => got.results.find((row) => row.program === program);
  expect(got.always).toEqual(expect.arrayContaining(alwaysShown));
  if (household.insurance === 'none' && household.medicare !== true)
    for (const charity of ['totalassist', 'healthwell', 'good-days', 'assistance-fund'])
      expect(result(charity), charity).toMatchObject({ hidden: true });
  if (household.medicare || household.insurance === 'medicare' || household.insurance === 'medicaid')
    expect(result('copay-cards')).toMatchObject({ answer: 'unlikely' });
}

function check(golden: GoldenCase) {
  const got = screen(golden.household, golden.on);
  const { answers, result } = seen(golden, got);
  expect(answers, golden.why).toEqual(golden.expect);
  expect(got.on).toBe(golden.on);
  checkAlways(golden, got);
  if (golden.povertyLevel) expect(got.povertyLevel, golden.why).toEqual(golden.povertyLevel);
  const reasons = (program: string) => result(program)?.reasons.map(({ id }) => id);
  const values = (program: string) => result(program)?.figures.map(({ value }) => Number(value));
  for (const [program, ids] of Object.entries(golden.expectReasons ?? {}))
    expect(reasons(program), `${program}: ${golden.why}`).toEqual(expect.arrayContaining(ids));
  for (const [program, ids] of Object.entries(golden.withoutReasons ?? {}))
    for (const id of ids) expect(reasons(program), `${program}: ${golden.why}`).not.toContain(id);
  for (const program of golden.hidden ?? []) expect(result(program), program).toMatchObject({ hidden: true });
  for (const [program, wanted] of Object.entries(golden.figures ?? {}))
    expect(values(program), `${program}: ${golden.why}`).toEqual(expect.arrayContaining(wanted));
  for (const [program, unwanted] of Object.entries(golden.withoutFigures ?? {}))
    for (const value of unwanted) expect(values(program), `${program}: ${golden.why}`).not.toContain(value);
}

describe.each(files)('the golden households of %s', (_file, households) => {
  it.each(households.map((golden) => [`${golden.on} ${golden.name}`, golden] as const))(
    '%s',
    (_name, golden) => check(golden),
  );
});

describe('the golden households as a set', () => {
  it('are 150 or more, each with a name of its own', () => {
    expect(cases.length).toBeGreaterThanOrEqual(150);
    const names = cases.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('reach all 50 states and DC', () => {
    expect(stateCodes).toHaveLength(51);
    expect(stateCodes.filter((state) => !cases.some(({ household }) => household.state === state))).toEqual(
      [],
    );
  });

  it('say something of every program', () => {
    expect(programs.filter((program) => !cases.some((golden) => program in golden.expect))).toEqual([]);
  });

  it('see each program that can change its answer in more than one answer', () => {
    const fixed = ['health-center', 'pharmacy-340b', 'medicaid-emergency', 'rx-outreach', 'imuran-maker'];
    const byStatus = ['state-funded'];
    const oneAnswer = programs.filter(
      (program) => new Set(cases.flatMap(({ expect: said }) => said[program] ?? [])).size < 2,
    );
    const open = ['needymeds', 'needymeds-card', 'rxassist', 'medicine-assistance-tool', 'discount-cards'];
    const lines = ['cost-plus', 'store-lists', 'two-one-one', 'poison-help', 'crisis-line'];
    const rest = ['american-kidney-fund', 'samhsa-helpline', 'paf-case-management', 'transplant-fundraising'];
    expect([...fixed, ...byStatus, ...open, ...lines, ...rest]).toEqual(expect.arrayContaining(oneAnswer));
  });
});

describe('the reader of golden households', () => {
  const good = `- name: a
  on: 2026-11-25
  household: { state: TX, householdSize: 1, income: { amount: 1, per: year } }
  expect: { medicaid-adult: unlikely }
  why: 3C TX has no limit for adults.
`;

  it('reads a good one', () => expect(parseGolden(good)).toHaveLength(1));

  it.each([
    ['a field', 'expect:', 'expected:'],
    ['a program', 'medicaid-adult', 'medicaid-adults'],
    ['an answer', 'unlikely', 'not-likely'],
    ['a state', 'state: TX', 'state: PR'],
    ['a pay period', 'per: year', 'per: yearly'],
    ['an answer of the household', 'householdSize: 1', 'householdSize: 1, pregnent: true'],
    ['a date', '2026-11-25', '2026-11-31'],
  ])('refuses %s that is misspelt', (_what, from, to) => {
    expect(good).toContain(from);
    expect(() => parseGolden(good.replace(from, to))).toThrow();
  });
});
