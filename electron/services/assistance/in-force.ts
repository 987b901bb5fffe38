/** Which poverty guideline holds on a day. Programs differ: the Marketplace uses the table of the year before the plan. */
import type { Guideline, Guidelines, GuidelineUse } from '../packs/assistance-schemas.ts';

export interface InForce {
  year: number;
  table: Guideline;
  /** Last day for which it was made. */
  until: string;
  /** True when a newer table is due and not in the data. */
  old: boolean;
}

export type GuidelinesInForce = Record<GuidelineUse, InForce | null>;

const yearOf = (day: string) => Number(day.slice(0, 4));

/** The newest guideline that has begun; it stays in use until a newer one is in the data. */
function currentGuideline({ years }: Guidelines, day: string): InForce | null {
  const [newest] = Object.entries(years)
    .filter(([, table]) => table.from <= day)
    .sort(([, a], [, b]) => (a.from < b.from ? 1 : -1));
  if (!newest) return null;
  const [year, table] = newest;
  return { year: Number(year), table, until: table.until, old: table.until < day };
}

/** The guideline for plans of a year: that of the year before, or the newest before it. */
function planGuideline({ years }: Guidelines, planYear: number): InForce | null {
  const [year] = Object.keys(years)
    .map(Number)
    .filter((one) => one < planYear)
    .sort((a, b) => b - a);
  const table = year === undefined ? undefined : years[String(year)];
  if (year === undefined || !table) return null;
  return { year, table, until: `${planYear}-12-31`, old: year < planYear - 1 };
}

export function guidelinesOn(guidelines: Guidelines, day: string): GuidelinesInForce {
  return {
    current: currentGuideline(guidelines, day),
    marketplace: planGuideline(guidelines, yearOf(day)),
  };
}

/** The same with next year's plans in view; null when it is not the season for them or their table is not in the data. */
export function nextPlanGuidelines(guidelines: Guidelines, day: string): GuidelinesInForce | null {
  const { from, until } = guidelines.enrollment;
  const next = planGuideline(guidelines, yearOf(day) + 1);
  if (day.slice(5) < from || day.slice(5) > until || !next || next.old) return null;
  return { current: currentGuideline(guidelines, day), marketplace: next };
}
