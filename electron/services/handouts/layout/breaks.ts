import LineBreaker from 'linebreak';
import { isControl, isOpening } from './tokens.ts';

export interface Break {
  /** Where the next line would begin, in the text with its isolates. */
  offset: number;
  required: boolean;
}

/** Scripts written without spaces whose words a dictionary finds. */
const dictionaryScripts = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** One of the world over: the dictionary goes by the script of the text, not by this language. */
const words = new Intl.Segmenter('en', { granularity: 'word' });
const hangul = /\p{Script=Hangul}/u;
/** What must not begin a line: marks, repeat signs and full stops of scripts that break inside words. */
const badStart = /^[\p{M}ๆຯໆៗ។៕៖ฯ၊။]/u;
/**
 * What must not end a line: vowels written before their consonant (Thai, Lao), signs that stack the next letter (Khmer,
 * Burmese), and the Burmese "not", which alone at a line's end turns what the line says around.
 */
const badEnd = /[\u0e40-\u0e44\u0ec0-\u0ec4\u17d2\u1039မ]$/u;

/** UAX 14, with dictionary words for Thai, Lao, Khmer and Burmese. */
function wordBreaks(text: string): Map<number, boolean> {
  const found = new Map<number, boolean>();
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak())
    found.set(next.position, next.required);
  if (dictionaryScripts.test(text)) {
    for (const { index } of words.segment(text)) {
      // Between two letters of such a script only: beside brackets and quotes the rules of UAX 14 hold.
      const isInside =
        index > 0 &&
        dictionaryScripts.test(text[index - 1] as string) &&
        dictionaryScripts.test(text[index] as string);
      if (isInside && !found.has(index)) found.set(index, false);
    }
  }
  return found;
}

function mayBreak(before: string, after: string): boolean {
  const last = before.at(-1) as string;
  if (badStart.test(after) || badEnd.test(last)) return false;
  // Korean breaks at spaces only.
  return last === ' ' || last === '\u200b' || !(hangul.test(last) || hangul.test(after[0] as string));
}

/** Offsets where a line may end, and whether it must; never inside a figure, which an isolate encloses. */
export function lineBreaks(letters: string): Break[] {
  /** Letters without isolates, which UAX 14 would take for marks of the letter before; and where each one stands. */
  const places: number[] = [];
  const inside: boolean[] = [];
  let isIsolated = false;
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters[at] as string;
    if (isControl(letter)) isIsolated = isOpening(letter);
    else {
      inside.push(isIsolated && !isOpening(letters[at - 1] ?? ''));
      places.push(at);
    }
  }
  const text = places.map((at) => letters[at]).join('');
  const start = (index: number) => {
    const at = places[index] as number;
    return isOpening(letters[at - 1] ?? '') ? at - 1 : at;
  };
  return [...wordBreaks(text)]
    .sort(([a], [b]) => a - b)
    .flatMap(([index, required]): Break[] => {
      if (index >= text.length) return [{ offset: letters.length, required: false }];
      const allowed =
        required ||
        (!inside[index] && mayBreak(text.slice(Math.max(0, index - 2), index), text.slice(index, index + 2)));
      return allowed ? [{ offset: start(index), required }] : [];
    });
}
