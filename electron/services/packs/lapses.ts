/** What has run out on a day, or will soon: for the staff's list and for `npm run content -- --on DATE`. */
import type { Section } from '../../contract/document.ts';
import type { Fact } from './schemas.ts';
import { sectionLines } from './texts.ts';

/** Days before its end that a guide or figure is listed. */
const noticeDays = 60;

export interface Lapse {
  id: string;
  /** Last day on which it holds, as `2026-12-31`. */
  until: string;
  over: boolean;
}

export interface Lapses {
  guides: Lapse[];
  /** Each with the guides that show it. */
  figures: (Lapse & { guides: string[] })[];
}

/** Ids of the facts that sections show, those in red flags too. */
export function factsIn(sections: Section[]): Set<string> {
  return new Set(
    sections
      .flatMap(sectionLines)
      .flat()
      .flatMap((inline) => (inline.type === 'fact' ? [inline.fact] : [])),
  );
}

const addDays = (day: string, days: number) => {
  const date = new Date(`${day}T00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};

/** Guides and figures that are over on `day` (`2026-11-24`) or end within sixty days, the earliest first. */
export function lapsesOf(
  guides: { id: string; expires: string; sections: Section[] }[],
  facts: Map<string, Pick<Fact, 'until'>>,
  day: string,
): Lapses {
  const horizon = addDays(day, noticeDays);
  const lapse = (id: string, until: string | null): Lapse[] =>
    until !== null && until <= horizon ? [{ id, until, over: until < day }] : [];
  const earliest = (a: Lapse, b: Lapse) => (a.until < b.until ? -1 : a.until > b.until ? 1 : 0);
  const users = new Map<string, string[]>();
  for (const guide of guides)
    for (const fact of factsIn(guide.sections)) users.set(fact, [...(users.get(fact) ?? []), guide.id]);
  return {
    guides: guides.flatMap((guide) => lapse(guide.id, guide.expires)).sort(earliest),
    figures: [...facts]
      .flatMap(([id, fact]) => lapse(id, fact.until).map((one) => ({ ...one, guides: users.get(id) ?? [] })))
      .sort(earliest),
  };
}
