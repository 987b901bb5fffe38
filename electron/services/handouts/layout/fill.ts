import type { Break } from './breaks.ts';

/** Width of the letters from one offset to another, in points. */
export type Measured = (from: number, to: number) => number;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** What rounding may add to a line, in points. */
const tolerance = 0.01;

/** The longest beginning of an over-wide word that fits, at least one letter with its marks. */
function cutWord(letters: string, start: number, end: number, width: number, measure: Measured): number {
  let fits = start;
  for (const { segment, index } of graphemes.segment(letters.slice(start, end))) {
    const next = start + index + segment.length;
    if (fits > start && measure(start, next) > width) break;
    fits = next;
  }
  return fits;
}

/**
 * Fills lines of `width` points, each as full as its words allow; a word wider than a line is cut between letters. Words are
 * measured one by one, and a line whose words turn out wider together gives up its last.
 */
export function fillLines<T extends { width: number }>(
  letters: string,
  breaks: Break[],
  width: number,
  measure: Measured,
  place: (from: number, to: number) => T,
): T[] {
  const lines: T[] = [];
  const visible = (from: number, to: number) => from + letters.slice(from, to).trimEnd().length;
  let start = 0;
  let first = 0; // the first break behind `start`
  while (start < letters.length) {
    let used = 0;
    let from = start;
    let next = first;
    for (; next < breaks.length; next += 1) {
      const { offset, required } = breaks[next] as Break;
      const shown = visible(from, offset);
      const word = measure(from, shown);
      if (used + word > width + tolerance) break;
      used += shown < offset ? measure(from, offset) : word;
      from = offset;
      if (!required) continue;
      next += 1;
      break;
    }
    let end = next > first ? (breaks[next - 1] as Break).offset : start;
    let line = end > start ? place(start, end) : null;
    while (line && line.width > width + tolerance && next - 1 > first) {
      next -= 1;
      end = (breaks[next - 1] as Break).offset;
      line = place(start, end);
    }
    if (!line || line.width > width + tolerance) {
      next = first;
      end = cutWord(letters, start, (breaks[first] as Break).offset, width, (a, b) =>
        measure(a, visible(a, b)),
      );
      line = place(start, end);
      if (end === breaks[first]?.offset) next += 1;
    }
    lines.push(line);
    start = end;
    first = next;
  }
  return lines;
}
