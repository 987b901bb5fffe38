import type { Run } from '../sheet.ts';

/** Left-to-right isolate and its end: what is between keeps its own order in right-to-left text. */
const lri = '\u2066';
const pdi = '\u2069';
export const isControl = (letter: string) => letter === lri || letter === pdi;

/** Figure kinds that are one thing to read: a phone number, an address, a temperature pair, a name, a sum of money. */
const wholeKinds = new Set(['phone', 'url', 'temperature', 'name', 'money']);

/**
 * Pieces that even a correct bidirectional engine prints in the wrong order inside Arabic: phone numbers, ranges, doses,
 * times, addresses and names with a sign. Measured before the engine was written.
 */
const tokens = new RegExp(
  [
    String.raw`https?:\/\/\S+`,
    String.raw`[A-Za-z][\w-]*(?:\.[A-Za-z][\w-]*)+(?:\/\S*)?`, // addresses without a scheme
    String.raw`\+?\(?\d[\d().\- \u00a0]{5,}\d`, // phone numbers
    String.raw`\$\d+(?:[.,]\d+)*`, // sums of money
    String.raw`\d{1,2}:\d{2}(?:\s?[AaPp]\.?[Mm]\.?)?`,
    String.raw`\d+(?:[.,]\d+)*(?:\s?[–/-]\s?\d+(?:[.,]\d+)*)*[\s\u00a0]?(?:%|°\s?[CF]|mg|mcg|µg|kg|g|mL|ml|mmHg|IU)(?![A-Za-z])`,
    String.raw`\d+(?:[.,]\d+)*(?:\s?[–/-]\s?\d+(?:[.,]\d+)*)+`, // ranges and ratios
    String.raw`[A-Za-z][\w-]*[®™]`,
  ].join('|'),
  'g',
);

/** A run of one look; `fixed` runs may not be broken over lines. */
export interface Piece {
  text: string;
  bold: boolean;
  fixed: boolean;
}

const isolate = (text: string, bold: boolean): Piece => ({
  text: `${lri}${text.replace(/[ \u00a0]/g, '\u00a0')}${pdi}`,
  bold,
  fixed: true,
});

/** Cuts runs into pieces, each figure and name isolated and unbreakable. */
export function cutPieces(runs: Run[]): Piece[] {
  return runs.flatMap(({ text: raw, bold = false, kind }): Piece[] => {
    const text = raw.normalize('NFC').replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
    if (text === '') return [];
    if (kind && wholeKinds.has(kind)) return [isolate(text, bold)];
    const out: Piece[] = [];
    let last = 0;
    for (const match of text.matchAll(tokens)) {
      if (match.index > last) out.push({ text: text.slice(last, match.index), bold, fixed: false });
      out.push(isolate(match[0], bold));
      last = match.index + match[0].length;
    }
    if (last < text.length) out.push({ text: text.slice(last), bold, fixed: false });
    return out;
  });
}
