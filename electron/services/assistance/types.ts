import type { Answer, Figure, ScreenGroup, Screening } from '../../contract/assistance.ts';
import type { Household } from '../../contract/household.ts';
import type { Guidelines, Program, StateTable } from '../packs/assistance-schemas.ts';
import type { Fact } from '../packs/schemas.ts';

/** Kleene's three values: what an answer left out leaves open stays open. */
export type Truth = 'yes' | 'no' | 'unknown';

/** A figure for a sentence, put into words by the library of facts. */
export type Value = Pick<Fact, 'kind' | 'value' | 'unit'>;

/** Why an answer is as it is; the sentence comes from the texts of a language. */
export interface Reason {
  id: string;
  values: Record<string, Value>;
}

/** Rules, tables and facts of a pack, the same for all languages. */
export interface Rules {
  guidelines: Guidelines;
  states: StateTable;
  /** By `order`. */
  programs: (Program & { id: string })[];
  facts: Map<string, Fact>;
}

export interface Outcome {
  program: Program & { id: string };
  answer: Answer;
  group: ScreenGroup;
  reasons: Reason[];
  figures: Figure[];
  /** Last day on which it holds. */
  until: string;
}

export interface Screened {
  povertyLevel: Screening['povertyLevel'];
  outcomes: Outcome[];
}

export interface Assistance {
  /** Tags of the languages that have the finder; in clinic mode only those whose texts a qualified person has reviewed. */
  languages(): string[];
  /** Answers in words of a language, for today or `day`. Keeps nothing. Throws `not-found` or `not-reviewed`. */
  screen(language: string, household: Household, day?: string): Screening;
}
