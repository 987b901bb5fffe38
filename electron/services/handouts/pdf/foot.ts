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

/** Sets the foot: help over the whole width; below it edition and review at the beginning, the page at the end. */
export function setFoot(sheet: Sheet, type: Typesetter, { left, width, size }: Metrics): Foot {
  const small = size * 0.7;
  const rtl = sheet.languages[0]?.direction === 'rtl';
  const help = type.set(sheet.foot.help, width, small * 1.15, spacing);
  const edition = type.set(sheet.foot.edition, width * 0.7, small, spacing);
  const second = above + help.lines.length * help.leading;
  const pageOf = (index: number, pages: number) => {
    const fill = (text: string) =>
      text.replace('{{page}}', String(index + 1)).replace('{{pages}}', String(pages));
    const runs = sheet.foot.page.runs.map((run) => ({ ...run, text: fill(run.text) }));
    return type.set({ ...sheet.foot.page, runs }, width * 0.28, small, spacing);
  };
  const stack = (paragraph: Paragraph, top: number, atEnd: boolean) =>
    paragraph.lines.map((line, at) => ({
      line,
      size: paragraph.size,
      x: atEnd === rtl ? left : left + width - line.width,
      y: top + at * paragraph.leading + paragraph.baseline,
    }));
  const rows = Math.max(edition.lines.length, pageOf(99, 100).lines.length);
  return {
    height: second + rows * edition.leading,
    lines: (index, pages) => [
      ...stack(help, above, false),
      ...stack(edition, second, false),
      ...stack(pageOf(index, pages), second, true),
    ],
  };
}
