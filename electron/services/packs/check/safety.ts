/** Facts 4A and 4B: what must never stand in a text, and what always must. */
import type { Content, Guide, Language, Problem } from '../content.ts';
import { factText } from '../facts.ts';
import { blockItems } from '../texts.ts';
import { pieces, type Piece } from './words.ts';

const regExp = (pattern: string) => new RegExp(pattern, 'iu');

/** A rule's expressions in a language, or what is wrong with them: each must catch and spare its own examples. */
function expressionsOf(id: string, language: Language): { expressions: RegExp[]; problems: Problem[] } {
  const file = `safety/${language.tag}.yaml`;
  const own = language.safety.get(id);
  const fail = (what: string, mend: string) => ({ expressions: [], problems: [{ file, what, mend }] });
  if (!own) return fail(`rule "${id}" is missing`, 'add patterns, caught and allowed examples');
  let expressions: RegExp[];
  try {
    expressions = own.patterns.map(regExp);
  } catch (error) {
    return fail(`${id}: ${(error as Error).message}`, 'correct the regular expression');
  }
  const hit = (text: string) => expressions.some((expression) => expression.test(text));
  const problems = [
    ...own.caught
      .filter((text) => !hit(text))
      .map((text) => ({ file, what: `${id} misses "${text}"`, mend: 'widen the pattern' })),
    ...own.allowed
      .filter(hit)
      .map((text) => ({ file, what: `${id} wrongly catches "${text}"`, mend: 'narrow the pattern' })),
  ];
  return { expressions, problems };
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
  const { tag, info } = language;
  const fill = (text: string) =>
    text.replace(/\{\{([a-z0-9-]+)\}\}/g, (whole, id: string) => {
      const fact = content.facts.get(id);
      try {
        return fact ? factText(fact, info.locale) : whole;
      } catch {
        return whole; // a figure of the wrong shape is reported by the rule for facts
      }
    });
  const texts = [...pieces(content, language), ...searchWords(content, language)];
  const unknown = [...language.safety.keys()]
    .filter((id) => !content.safety.never.some((rule) => rule.id === id))
    .map((id) => ({
      file: `safety/${tag}.yaml`,
      what: `rule "${id}" is not in safety.yaml`,
      mend: 'correct the id',
    }));
  const found = content.safety.never.flatMap((rule) => {
    const { expressions, problems } = expressionsOf(rule.id, language);
    if (problems.length > 0) return problems;
    return texts
      .filter((piece) => expressions.some((expression) => expression.test(fill(piece.text))))
      .map((piece) => ({
        file: piece.file,
        what: `${piece.where}: "${piece.text}" says what must never appear (facts 4A.${rule.rule}, ${rule.id})`,
        mend: 'say it safely, or narrow the pattern with a near miss',
      }));
  });
  return [...unknown, ...found];
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
