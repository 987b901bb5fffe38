/** Facts 4A and 4B: what must never stand in a text, and what always must. */
import { createHash } from 'node:crypto';
import type { Content, Guide, Language, Problem } from '../content.ts';
import { factText } from '../facts.ts';
import { blockItems } from '../texts.ts';
import { compilePattern } from './safety-patterns.ts';
import { pieces, type Piece } from './words.ts';

interface Rule {
  id: string;
  expressions: RegExp[];
}

/** The rules of a language ready to use, and what is wrong with them: each must catch and spare its own examples. */
function rulesOf(content: Content, language: Language): { rules: Rule[]; problems: Problem[] } {
  const file = `safety/${language.tag}.yaml`;
  const { parts, rules: own } = language.safety;
  const rules: Rule[] = [];
  const problems: Problem[] = Object.keys(own)
    .filter((id) => !content.safety.never.some((rule) => rule.id === id))
    .map((id) => ({ file, what: `rule "${id}" is not in safety.yaml`, mend: 'correct the id' }));
  for (const { id } of content.safety.never) {
    const rule = own[id];
    const say = (what: string, mend: string) => problems.push({ file, what, mend });
    if (!rule) {
      say(`rule "${id}" is missing`, 'add patterns, caught and allowed examples');
      continue;
    }
    try {
      const expressions = rule.patterns.map((pattern) => compilePattern(pattern, parts));
      const hit = (text: string) => expressions.some((expression) => expression.test(text));
      for (const text of rule.caught) if (!hit(text)) say(`${id} misses "${text}"`, 'widen the pattern');
      for (const text of rule.allowed)
        if (hit(text)) say(`${id} wrongly catches "${text}"`, 'narrow the pattern');
      rules.push({ id, expressions });
    } catch (error) {
      say(`${id}: ${(error as Error).message}`, 'correct the regular expression');
    }
  }
  return { rules, problems };
}

/** Rules that texts broke, by the rules' own hash: thousands of lines stay the same from one check to the next. */
const broken = new Map<string, Map<string, string[]>>();

function breaks(rules: Rule[], key: string, text: string): string[] {
  const known = broken.get(key) ?? new Map<string, string[]>();
  broken.set(key, known);
  const ids =
    known.get(text) ??
    rules.filter(({ expressions }) => expressions.some((one) => one.test(text))).map(({ id }) => id);
  known.set(text, ids);
  return ids;
}

function searchWords(content: Content, language: Language): Piece[] {
  return content.guides.flatMap((guide) => {
    const text = guide.texts.get(language.tag);
    return (text?.front.search ?? []).map((words) => ({
      file: text?.file ?? '',
      where: 'search',
      text: words,
    }));
  });
}

function checkNever(content: Content, language: Language): Problem[] {
  const { info, safety } = language;
  const fill = (text: string) =>
    text.replace(/\{\{([a-z0-9-]+)\}\}/g, (whole, id: string) => {
      const fact = content.facts.get(id);
      try {
        return fact ? factText(fact, info.locale) : whole;
      } catch {
        return whole; // a figure of the wrong shape is reported by the rule for facts
      }
    });
  const { rules, problems } = rulesOf(content, language);
  const key = createHash('sha256').update(JSON.stringify(safety)).digest('hex');
  const numbers = new Map(content.safety.never.map(({ id, rule }) => [id, rule]));
  const found = [...pieces(content, language), ...searchWords(content, language)].flatMap((piece) =>
    breaks(rules, key, fill(piece.text)).map((id) => ({
      file: piece.file,
      what: `${piece.where}: "${piece.text}" says what must never appear (facts 4A.${numbers.get(id)}, ${id})`,
      mend: 'say it safely, or narrow the pattern with a near miss',
    })),
  );
  return [...problems, ...found];
}

function flagsOf(guide: Guide, tag: string): Set<string> {
  const items = guide.texts.get(tag)?.sections.flatMap((section) => section.blocks.flatMap(blockItems)) ?? [];
  return new Set(items.flatMap((item) => (item.flag ? [item.flag] : [])));
}

function checkRequired(content: Content): Problem[] {
  const { tag } = content.source;
  return content.safety.required.flatMap(({ where, flags }) =>
    content.guides
      .filter((guide) =>
        'group' in where ? guide.meta.group === where.group : where.guides.includes(guide.id),
      )
      .flatMap((guide) => {
        const have = flagsOf(guide, tag);
        return flags
          .filter((flag) => !have.has(flag))
          .map((flag) => ({
            file: `guides/${guide.id}/${tag}.md`,
            what: `red flag "${flag}" is missing`,
            mend: `include "- ::flag{#${flag}}" (facts 4B)`,
          }));
      }),
  );
}

export function checkSafety(content: Content): Problem[] {
  return [
    ...checkRequired(content),
    ...content.languages.flatMap((language) => checkNever(content, language)),
  ];
}
