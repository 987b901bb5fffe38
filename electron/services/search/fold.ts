/**
 * One folding for the index and for queries: accents, Arabic vowel marks and letter forms, đ and ł go; Han runs become
 * pairs of characters, since Han text has no spaces. What SQLite's tokenizer cannot do was measured: it keeps Arabic
 * marks and cannot find two Han characters inside a word.
 */
const lettersAlike: [RegExp, string][] = [
  [/[أإآٱ]/g, 'ا'],
  [/ى/g, 'ي'],
  [/ة/g, 'ه'],
  [/ؤ/g, 'و'],
  [/ئ/g, 'ي'],
  [/đ/g, 'd'],
  [/ł/g, 'l'],
  [/ø/g, 'o'],
  [/ß/g, 'ss'],
];

const marks = /[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g;
const han = /[\p{Script=Han}]+/gu;

export function foldLetters(text: string): string {
  // Arabic letters first: NFKD would take "أ" apart and lose the difference between a letter and its mark.
  const alike = lettersAlike.reduce((all, [from, to]) => all.replace(from, to), text.toLowerCase());
  return alike.normalize('NFKD').replace(marks, '');
}

const pairs = (run: string) => {
  const letters = [...run];
  return letters.length === 1
    ? run
    : letters
        .slice(1)
        .map((letter, index) => `${letters[index]}${letter}`)
        .join(' ');
};

/** Words of a text as the index holds them. */
export function foldWords(text: string): string[] {
  const spaced = foldLetters(text).replace(han, (run) => ` ${pairs(run)} `);
  return spaced.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Like `foldWords`, with single Han characters beside the pairs, so that one character finds its words too. */
export function foldForIndex(text: string): string {
  const singles = text.match(han)?.flatMap((run) => [...run]) ?? [];
  return [...foldWords(text), ...singles].join(' ');
}
