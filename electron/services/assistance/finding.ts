/** What a rule is answered from, and what its answer leaves behind. */
import type { Answer, Figure } from '../../contract/assistance.ts';
import type { StateRow } from '../packs/assistance-schemas.ts';
import type { Circumstances } from './circumstances.ts';
import type { GuidelinesInForce } from './in-force.ts';
import type { Reason, Truth, Value } from './types.ts';

export interface Context {
  day: string;
  person: Circumstances;
  state: StateRow;
  /** Of the table of states, for figures that rest on it. */
  stateTable: { source: string; from: string; until: string };
  area: 'contiguous' | 'alaska' | 'hawaii';
  guidelines: GuidelinesInForce;
  /** Points of the poverty level by which upper limits are lifted, to find who is just above. */
  slack: number;
  /** Answers so far, for notes. */
  answers: ReadonlyMap<string, Answer>;
}

export interface Trace {
  reason: Reason;
  figures: Figure[];
  /** True when a newer table than the one used is due. */
  old: boolean;
}

export interface Finding {
  truth: Truth;
  /** What decided, in the order of the rule. */
  traces: Trace[];
}

export const count = (value: number): Value => ({ kind: 'count', value });

export function trace(id: string, values: Reason['values'] = {}, figures: Figure[] = [], old = false): Trace {
  return { reason: { id, values }, figures, old };
}
