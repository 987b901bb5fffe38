import type { ListMark, Part, PlainPart, Text } from '../sheet.ts';
import { cardRows } from './card-rows.ts';
import { heightOf, type Column, type RowTools } from './row-tools.ts';
import { rowHeight, type Drawing, type Placed, type Row } from './rows.ts';
import { codeSize, drawCode, drawLevelShape, drawPictogram } from './shapes.ts';
import type { StructureNode } from './structure.ts';
import { tableRows } from './table-rows.ts';

/** Sizes of a day to remember and of what stands at the end of a sheet, as shares of the body's. */
const shares = { large: 1.25, small: 0.85, smallest: 0.62 };

const headings = { 1: 'H1', 2: 'H2', 3: 'H3', 4: 'H4' } as const;
/** Parts that what stands before them leads into. */
const ledInto = new Set<Part['type'] | undefined>(['table', 'list', 'card']);

const plainWords = (text?: Text) => (text?.runs ?? []).map((run) => run.text).join('');

/** Turns the parts of a sheet into rows. */
export class RowBuilder {
  readonly #tools: RowTools;

  constructor(tools: RowTools) {
    this.#tools = tools;
  }

  rows(parts: Part[]): Row[] {
    let together = false;
    return parts.flatMap((part, index) => {
      const next = parts[index + 1];
      if (part.type === 'heading') together = part.together ?? false;
      const rows = this.#part(part);
      const endsHere = !next || next.type === 'heading';
      const keeps = this.#leads(part, parts[index - 1], next);
      return rows.map((row, at) => {
        const isLast = endsHere && at === rows.length - 1;
        return keeps || (together && !isLast) ? { ...row, keepWithNext: true } : row;
      });
    });
  }

  /** What leads into a table or list, or stands between a heading and one below it, is not left alone at the foot of a page. */
  #leads(part: Part, before?: Part, next?: Part): boolean {
    if (part.type !== 'paragraph') return false;
    if (part.size === 'smallest') return next?.type === 'paragraph';
    const isBetween = next?.type === 'heading' && before?.type === 'heading' && next.level > before.level;
    const isIntroduction = next?.type === 'callout' && before?.type === 'heading';
    return isBetween || isIntroduction || ledInto.has(next?.type);
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
        return tableRows(this.#tools, part);
      case 'lines':
        return this.#lines(part.texts, part.count);
      case 'card':
        return cardRows(this.#tools, part.sides);
      case 'code':
        return [this.#code(part)];
      default:
        return part satisfies never;
    }
  }

  /** A heading, with its drawing where a reader of its language begins. */
  #heading(part: Extract<Part, { type: 'heading' }>): Row {
    const { size, unit } = this.#tools.metrics;
    const look = part.as ?? (part.level === 4 ? 3 : part.level);
    const textSize = size * { 1: 1.7, 2: 1.35, 3: 1.15 }[look];
    const paths = part.pictogram ? this.#tools.pictograms[part.pictogram] : undefined;
    const side = textSize * 1.3;
    const columns = this.#tools.columns(part.texts);
    const inside = columns.map((column, at) =>
      paths && at === 0
        ? this.#tools.inside(column, side + size * 0.4, (part.texts[at] as Text).direction)
        : column,
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
            paint: (left, top) => drawPictogram(this.#tools.pdf, paths, left, top, side),
          },
        ]
      : [];
    return {
      ...row,
      height: rowHeight(row.texts, drawing),
      drawings: drawing,
      before: unit * { 1: 1, 2: 3, 3: 1.6 }[look],
      keepWithNext: true,
      isHeading: true,
      ...(part.level < 3 && part.texts[0]?.language === this.#tools.language
        ? { bookmark: { level: part.level as 1 | 2, title: plainWords(part.texts[0]) } }
        : {}),
    };
  }

  /** Texts beside each other, or one under the other when columns are too narrow. */
  #textRow(texts: Text[], size: number, tag: string, columns: Column[], spacing?: number): Row {
    let y = 0;
    const placed = texts.map((text, index) => {
      const column = columns[index] as Column;
      const paragraph = this.#tools.set(text, column.width, size, spacing);
      // A name or a phone that runs the other way stands where the sheet's lines begin.
      const isAgainst = text.typed && (text.direction === 'rtl') !== this.#tools.rtl;
      const align = isAgainst && paragraph.lines.length === 1 ? 'end' : 'start';
      const at = this.#tools.placed(paragraph, column, y, this.#tools.node(tag, text), align);
      if (!this.#tools.metrics.sideBySide) y += heightOf(paragraph);
      return at;
    });
    return this.#tools.row(placed);
  }

  #plain(part: PlainPart, inset: number): Row[] {
    const tools = this.#tools;
    const { size, unit } = tools.metrics;
    if (part.type === 'paragraph') {
      const textSize = size * (part.size ? shares[part.size] : 1);
      const row = this.#textRow(part.texts, textSize, 'P', tools.columns(part.texts, inset));
      return [part.size === 'small' ? { ...row, before: unit * 1.2 } : row];
    }
    const lists = (part.items[0] ?? []).map((text) => tools.node('L', text));
    const last = part.items.length - 1;
    // The last entry is not left alone at the head of a column; the first stands with what leads into the list.
    return part.items.map((texts, index) => ({
      ...this.#item(texts, lists, part.mark, index, inset),
      keepsIfRoom: index === last - 1,
    }));
  }

  #item(texts: Text[], lists: StructureNode[], mark: ListMark, index: number, inset: number): Row {
    const tools = this.#tools;
    const { size, indent, sideBySide, unit } = tools.metrics;
    const placed: Placed[] = [];
    const drawings: Drawing[] = [];
    let y = 0;
    tools.columns(texts, inset).forEach((column, at) => {
      const text = texts[at] as Text;
      const item = (lists[at] as StructureNode).child('LI', { lang: text.language });
      const body = tools.inside(column, indent, text.direction);
      const place = tools.mark(column, indent, text.direction);
      if (mark === 'box')
        drawings.push(this.#box(place.x + (text.direction === 'rtl' ? indent - size : 0), y));
      else {
        const sign: Text = {
          ...text,
          runs: [{ text: mark === 'bullet' ? '•' : `${index + 1}.`, bold: true }],
        };
        const label = item.child('Lbl', { lang: text.language });
        placed.push(tools.placed(tools.set(sign, indent, size), place, y, label));
      }
      const paragraph = tools.set(text, body.width, size);
      placed.push(tools.placed(paragraph, body, y, tools.node('LBody', text, item)));
      if (!sideBySide) y += heightOf(paragraph);
    });
    return { ...tools.row(placed, drawings), before: unit * 0.3 };
  }

  /** An empty square to tick, beside the first line of an entry. */
  #box(x: number, y: number): Drawing {
    const { size, spacing } = this.#tools.metrics;
    const side = size * 0.85;
    const paint = (left: number, top: number) =>
      this.#tools.pdf.lineWidth(1).strokeColor('black').rect(left, top, side, side).stroke();
    return { x: x + 1, y: y + (size * spacing - side) / 2, width: side, height: side, paint };
  }

  /** What to write, then empty lines far enough apart for a hand. */
  #lines(texts: Text[], count: number): Row[] {
    const { pdf, metrics } = this.#tools;
    const { left, width, size } = metrics;
    const step = size * 1.9;
    const paint = (x: number, y: number) => {
      pdf.lineWidth(0.6).strokeColor('black');
      for (let line = 1; line <= count; line += 1)
        pdf.moveTo(x, y + line * step).lineTo(x + width, y + line * step);
      pdf.stroke();
    };
    const label = this.#textRow(texts, size, 'P', this.#tools.columns(texts));
    const lines = this.#tools.row([], [{ x: left, y: 0, width, height: count * step, paint }]);
    return [{ ...label, keepWithNext: true }, lines];
  }

  #callout(part: Extract<Part, { type: 'callout' }>): Row[] {
    const { size } = this.#tools.metrics;
    const level = part.level === 'question' ? null : part.level;
    const inset = level ? this.#tools.metrics.inset : 0;
    const shape = size * 1.25;
    const indent = shape + size * 0.5;
    const placed: Placed[] = [];
    const drawings: Drawing[] = [];
    let y = 0;
    this.#tools.columns(part.titles, inset).forEach((column, index) => {
      const text = part.titles[index] as Text;
      const body = this.#tools.inside(column, indent, text.direction);
      const paragraph = this.#tools.set(text, body.width, size * 1.08);
      const x = text.direction === 'rtl' ? column.x + column.width - shape : column.x;
      drawings.push({
        x,
        y: y + 1,
        width: shape,
        height: shape,
        paint: (left, top) => drawLevelShape(this.#tools.pdf, part.level, left, top, shape),
      });
      placed.push(this.#tools.placed(paragraph, body, y, this.#tools.node('P', text)));
      if (!this.#tools.metrics.sideBySide) y += Math.max(shape + 2, heightOf(paragraph));
    });
    const rows = [
      { ...this.#tools.row(placed, drawings), keepWithNext: true },
      ...part.parts.flatMap((inner) => this.#plain(inner, inset)),
    ];
    const last = rows.length - 1;
    // A short callout stands whole; of a long one no single line is left alone at either end.
    const isShort = rows.length <= 4;
    return rows.map((row, index) => ({
      ...row,
      keepWithNext: row.keepWithNext || (index < last && (isShort || index === last - 1)),
      keepsIfRoom: index < last,
      ...(level ? { frame: { level, first: index === 0, last: index === last } } : {}),
    }));
  }

  #code(part: Extract<Part, { type: 'code' }>): Row {
    const { size, left, width } = this.#tools.metrics;
    const side = codeSize(part.url);
    const { rtl } = this.#tools;
    const x = rtl ? left + width - side : left;
    const column = { x: rtl ? left : left + side + size, width: width - side - size };
    let y = size;
    const placed = part.texts.map((text) => {
      const paragraph = this.#tools.set(text, column.width, size * 0.8);
      const at = this.#tools.placed(paragraph, column, y, this.#tools.node('P', text));
      y += heightOf(paragraph);
      return at;
    });
    const figure = { parent: this.#tools.root, alt: part.alt };
    return this.#tools.row(placed, [
      {
        x,
        y: 0,
        width: side,
        height: side,
        figure,
        paint: (px, py) => drawCode(this.#tools.pdf, part.url, px, py),
      },
    ]);
  }
}
