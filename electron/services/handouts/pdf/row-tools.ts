import type PDFDocument from 'pdfkit';
import type { Direction } from '../../../contract/document.ts';
import type { Paragraph, Typesetter } from '../layout/paragraph.ts';
import { needsWords } from '../layout/scripts.ts';
import type { SheetLanguage, Text } from '../sheet.ts';
import type { Metrics } from './metrics.ts';
import { rowHeight, type Drawing, type Placed, type Row } from './rows.ts';
import type { StructureNode } from './structure.ts';

type Pdf = typeof PDFDocument.prototype;

/** A stretch of the page's width, in points. */
export interface Column {
  x: number;
  width: number;
}

/** What every kind of row is built with: the lengths of the page, the typesetter, the structure. */
export class RowTools {
  readonly pdf: Pdf;
  readonly root: StructureNode;
  readonly type: Typesetter;
  readonly metrics: Metrics;
  readonly pictograms: Record<string, string[]>;
  /** Tag of the sheet's first language. */
  readonly language: string;
  /** Whether it runs from right to left: the first column is then at the right. */
  readonly rtl: boolean;

  constructor(
    pdf: Pdf,
    root: StructureNode,
    type: Typesetter,
    metrics: Metrics,
    sheet: { languages: SheetLanguage[]; pictograms: Record<string, string[]> },
  ) {
    this.pdf = pdf;
    this.root = root;
    this.type = type;
    this.metrics = metrics;
    this.pictograms = sheet.pictograms;
    this.language = sheet.languages[0]?.tag ?? '';
    this.rtl = sheet.languages[0]?.direction === 'rtl';
  }

  /** Where one or two texts stand side by side; the first language on the side where its reader begins. */
  columns(texts: Text[], inset = 0): Column[] {
    const { left, width, gap, sideBySide } = this.metrics;
    const all = { x: left + inset, width: width - 2 * inset };
    if (texts.length < 2 || !sideBySide) return texts.map(() => all);
    const half = (all.width - gap) / 2;
    const columns = [
      { x: all.x, width: half },
      { x: all.x + half + gap, width: half },
    ];
    return this.rtl ? columns.reverse() : columns;
  }

  placed(
    paragraph: Paragraph,
    column: Column,
    y: number,
    node: StructureNode,
    align: Placed['align'] = 'start',
  ): Placed {
    return { paragraph, x: column.x, width: column.width, y, node, align };
  }

  set(text: Text, width: number, size: number, spacing = this.metrics.spacing): Paragraph {
    return this.type.set(text, width, size, spacing);
  }

  row(texts: Placed[], drawings: Drawing[] = []): Row {
    return {
      height: rowHeight(texts, drawings),
      before: this.metrics.unit * 0.6,
      keepWithNext: false,
      texts,
      drawings,
    };
  }

  /** Right-to-left and reordered text carries its words whole, so that reading does not depend on the order of glyphs. */
  node(type: string, text: Text, parent = this.root): StructureNode {
    const words = text.runs.map((run) => run.text).join('');
    return parent.child(type, {
      lang: text.language,
      ...(text.direction === 'rtl' || needsWords(words) ? { actual: words } : {}),
    });
  }

  /** A column without the stretch where its line begins. */
  inside(column: Column, indent: number, direction: Direction): Column {
    return { x: direction === 'rtl' ? column.x : column.x + indent, width: column.width - indent };
  }

  /** That stretch. */
  mark(column: Column, indent: number, direction: Direction): Column {
    return { x: direction === 'rtl' ? column.x + column.width - indent : column.x, width: indent };
  }
}

export const heightOf = ({ lines, leading }: Paragraph) => lines.length * leading;
