/**
 * The scripts that the engine can set right. Each is proven by a specimen in tests/unit/services/handouts/specimens: its text
 * is read back letter for letter, its glyphs are those of another HarfBuzz, its page was looked at. A language whose script
 * is not here, or whose fonts are not installed, is refused by name instead of printed wrong.
 */
import { KioskError } from '../../../contract/errors.ts';
import type { FontStore } from '../fonts/font-store.ts';

/** Letters of each writing (ISO 15924, as `Intl.Locale` names a language's): fonts that lack one cannot set it. */
const writings: Record<string, string> = {
  Latn: 'ag',
  Cyrl: 'яж',
  Arab: 'بع',
  Hebr: 'אש',
  Deva: 'कर',
  Beng: 'কর',
  Guru: 'ਕਰ',
  Ethi: 'ሀለ',
  Khmr: 'កខ',
  Thai: 'กด',
  Mymr: 'ကရ',
  Hans: '药们',
  Hant: '藥們',
  Jpan: '薬くカ',
  Kore: '약한',
};

/** Unicode's name of a script, and the tag by which HarfBuzz knows it. */
const shaped = [
  ['Latin', 'Latn'],
  ['Cyrillic', 'Cyrl'],
  ['Greek', 'Grek'],
  ['Arabic', 'Arab'],
  ['Hebrew', 'Hebr'],
  ['Devanagari', 'Deva'],
  ['Bengali', 'Beng'],
  ['Gurmukhi', 'Guru'],
  ['Ethiopic', 'Ethi'],
  ['Khmer', 'Khmr'],
  ['Thai', 'Thai'],
  ['Myanmar', 'Mymr'],
  ['Han', 'Hani'],
  ['Hiragana', 'Hira'],
  ['Katakana', 'Kana'],
  ['Hangul', 'Hang'],
  ['Bopomofo', 'Bopo'],
].map(([name, tag]) => ({ test: new RegExp(`^\\p{Script=${name}}`, 'u'), tag: tag as string }));

const known = new Map<number, string | null>();

/** The script of a letter as HarfBuzz names it; null for digits, spaces and signs, which take that of what is before them. */
export function scriptOf(letter: string): string | null {
  const point = letter.codePointAt(0) as number;
  const found = known.get(point);
  if (found !== undefined) return found;
  const script = shaped.find(({ test }) => test.test(letter))?.tag ?? null;
  known.set(point, script);
  return script;
}

const reordered =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}]/u;

/** Whether glyphs stand in another order than letters, or several letters share one: such a block carries its words whole. */
export const needsWords = (text: string): boolean => reordered.test(text);

const writingNames = new Map<string, string | null>();

/** The writing of a language by ISO 15924, such as `Guru` for `pa`; null when unknown. */
export function writingOf(language: string): string | null {
  const found = writingNames.get(language);
  if (found !== undefined) return found;
  const writing = new Intl.Locale(language).maximize().script ?? null;
  writingNames.set(language, writing);
  return writing;
}

/**
 * Throws `language-not-printable` with the language's tag when its script is not one that the engine can set (`reason:
 * script`), or when its fonts are not installed or lack its letters (`reason: fonts`).
 */
export function requirePrintable(language: string, families: string[], store: FontStore): void {
  const writing = writingOf(language);
  const letters = writing ? writings[writing] : undefined;
  if (!letters) throw new KioskError('language-not-printable', { language, reason: 'script' });
  // Asked in order, so that no font is opened that the letters do not need.
  const covers = (letter: string) =>
    families.some((family) => store.face(family, false).covers(letter.codePointAt(0) as number));
  const hasFonts = families.every((family) => store.has(family)) && [...letters].every(covers);
  if (!hasFonts) throw new KioskError('language-not-printable', { language, reason: 'fonts' });
}
