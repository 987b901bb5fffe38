/** Shipped rules without a pack. */
import path from 'node:path';
import type { Answer } from '../../electron/contract/assistance.ts';
import type { Household } from '../../electron/contract/household.ts';
import { screen } from '../../electron/services/assistance/screen.ts';
import type { Outcome, Rules } from '../../electron/services/assistance/types.ts';
import { readContent } from '../../electron/services/packs/read-content.ts';
import { day, root } from './fixtures.ts';

/** The rules as they are shipped, read from `content/`. */
export function shippedRules(folder = path.join(root, 'content')): Rules {
  const { content } = readContent(folder);
  if (!content) throw new Error('the content cannot be read');
  const { guidelines, states, programs } = content.assistance;
  return { guidelines, states, programs, facts: content.facts };
}

export function outcomeOf(rules: Rules, program: string, household: Household, on = day): Outcome {
  const outcome = screen(rules, household, on).outcomes.find((one) => one.program.id === program);
  if (!outcome) throw new Error(`no answer for ${program}`);
  return outcome;
}

/** Answers by program, for comparing two households. */
export function answersOf(rules: Rules, household: Household, on = day): Map<string, Answer> {
  return new Map(screen(rules, household, on).outcomes.map(({ program, answer }) => [program.id, answer]));
}

export const reasonIds = (outcome: Outcome) => outcome.reasons.map(({ id }) => id);
