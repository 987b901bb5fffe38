import type { Direction } from '../../../contract/document.ts';
import type { Paragraph, Typesetter } from '../layout/paragraph.ts';
import { needsWords } from '../layout/scripts.ts';
import type { Part, PlainPart, Sheet, Table, TableCell, Text } from '../sheet.ts';
import { columnWidths } from './column-widths.ts';
import { rowHeight, type Drawing, type Placed, type Row } from './rows.ts';
import { codeSize, drawCode, drawLevelShape, drawPictogram } from './shapes.ts';
import type { StructureNode } from './structure.ts';
import type { Metrics } from './metrics.ts';
import type PDFDocument from 'pdfkit';

type Pdf = typeof PDFDocument.prototype;

interface Column {
  x: number;
  width: number;
}

/** Sizes of what stands at the end of a sheet, as shares of the body's. */
const shares = { small: 0.85, smallest: 0.62 };

const headings = { 1: 'H1', 2: 'H2', 3: 'H3' } as const;

/** Turns the parts of a sheet into rows. */
export class RowBuilder {
  readonly #pdf: Pdf;
  readonly #root: StructureNode;
  readonly #sheet: Sheet;
  readonly #type: Typesetter;
  readonly #metrics: Metrics;

  constructor(pdf: Pdf, root: StructureNode, sheet: Sheet, type: Typesetter, metrics: Metrics) {
    this.#pdf = pdf;
    this.#root = root;
    this.#sheet = sheet;
    this.#type = type;
    this.#metrics = metrics;
  }

  rows(): Row[] {
    const { parts } = this.#sheet;
    return parts.flatMap((part, index) => {
      const rows = this.#part(part);
      const next = parts[index + 1]?.type;
      // What leads into a table or list, or stands between two headings, is not left alone at the foot of a page.
      const leads =
        part.type === 'paragraph' &&
        (next === 'table' || next === 'list' || (next === 'heading' && parts[index - 1]?.type === 'heading'));
      return leads ? rows.map((row) => ({ ...row, keepWithNext: true })) : rows;
    });
  }

  #part(part: Part): Row[] {
    switch (part.type) {
      case 'heading':
        return [this.#heading(part)];
      case 'paragraph':
      case 'list':
        return this.#plain(part, 0);
      case 'callout':
        return this.#callout(part);
      case 'table':
        return this.#table(part);
      case 'code':
        return [this.#code(part)];
      default:
        return part satisfies never;
    }
  }

  /** A heading, with its drawing where a reader of its language begins. */
  #heading(part: Extract<Part, { type: 'heading' }>): Row {
    const { size, unit } = this.#metrics;
    const textSize = size * { 1: 1.7, 2: 1.35, 3: 1.15 }[part.level];
    const paths = part.pictogram ? this.#sheet.pictograms[part.pictogram] : undefined;
    const side = textSize * 1.3;
    const columns = this.#columns(part.texts);
    const inside = columns.map((column, at) =>
      paths ? this.#inside(column, side + size * 0.4, (part.texts[at] as Text).direction) : column,
    );
    const row = this.#textRow(part.texts, textSize, headings[part.level], inside, 1.25);
    const [first] = columns as [Column];
    const drawing: Drawing[] = paths
      ? [
          {
            x: part.texts[0]?.direction === 'rtl' ? first.x + first.width - side : first.x,
            y: 0,
            width: side,
            height: side,
            paint: (left, top) => drawPictogram(this.#pdf, paths, left, top, side),
          },
        ]
      : [];
    return {
      ...row,
      height: rowHeight(row.texts, drawing),
      drawings: drawing,
      before: unit * { 1: 1, 2: 3, 3: 1.6 }[part.level],
      keepWithNext: true,
      isHeading: true,
    };
  }

  /** Where one or two texts stand side by side; the first language on the side where its reader begins. */
  #columns(texts: Text[], inset = 0): Column[] {
    const { left, width, gap, sideBySide } = this.#metrics;
    const all = { x: left + inset, width: width - 2 * inset };
    if (texts.length < 2 || !sideBySide) return texts.map(() => all);
    const half = (all.width - gap) / 2;
    const columns = [
      { x: all.x, width: half },
      { x: all.x + half + gap, width: half },
    ];
    return this.#sheet.languages[0]?.direction === 'rtl' ? columns.reverse() : columns;
  }

  #placed(
    paragraph: Paragraph,
    column: Column,
    y: number,
    node: StructureNode,
    align: Placed['align'] = 'start',
  ): Placed {
    return { paragraph, x: column.x, width: column.width, y, node, align };
  }

  #set(text: Text, width: number, size: number, spacing = this.#metrics.spacing): Paragraph {
    return this.#type.set(text, width, size, spacing);
  }

  #row(texts: Placed[], drawings: Drawing[] = []): Row {
    return {
      height: rowHeight(texts, drawings),
      before: this.#metrics.unit * 0.6,
      keepWithNext: false,
      texts,
      drawings,
    };
  }

  /** Right-to-left and reordered text carries its words whole, so that reading does not depend on the order of glyphs. */
  #node(type: string, text: Text, parent = this.#root): StructureNode {
    const words = text.runs.map((run) => run.text).join('');
    return parent.child(type, {
      lang: text.language,
      ...(text.direction === 'rtl' || needsWords(words) ? { actual: words } : {}),
    });
  }

  /** Texts beside each other, or one under the other when columns are too narrow. */
  #textRow(texts: Text[], size: number, tag: string, columns: Column[], spacing?: number): Row {
    let y = 0;
    const placed = texts.map((text, index) => {
      const column = columns[index] as Column;
      const paragraph = this.#set(text, column.width, size, spacing);
      const at = this.#placed(paragraph, column, y, this.#node(tag, text));
      if (!this.#metrics.sideBySide) y += paragraph.lines.length * paragraph.leading;
      return at;
    });
    return this.#row(placed);
  }

  #plain(part: PlainPart, inset: number): Row[] {
    const { size } = this.#metrics;
    if (part.type === 'paragraph') {
      return [
        this.#textRow(
          part.texts,
          size * (part.size ? shares[part.size] : 1),
          'P',
          this.#columns(part.texts, inset),
        ),
      ];
    }
    // A list carries no words of its own: they would be read in place of its items.
    const lists = (part.items[0] ?? []).map((text) => this.#root.child('L', { lang: text.language }));
    return part.items.map((texts, index) =>
      this.#item(texts, lists, part.numbered ? index + 1 : null, inset),
    );
  }

  #item(texts: Text[], lists: StructureNode[], number: number | null, inset: number): Row {
    const { size, indent } = this.#metrics;
    const placed: Placed[] = [];
    let y = 0;
    this.#columns(texts, inset).forEach((column, index) => {
      const text = texts[index] as Text;
      const item = (lists[index] as StructureNode).child('LI', { lang: text.language });
      const label = item.child('Lbl', { lang: text.language });
      const body = this.#inside(column, indent, text.direction);
      const mark: Text = { ...text, runs: [{ text: number === null ? '•' : `${number}.`, bold: true }] };
      const paragraph = this.#set(text, body.width, size);
      const sign = this.#set(mark, indent, size);
      // On the baseline of the first line, which stands lower where letters are tall.
      const lower = Math.max(0, paragraph.baseline - sign.baseline);
      const at = this.#markColumn(column, indent, text.direction);
      placed.push(this.#placed(sign, at, y + lower, label));
      placed.push(this.#placed(paragraph, body, y, this.#node('LBody', text, item)));
      if (!this.#metrics.sideBySide) y += paragraph.lines.length * paragraph.leading;
    });
    return { ...this.#row(placed), before: this.#metrics.unit * 0.3 };
  }

  #inside(column: Column, indent: number, direction: Direction): Column {
    return { x: direction === 'rtl' ? column.x : column.x + indent, width: column.width - indent };
  }

  #markColumn(column: Column, indent: number, direction: Direction): Column {
    return { x: direction === 'rtl' ? column.x + column.width - indent : column.x, width: indent };
  }

  #callout(part: Extract<Part, { type: 'callout' }>): Row[] {
    const { size } = this.#metrics;
    const level = part.level === 'question' ? null : part.level;
    const inset = level ? this.#metrics.inset : 0;
    const shape = size * 1.25;
    const indent = shape + size * 0.5;
    const placed: Placed[] = [];
    const drawings: Drawing[] = [];
    let y = 0;
    this.#columns(part.titles, inset).forEach((column, index) => {
      const text = part.titles[index] as Text;
      const body = this.#inside(column, indent, text.direction);
      const paragraph = this.#set(text, body.width, size * 1.08);
      const x = text.direction === 'rtl' ? column.x + column.width - shape : column.x;
      drawings.push({
        x,
        y: y + 1,
        width: shape,
        height: shape,
        paint: (left, top) => drawLevelShape(this.#pdf, part.level, left, top, shape),
      });
      placed.push(this.#placed(paragraph, body, y, this.#node('P', text)));
      if (!this.#metrics.sideBySide) y += Math.max(shape + 2, paragraph.lines.length * paragraph.leading);
    });
    const rows = [
      { ...this.#row(placed, drawings), keepWithNext: true },
      ...part.parts.flatMap((inner) => this.#plain(inner, inset)),
    ];
    const last = rows.length - 1;
    // A short callout stands whole; of a long one no single line is left alone at either end.
    const isShort = rows.length <= 4;
    return rows.map((row, index) => ({
      ...row,
      keepWithNext: row.keepWithNext || (index < last && (isShort || index === last - 1)),
      ...(level ? { frame: { level, first: index === 0, last: index === last } } : {}),
    }));
  }

  #code(part: Extract<Part, { type: 'code' }>): Row {
    const { size, left, width } = this.#metrics;
    const side = codeSize(part.url);
    const rtl = this.#sheet.languages[0]?.direction === 'rtl';
    const x = rtl ? left + width - side : left;
    const column = { x: rtl ? left : left + side + size, width: width - side - size };
    let y = size;
    const placed = part.texts.map((text) => {
      const paragraph = this.#set(text, column.width, size * 0.8);
      const at = this.#placed(paragraph, column, y, this.#node('P', text));
      y += paragraph.lines.length * paragraph.leading;
      return at;
    });
    const figure = { parent: this.#root, alt: part.alt };
    return this.#row(placed, [
      {
        x,
        y: 0,
        width: side,
        height: side,
        figure,
        paint: (px, py) => drawCode(this.#pdf, part.url, px, py),
      },
    ]);
  }

  #cellSize(cell: TableCell): number {
    return this.#metrics.size * (cell.header === 'Column' ? 0.9 : 1);
  }

  #cellPad(): number {
    return this.#metrics.size * 0.45;
  }

  #table(table: Table): Row[] {
    const root = this.#root.child('Table');
    const lines = [table.header, ...table.rows];
    const least = table.columns.map((_, at) =>
      Math.max(
        ...lines.flatMap((cells) => {
          const cell = cells[at] as TableCell;
          return cell.texts.map((text) => this.#type.widestWord(text, this.#cellSize(cell)));
        }),
        0,
      ),
    );
    const widths = columnWidths(
      table.columns,
      least.map((width) => width + 2 * this.#cellPad() + 0.1),
      this.#metrics.width,
    );
    const rows = lines.map((cells, index) => this.#tableRow(table, widths, cells, root.child('TR'), index));
    return rows.map((row, index) => ({
      ...row,
      before: index === 0 ? this.#metrics.unit * 1.5 : 0,
      keepWithNext: index === 0,
    }));
  }

  #tableRow(table: Table, widths: number[], cells: TableCell[], tr: StructureNode, index: number): Row {
    const { left, width, size } = this.#metrics;
    const rtl = this.#sheet.languages[0]?.direction === 'rtl';
    const pad = this.#cellPad();
    const edges = widths.reduce<number[]>((all, one) => [...all, (all.at(-1) as number) + one], [0]);
    const texts: Placed[] = [];
    const drawings: Drawing[] = [];
    const nodes: StructureNode[] = [];
    cells.forEach((cell, at) => {
      const span = widths[at] as number;
      const x = rtl ? left + width - (edges[at + 1] as number) : left + (edges[at] as number);
      const td = tr.child(cell.header ? 'TH' : 'TD', cell.header ? { scope: cell.header } : {});
      const inner = { x: x + pad, width: span - 2 * pad };
      let y = pad;
      if (cell.pictogram) {
        const picture = size * 1.9;
        const paths = this.#sheet.pictograms[cell.pictogram] ?? [];
        const figureX = x + (span - picture) / 2;
        const figure = { parent: td, alt: cell.alt ?? '' };
        drawings.push({
          x: figureX,
          y,
          width: picture,
          height: picture,
          figure,
          paint: (px, py) => drawPictogram(this.#pdf, paths, px, py, picture),
        });
        y += picture + 2;
      }
      const middle = cell.pictogram !== undefined || (table.columns[at] as number) < 0.2;
      for (const text of cell.texts) {
        const paragraph = this.#set(text, inner.width, this.#cellSize(cell), 1.25);
        texts.push(this.#placed(paragraph, inner, y, this.#node('P', text, td), middle ? 'center' : 'start'));
        y += paragraph.lines.length * paragraph.leading;
      }
      if (cell.box) {
        const box = size * 1.1;
        drawings.push({
          x: x + (span - box) / 2,
          y: pad,
          width: box,
          height: box,
          paint: (px, py) => this.#pdf.lineWidth(1.2).strokeColor('black').rect(px, py, box, box).stroke(),
        });
      }
      nodes.push(td);
    });
    const row = this.#row(texts, drawings);
    const xs = edges.map((edge) => (rtl ? left + width - edge : left + edge));
    return { ...row, cells: nodes, height: row.height + pad, before: 0, rules: { xs, top: index === 0 } };
  }
}
