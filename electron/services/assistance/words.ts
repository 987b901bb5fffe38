/** Puts the engine's answers into the words of a language. */
import type { ProgramResult, Screening } from '../../contract/assistance.ts';
import type { AssistanceTexts, Program } from '../packs/assistance-schemas.ts';
import { factInSentence, inForce } from '../packs/facts.ts';
import type { Fact } from '../packs/schemas.ts';
import type { Outcome, Reason, Rules, Value } from './types.ts';

export interface Words {
  texts: AssistanceTexts;
  /** BCP 47. */
  locale: string;
  facts: Rules['facts'];
  day: string;
  /** Two letters, for what differs by state. */
  state: string;
}

const placeholder = /\{\{([a-z0-9-]+)\}\}/g;

/** A sentence with its figures, or null when one of them is not there or has run out. */
function fill(text: string, locale: string, value: (name: string) => Value | null): string | null {
  let whole = true;
  const filled = text.replace(placeholder, (_, name: string) => {
    const found = value(name);
    whole &&= found !== null;
    return found ? factInSentence(found, locale) : '';
  });
  return whole ? filled : null;
}

const lasting = (fact: Fact | undefined, day: string) => (fact && inForce(fact, day) ? fact : null);

function lines(list: string[] | undefined, { locale, facts, day }: Words): string[] {
  return (list ?? [])
    .map((text) => fill(text, locale, (id) => lasting(facts.get(id), day)))
    .filter((text) => text !== null);
}

function name(id: string, { texts, locale, facts }: Words): string {
  // Facts in names have no end, so they fill on any day.
  return fill(texts.programs[id]?.name ?? id, locale, (fact) => facts.get(fact) ?? null) ?? id;
}

function reasonText({ id, values }: Reason, { texts, locale }: Words): string {
  const text = texts.reasons[id];
  const filled = text === undefined ? null : fill(text, locale, (key) => values[key] ?? null);
  if (filled === null) throw new Error(`no words for the reason ${id}`); // the content check rules it out
  return filled;
}

function ofState<T extends string>(
  value: T | Partial<Record<string, T>> | undefined,
  state: string,
): T | null {
  return (typeof value === 'object' ? value[state] : value) ?? null;
}

/** The phone as it is dialled. A number seen after the day that was asked for is still the number. */
function phoneOf(program: Program, { facts, day, state }: Words): Fact | null {
  const fact = facts.get(ofState(program.phone, state) ?? '');
  return fact && (fact.until === null || day <= fact.until) ? fact : null;
}

/** Sentences one after the other; Chinese and Japanese stops carry their own room. */
export const inOneLine = (sentences: string[]): string => sentences.join(' ').replace(/([。！？]) /g, '$1');

export function resultInWords(outcome: Outcome, words: Words): ProgramResult {
  const { program, answer, group, reasons, figures, until } = outcome;
  const phone = phoneOf(program, words);
  return {
    ...{ program: program.id, kind: program.kind, name: name(program.id, words), answer, group },
    hidden: group === 'hidden',
    reasons: reasons.map((reason) => ({ id: reason.id, text: reasonText(reason, words) })),
    figures,
    gives: lines(words.texts.programs[program.id]?.gives, words),
    apply: lines(words.texts.apply[program.apply], words),
    papers: program.papers.map((id) => ({ id, text: words.texts.papers[id] ?? id })),
    phone: phone ? String(phone.value) : null,
    phoneConfirmed: phone?.confirmed ?? false,
    url: ofState(program.url, words.state),
    languages: { spoken: program.languages.spoken, interpreter: program.languages.interpreter },
    ...{ checked: program.checked, until, sources: program.sources, confirmed: program.confirmed },
  };
}

/** What holds for everyone, in its own order. */
export function alwaysInWords(programs: Rules['programs'], words: Words): Screening['always'] {
  return programs
    .filter((program) => program.always !== undefined)
    .sort((a, b) => (a.always as number) - (b.always as number))
    .map((program) => {
      const phone = phoneOf(program, words);
      return {
        program: program.id,
        name: name(program.id, words),
        text: inOneLine(lines(words.texts.programs[program.id]?.gives, words)),
        phone: phone ? String(phone.value) : null,
        url: ofState(program.url, words.state),
      };
    });
}
