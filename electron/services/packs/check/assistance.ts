/** The finder's data and texts: everything named exists, dates and limits hold together, every reason has its words. */
import { stateCodes } from '../../../contract/household.ts';
import type { Program } from '../assistance-schemas.ts';
import type { Content, Problem } from '../content.ts';
import { assistanceFolder } from '../read-assistance.ts';
import { checkRule } from './assistance-rules.ts';
import { checkFinderTexts } from './assistance-texts.ts';

/** Days after its check on which a program's data must leave the screen (requirements, bar "Freshness"). */
const hideAfterDays = 180;
/** Sources that settle nothing by themselves. */
const unconfirmedSources = new Set(['GK', 'DIR']);

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

type Say = (what: string, mend: string) => void;

function checkTables(content: Content): Problem[] {
  const { guidelines, states } = content.assistance;
  const problems: Problem[] = [];
  const at =
    (file: string): Say =>
    (what, mend) =>
      problems.push({ file: `${assistanceFolder}/${file}`, what, mend });
  const inGuidelines = at('guidelines.yaml');
  const inStates = at('states.yaml');
  const source = (say: Say, code: string) => {
    if (!content.sources.has(code))
      say(`source "${code}" is not in sources.yaml`, 'add title, address and day seen');
  };
  source(inGuidelines, guidelines.enrollment.source);
  for (const [year, table] of Object.entries(guidelines.years)) {
    source(inGuidelines, table.source);
    if (table.until < table.from) inGuidelines(`${year}: ends before it begins`, 'correct from and until');
    if (table.from.slice(0, 4) !== year)
      inGuidelines(`${year}: begins in another year`, 'correct the year or from');
  }
  if (Object.keys(guidelines.years).length === 0) inGuidelines('no year', 'add the guideline in force');
  source(inStates, states.source);
  if (states.until < states.from) inStates('ends before it begins', 'correct from and until');
  for (const code of stateCodes)
    if (!states.states[code]) inStates(`the state ${code} is missing`, 'add its row');
  for (const code of Object.keys(states.states))
    if (!stateCodes.some((known) => known === code))
      inStates(`"${code}" is not a state`, 'use the two letters of one of the states or DC');
  return problems;
}

function checkDates(program: Program, say: Say): void {
  const { checked, until } = program;
  if (until < checked) say('ends before it was checked', 'correct checked and until');
  if (daysBetween(checked, until) > hideAfterDays)
    say(`stays on the screen for more than ${hideAfterDays} days after its check`, 'bring until nearer');
  for (const note of program.notes ?? [])
    if (note.from && note.until && note.until < note.from)
      say(`the note ${note.reason} ends before it begins`, 'correct from and until');
}

function checkFactIds(content: Content, program: Program, say: Say): void {
  const phones = typeof program.phone === 'string' ? [program.phone] : Object.values(program.phone ?? {});
  for (const id of phones)
    if (content.facts.get(id)?.kind !== 'phone') say(`"${id}" is not a phone`, 'add it to facts/phones.yaml');
  const facts = [
    ...(program.figures ?? []),
    ...(program.notes ?? []).flatMap((note) => Object.values(note.with ?? {})),
  ];
  for (const id of facts) if (!content.facts.has(id)) say(`"${id}" is not a fact`, 'add it to facts/');
}

function checkProgram(content: Content, program: Program & { id: string }): Problem[] {
  const problems: Problem[] = [];
  const say: Say = (what, mend) =>
    problems.push({ file: `${assistanceFolder}/programs/${program.id}.yaml`, what, mend });
  for (const code of program.sources)
    if (!content.sources.has(code))
      say(`source "${code}" is not in sources.yaml`, 'add title, address and day seen');
  if (program.confirmed && program.sources.every((code) => unconfirmedSources.has(code)))
    say('general knowledge cannot be confirmed by itself', 'name the source that confirms it');
  if (!program.rule && program.always === undefined)
    say('neither a rule nor a place under "always"', 'add the rule');
  checkDates(program, say);
  checkFactIds(content, program, say);
  const ids = new Set(content.assistance.programs.map(({ id }) => id));
  const inRule = { notes: false, programs: ids };
  if (program.rule) checkRule(program.rule, inRule, say);
  if (program.showOnlyWhen) checkRule(program.showOnlyWhen, inRule, say);
  if (typeof program.whenUnsure === 'object') checkRule(program.whenUnsure, inRule, say);
  for (const { when, unless } of program.notes ?? [])
    for (const rule of [when, unless]) if (rule) checkRule(rule, { notes: true, programs: ids }, say);
  return problems;
}

export function checkAssistance(content: Content): Problem[] {
  return [
    ...checkTables(content),
    ...content.assistance.programs.flatMap((program) => checkProgram(content, program)),
    ...checkFinderTexts(content),
  ];
}
