import type { Line, Paragraph, Typesetter } from '../layout/paragraph.ts';
import type { Sheet } from '../sheet.ts';
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

/**
 * Sets the foot: help first, edition and review after it or, when the line is too short for that, below it; the page at
 * the end.
 */
export function setFoot(sheet: Sheet, type: Typesetter, { left, width, size }: Metrics): Foot {
  const small = size * 0.7;
  const gap = size * 1.5;
  const rtl = sheet.languages[0]?.direction === 'rtl';
  const help = type.set(sheet.foot.help, width, small * 1.15, spacing);
  const pageOf = (index: number, pages: number) => {
    const fill = (text: string) =>
      text.replace('{{page}}', String(index + 1)).replace('{{pages}}', String(pages));
    const runs = sheet.foot.page.runs.map((run) => ({ ...run, text: fill(run.text) }));
    return type.set({ ...sheet.foot.page, runs }, width * 0.28, small, spacing);
  };
  const widest = (paragraph: Paragraph) => Math.max(0, ...paragraph.lines.map((line) => line.width));
  const lastPage = pageOf(99, 100);
  const edition = type.set(sheet.foot.edition, width - widest(lastPage) - gap, small, spacing);
  const together = [help, edition, lastPage];
  const isOneLine =
    together.every((one) => one.lines.length === 1) &&
    together.reduce((sum, one) => sum + widest(one), 2 * gap) <= width;
  /** A paragraph `inward` points from the side where a line begins, or with `atEnd` from where it ends. */
  const stack = (paragraph: Paragraph, top: number, atEnd: boolean, inward = 0) =>
    paragraph.lines.map((line, at) => ({
      line,
      size: paragraph.size,
      x: atEnd === rtl ? left + inward : left + width - line.width - inward,
      y: top + at * paragraph.leading + paragraph.baseline,
    }));
  const second = isOneLine ? above : above + help.lines.length * help.leading;
  const rows = Math.max(edition.lines.length, lastPage.lines.length);
  return {
    height: isOneLine ? above + help.leading : second + rows * edition.leading,
    lines: (index, pages) => [
      ...stack(help, above, false),
      ...stack(edition, second, isOneLine, isOneLine ? widest(lastPage) + gap : 0),
      ...stack(pageOf(index, pages), second, true),
    ],
  };
}
