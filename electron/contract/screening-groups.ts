/** How answers of the finder are shown, alike on the screen and on paper. Plain functions, so that the page shares them. */
import type { ProgramResult, ScreenGroup, Screening } from './assistance.ts';

/** What is shown, each program once: what helps everyone stands among what comes first, or under its own heading. */
export interface GroupedScreening {
  first: ProgramResult[];
  everyone: Screening['always'];
  may: ProgramResult[];
  probablyNot: ProgramResult[];
  /** Said to who falls between Medicaid and the Marketplace, with what is left; null to others. */
  gap: string | null;
}

export function groupScreening({ results, always }: Screening): GroupedScreening {
  const of = (id: ScreenGroup) => results.filter(({ group }) => group === id);
  const among = (list: { program: string }[], id: string) => list.some(({ program }) => program === id);
  const first = of('first');
  const everyone = always.filter(({ program }) => !among(first, program));
  const may = of('may').filter(({ program }) => !among(everyone, program));
  const gap = results.flatMap(({ reasons }) => reasons).find(({ id }) => id === 'coverage-gap')?.text ?? null;
  return { first, everyone, may, probablyNot: of('probably-not'), gap };
}

/** Whether its rule is confirmed and, where there is a number, somebody has called it. */
export const isConfirmed = ({ confirmed, phone, phoneConfirmed }: ProgramResult) =>
  confirmed && (phone === null || phoneConfirmed);
