import type PDFDocument from 'pdfkit';
import type { CalloutLevel } from '../../../contract/document.ts';
import type { Bookmarks } from './bookmarks.ts';
import type { Foot } from './foot.ts';
import type { GlyphWriter } from './glyph-writer.ts';
import type { Metrics } from './metrics.ts';
import type { Placed, Row } from './rows.ts';
import { drawArtifact } from './structure.ts';

type Pdf = typeof PDFDocument.prototype;

/** Thickness of a callout's frame: the graver, the heavier, so that it shows without colour. */
const frameWidth: Record<Exclude<CalloutLevel, 'question'>, number> = {
  '911': 3,
  red: 2.2,
  yellow: 1.4,
  green: 1,
  note: 0.8,
};

/** Space below a callout, in units. */
export const afterFrame = 0.9;

/** Where on the pages the next row goes. Moving it draws nothing, so that a layout can be tried first. */
export class Place {
  metrics: Metrics;
  readonly foot: Foot;
  readonly rtl: boolean;
  pages = 1;
  y: number;
  /** Where the columns of this page begin: below what stands above them over the whole width. */
  top: number;
  column = 0;
  /** The lowest row of the page's columns. */
  lowest: number;
  /** Height at which columns end on one page, so that they come out alike. */
  limit: { page: number; bottom: number } | null = null;

  constructor(metrics: Metrics, foot: Foot, rtl: boolean) {
    this.metrics = metrics;
    this.foot = foot;
    this.rtl = rtl;
    this.y = metrics.margin;
    this.top = metrics.margin;
    this.lowest = metrics.margin;
  }

  /** The same place, to try a layout from. */
  copy(): Place {
    const copy = new Place(this.metrics, this.foot, this.rtl);
    const { pages, y, top, column, lowest, limit } = this;
    return Object.assign(copy, { pages, y, top, column, lowest, limit });
  }

  /** Where the foot begins. */
  get pageBottom(): number {
    return this.metrics.page.height - this.metrics.margin - this.metrics.size - this.foot.height;
  }

  get bottom(): number {
    return this.limit?.page === this.pages ? this.limit.bottom : this.pageBottom;
  }

  get isAtTop(): boolean {
    return this.y === this.top;
  }

  get isFresh(): boolean {
    return this.isAtTop && this.top === this.metrics.margin;
  }

  /** Height of a column on a page with nothing above it. */
  get full(): number {
    return this.pageBottom - this.metrics.margin;
  }

  /** How far the column at hand stands from the one at the left margin. */
  get offset(): number {
    const { columns, width, gap } = this.metrics;
    return (this.rtl ? columns - 1 - this.column : this.column) * (width + gap);
  }

  /** From here on rows are set in other lengths, such as those of a column, below all that stands on the page. */
  use(metrics: Metrics): void {
    const isFresh = this.lowest === this.metrics.margin;
    this.metrics = metrics;
    this.top = this.lowest + (isFresh ? 0 : metrics.unit);
    this.y = this.top;
    this.column = 0;
  }

  next(): void {
    if (this.column + 1 < this.metrics.columns) {
      this.column += 1;
      this.y = this.top;
      return;
    }
    this.pages += 1;
    this.top = this.metrics.margin;
    this.y = this.top;
    this.lowest = this.top;
    this.column = 0;
  }

  /** Room that a row takes. */
  take(row: Row): void {
    this.y += row.height + (row.frame?.last ? this.metrics.unit * afterFrame : 0);
    this.lowest = Math.max(this.lowest, this.y);
  }
}

/** A place that draws what is put there: the pages of one sheet. */
export class Pages extends Place {
  readonly pdf: Pdf;
  readonly writer: GlyphWriter;
  readonly #bookmarks: Bookmarks;

  constructor(
    pdf: Pdf,
    writer: GlyphWriter,
    bookmarks: Bookmarks,
    metrics: Metrics,
    foot: Foot,
    rtl: boolean,
  ) {
    super(metrics, foot, rtl);
    this.pdf = pdf;
    this.writer = writer;
    this.#bookmarks = bookmarks;
    this.#add();
  }

  #add(): void {
    this.pdf.addPage({ size: [this.metrics.page.width, this.metrics.page.height], margin: 0 });
  }

  override next(): void {
    const before = this.pages;
    super.next();
    if (this.pages > before) this.#add();
  }

  override take(row: Row): void {
    const top = this.y;
    this.#frame(row, top);
    this.#rules(row, top);
    if (row.bookmark) this.#bookmarks.add(row.bookmark.level, row.bookmark.title, top);
    row.cells?.forEach((cell) => cell.element());
    for (const { x, y, width, height, figure, paint } of row.drawings) {
      const left = x + this.offset;
      const draw = () => paint(left, top + y);
      const bbox: [number, number, number, number] = [left, top + y, left + width, top + y + height];
      if (figure) figure.parent.child('Figure', { alt: figure.alt, bbox }).draw(draw);
      else drawArtifact(this.pdf, 'Layout', draw);
    }
    row.texts.forEach((text) => {
      if (text.paragraph.lines.length > 0) text.node.draw(() => this.#lines(text, top));
    });
    super.take(row);
  }

  /** A table's header once more: seen on each page, read once. */
  repeat(row: Row): void {
    const top = this.y;
    this.#rules(row, top);
    drawArtifact(this.pdf, 'Pagination', () => {
      for (const { x, y, paint } of row.drawings) paint(x + this.offset, top + y);
      for (const text of row.texts) this.#lines(text, top);
    });
    super.take(row);
  }

  #lines({ paragraph, x, width, y, align }: Placed, top: number): void {
    paragraph.lines.forEach((line, index) => {
      const room = width - line.width;
      const isRight = (paragraph.text.direction === 'rtl') !== (align === 'end');
      const left = x + this.offset + (align === 'center' ? room / 2 : isRight ? room : 0);
      const baseline = top + y + index * paragraph.leading + paragraph.baseline;
      this.writer.line(line, left, baseline, paragraph.size);
    });
  }

  #frame({ frame, height }: Row, top: number): void {
    if (!frame) return;
    const { width, unit } = this.metrics;
    const left = this.metrics.left + this.offset;
    const line = frameWidth[frame.level];
    const y0 = top - (frame.first ? unit * 0.6 : unit * 0.75);
    const y1 = top + height + (frame.last ? unit * 0.8 : 0);
    drawArtifact(this.pdf, 'Layout', () => {
      this.pdf.lineWidth(line).strokeColor('black').lineCap('square');
      this.pdf
        .moveTo(left, y0)
        .lineTo(left, y1)
        .moveTo(left + width, y0)
        .lineTo(left + width, y1);
      if (frame.first) this.pdf.moveTo(left, y0).lineTo(left + width, y0);
      if (frame.last) this.pdf.moveTo(left, y1).lineTo(left + width, y1);
      this.pdf.stroke().lineCap('butt');
    });
  }

  #rules({ rules, height }: Row, top: number): void {
    if (!rules) return;
    const { left, width } = this.metrics;
    drawArtifact(this.pdf, 'Layout', () => {
      this.pdf.lineWidth(rules.top ? 1.2 : 0.6).strokeColor('black');
      if (rules.top || top === this.top) this.pdf.moveTo(left, top).lineTo(left + width, top);
      for (const x of rules.xs) this.pdf.moveTo(x, top).lineTo(x, top + height);
      this.pdf
        .moveTo(left, top + height)
        .lineTo(left + width, top + height)
        .stroke();
    });
  }
}
