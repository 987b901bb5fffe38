/** What script, direction and language typed text has: a guess from its first letter, for readers that speak it aloud. */
import type { Direction } from '../../../contract/document.ts';

/** Scripts by their Unicode name and their ISO 15924 code. */
const scripts = {
  Latin: 'Latn',
  Arabic: 'Arab',
  Hebrew: 'Hebr',
  Syriac: 'Syrc',
  Thaana: 'Thaa',
  Nko: 'Nkoo',
  Han: 'Hani',
  Hiragana: 'Hira',
  Katakana: 'Kana',
  Hangul: 'Hang',
  Cyrillic: 'Cyrl',
  Greek: 'Grek',
  Devanagari: 'Deva',
  Bengali: 'Beng',
  Gurmukhi: 'Guru',
  Ethiopic: 'Ethi',
  Khmer: 'Khmr',
  Thai: 'Thai',
  Myanmar: 'Mymr',
} as const;

const patterns = Object.entries(scripts).map(
  ([name, code]) => [code, new RegExp(`\\p{Script=${name}}`, 'u')] as const,
);
const rightToLeft = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo']);

const scriptOfLetter = (letter: string) => patterns.find(([, pattern]) => pattern.test(letter))?.[0] ?? null;

/** Script of the first letter; of the first from right to left in a text that runs so. */
function scriptOf(text: string, direction: Direction): string | null {
  const letters = [...text.matchAll(/\p{L}/gu)].map(([letter]) => scriptOfLetter(letter));
  const own = direction === 'rtl' ? letters.find((script) => rightToLeft.has(script ?? '')) : null;
  return own ?? letters[0] ?? null;
}

/**
 * Direction of typed text: that of its first letter with a direction (UAX 9, rules P2 and P3). On a sheet from right to left
 * one such letter is enough: a note may begin with the name of a medicine.
 */
export function typedDirection(text: string, sheet: Direction = 'ltr'): Direction {
  return rightToLeft.has(scriptOf(text, sheet) ?? '') ? 'rtl' : 'ltr';
}

/** The script a language is written in; Chinese and Japanese count as Han. */
function scriptOfLanguage(tag: string): string {
  const script = new Intl.Locale(tag).maximize().script ?? '';
  return ['Hans', 'Hant', 'Jpan'].includes(script) ? 'Hani' : script;
}

/**
 * Language of typed text: the first of the sheet's languages that is written in its script; else the one most often
 * written in it, and English for Latin letters. Text without letters is in the first language.
 */
export function typedLanguage(text: string, languages: string[], direction: Direction = 'ltr'): string {
  const script = scriptOf(text, direction);
  const own = languages.find((tag) => script === null || scriptOfLanguage(tag) === script);
  return own ?? new Intl.Locale(`und-${script}`).maximize().language;
}
