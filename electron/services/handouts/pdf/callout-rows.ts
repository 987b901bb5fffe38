/** Rows of a callout: its title with the shape of its level, and what it says, in a frame unless it is a question. */
import type { Part, Text } from '../sheet.ts';
import { heightOf, type RowTools } from './row-tools.ts';
import type { Drawing, Placed, Row } from './rows.ts';
import { drawLevelShape } from './shapes.ts';
import { plainRows } from './text-rows.ts';

type Callout = Extract<Part, { type: 'callout' }>;

function titleRow(tools: RowTools, { level, titles }: Callout, inset: number): Row {
  const { size, sideBySide } = tools.metrics;
  const shape = size * 1.25;
  const indent = shape + size * 0.5;
  const placed: Placed[] = [];
  const drawings: Drawing[] = [];
  let y = 0;
  tools.columns(titles, inset).forEach((column, index) => {
    const text = titles[index] as Text;
    const body = tools.inside(column, indent, text.direction);
    const paragraph = tools.set(text, body.width, size * 1.08);
    drawings.push({
      x: text.direction === 'rtl' ? column.x + column.width - shape : column.x,
      y: y + 1,
      width: shape,
      height: shape,
      paint: (left, top) => drawLevelShape(tools.pdf, level, left, top, shape),
    });
    placed.push(tools.placed(paragraph, body, y, tools.node('P', text)));
    if (!sideBySide) y += Math.max(shape + 2, heightOf(paragraph));
  });
  return { ...tools.row(placed, drawings), keepWithNext: true };
}

/** The title, then each part; a short callout stands whole. */
export function calloutRows(tools: RowTools, part: Callout): Row[] {
  const level = part.level === 'question' ? null : part.level;
  const inset = level ? tools.metrics.inset : 0;
  const rows = [
    titleRow(tools, part, inset),
    ...part.parts.flatMap((inner) => plainRows(tools, inner, inset)),
  ];
  const last = rows.length - 1;
  // Of a long one no single line is left alone at either end.
  const isShort = rows.length <= 4;
  return rows.map((row, index) => ({
    ...row,
    keepWithNext: row.keepWithNext || (index < last && (isShort || index === last - 1)),
    keepsIfRoom: index < last,
    ...(level ? { frame: { level, first: index === 0, last: index === last } } : {}),
  }));
}
