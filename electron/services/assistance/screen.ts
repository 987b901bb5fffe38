/** The finder's engine: a household and a day in, for each program an answer with its reasons and figures out. */
import type { Answer, Figure, ScreenGroup } from '../../contract/assistance.ts';
import type { Household } from '../../contract/household.ts';
import type { Note, Program } from '../packs/assistance-schemas.ts';
import { inForce } from '../packs/facts.ts';
import type { Fact } from '../packs/schemas.ts';
import { circumstancesOf } from './circumstances.ts';
import { povertyDollars, povertyPercent } from './income.ts';
import { guidelinesOn, nextPlanGuidelines } from './in-force.ts';
import type { Context, Finding } from './finding.ts';
import { evaluate } from './rule.ts';
import type { Outcome, Reason, Rules, Screened, Truth, Value } from './types.ts';

/** Points of the poverty level above a limit at which it is still worth to apply (facts 3E, rule 19). */
const closePoints = 5;
/** Days after which a program's data is flagged (requirements, bar "Freshness"); its own `until` hides it. */
const flagAfterDays = 90;

type ListedProgram = Rules['programs'][number];

const answerOf: Record<Truth, Answer> = { yes: 'likely', no: 'unlikely', unknown: 'cannot-tell' };
const plain = (id: string): Reason => ({ id, values: {} });

function areaOf(state: string): Context['area'] {
  if (state === 'AK') return 'alaska';
  return state === 'HI' ? 'hawaii' : 'contiguous';
}

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Whether only an income just above a limit stands in the way. */
function isClose(finding: Finding, program: ListedProgram, context: Context): boolean {
  if (finding.truth !== 'no' || !program.rule || program.isStrict) return false;
  return evaluate(program.rule, { ...context, slack: closePoints }).truth !== 'no';
}

/** How the answer changes with next year's plans, while people can enroll for them. */
function nextYear(
  finding: Finding,
  program: ListedProgram,
  context: Context,
  guidelines: Rules['guidelines'],
): { reasons: Reason[]; figures: Figure[] } {
  const next = program.planYear ? nextPlanGuidelines(guidelines, context.day) : null;
  if (!next || !program.rule) return { reasons: [], figures: [] };
  const then = evaluate(program.rule, { ...context, guidelines: next });
  if (then.truth === finding.truth) return { reasons: [], figures: [] };
  const figures = figuresOf(then.traces).map((figure) => ({ ...figure, id: `${figure.id}-next-year` }));
  return { reasons: [plain(`next-year-${answerOf[then.truth]}`)], figures };
}

/** Facts that fill a note, or null when one of them does not hold on the day. */
function noteFacts(note: Note, facts: Rules['facts'], day: string): [string, string, Fact][] | null {
  const filled = Object.entries(note.with ?? {}).map(([name, id]) => [name, id, facts.get(id)] as const);
  if (!filled.every(([, , fact]) => fact && inForce(fact, day))) return null;
  return filled.map(([name, id, fact]) => [name, id, fact as Fact]);
}

function noteOf(note: Note, answer: Answer, context: Context, facts: Rules['facts']) {
  const { day } = context;
  if (note.answers && !note.answers.includes(answer)) return null;
  if ((note.from ?? day) > day || (note.until ?? day) < day) return null;
  if (note.when && evaluate(note.when, context).truth !== 'yes') return null;
  if (note.unless && evaluate(note.unless, context).truth === 'yes') return null;
  const filled = noteFacts(note, facts, day);
  if (!filled) return note.otherwise ? { reason: plain(note.otherwise), figures: [] } : null;
  const values = Object.fromEntries(filled.map(([name, , fact]): [string, Value] => [name, fact]));
  return {
    reason: { id: note.reason, values },
    figures: filled.map(([, id, fact]) => factFigure(id, fact)).filter((one) => one !== null),
  };
}

const units: Partial<Record<Fact['kind'], string>> = {
  money: 'usd',
  percent: 'percent',
  count: 'count',
  date: 'date',
};

/** A fact as a figure; null for what is no single number or day. */
function factFigure(id: string, fact: Fact): Figure | null {
  const unit = fact.kind === 'duration' ? fact.unit : units[fact.kind];
  if (!unit || typeof fact.value === 'object') return null;
  const { value, source, until } = fact;
  return { id, value, unit, year: Number(fact.from.slice(0, 4)), source, until };
}

/** Each figure once. */
function figuresOf(list: { figures: Figure[] }[]): Figure[] {
  const seen = new Map(list.flatMap(({ figures }) => figures).map((one) => [JSON.stringify(one), one]));
  return [...seen.values()];
}

function reasonsOnce(reasons: Reason[]): Reason[] {
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
}

function worthAsking(whenUnsure: Program['whenUnsure'], context: Context): boolean {
  if (typeof whenUnsure === 'object') return evaluate(whenUnsure, context).truth === 'yes';
  return whenUnsure !== 'leave-out';
}

function groupOf(program: ListedProgram, answer: Answer, reasons: Reason[], context: Context): ScreenGroup {
  const has = (id: string) => reasons.some((reason) => reason.id === id);
  const { showOnlyWhen, until, whenUnsure } = program;
  if (until < context.day) return 'hidden';
  if (showOnlyWhen && evaluate(showOnlyWhen, context).truth !== 'yes') return 'hidden';
  switch (answer) {
    case 'likely':
      return program.priority ? 'first' : 'may';
    case 'cannot-tell':
      return worthAsking(whenUnsure, context) ? 'may' : 'hidden';
    case 'unlikely':
      return has('close-apply-anyway') || has('next-year-likely') || has('next-year-cannot-tell')
        ? 'may'
        : 'probably-not';
    default:
      return answer satisfies never;
  }
}

function outcomeOf(program: ListedProgram, finding: Finding, context: Context, rules: Rules): Outcome {
  const { day } = context;
  const answer = answerOf[finding.truth];
  const next = nextYear(finding, program, context, rules.guidelines);
  const notes = (program.notes ?? [])
    .map((note) => noteOf(note, answer, context, rules.facts))
    .filter((note) => note !== null);
  const own = (program.figures ?? []).flatMap((id) => {
    const fact = rules.facts.get(id);
    const figure = fact && inForce(fact, day) ? factFigure(id, fact) : null;
    return figure ? [figure] : [];
  });
  const reasons = reasonsOnce([
    ...finding.traces.map(({ reason }) => reason),
    ...(isClose(finding, program, context) ? [plain('close-apply-anyway')] : []),
    ...next.reasons,
    ...notes.map(({ reason }) => reason),
    ...(finding.traces.some(({ old }) => old) ? [plain('figures-old')] : []),
    ...(daysBetween(program.checked, day) > flagAfterDays ? [plain('checked-long-ago')] : []),
  ]);
  const figures = figuresOf([...finding.traces, next, ...notes, { figures: own }]);
  return {
    program,
    answer,
    group: groupOf(program, answer, reasons, context),
    reasons,
    figures,
    until: untilOf(program, figures),
  };
}

/** The earliest end among a program's data and the figures shown with it. */
function untilOf(program: Program, figures: Figure[]): string {
  return figures.reduce(
    (until, figure) => (figure.until !== null && figure.until < until ? figure.until : until),
    program.until,
  );
}

const groupRank: Record<ScreenGroup, number> = { first: 0, may: 1, 'probably-not': 2, hidden: 3 };

/** Answers for a household on a day such as `2026-11-24`. Pure: nothing is kept. */
export function screen(rules: Rules, household: Household, day: string): Screened {
  const person = circumstancesOf(household);
  const state = rules.states.states[person.state];
  if (!state) throw new Error(`no row for the state ${person.state}`);
  const area = areaOf(person.state);
  const guidelines = guidelinesOn(rules.guidelines, day);
  const answers = new Map<string, Answer>();
  const { states: _rows, ...stateTable } = rules.states;
  const context: Context = { day, person, state, stateTable, area, guidelines, slack: 0, answers };
  const findings = rules.programs.flatMap((program) => {
    if (!program.rule) return [];
    const finding = evaluate(program.rule, context);
    answers.set(program.id, answerOf[finding.truth]);
    return [{ program, finding }];
  });
  const outcomes = findings
    .map(({ program, finding }) => outcomeOf(program, finding, context, rules))
    .sort((a, b) => groupRank[a.group] - groupRank[b.group] || a.program.order - b.program.order);
  const current = guidelines.current;
  const percent =
    current && person.incomeCents !== undefined
      ? povertyPercent(person.incomeCents, povertyDollars(current.table[area], person.householdSize))
      : null;
  return { povertyLevel: { percent, guidelineYear: current?.year ?? null, area }, outcomes };
}
