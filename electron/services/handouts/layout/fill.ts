import type { Break } from './breaks.ts';
import { graphemesOf } from './graphemes.ts';
import { isControl, isOpening, withoutControls } from './tokens.ts';

/** Width of the letters from one offset to another, in points. */
export type Measured = (from: number, to: number) => number;

/** What rounding may add to a line, in points. */
const tolerance = 0.01;

const opens = /[\p{Ps}\p{Pi}]$/u;
const closes = /^[\p{Pe}\p{Pf}\p{Po}\p{M}\p{Lm}®™%°]/u;

/**
 * The longest beginning of an over-wide word that fits, at least one letter with its marks: cut outside figures and beside no
 * bracket or stop where there is such a place.
 */
function cutWord(letters: string, start: number, end: number, width: number, measure: Measured): number {
  let [best, good, last] = [start, start, start];
  let isFigure = false;
  for (const { segment, index } of graphemesOf(letters.slice(start, end))) {
    const at = start + index;
    for (const letter of segment) if (isControl(letter)) isFigure = isOpening(letter);
    const next = at + segment.length;
    if (last > start && measure(start, next) > width) break;
    last = next;
    const after = letters.slice(isOpening(letters[next] ?? '') ? next + 1 : next, end);
    if (opens.test(withoutControls(segment)) || closes.test(after)) continue;
    good = next;
    if (!isFigure) best = next;
  }
  return best > start ? best : good > start ? good : last;
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
