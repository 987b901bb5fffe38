/** How plain a text must be: bars by language (requirements section 5), the passive, and everyday words. */
import type { Block, Inline, Item } from '../../../contract/document.ts';
import type { Content, Guide, Language, Problem } from '../content.ts';
import { blockItems, sectionLines } from '../texts.ts';
import { guideReading } from './reading.ts';

/** Whether a score misses its bar: a school grade must not be above it, an INFLESZ score not below. */
const misses = (language: Language, score: number | null, bar: number | undefined) =>
  score !== null && bar !== undefined && (language.plain.formula === 'inflesz' ? score < bar : score > bar);

function checkBars(content: Content, guide: Guide, language: Language): Problem[] {
  const reading = guideReading(content, guide, language);
  if (!reading) return [];
  const { formula, bars } = language.plain;
  const problems: Problem[] = [];
  const say = (what: string, mend: string) =>
    problems.push({ file: `guides/${guide.id}/${language.tag}.md`, what, mend });
  if (misses(language, reading.score, bars.guide))
    say(`${formula} ${reading.score?.toFixed(1)}`, `shorter sentences and words: ${bars.guide}`);
  for (const { id, reading: part } of reading.sections)
    if (misses(language, part.score, bars.section))
      say(
        `section ${id}: ${formula} ${part.score?.toFixed(1)}`,
        `shorter sentences and words: ${bars.section}`,
      );
  if (bars.words !== undefined && reading.words > bars.words)
    say(`${reading.words} words`, `${bars.words} or less`);
  if (bars.wordsPerSentence !== undefined && reading.wordsPerSentence > bars.wordsPerSentence)
    say(`${reading.wordsPerSentence.toFixed(1)} words a sentence`, `${bars.wordsPerSentence} or less`);
  return problems;
}

const plain = (line: Inline[]) => line.map((inline) => (inline.type === 'fact' ? '' : inline.text)).join('');

/** Lines that ask the reader to do something: entries of steps and of callouts; red flags name signs and do not ask. */
function askingLines(block: Block): Inline[][] {
  const lines = (items: Item[]) => items.filter((item) => !item.flag).map((item) => item.content);
  if (block.type === 'steps') return lines(block.items);
  if (block.type === 'callout' && block.level !== 'question')
    return [block.title, ...lines(blockItems(block))];
  return [];
}

function checkPassive(guide: Guide, language: Language): Problem[] {
  const text = guide.texts.get(language.tag);
  const rule = language.plain.passive;
  if (!text || !rule) return [];
  const find = (patterns: string[], lines: Inline[][], section: string) =>
    lines.flatMap((line): Problem[] => {
      const found = patterns.map((pattern) => new RegExp(pattern, 'iu').exec(plain(line))?.[0]).find(Boolean);
      return found
        ? [
            {
              file: text.file,
              what: `section ${section}: the passive "${found}" where an action is asked`,
              mend: 'tell the reader what to do: "Take the tablet", not "the tablet should be taken"',
            },
          ]
        : [];
    });
  return text.sections.flatMap((section) => [
    ...find(rule.asking, section.blocks.flatMap(askingLines), section.id),
    ...find(rule.anywhere, sectionLines(section), section.id),
  ]);
}

function checkPassiveExamples(language: Language): Problem[] {
  const rule = language.plain.passive;
  if (!rule) return [];
  const file = `${language.folder}/plain-language.yaml`;
  const hit = (text: string) =>
    [...rule.asking, ...rule.anywhere].some((pattern) => new RegExp(pattern, 'iu').test(text));
  return [
    ...rule.caught
      .filter((text) => !hit(text))
      .map((text) => ({ file, what: `passive: misses "${text}"`, mend: 'widen the pattern' })),
    ...rule.allowed
      .filter(hit)
      .map((text) => ({ file, what: `passive: wrongly catches "${text}"`, mend: 'narrow the pattern' })),
  ];
}

export function checkReadability(content: Content): Problem[] {
  return content.languages.flatMap((language) => [
    ...checkPassiveExamples(language),
    ...content.guides.flatMap((guide) => [
      ...checkBars(content, guide, language),
      ...checkPassive(guide, language),
    ]),
  ]);
}
