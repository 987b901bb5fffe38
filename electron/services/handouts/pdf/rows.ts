/**
 * Rows: what the page is stacked from. A row is as high as its highest cell and is not broken over a page unless it is
 * higher than a page. All lengths are points.
 */
import type { CalloutLevel } from '../../../contract/document.ts';
import type { Paragraph } from '../layout/paragraph.ts';
import type { StructureNode } from './structure.ts';

/** A paragraph in its place inside a cell. */
export interface Placed {
  paragraph: Paragraph;
  x: number;
  width: number;
  /** From the row's top. */
  y: number;
  node: StructureNode;
  /** `end` is the side opposite to where its own lines begin. */
  align: 'start' | 'center' | 'end';
}

/** Something drawn that is not text: a bullet, a shape, a pictogram, a code, a box to tick. */
export interface Drawing {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Where it stands in the structure and its words; absent for what no reader should hear. */
  figure?: { parent: StructureNode; alt: string };
  paint(x: number, y: number): void;
}

export interface Row {
  height: number;
  /** Space above, left out at the top of a page. */
  before: number;
  keepWithNext: boolean;
  texts: Placed[];
  drawings: Drawing[];
  /** Cells of a table row: they count even when nothing stands in them. */
  cells?: StructureNode[];
  /** The callout it stands in, and whether it is the frame's first or last row. */
  frame?: { level: Exclude<CalloutLevel, 'question'>; first: boolean; last: boolean };
  /** The table's header, said again at the head of a page that the row begins. */
  under?: Row;
  /** Stands with the next row as well, unless that would cost a page. */
  keepsIfRoom?: boolean;
  isHeading?: boolean;
  /** A card to cut out: never broken, and on paper with nothing printed behind it. */
  isCutOut?: boolean;
  /** A heading's words for the list of bookmarks. */
  bookmark?: { level: 1 | 2; title: string };
  /**
   * Vertical lines of a table, whether a line opens the row at its head, and how far below its top the lines between cells
   * begin.
   */
  rules?: { xs: number[]; top: boolean; innerFrom: number };
}

const bottomOf = ({ y, paragraph }: Placed) => y + paragraph.lines.length * paragraph.leading;

export function rowHeight(texts: Placed[], drawings: Drawing[]): number {
  return Math.max(0, ...texts.map(bottomOf), ...drawings.map(({ y, height }) => y + height));
}

/** Lines that a row broken over a page leaves together at the least. */
const fewLines = 3;

/** Height of the first lines of a row. */
export function beginningHeight({ height, texts }: Row): number {
  const tops = texts.map(
    ({ y, paragraph }) => y + Math.min(fewLines, paragraph.lines.length) * paragraph.leading,
  );
  return Math.min(height, ...tops);
}

/**
 * Cuts a row that is higher than `room` into one that fits and the rest, line by line. Returns null when not even one line
 * fits.
 */
export function splitRow(row: Row, room: number): [Row, Row] | null {
  const fits = row.texts.map(({ y, paragraph }) =>
    Math.max(0, Math.min(paragraph.lines.length, Math.floor((room - y) / paragraph.leading))),
  );
  if (fits.every((count) => count === 0)) return null;
  /** How much of the row stands in the first part: what follows in the second moves up by it. */
  const used = Math.max(
    ...row.texts.map(({ y, paragraph }, index) => {
      const count = fits[index] as number;
      return count > 0 ? y + count * paragraph.leading : 0;
    }),
  );
  const part = (from: (index: number) => number, to: (index: number) => number, shift: boolean): Placed[] =>
    row.texts.map((text, index) => ({
      ...text,
      y: shift ? Math.max(0, from(index) > 0 ? 0 : text.y - used) : text.y,
      paragraph: { ...text.paragraph, lines: text.paragraph.lines.slice(from(index), to(index)) },
    }));
  const head = part(
    () => 0,
    (index) => fits[index] as number,
    false,
  );
  const tail = part(
    (index) => fits[index] as number,
    () => Number.MAX_SAFE_INTEGER,
    true,
  );
  const first: Row = {
    ...row,
    texts: head,
    height: rowHeight(head, row.drawings),
    keepWithNext: false,
    ...(row.frame ? { frame: { ...row.frame, last: false } } : {}),
  };
  const rest: Row = {
    ...row,
    texts: tail,
    drawings: [],
    height: rowHeight(tail, []),
    before: 0,
    ...(row.frame ? { frame: { ...row.frame, first: false } } : {}),
    ...(row.rules ? { rules: { ...row.rules, innerFrom: Math.max(0, row.rules.innerFrom - used) } } : {}),
  };
  return [first, rest];
}
