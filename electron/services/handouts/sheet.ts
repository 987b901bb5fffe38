/**
 * The sheet: what a handout holds, in order, before anybody has measured a letter. Plain data, so that it can be handed to
 * the layout worker. Texts come in one or two languages, side by side by index.
 */
import type { CalloutLevel, Direction, FactKind } from '../../contract/document.ts';

export interface Run {
  text: string;
  bold?: boolean;
  /** A figure: kept in one piece and in its own direction. */
  kind?: FactKind;
  /** Keeps its own direction, that of its first letter, within a text of another. */
  isolated?: boolean;
}

export interface Text {
  runs: Run[];
  language: string;
  direction: Direction;
  /** Where it came from, for reports: a guide's id or a field of the request such as `note`. Never the text itself. */
  where: string;
  /** Typed by a person: it stands once, whatever the sheet's languages. */
  typed?: boolean;
  /** Words of the pack, the same for everybody: what is shaped of them may be kept for the next sheet. Never typed words. */
  fromPack?: boolean;
}

export interface TableCell {
  texts: Text[];
  pictogram?: string;
  alt?: string;
  /** An empty square to tick. */
  box?: boolean;
  header?: 'Column' | 'Row';
  /** What is read from across a room: an amount to take. */
  large?: boolean;
}

export interface Table {
  type: 'table';
  /** Shares of the width, adding up to 1. */
  columns: number[];
  header: TableCell[];
  rows: TableCell[][];
}

/** What stands before each entry of a list: a bullet, its number, or an empty square to tick. */
export type ListMark = 'bullet' | 'number' | 'box';

export type PlainPart =
  | { type: 'paragraph'; texts: Text[]; size?: 'large' | 'small' | 'smallest' }
  | { type: 'list'; mark: ListMark; items: Text[][] };

export type HeadingLevel = 1 | 2 | 3 | 4;

export interface Heading {
  type: 'heading';
  /** Its place among the headings. */
  level: HeadingLevel;
  /** The level it looks like, where that is another one: a section looks alike on every sheet. */
  as?: 1 | 2 | 3;
  texts: Text[];
  pictogram?: string;
  /** It and all up to the next heading stand on one page, where a page holds it. */
  together?: boolean;
  /** What it heads is a card to cut out: it stands at the end, on paper of its own. */
  cutOut?: boolean;
}

/** A line of a card: words, a value under its name, or a name with an empty line to write on. */
export type CardLine =
  { type: 'words'; text: Text; strong?: boolean } | { type: 'field'; label: Text; values: Text[] };

/** One side of a card, in one language. */
export interface CardSide {
  language: string;
  direction: Direction;
  lines: CardLine[];
}

export type Part =
  | PlainPart
  | Heading
  | { type: 'callout'; level: CalloutLevel; titles: Text[]; parts: PlainPart[] }
  | { type: 'code'; url: string; alt: string; texts: Text[] }
  /** Empty lines to write on, and what for. */
  | { type: 'lines'; count: number; texts: Text[] }
  /** A card to cut out, folded between its sides. */
  | { type: 'card'; sides: CardSide[] }
  | Table;

export interface SheetLanguage {
  tag: string;
  direction: Direction;
  /** Font families, first the one its script needs. */
  fonts: string[];
}

/** One sheet of a job: one or more sides of paper, with page numbers of its own. */
export interface Sheet {
  title: string;
  /** One or two; the first is the sheet's language. */
  languages: SheetLanguage[];
  parts: Part[];
  /** What stands below them, once: what the sheet is not, sources, the code to the official page. */
  closing: Part[];
  /**
   * Texts at the foot of each page: whom to call, the clinic with its name as the first run, editions, whether they are
   * reviewed, and the page, with `{{page}}` and `{{pages}}` filled in.
   */
  foot: { help: Text; clinic?: Text; edition: Text; review?: Text; page: Text };
  /** Path data by name, on a 24 by 24 grid. */
  pictograms: Record<string, string[]>;
  paper: 'letter' | 'a4';
  /** Margin that the printer needs, in mm; the sheet's own is used where that is wider. */
  printerMargin?: number;
  print: 'normal' | 'large';
  /** Day of making, `2026-11-24`; becomes the PDF's dates. */
  day: string;
}
