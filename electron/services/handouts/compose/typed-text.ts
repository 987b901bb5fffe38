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

function scriptOf(text: string): string | null {
  const letter = /\p{L}/u.exec(text)?.[0];
  return (letter && patterns.find(([, pattern]) => pattern.test(letter))?.[0]) ?? null;
}

/** Direction of typed text: that of its first letter with a direction (UAX 9, rules P2 and P3). */
export const typedDirection = (text: string): Direction =>
  rightToLeft.has(scriptOf(text) ?? '') ? 'rtl' : 'ltr';

/** The script a language is written in; Chinese and Japanese count as Han. */
function scriptOfLanguage(tag: string): string {
  const script = new Intl.Locale(tag).maximize().script ?? '';
  return ['Hans', 'Hant', 'Jpan'].includes(script) ? 'Hani' : script;
}

/**
 * Language of typed text: the first of the sheet's languages that is written in its script; else the one most often
 * written in it, and English for Latin letters. Text without letters is in the first language.
 */
export function typedLanguage(text: string, languages: string[]): string {
  const script = scriptOf(text);
  const own = languages.find((tag) => script === null || scriptOfLanguage(tag) === script);
  return own ?? new Intl.Locale(`und-${script}`).maximize().language;
}
