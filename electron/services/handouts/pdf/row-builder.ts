import type { Part, Text } from '../sheet.ts';
import { calloutRows } from './callout-rows.ts';
import { beforeCard, cardRows, type Room } from './card-rows.ts';
import { heightOf, type Column, type RowTools } from './row-tools.ts';
import { rowHeight, type Drawing, type Row } from './rows.ts';
import { codeSize, drawCode, drawPictogram } from './shapes.ts';
import { tableRows } from './table-rows.ts';
import { lineRows, plainRows, textRow } from './text-rows.ts';

const headings = { 1: 'H1', 2: 'H2', 3: 'H3', 4: 'H4' } as const;
/** Parts that the paragraph before them leads into. */
const ledInto = new Set<Part['type'] | undefined>(['table', 'list', 'card', 'lines']);

const plainWords = (text?: Text) => (text?.runs ?? []).map((run) => run.text).join('');

/** Whether a paragraph stands, among others, between a heading and a card: all of them stay with it. */
function leadsToCard(parts: Part[], index: number): boolean {
  const isOther = ({ type }: Part) => type !== 'paragraph';
  const after = parts.slice(index).find(isOther);
  const before = parts.slice(0, index).findLast(isOther);
  return parts[index]?.type === 'paragraph' && after?.type === 'card' && before?.type === 'heading';
}

/** The last rows, as far as they must stand with what comes next. */
export const leadingOf = (rows: Row[]): Row[] =>
  rows.slice(rows.findLastIndex(({ keepWithNext }) => !keepWithNext) + 1);

/** Turns the parts of a sheet into rows. */
export class RowBuilder {
  readonly #tools: RowTools;
  readonly #full: number;

  /** `full` is the height of a page, in points, above its foot. */
  constructor(tools: RowTools, full: number) {
    this.#tools = tools;
    this.#full = full;
  }

  /** Rows in order, each saying what it must stand with; `leading` stand above them and must stand with the first. */
  rows(parts: Part[], leading: Row[] = []): Row[] {
    const built = [...leading];
    let together = false;
    parts.forEach((part, index) => {
      const next = parts[index + 1];
      if (part.type === 'heading') together = part.together ?? false;
      const rows = this.#part(part, built);
      const endsHere = !next || next.type === 'heading';
      const keeps = this.#leads(part, parts[index - 1], next) || leadsToCard(parts, index);
      rows.forEach((row, at) => {
        const isLast = endsHere && at === rows.length - 1;
        built.push(keeps || (together && !isLast) ? { ...row, keepWithNext: true } : row);
      });
    });
    return built.slice(leading.length);
  }

  /** What leads into a table or list, or stands between a heading and one below it, is not left alone at the foot of a page. */
  #leads(part: Part, before?: Part, next?: Part): boolean {
    if (part.type !== 'paragraph') return false;
    if (part.size === 'smallest') return next?.type === 'paragraph';
    const isBetween = next?.type === 'heading' && before?.type === 'heading' && next.level > before.level;
    const isIntroduction = next?.type === 'callout' && before?.type === 'heading';
    return isBetween || isIntroduction || ledInto.has(next?.type);
  }

  /** Room for a card below the rows that lead to it; where those take most of a page, the card has one for itself. */
  #roomBelow(built: Row[]): Room {
    const taken = leadingOf(built).reduce((sum, { height, before }) => sum + before + height, 0);
    const first = this.#full - taken - beforeCard(this.#tools);
    return { first: first < this.#full / 3 ? this.#full : first, full: this.#full };
  }

  #part(part: Part, built: Row[]): Row[] {
    switch (part.type) {
      case 'heading':
        return [this.#heading(part)];
      case 'paragraph':
      case 'list':
        return plainRows(this.#tools, part, 0);
      case 'callout':
        return calloutRows(this.#tools, part);
      case 'table':
        return tableRows(this.#tools, part);
      case 'lines':
        return lineRows(this.#tools, part.texts, part.count);
      case 'card':
        return cardRows(this.#tools, part.sides, this.#roomBelow(built));
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
    const row = textRow(this.#tools, part.texts, {
      size: textSize,
      tag: headings[part.level],
      columns: inside,
      spacing: 1.25,
    });
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
