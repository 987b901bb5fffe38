/** Rows of words: paragraphs, lists, and lines to write on. */
import type { ListMark, PlainPart, Text } from '../sheet.ts';
import { heightOf, type Column, type RowTools } from './row-tools.ts';
import type { Drawing, Placed, Row } from './rows.ts';
import type { StructureNode } from './structure.ts';

/** Sizes of a day to remember and of what stands at the end of a sheet, as shares of the body's. */
const shares = { large: 1.25, small: 0.85, smallest: 0.62 };

/** How a row of texts is set: points, its structure type, where each text stands, and leading as a multiple of the size. */
interface Setting {
  size: number;
  tag: string;
  columns: Column[];
  spacing?: number;
}

/** Texts beside each other, or one under the other when columns are too narrow. */
export function textRow(tools: RowTools, texts: Text[], { size, tag, columns, spacing }: Setting): Row {
  let y = 0;
  const placed = texts.map((text, index) => {
    const column = columns[index] as Column;
    const paragraph = tools.set(text, column.width, size, spacing);
    // A name or a phone that runs the other way stands where the sheet's lines begin.
    const isAgainst = text.typed && (text.direction === 'rtl') !== tools.rtl;
    const align = isAgainst && paragraph.lines.length === 1 ? 'end' : 'start';
    const at = tools.placed(paragraph, column, y, tools.node(tag, text), align);
    if (!tools.metrics.sideBySide) y += heightOf(paragraph);
    return at;
  });
  return tools.row(placed);
}

/** Middle of an empty square above the baseline, and its side, as shares of the size. */
const boxMiddle = 0.36;
const boxSide = 0.85;

/** An empty square to tick, with its left edge at `x`, in the middle of the line that stands on `baseline`. */
function boxAt({ pdf, metrics }: RowTools, x: number, baseline: number): Drawing {
  const side = metrics.size * boxSide;
  const paint = (left: number, top: number) =>
    pdf.lineWidth(1).strokeColor('black').rect(left, top, side, side).stroke();
  return { x: x + 1, y: baseline - metrics.size * boxMiddle - side / 2, width: side, height: side, paint };
}

/** One entry of a list: where it stands, the lists that hold it by language, its mark and its place among the entries. */
interface Entry {
  texts: Text[];
  lists: StructureNode[];
  mark: ListMark;
  index: number;
  inset: number;
}

function entryRow(tools: RowTools, { texts, lists, mark, index, inset }: Entry): Row {
  const { size, indent, sideBySide, unit } = tools.metrics;
  const placed: Placed[] = [];
  const drawings: Drawing[] = [];
  let y = 0;
  tools.columns(texts, inset).forEach((column, at) => {
    const text = texts[at] as Text;
    const item = (lists[at] as StructureNode).child('LI', { lang: text.language });
    const body = tools.inside(column, indent, text.direction);
    const place = tools.mark(column, indent, text.direction);
    const paragraph = tools.set(text, body.width, size);
    if (mark === 'box') {
      const x = place.x + (text.direction === 'rtl' ? indent - size : 0);
      drawings.push(boxAt(tools, x, y + paragraph.baseline));
    } else {
      const words = mark === 'bullet' ? '•' : `${index + 1}.`;
      const sign = tools.set({ ...text, runs: [{ text: words, bold: true }] }, indent, size);
      const label = item.child('Lbl', { lang: text.language });
      // On the baseline of the first line, which stands lower where letters are tall.
      const lower = Math.max(0, paragraph.baseline - sign.baseline);
      placed.push(tools.placed(sign, place, y + lower, label));
    }
    placed.push(tools.placed(paragraph, body, y, tools.node('LBody', text, item)));
    if (!sideBySide) y += heightOf(paragraph);
  });
  return { ...tools.row(placed, drawings), before: unit * 0.3 };
}

/** A paragraph or a list, `inset` points from the edges of where it stands. */
export function plainRows(tools: RowTools, part: PlainPart, inset: number): Row[] {
  const { size, unit } = tools.metrics;
  if (part.type === 'paragraph') {
    const textSize = size * (part.size ? shares[part.size] : 1);
    const columns = tools.columns(part.texts, inset);
    const row = textRow(tools, part.texts, { size: textSize, tag: 'P', columns });
    return [part.size === 'small' ? { ...row, before: unit * 1.2 } : row];
  }
  // A list carries no words of its own: they would be read in place of its items.
  const lists = (part.items[0] ?? []).map((text) => tools.root.child('L', { lang: text.language }));
  const last = part.items.length - 1;
  // The last entry is not left alone at the head of a column; the first stands with what leads into the list.
  return part.items.map((texts, index) => ({
    ...entryRow(tools, { texts, lists, mark: part.mark, index, inset }),
    keepsIfRoom: index === last - 1,
  }));
}

/** What to write, then empty lines far enough apart for a hand. */
export function lineRows(tools: RowTools, texts: Text[], count: number): Row[] {
  const { pdf, metrics } = tools;
  const { left, width, size } = metrics;
  const step = size * 1.9;
  const paint = (x: number, y: number) => {
    pdf.lineWidth(0.6).strokeColor('black');
    for (let line = 1; line <= count; line += 1)
      pdf.moveTo(x, y + line * step).lineTo(x + width, y + line * step);
    pdf.stroke();
  };
  const label = textRow(tools, texts, { size, tag: 'P', columns: tools.columns(texts) });
  const lines = tools.row([], [{ x: left, y: 0, width, height: count * step, paint }]);
  return [{ ...label, keepWithNext: true }, lines];
}
