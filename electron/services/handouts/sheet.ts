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
}

export interface Text {
  runs: Run[];
  language: string;
  direction: Direction;
  /** Where it came from, for reports: a guide's id or a field of the request such as `note`. Never the text itself. */
  where: string;
}

export interface TableCell {
  texts: Text[];
  pictogram?: string;
  alt?: string;
  /** An empty square to tick. */
  box?: boolean;
  header?: 'Column' | 'Row';
}

export interface Table {
  type: 'table';
  /** Shares of the width, adding up to 1. */
  columns: number[];
  header: TableCell[];
  rows: TableCell[][];
}

export type PlainPart =
  | { type: 'paragraph'; texts: Text[]; size?: 'small' | 'smallest' }
  | { type: 'list'; numbered: boolean; items: Text[][] };

export type Part =
  | PlainPart
  | { type: 'heading'; level: 1 | 2 | 3; texts: Text[]; pictogram?: string }
  | { type: 'callout'; level: CalloutLevel; titles: Text[]; parts: PlainPart[] }
  | { type: 'code'; url: string; alt: string; texts: Text[] }
  | Table;

export interface SheetLanguage {
  tag: string;
  direction: Direction;
  /** Font families, first the one its script needs. */
  fonts: string[];
}

export interface Sheet {
  title: string;
  /** One or two; the first is the document's language. */
  languages: SheetLanguage[];
  parts: Part[];
  /** Three texts at the foot of each page; `{{page}}` and `{{pages}}` are filled in. */
  foot: { help: Text; edition: Text; page: Text };
  /** Path data by name, on a 24 by 24 grid. */
  pictograms: Record<string, string[]>;
  paper: 'letter' | 'a4';
  /** Margin that the printer needs, in mm; the sheet's own is used where that is wider. */
  printerMargin?: number;
  print: 'normal' | 'large';
  /** Day of making, `2026-11-24`; becomes the PDF's dates. */
  day: string;
}
