/** Reading figures of a text: how many words, how long the sentences, how hard by the language's formula. */
import { syllable } from 'syllable';
import type { Section } from '../../../contract/document.ts';
import type { Content, Guide, Language } from '../content.ts';
import { factText } from '../facts.ts';
import type { PlainLanguage } from '../schemas.ts';
import { blockLines, lineText } from '../texts.ts';

export type Formula = PlainLanguage['formula'];

export interface Reading {
  words: number;
  wordsPerSentence: number;
  /** In the formula's unit with names counted as one easy word, and without that rule; null without a formula. */
  score: number | null;
  strictScore: number | null;
}

/**
 * Syllables of a Spanish word: groups of vowels, where two open vowels or a stressed close vowel part (po-e-ta, dí-a)
 * and the silent u of "gue" and "qui" does not sound.
 */
export function spanishSyllables(word: string): number {
  const letters = word
    .toLowerCase()
    .replace(/([gq])u(?=[eiéí])/g, '$1')
    .replace(/y(?![aeiouáéíóúü])/g, 'i');
  const groups = letters.match(/[aeiouáéíóúü]+/g) ?? [];
  const parts = groups.map((group) => (group.match(/[iuü]?[aeoáéó][iuü]?|[íú]|[iuü]+/g) ?? []).length);
  return Math.max(
    1,
    parts.reduce((sum, count) => sum + count, 0),
  );
}

const englishSyllables = new Map<string, number>();

const counters: Record<Formula, (word: string) => number> = {
  'flesch-kincaid': (word) => {
    const count = englishSyllables.get(word) ?? Math.max(1, syllable(word));
    englishSyllables.set(word, count);
    return count;
  },
  inflesz: spanishSyllables,
  none: () => 1,
};

/**
 * Flesch-Kincaid: US school grade (Kincaid 1975), lower is plainer. INFLESZ: the Flesch-Szigriszt scale for Spanish, higher is
 * plainer (Barrio-Cantalejo 2008).
 */
function scoreOf(formula: Formula, words: number, sentences: number, count: number): number | null {
  switch (formula) {
    case 'flesch-kincaid':
      return 0.39 * (words / sentences) + 11.8 * (count / words) - 15.59;
    case 'inflesz':
      return 206.835 - 62.3 * (count / words) - words / sentences;
    case 'none':
      return null;
    default:
      return formula satisfies never;
  }
}

/** Splits lines into sentences; each line, such as a list entry, is at least one. */
export function sentencesOf(line: string): string[] {
  return line.split(/(?<=[.!?:])["”»]?\s+/);
}

const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}'’./°-]*/gu;
/** Stands for a name: one word of one syllable. */
const easyWord = 'it';

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Finds any of the names as whole words, longest first; null when there are none. */
export function namePattern(names: string[]): RegExp | null {
  if (names.length === 0) return null;
  const longestFirst = [...names].sort((a, b) => b.length - a.length).map(escaped);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

/** Reading figures of lines; `names` finds what counts as one easy word. */
export function readingOf(lines: string[], formula: Formula, names: RegExp | null): Reading {
  const measure = (texts: string[]) => {
    let words = 0;
    let sentences = 0;
    let count = 0;
    for (const sentence of texts.flatMap(sentencesOf)) {
      const found = sentence.match(wordPattern) ?? [];
      if (found.length === 0) continue;
      sentences += 1;
      words += found.length;
      count += found.reduce((sum, word) => sum + counters[formula](word), 0);
    }
    return { words, sentences, score: words > 0 ? scoreOf(formula, words, sentences, count) : null };
  };
  const strict = measure(lines);
  const eased = names ? measure(lines.map((line) => line.replace(names, easyWord))) : strict;
  return {
    words: strict.words,
    wordsPerSentence: strict.sentences > 0 ? strict.words / strict.sentences : 0,
    score: eased.score,
    strictScore: strict.score,
  };
}

/** What counts as one easy word in a language: names, medicines, and addresses on the web. */
export function easyNames(content: Content, language: Language): RegExp | null {
  const medicines = [...content.medicines.values()].flatMap((forms) => forms.get(language.tag) ?? []);
  const addresses = [...content.facts.values()]
    .filter((fact) => fact.kind === 'url' || fact.kind === 'name')
    .map((fact) => String(fact.value));
  return namePattern([...content.names, ...medicines, ...addresses]);
}

/** A section's lines as a reader sees them, its heading apart. */
export function filledLines(content: Content, language: Language, section: Section): string[] {
  const fill = (id: string) => {
    const fact = content.facts.get(id);
    try {
      return fact ? factText(fact, language.info.locale) : '';
    } catch {
      return ''; // reported by the rule for facts
    }
  };
  return section.blocks.flatMap(blockLines).map((line) => lineText(line, fill));
}

export interface GuideReading extends Reading {
  /** By section id, in order. */
  sections: { id: string; reading: Reading }[];
}

/** Reading figures of a guide in a language, or null when the language has no text of it. Headings do not count. */
export function guideReading(content: Content, guide: Guide, language: Language): GuideReading | null {
  const text = guide.texts.get(language.tag);
  if (!text) return null;
  const names = easyNames(content, language);
  const { formula } = language.plain;
  const bySection = text.sections.map((section) => ({
    id: section.id,
    lines: filledLines(content, language, section),
  }));
  return {
    ...readingOf(
      bySection.flatMap(({ lines }) => lines),
      formula,
      names,
    ),
    sections: bySection.map(({ id, lines }) => ({ id, reading: readingOf(lines, formula, names) })),
  };
}
