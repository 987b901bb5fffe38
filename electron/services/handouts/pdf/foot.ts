import type { Line, Paragraph, Typesetter } from '../layout/paragraph.ts';
import type { Run, Sheet, Text } from '../sheet.ts';
import type { Metrics } from './metrics.ts';

const spacing = 1.4;
const above = 4;

/** What stands at the foot of a page: its height, and its lines. A long line of it goes on below: no phone is cut off. */
export interface Foot {
  /** In points, from the rule to the foot's last line. */
  height: number;
  /** Lines of page `index` (from 0) of `pages`: each with its left edge and its baseline below the rule, in points. */
  lines(index: number, pages: number): { line: Line; size: number; x: number; y: number }[];
}

const words = new Intl.Segmenter('en', { granularity: 'word' });
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A name cut at a word, or between letters where it is one word, with an ellipsis; the longest first. */
function shorterNames(name: string): string[] {
  const cuts = (segmenter: Intl.Segmenter) =>
    [...segmenter.segment(name)]
      .map(({ index }) => name.slice(0, index).replace(/[\s\p{P}]+$/u, ''))
      .filter((start) => start !== '')
      .reverse();
  return [...cuts(words), ...cuts(letters)].map((start) => `${start}…`);
}

/** Sets texts of the foot at one size. */
class FootSetter {
  readonly #type: Typesetter;
  /** Points. */
  readonly #size: number;

  constructor(type: Typesetter, size: number) {
    this.#type = type;
    this.#size = size;
  }

  set(text: Text, width: number): Paragraph {
    return this.#type.set(text, width, this.#size, spacing);
  }

  /** A text whose first run, a name, is made short enough for a line. */
  named(text: Text, width: number): Paragraph {
    const [name, ...rest] = text.runs as [Run, ...Run[]];
    const fits = (one: string) =>
      this.set({ ...text, runs: [{ ...name, text: one }] }, width).lines.length === 1;
    const short = fits(name.text) ? name.text : (shorterNames(name.text).find(fits) ?? name.text);
    return this.set({ ...text, runs: [{ ...name, text: short }, ...rest] }, width);
  }

  /** Two texts with a dot between them; where a line is too short for both, each on lines of its own and no dot. */
  both(one: Text, other: Text | undefined, width: number): Paragraph[] {
    if (!other) return [this.set(one, width)];
    const together = this.set({ ...one, runs: [...one.runs, { text: ' · ' }, ...other.runs] }, width);
    if (together.lines.length === 1) return [together];
    const hasName = other.runs[0]?.kind === 'name';
    return [this.set(one, width), hasName ? this.named(other, width) : this.set(other, width)];
  }
}

const widest = (paragraphs: Paragraph[]) =>
  Math.max(0, ...paragraphs.flatMap(({ lines }) => lines.map((line) => line.width)));
const count = (paragraphs: Paragraph[]) => paragraphs.reduce((sum, { lines }) => sum + lines.length, 0);
const heightOf = (paragraphs: Paragraph[]) =>
  paragraphs.reduce((sum, { lines, leading }) => sum + lines.length * leading, 0);

/**
 * Sets the foot: help and clinic first, edition and review after them or, when the line is too short for that, below; the
 * page at the end.
 */
export function setFoot({ foot, languages }: Sheet, type: Typesetter, { left, width, size }: Metrics): Foot {
  const small = size * 0.7;
  const gap = size * 1.5;
  const rtl = languages[0]?.direction === 'rtl';
  const pageOf = (index: number, pages: number) => {
    const fill = (text: string) =>
      text.replace('{{page}}', String(index + 1)).replace('{{pages}}', String(pages));
    const runs = foot.page.runs.map((run) => ({ ...run, text: fill(run.text) }));
    return [type.set({ ...foot.page, runs }, width * 0.28, small, spacing)];
  };
  const lastPage = pageOf(99, 100);
  const help = new FootSetter(type, small * 1.15).both(foot.help, foot.clinic, width);
  const room = width - widest(lastPage) - gap;
  const edition = new FootSetter(type, small).both(foot.edition, foot.review, room);
  const together = [help, edition, lastPage];
  const isOneLine =
    together.every((one) => count(one) === 1) &&
    together.reduce((sum, one) => sum + widest(one), 2 * gap) <= width;
  /** Paragraphs `inward` points from the side where a line begins, or with `atEnd` from where it ends. */
  const stack = (paragraphs: Paragraph[], top: number, atEnd: boolean, inward = 0) =>
    paragraphs.flatMap((paragraph, index) =>
      paragraph.lines.map((line, at) => ({
        line,
        size: paragraph.size,
        x: atEnd === rtl ? left + inward : left + width - line.width - inward,
        y: top + heightOf(paragraphs.slice(0, index)) + at * paragraph.leading + paragraph.baseline,
      })),
    );
  const second = isOneLine ? above : above + heightOf(help);
  return {
    height: isOneLine ? above + heightOf(help) : second + Math.max(heightOf(edition), heightOf(lastPage)),
    lines: (index, pages) => [
      ...stack(help, above, false),
      ...stack(edition, second, isOneLine, isOneLine ? widest(lastPage) + gap : 0),
      ...stack(pageOf(index, pages), second, true),
    ],
  };
}
