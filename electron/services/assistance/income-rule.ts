import type { Figure } from '../../contract/assistance.ts';
import type { IncomeRule, Limit } from '../packs/assistance-schemas.ts';
import { limitCents, povertyDollars } from './income.ts';
import type { InForce } from './in-force.ts';
import { trace, type Context, type Finding } from './finding.ts';
import type { Truth, Value } from './types.ts';

/** How an income compares with a limit; both in cents, times a hundred where percent are involved. */
type Comparison = 'atMost' | 'under' | 'atLeast' | 'over';

/** Upper limits are the ones that `slack` lifts; just above includes the lifted limit itself. */
const upper = new Set<Comparison>(['atMost', 'under']);

function comparisonOf(rule: IncomeRule): { comparison: Comparison; limit: Limit } {
  for (const comparison of ['atMost', 'under', 'atLeast', 'over'] as const) {
    const limit = rule[comparison];
    if (limit !== undefined) return { comparison, limit };
  }
  throw new Error('an income rule without a limit');
}

function holds(comparison: Comparison, income: number, limit: number): boolean {
  switch (comparison) {
    case 'atMost':
      return income <= limit;
    case 'under':
      return income < limit;
    case 'atLeast':
      return income >= limit;
    case 'over':
      return income > limit;
    default:
      return comparison satisfies never;
  }
}

const names: Record<Comparison, string> = {
  atMost: 'income-at-most',
  under: 'income-under',
  atLeast: 'income-at-least',
  over: 'income-over',
};

function figuresOf(
  percent: number,
  cents: number,
  guideline: InForce,
  comparison: Comparison,
  table: { source: string; from: string } | null,
): Figure[] {
  const id = upper.has(comparison) ? 'income-limit' : 'income-floor';
  const { year, until } = guideline;
  const { source } = guideline.table;
  return [
    { id, value: cents / 100, unit: 'usd-per-year', year, source, until },
    {
      id: `${id}-percent`,
      value: percent,
      unit: 'percent-of-poverty',
      year: table ? Number(table.from.slice(0, 4)) : year,
      source: table?.source ?? source,
      until,
    },
  ];
}

/**
 * A limit that is known for one person, asked for a larger household: an income within it is within either, one between the
 * two is not sure.
 */
function answerForOne({ forOne: _forOne, ...rule }: IncomeRule, context: Context): Finding {
  const asHousehold = answerIncome(rule, context);
  if (asHousehold.truth !== 'yes') return asHousehold;
  const asOne = answerIncome(
    { ...rule, reasons: { yes: 'income-for-one-yes', no: 'income-for-one-unknown' } },
    { ...context, person: { ...context.person, householdSize: 1 } },
  );
  return asOne.truth === 'no' ? { ...asOne, truth: 'unknown' } : asOne;
}

/** Compares the income of a year with a percentage of the poverty guideline, exactly. */
export function answerIncome(rule: IncomeRule, context: Context): Finding {
  if (rule.forOne && context.person.householdSize > 1) return answerForOne(rule, context);
  const { person, state, guidelines, area, slack, stateTable, day } = context;
  const { comparison, limit } = comparisonOf(rule);
  const percent = typeof limit === 'number' ? limit : state[limit];
  if (percent === 'none') return { truth: 'no', traces: [trace(rule.reasons?.none ?? 'state-not-covered')] };
  const guideline = guidelines[rule.guideline];
  if (!guideline) return { truth: 'unknown', traces: [trace('figures-missing')] };
  const poverty = povertyDollars(guideline.table[area], person.householdSize);
  const cents = limitCents(poverty, percent, rule.plus);
  const income = person.incomeCents;
  const lifted = slack > 0 && upper.has(comparison);
  const compare = () =>
    lifted
      ? holds('atMost', income as number, limitCents(poverty, percent + slack, rule.plus))
      : holds(comparison, income as number, cents);
  const truth: Truth = income === undefined ? 'unknown' : compare() ? 'yes' : 'no';
  const values: Record<string, Value> = {
    limit: { kind: 'money', value: cents / 100 },
    percent: { kind: 'percent', value: percent },
    year: { kind: 'name', value: String(guideline.year) },
  };
  const fromTable = typeof limit !== 'number';
  const old = guideline.old || (fromTable && stateTable.until < day);
  const figures = figuresOf(percent, cents, guideline, comparison, fromTable ? stateTable : null);
  const id = rule.reasons?.[truth] ?? `${names[comparison]}-${truth}`;
  return { truth, traces: [trace(id, values, figures, old)] };
}
