import type { Direction } from '../../../contract/document.ts';
import type { Text } from '../sheet.ts';

/** Isolates: what is between one and its end keeps its own order, whatever the direction of the text around it. */
const leftToRight = '\u2066';
const rightToLeft = '\u2067';
/** By its first letter; unlike the others it may be broken over lines. */
const ownDirection = '\u2068';
const isolateEnd = '\u2069';
export const isOpening = (letter: string) => letter === leftToRight || letter === rightToLeft;
export const isControl = (letter: string) =>
  isOpening(letter) || letter === ownDirection || letter === isolateEnd;
export const withoutControls = (text: string) => text.replace(/[\u2066-\u2069]/g, '');

/** Figure kinds that are one thing to read: a phone number, an address, a temperature pair, a name, a sum of money. */
const wholeKinds = new Set(['phone', 'url', 'temperature', 'name', 'money']);

/** Digits of any script (۲۵, २५, ၂၅ as well as 25), with the signs that stand inside a number. */
const figure = String.raw`\p{Nd}+(?:[.,٫٬]\p{Nd}+)*`;
const further = String.raw`(?:\s?[–/-]\s?${figure})`;
const oneUnit = String.raw`(?:%|°\s?[CF]|mg|mcg|µg|kg|g|mL|ml|mmHg|mEq|IU|[Uu]nits?)(?!\p{Script=Latin})`;
/** "mg", "mg/kg", "mg/5 mL". */
const unit = String.raw`${oneUnit}(?:\/(?:${figure}[\s\u00a0]?)?${oneUnit})*`;
/** Between the groups of a phone number; brackets stand around the area only, or "555-0100 (50 mg)" would be one. */
const gap = String.raw`(?:[ \u00a0]?[.-][ \u00a0]?|[ \u00a0])`;
const phoneWithArea = String.raw`\+?(?:\p{Nd}{1,4}${gap}?)?\(\p{Nd}{1,5}\)${gap}?\p{Nd}+(?:${gap}\p{Nd}+)*`;
const trademark = '[®™]';

/**
 * Pieces that even a correct bidirectional engine prints in the wrong order inside Arabic: phone numbers, ranges, doses,
 * times, addresses and names with a sign. Measured before the engine was written.
 */
const plainTokens = [
  String.raw`[A-Za-z][\w-]*(?:\.[A-Za-z][\w-]*)+(?:\/\S*)?`, // addresses without a scheme
  String.raw`\$${figure}`, // sums of money
  String.raw`(?=[\p{Nd}().+\- \u00a0]{7})(?:${phoneWithArea}|\+?\p{Nd}+(?:${gap}\p{Nd}+)+)`,
  String.raw`\p{Nd}{1,2}:\p{Nd}{2}(?:\s?[AaPp]\.?[Mm]\.?)?`,
  String.raw`${figure}${further}*[\s\u00a0]?${unit}`,
  String.raw`${figure}${further}+`, // ranges and ratios
  String.raw`\p{Script=Latin}[\p{Script=Latin}\p{M}\p{Nd}-]*${trademark}`,
  String.raw`[\p{Script=Arabic}\p{Script=Hebrew}][\p{Script=Arabic}\p{Script=Hebrew}\p{M}]*${trademark}`,
];

const word = String.raw`[a-zµ]\p{Script=Latin}*`;
const atom = String.raw`[\p{Script=Latin}\p{Nd}][\p{Script=Latin}\p{M}\p{Nd}]*`;
/** Beside letters from right to left also what anybody may type: "6-MP", "1-800-FLU-SHOT", "a.b@example.org", "5 PM", "2 tablets". */
const mixedTokens = [
  String.raw`(?=\S*\p{Script=Latin})(?=\S*[\p{Nd}@])${atom}(?:[-./@_+&:]${atom})+`,
  String.raw`\p{Nd}{1,2}(?::\p{Nd}{2})?\s?[AaPp](?:\.[Mm]\.|[Mm](?!\p{Script=Latin}))`,
  String.raw`${figure}[\s\u00a0]?${word}(?:\/(?:${figure}[\s\u00a0]?)?${word})*`,
];

const address = String.raw`https?:\/\/\S+`;
const tokensOf = (...parts: string[]) => new RegExp([address, ...parts].join('|'), 'gu');
const leftToRightTokens = tokensOf(...plainTokens);
const rightToLeftTokens = tokensOf(...mixedTokens, ...plainTokens);
/** What each of them has: most texts have none, and the search for them all is slow. */
const mayHoldTokens = /[\p{Nd}®™@]|\.[A-Za-z]|:\/\//u;
const hasRightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const rightToLeftLetter = /^[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const digit = /^\p{Nd}/u;

/** Text of one look; what stands between isolates may not be broken over lines. */
export interface Piece {
  text: string;
  bold: boolean;
}

function isolate(text: string, bold: boolean): Piece {
  const opening = rightToLeftLetter.test(text) && !digit.test(text) ? rightToLeft : leftToRight;
  return {
    text: `${opening}${text.replace(/[ \u00a0]/g, '\u00a0')}${isolateEnd}`,
    bold,
  };
}

/** Composed, without marks of direction (the engine makes its own) and soft hyphens, every kind of line end one, every tab a space. */
const clean = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\u00ad\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ');

function piecesOf(text: string, bold: boolean, direction: Direction): Piece[] {
  if (!mayHoldTokens.test(text)) return [{ text, bold }];
  const isMixed = direction === 'rtl' || hasRightToLeft.test(text);
  const out: Piece[] = [];
  let last = 0;
  for (const match of text.matchAll(isMixed ? rightToLeftTokens : leftToRightTokens)) {
    if (match.index > last) out.push({ text: text.slice(last, match.index), bold });
    out.push(isolate(match[0], bold));
    last = match.index + match[0].length;
  }
  if (last < text.length) out.push({ text: text.slice(last), bold });
  return out;
}

/** Cuts the runs of a text into pieces, each figure and name isolated and unbreakable. */
export function cutPieces({ runs, direction }: Pick<Text, 'runs' | 'direction'>): Piece[] {
  return runs.flatMap(({ text: raw, bold = false, kind, isolated }): Piece[] => {
    const text = clean(raw);
    if (text === '') return [];
    if (kind && wholeKinds.has(kind)) return [isolate(text, bold)];
    const pieces = piecesOf(text, bold, direction);
    return isolated ? [{ text: ownDirection, bold }, ...pieces, { text: isolateEnd, bold }] : pieces;
  });
}
