/** Rows of a table: columns wide enough for their longest word, the first above the others where they are not; a row never broken over a page. */
import type { Table, TableCell } from '../sheet.ts';
import { columnWidths } from './column-widths.ts';
import { heightOf, type RowTools } from './row-tools.ts';
import { rowHeight, type Drawing, type Placed, type Row } from './rows.ts';
import { drawPictogram } from './shapes.ts';
import type { StructureNode } from './structure.ts';

/** Sizes of what is read from across a room, as shares of the body's: smaller only where a word of it would be cut. */
const amountSizes = [1.25, 1, 0.8];

/** How a table is set. */
interface Setting {
  /** Points; of an entry that stands above its row the first is the whole width. */
  widths: number[];
  /**
   * The first cell of each row over the whole width, the others below it: where its words, a medicine's name, would be cut
   * beside them.
   */
  isStacked: boolean;
  amountSize: number;
}

const cellSize = ({ metrics }: RowTools, cell: TableCell, amountSize: number) =>
  metrics.size * (cell.large ? amountSize : cell.header === 'Column' ? 0.9 : 1);

const cellPad = ({ metrics }: RowTools) => metrics.size * 0.45;

/** Width that each column needs so that no word of it is cut. */
function leastWidths(tools: RowTools, table: Table, amountSize: number): number[] {
  const lines = [table.header, ...table.rows];
  return table.columns.map((_, at) => {
    const cells = lines.map((line) => line[at] as TableCell);
    const words = cells.flatMap((cell) =>
      cell.texts.map((text) => tools.type.widestWord(text, cellSize(tools, cell, amountSize))),
    );
    return Math.max(0, ...words) + 2 * cellPad(tools) + 0.1;
  });
}

const sum = (all: number[]) => all.reduce((total, one) => total + one, 0);

function settingOf(tools: RowTools, table: Table): Setting {
  const { width } = tools.metrics;
  const [amountSize] = amountSizes as [number];
  const least = leastWidths(tools, table, amountSize);
  if (sum(least) <= width)
    return { widths: columnWidths(table.columns, least, width), isStacked: false, amountSize };
  const below = table.columns.slice(1);
  const shares = below.map((share) => share / sum(below));
  const sizes = amountSizes.map((size) => ({
    size,
    least: leastWidths(tools, table, size).slice(1),
  }));
  const found = sizes.find((one) => sum(one.least) <= width) ?? (sizes.at(-1) as (typeof sizes)[number]);
  return {
    widths: [width, ...columnWidths(shares, found.least, width)],
    isStacked: true,
    amountSize: found.size,
  };
}

interface Cell {
  cell: TableCell;
  node: StructureNode;
  x: number;
  /** From the row's top. */
  top: number;
  width: number;
  /** Its words stand in the middle: a narrow column. */
  middle: boolean;
}

function cellContent(
  tools: RowTools,
  { cell, node, x, top, width, middle }: Cell,
  amountSize: number,
): [Placed[], Drawing[]] {
  const { size } = tools.metrics;
  const pad = cellPad(tools);
  const texts: Placed[] = [];
  const drawings: Drawing[] = [];
  let y = top + pad;
  const draw = (side: number, paint: Drawing['paint'], alt?: string) =>
    drawings.push({
      x: x + (width - side) / 2,
      y,
      width: side,
      height: side,
      ...(alt === undefined ? {} : { figure: { parent: node, alt } }),
      paint,
    });
  if (cell.pictogram) {
    const side = size * 1.9;
    const paths = tools.pictograms[cell.pictogram] ?? [];
    draw(side, (px, py) => drawPictogram(tools.pdf, paths, px, py, side), cell.alt ?? '');
    y += side + 2;
  }
  const inner = { x: x + pad, width: width - 2 * pad };
  for (const text of cell.texts) {
    const paragraph = tools.set(text, inner.width, cellSize(tools, cell, amountSize), 1.25);
    const align = middle ? 'center' : 'start';
    texts.push(tools.placed(paragraph, inner, y, tools.node('P', text, node), align));
    y += heightOf(paragraph);
  }
  if (cell.box) {
    const side = size * 1.1;
    draw(side, (px, py) => tools.pdf.lineWidth(1.2).strokeColor('black').rect(px, py, side, side).stroke());
  }
  return [texts, drawings];
}

/** Left edges of columns and the last one's right edge, from the side where a line begins. */
const edgesOf = (widths: number[]) =>
  widths.reduce<number[]>((all, one) => [...all, (all.at(-1) as number) + one], [0]);

function tableRow(tools: RowTools, setting: Setting, cells: TableCell[], tr: StructureNode): Row {
  const { left, width } = tools.metrics;
  const { widths, isStacked, amountSize } = setting;
  const place = (from: number) => (tools.rtl ? left + width - from : left + from);
  const edges = edgesOf(isStacked ? widths.slice(1) : widths);
  const texts: Placed[] = [];
  const drawings: Drawing[] = [];
  let top = 0;
  const nodes = cells.map((cell, at) => {
    const isAbove = isStacked && at === 0;
    const span = widths[at] as number;
    const from = isAbove ? 0 : (edges[isStacked ? at - 1 : at] as number);
    const x = tools.rtl ? place(from + span) : place(from);
    const node = tr.child(cell.header ? 'TH' : 'TD', cell.header ? { scope: cell.header } : {});
    const middle = cell.pictogram !== undefined || cell.large === true || cell.box === true;
    const content = cellContent(tools, { cell, node, x, top, width: span, middle }, amountSize);
    texts.push(...content[0]);
    drawings.push(...content[1]);
    if (isAbove) top = rowHeight(...content);
    return node;
  });
  const row = tools.row(texts, drawings);
  const rules = { xs: edges.map(place), top: false, innerFrom: top };
  return { ...row, cells: nodes, height: row.height + cellPad(tools), before: 0, rules };
}

export function tableRows(tools: RowTools, table: Table): Row[] {
  const root = tools.root.child('Table');
  const setting = settingOf(tools, table);
  const set = (cells: TableCell[]) => tableRow(tools, setting, cells, root.child('TR'));
  const head = set(table.header);
  const header: Row = {
    ...head,
    before: tools.metrics.unit * 1.5,
    keepWithNext: true,
    ...(head.rules ? { rules: { ...head.rules, top: true } } : {}),
  };
  const last = table.rows.length - 1;
  const rows = table.rows.map((cells, index): Row => ({
    ...set(cells),
    under: header,
    // Neither the first nor the last row is left alone on a page.
    keepWithNext: index < last && (index === 0 || index === last - 1),
  }));
  return [header, ...rows];
}
