/** Facts 4A and 4B: what must never stand in a text, and what always must. */
import type { Content, Guide, Language, Problem } from '../content.ts';
import { factText } from '../facts.ts';
import type { Safety } from '../schemas.ts';
import { blockItems } from '../texts.ts';
import { pieces, type Piece } from './words.ts';

type Rule = Safety['never'][number];

const regExp = (pattern: string) => new RegExp(pattern, 'iu');

function checkRule(rule: Rule, tag: string): Problem[] {
  const file = 'safety.yaml';
  const patterns = rule.patterns[tag];
  if (!patterns)
    return [
      {
        file,
        what: `${rule.id} has no pattern in "${tag}"`,
        mend: 'add patterns, caught and allowed examples',
      },
    ];
  let expressions: RegExp[];
  try {
    expressions = patterns.map(regExp);
  } catch (error) {
    return [
      {
        file,
        what: `${rule.id} (${tag}): ${(error as Error).message}`,
        mend: 'correct the regular expression',
      },
    ];
  }
  const hit = (text: string) => expressions.some((expression) => expression.test(text));
  const caught = rule.caught[tag] ?? [];
  const allowed = rule.allowed[tag] ?? [];
  return [
    ...(caught.length > 0 && allowed.length > 0
      ? []
      : [
          {
            file,
            what: `${rule.id} (${tag}) lacks examples`,
            mend: 'give at least one caught and one allowed',
          },
        ]),
    ...caught
      .filter((text) => !hit(text))
      .map((text) => ({ file, what: `${rule.id} (${tag}) misses "${text}"`, mend: 'widen the pattern' })),
    ...allowed.filter(hit).map((text) => ({
      file,
      what: `${rule.id} (${tag}) wrongly catches "${text}"`,
      mend: 'narrow the pattern',
    })),
  ];
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
  return content.safety.never.flatMap((rule) => {
    const broken = checkRule(rule, tag);
    if (broken.length > 0) return broken;
    const expressions = (rule.patterns[tag] ?? []).map(regExp);
    return texts
      .filter((piece) => expressions.some((expression) => expression.test(fill(piece.text))))
      .map((piece) => ({
        file: piece.file,
        what: `${piece.where}: "${piece.text}" says what must never appear (facts 4A.${rule.rule}, ${rule.id})`,
        mend: 'say it safely, or narrow the pattern with a near miss',
      }));
  });
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
