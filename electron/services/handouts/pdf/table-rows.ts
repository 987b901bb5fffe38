/** Rows of a table: columns wide enough for their longest word, a row never broken over a page. */
import type { Table, TableCell } from '../sheet.ts';
import { columnWidths } from './column-widths.ts';
import { heightOf, type RowTools } from './row-tools.ts';
import type { Drawing, Placed, Row } from './rows.ts';
import { drawPictogram } from './shapes.ts';
import type { StructureNode } from './structure.ts';

const cellSize = ({ metrics }: RowTools, cell: TableCell) =>
  metrics.size * (cell.large ? 1.25 : cell.header === 'Column' ? 0.9 : 1);

const cellPad = ({ metrics }: RowTools) => metrics.size * 0.45;

function widthsOf(tools: RowTools, table: Table): number[] {
  const lines = [table.header, ...table.rows];
  const least = table.columns.map((_, at) => {
    const cells = lines.map((line) => line[at] as TableCell);
    const words = cells.flatMap((cell) =>
      cell.texts.map((text) => tools.type.widestWord(text, cellSize(tools, cell))),
    );
    return Math.max(0, ...words) + 2 * cellPad(tools) + 0.1;
  });
  return columnWidths(table.columns, least, tools.metrics.width);
}

interface Cell {
  cell: TableCell;
  node: StructureNode;
  x: number;
  width: number;
  /** Its words stand in the middle: a narrow column. */
  middle: boolean;
}

function cellContent(tools: RowTools, { cell, node, x, width, middle }: Cell): [Placed[], Drawing[]] {
  const { size } = tools.metrics;
  const pad = cellPad(tools);
  const texts: Placed[] = [];
  const drawings: Drawing[] = [];
  let y = pad;
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
    const paragraph = tools.set(text, inner.width, cellSize(tools, cell), 1.25);
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

function tableRow(tools: RowTools, widths: number[], cells: TableCell[], tr: StructureNode): Row {
  const { left, width } = tools.metrics;
  const edges = widths.reduce<number[]>((all, one) => [...all, (all.at(-1) as number) + one], [0]);
  const texts: Placed[] = [];
  const drawings: Drawing[] = [];
  const nodes = cells.map((cell, at) => {
    const span = widths[at] as number;
    const x = tools.rtl ? left + width - (edges[at + 1] as number) : left + (edges[at] as number);
    const node = tr.child(cell.header ? 'TH' : 'TD', cell.header ? { scope: cell.header } : {});
    const middle = cell.pictogram !== undefined || cell.large === true || cell.box === true;
    const content = cellContent(tools, { cell, node, x, width: span, middle });
    texts.push(...content[0]);
    drawings.push(...content[1]);
    return node;
  });
  const row = tools.row(texts, drawings);
  const xs = edges.map((edge) => (tools.rtl ? left + width - edge : left + edge));
  return { ...row, cells: nodes, height: row.height + cellPad(tools), before: 0, rules: { xs, top: false } };
}

export function tableRows(tools: RowTools, table: Table): Row[] {
  const root = tools.root.child('Table');
  const widths = widthsOf(tools, table);
  const set = (cells: TableCell[]) => tableRow(tools, widths, cells, root.child('TR'));
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
