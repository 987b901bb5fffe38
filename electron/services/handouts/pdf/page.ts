import type PDFDocument from 'pdfkit';
import type { CalloutLevel } from '../../../contract/document.ts';
import type { Bookmarks } from './bookmarks.ts';
import type { Foot } from './foot.ts';
import type { GlyphWriter } from './glyph-writer.ts';
import type { Metrics } from './metrics.ts';
import { Place } from './place.ts';
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

/** A place that draws what is put there: the pages of one sheet. */
export class Pages extends Place {
  readonly pdf: Pdf;
  readonly writer: GlyphWriter;
  readonly #bookmarks: Bookmarks;
  readonly #used = new Set<number>();

  constructor(
    pdf: Pdf,
    writer: GlyphWriter,
    bookmarks: Bookmarks,
    metrics: Metrics,
    foot: Foot,
    rtl: boolean,
    twoSided: boolean,
  ) {
    super(metrics, foot, rtl);
    this.twoSided = twoSided;
    this.pdf = pdf;
    this.writer = writer;
    this.#bookmarks = bookmarks;
    this.#add();
  }

  #add(): void {
    this.pdf.addPage({ size: [this.metrics.page.width, this.metrics.page.height], margin: 0 });
  }

  /** Pages on which something stands, from 0: the backs of cards do not count. */
  get used(): number[] {
    return [...this.#used];
  }

  override next(): void {
    const before = this.pages;
    super.next();
    for (let page = before; page < this.pages; page += 1) this.#add();
  }

  override take(row: Row): void {
    const top = this.y;
    this.#used.add(this.pages - 1);
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
    this.#used.add(this.pages - 1);
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
      rules.xs.forEach((x, at) => {
        const isEdge = at === 0 || at === rules.xs.length - 1;
        const from = isEdge ? top : top + Math.min(height, rules.innerFrom);
        this.pdf.moveTo(x, from).lineTo(x, top + height);
      });
      this.pdf
        .moveTo(left, top + height)
        .lineTo(left + width, top + height)
        .stroke();
    });
  }
}
