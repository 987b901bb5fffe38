/** Rules as data: what their shape alone cannot tell, and which reasons they can give. */
import type { Note, Program, Rule } from '../assistance-schemas.ts';

/** Every condition of a rule, the rule itself first. */
export function partsOf(rule: Rule): Rule[] {
  switch (rule.test) {
    case 'all':
    case 'any':
      return [rule, ...rule.of.flatMap(partsOf)];
    case 'not':
    case 'maybe':
      return [rule, ...partsOf(rule.of)];
    case 'choose':
      return [
        rule,
        ...rule.cases.flatMap(({ when, then }) => [...(when ? partsOf(when) : []), ...partsOf(then)]),
      ];
    default:
      return [rule];
  }
}

/** Tests whose answer never depends on what a person tells. */
const alwaysKnown = new Set<Rule['test']>(['all', 'any', 'not', 'state', 'state-has', 'day']);

interface Where {
  notes: boolean;
  /** Ids of all programs. */
  programs: Set<string>;
}

function checkPart(part: Rule, where: Where, say: (what: string, mend: string) => void): void {
  if (part.test === 'choose') {
    part.cases.forEach(({ when }, index) => {
      const last = index === part.cases.length - 1;
      if (last === (when !== undefined))
        say('a choice whose last case alone has no "when" is needed', 'give each case but the last a "when"');
      if (when && partsOf(when).some(({ test }) => !alwaysKnown.has(test)))
        say('"when" of a choice asks what a person may leave out', 'test only state and day there');
    });
  }
  if (!where.notes && part.test === 'not' && partsOf(part.of).some(({ test }) => test === 'income'))
    say('an income inside "not"', 'say it with over or atLeast: "just above a limit" must be found');
  if (part.test === 'answered') {
    if (!where.notes) say('"answered" outside of a note', 'a rule may not rest on another answer');
    for (const id of part.programs)
      if (!where.programs.has(id)) say(`there is no program "${id}"`, 'correct the id');
  }
}

export function checkRule(rule: Rule, where: Where, say: (what: string, mend: string) => void): void {
  for (const part of partsOf(rule)) checkPart(part, where, say);
}

/** A reason that can be given, and the placeholders its sentence may use. */
export interface Usage {
  id: string;
  values: string[];
}

const income = ['limit', 'percent', 'year'];
const outcomes = ['yes', 'no', 'unknown'] as const;

/** Usual reason name and placeholders of a single condition; null for what gives only its own reasons. */
function usual(rule: Rule): { name: string; values: string[] } | null {
  switch (rule.test) {
    case 'flag':
      return {
        name: { childUnder19: 'child', kidneyTransplant: 'transplant' }[rule.flag as string] ?? rule.flag,
        values: [],
      };
    case 'age': {
      const name = rule.to === undefined ? 'age-from' : rule.from === undefined ? 'age-to' : 'age-between';
      return { name, values: ['from', 'to'].filter((key) => rule[key as 'from' | 'to'] !== undefined) };
    }
    case 'income': {
      const name =
        rule.atMost !== undefined
          ? 'at-most'
          : rule.under !== undefined
            ? 'under'
            : rule.atLeast !== undefined
              ? 'at-least'
              : 'over';
      return { name: `income-${name}`, values: income };
    }
    case 'transplant-months':
      return { name: 'transplant-months', values: ['from'] };
    case 'state':
    case 'state-has':
    case 'insurance':
    case 'job-offer':
    case 'condition':
    case 'medicine':
    case 'day':
      return { name: rule.test, values: [] };
    default:
      return null;
  }
}

/** Outcomes that a condition can have. */
const outcomesOf = (rule: Rule) => (alwaysKnown.has(rule.test) ? outcomes.slice(0, 2) : outcomes);

/** Reasons that one rule can leave behind. Where a joined rule has its own, what is below it stays unsaid. */
export function reasonsOf(rule: Rule): Usage[] {
  if (rule.test === 'always') return [{ id: rule.because, values: [] }];
  if (rule.test === 'maybe') return [...reasonsOf(rule.of), { id: rule.because, values: [] }];
  if (rule.test === 'choose') return rule.cases.flatMap(({ then }) => reasonsOf(then));
  if (rule.test === 'answered') return [];
  const own = rule.reasons ?? {};
  const one = usual(rule);
  if (one) {
    const ids = outcomesOf(rule).map((outcome) => own[outcome] ?? `${one.name}-${outcome}`);
    const forOne =
      rule.test === 'income' && rule.forOne
        ? (['yes', 'unknown'] as const).map((outcome) => `income-for-one-${outcome}`)
        : [];
    const none = rule.test === 'income' ? [own.none ?? 'state-not-covered', 'figures-missing'] : [];
    return [
      ...[...ids, ...forOne].map((id) => ({ id, values: one.values })),
      ...none.map((id) => ({ id, values: [] })),
    ];
  }
  const below = rule.test === 'not' ? reasonsOf(rule.of) : 'of' in rule ? rule.of.flatMap(reasonsOf) : [];
  return [...Object.values(own).map((id) => ({ id: String(id), values: [] })), ...below];
}

const noteUsages = (note: Note): Usage[] => [
  { id: note.reason, values: Object.keys(note.with ?? {}) },
  ...(note.otherwise ? [{ id: note.otherwise, values: [] }] : []),
];

/** Reasons that the engine itself adds. */
export const engineReasons = [
  'close-apply-anyway',
  'figures-old',
  'checked-long-ago',
  'next-year-likely',
  'next-year-cannot-tell',
  'next-year-unlikely',
];

export function programReasons(program: Program): Usage[] {
  return [...(program.rule ? reasonsOf(program.rule) : []), ...(program.notes ?? []).flatMap(noteUsages)];
}
