/** What must hold for every household: tried on thousands at random. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../electron/contract/assistance.ts';
import { householdSchema, type Household } from '../../../../electron/contract/household.ts';
import { screen } from '../../../../electron/services/assistance/screen.ts';
import { partsOf } from '../../../../electron/services/packs/check/assistance-rules.ts';
import { anyDay, anyHousehold } from '../../../support/any-household.ts';
import { answersOf, shippedRules } from '../../../support/households.ts';

const rules = shippedRules();
const rank: Record<Answer, number> = { unlikely: 0, 'cannot-tell': 1, likely: 2 };

/** Programs whose rule sets no lowest income. */
const withoutFloor = rules.programs
  .filter(({ rule }) =>
    rule
      ? partsOf(rule).every(
          (part) => part.test !== 'income' || (part.atLeast === undefined && part.over === undefined),
        )
      : false,
  )
  .map(({ id }) => id);

/** A household with one answer less, for each answer it gives. */
function withOneLess(household: Household): Household[] {
  const fields = Object.keys(household).filter((key) => key !== 'state' && key !== 'householdSize');
  const less = fields.map((key) => ({ ...household, [key]: undefined }));
  return household.kidneyTransplant?.monthsAgo === undefined
    ? less
    : [...less, { ...household, kidneyTransplant: {} }];
}

describe('for every household', () => {
  it('more income makes no program likelier that sets no lowest income', () => {
    expect(withoutFloor.length).toBeGreaterThan(40);
    fc.assert(
      fc.property(anyHousehold, fc.nat({ max: 50_000 }), anyDay, (household, more, day) => {
        fc.pre(household.income !== undefined);
        const income = household.income as NonNullable<Household['income']>;
        const richer = { ...household, income: { ...income, amount: Math.round(income.amount) + more } };
        const poorer = { ...household, income: { ...income, amount: Math.round(income.amount) } };
        const [high, low] = [answersOf(rules, richer, day), answersOf(rules, poorer, day)];
        for (const id of withoutFloor)
          if (rank[high.get(id) as Answer] > rank[low.get(id) as Answer])
            throw new Error(`${id} is likelier`);
      }),
      { numRuns: 2000 },
    );
  });

  it('an answer left out never makes the finder surer: what is sure with less stays with more', () => {
    fc.assert(
      fc.property(anyHousehold, anyDay, (household, day) => {
        const full = answersOf(rules, household, day);
        for (const less of withOneLess(household)) {
          if (!householdSchema.safeParse(less).success) continue;
          for (const [id, answer] of answersOf(rules, less, day))
            if (answer !== 'cannot-tell' && full.get(id) !== answer) throw new Error(`${id} was ${answer}`);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('without insurance no grant for the insured is likely or shown', () => {
    const grants = ['totalassist', 'healthwell', 'good-days', 'assistance-fund'];
    fc.assert(
      fc.property(
        anyHousehold,
        fc.constantFrom('none', 'unknown', undefined),
        anyDay,
        (household, insurance, day) => {
          const { outcomes } = screen(rules, { ...household, insurance } as Household, day);
          for (const { program, answer, group } of outcomes)
            if (grants.includes(program.id)) {
              expect(group).toBe('hidden');
              expect(answer).not.toBe('likely');
            }
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('answers ten thousand households, each program with a reason and with figures of a known year', () => {
    fc.assert(
      fc.property(anyHousehold, anyDay, (household, day) => {
        const { outcomes } = screen(rules, household, day);
        expect(outcomes.length).toBe(rules.programs.filter(({ rule }) => rule).length);
        for (const { reasons, figures, until } of outcomes)
          if (reasons.length === 0 || until === '' || figures.some(({ year }) => !(year >= 2025)))
            throw new Error('an answer without a reason, a day or a year');
      }),
      { numRuns: 10_000 },
    );
  });
});
