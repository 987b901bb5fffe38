/** Flesch-Kincaid grade of the source language (bar: 6.0 a guide; requirements section 5). */
import type { Content, Guide, Problem } from '../content.ts';
import { factText } from '../facts.ts';
import { blockLines, lineText } from '../texts.ts';

export interface Reading {
  words: number;
  wordsPerSentence: number;
  /** US school grade with names counted as one easy word, and without that rule. */
  grade: number;
  strictGrade: number;
}

/** Syllables of an English word by vowel groups; a silent final e does not count. */
export function syllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length <= 3) return 1;
  const groups = letters
    .replace(/(?:[^laeiouy]es|[^dt]ed|[^laeiouy]e)$/, (ending) => ending[0] ?? '')
    .replace(/^y/, '')
    .match(/[aeiouy]{1,2}/g);
  return Math.max(1, groups?.length ?? 1);
}

const grade = (words: number, sentences: number, count: number) =>
  0.39 * (words / sentences) + 11.8 * (count / words) - 15.59;

/** Reading figures of English lines; each line is at least one sentence. */
export function readingOf(lines: string[], easyNames: string[]): Reading {
  const easy = new Set(easyNames.map((name) => name.toLowerCase()));
  let words = 0;
  let sentences = 0;
  let count = 0;
  let strict = 0;
  for (const line of lines) {
    for (const sentence of line.split(/(?<=[.!?:])\s+/)) {
      const found = sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? [];
      if (found.length === 0) continue;
      sentences += 1;
      for (const word of found) {
        words += 1;
        strict += syllables(word);
        count += easy.has(word.replace(/[.'’-]+$/, '').toLowerCase()) ? 1 : syllables(word);
      }
    }
  }
  if (words === 0) return { words, wordsPerSentence: 0, grade: 0, strictGrade: 0 };
  return {
    words,
    wordsPerSentence: words / sentences,
    grade: grade(words, sentences, count),
    strictGrade: grade(words, sentences, strict),
  };
}

/** Reading figures of a guide's source text; headings apart. */
export function guideReading(content: Content, guide: Guide): Reading {
  const text = guide.texts.get(content.source.tag);
  const fill = (id: string) => {
    const fact = content.facts.get(id);
    try {
      return fact ? factText(fact, content.source.info.locale) : '';
    } catch {
      return ''; // reported by the rule for facts
    }
  };
  const lines = (text?.sections ?? []).flatMap((section) => section.blocks.flatMap(blockLines));
  return readingOf(
    lines.map((line) => lineText(line, fill)),
    content.easyNames,
  );
}

export const readingBars = { grade: 6, words: 600, wordsPerSentence: 15 };

export function checkReadability(content: Content): Problem[] {
  return content.guides.flatMap((guide) => {
    const file = `guides/${guide.id}/${content.source.tag}.md`;
    const reading = guideReading(content, guide);
    const problems: Problem[] = [];
    if (reading.grade > readingBars.grade)
      problems.push({
        file,
        what: `reading grade ${reading.grade.toFixed(1)}`,
        mend: `shorter sentences and words: ${readingBars.grade}.0 or less`,
      });
    if (reading.words > readingBars.words)
      problems.push({ file, what: `${reading.words} words`, mend: `${readingBars.words} or less` });
    if (reading.wordsPerSentence > readingBars.wordsPerSentence)
      problems.push({
        file,
        what: `${reading.wordsPerSentence.toFixed(1)} words a sentence`,
        mend: `${readingBars.wordsPerSentence} or less`,
      });
    return problems;
  });
}
