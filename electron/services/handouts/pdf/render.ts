import PDFDocument from 'pdfkit';
import type { CalloutLevel } from '../../../contract/document.ts';
import type { FontStore } from '../fonts/font-store.ts';
import { Typesetter } from '../layout/paragraph.ts';
import type { Sheet } from '../sheet.ts';
import { setFoot, type Foot } from './foot.ts';
import { GlyphWriter } from './glyph-writer.ts';
import { sheetMetrics, type Metrics } from './metrics.ts';
import { RowBuilder } from './row-builder.ts';
import { splitRow, type Placed, type Row } from './rows.ts';
import { drawArtifact, StructureNode } from './structure.ts';

type Pdf = typeof PDFDocument.prototype;

/** Thickness of a callout's frame: the graver, the heavier, so that it shows without colour. */
const frameWidth: Record<CalloutLevel, number> = {
  '911': 3,
  red: 2.2,
  yellow: 1.4,
  green: 1,
  note: 0.8,
  question: 0.8,
};

class Page {
  readonly pdf: Pdf;
  readonly metrics: Metrics;
  readonly writer: GlyphWriter;
  readonly foot: Foot;
  pages = 0;
  y = 0;

  constructor(pdf: Pdf, metrics: Metrics, foot: Foot) {
    this.pdf = pdf;
    this.metrics = metrics;
    this.foot = foot;
    this.writer = new GlyphWriter(pdf);
  }

  get bottom(): number {
    return this.metrics.page.height - this.metrics.margin - this.metrics.size - this.foot.height;
  }

  next(): void {
    this.pdf.addPage({ size: [this.metrics.page.width, this.metrics.page.height], margin: 0 });
    this.pages += 1;
    this.y = this.metrics.margin;
  }

  text({ paragraph, x, width, y, node, align }: Placed, top: number): void {
    if (paragraph.lines.length === 0) return;
    node.draw(() =>
      paragraph.lines.forEach((line, index) => {
        const room = width - line.width;
        const start = paragraph.text.direction === 'rtl' ? room : 0;
        const left = x + (align === 'center' ? room / 2 : start);
        this.writer.line(
          line,
          left,
          top + y + index * paragraph.leading + paragraph.baseline,
          paragraph.size,
        );
      }),
    );
  }

  row(row: Row): void {
    const top = this.y;
    this.#frame(row, top);
    this.#rules(row, top);
    row.cells?.forEach((cell) => cell.element());
    for (const { x, y, width, height, figure, paint } of row.drawings) {
      const draw = () => paint(x, top + y);
      const bbox: [number, number, number, number] = [x, top + y, x + width, top + y + height];
      if (figure) figure.parent.child('Figure', { alt: figure.alt, bbox }).draw(draw);
      else drawArtifact(this.pdf, 'Layout', draw);
    }
    row.texts.forEach((text) => this.text(text, top));
    this.y += row.height + (row.frame?.last ? this.metrics.unit * 1.2 : 0);
  }

  #frame({ frame, height }: Row, top: number): void {
    if (!frame) return;
    const { left, width, unit } = this.metrics;
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
      if (rules.top || top === this.metrics.margin) this.pdf.moveTo(left, top).lineTo(left + width, top);
      for (const x of rules.xs) this.pdf.moveTo(x, top).lineTo(x, top + height);
      this.pdf
        .moveTo(left, top + height)
        .lineTo(left + width, top + height)
        .stroke();
    });
  }
}

/** Height of a row with all the rows it must stand with. */
function heightWithNext(rows: Row[], index: number): number {
  let height = 0;
  for (let at = index; at < rows.length; at += 1) {
    const row = rows[at] as Row;
    height += row.height + (at > index ? row.before : 0);
    if (!row.keepWithNext) break;
  }
  return height;
}

function place(page: Page, rows: Row[]): void {
  page.next();
  const full = page.bottom - page.metrics.margin;
  for (let index = 0; index < rows.length; index += 1) {
    let row = rows[index] as Row;
    const atTop = page.y === page.metrics.margin;
    const before = atTop
      ? row.frame
        ? page.metrics.unit
        : 0
      : row.before + (row.frame?.first ? page.metrics.unit : 0);
    const wanted = Math.min(heightWithNext(rows, index), full);
    if (!atTop && page.y + before + wanted > page.bottom) {
      page.next();
      page.y += row.frame ? page.metrics.unit : 0;
    } else page.y += before;
    while (page.y + row.height > page.bottom) {
      const parts = splitRow(row, page.bottom - page.y);
      if (!parts) break; // not even a line fits: a drawing taller than the page, which nothing here makes
      page.row(parts[0]);
      page.next();
      page.y += row.frame ? page.metrics.unit : 0;
      row = parts[1];
    }
    page.row(row);
  }
}

function drawFeet(page: Page): void {
  const { left, width } = page.metrics;
  const top = page.bottom + page.metrics.size;
  for (let index = 0; index < page.pages; index += 1) {
    page.pdf.switchToPage(index);
    drawArtifact(page.pdf, 'Pagination', () => {
      page.pdf
        .lineWidth(0.6)
        .strokeColor('black')
        .moveTo(left, top)
        .lineTo(left + width, top)
        .stroke();
      for (const { line, size, x, y } of page.foot.lines(index, page.pages)) {
        page.writer.line(line, x, top + y, size);
      }
    });
  }
}

/** Draws a sheet as a tagged PDF. The same sheet gives the same bytes. Throws `missing-glyph`. */
export async function renderSheet(
  sheet: Sheet,
  fonts: FontStore,
): Promise<{ pdf: Uint8Array; pages: number }> {
  const date = new Date(`${sheet.day}T00:00:00Z`);
  const language = sheet.languages[0]?.tag ?? '';
  const pdf = new PDFDocument({
    autoFirstPage: false,
    bufferPages: true,
    tagged: true,
    displayTitle: true,
    lang: language,
    pdfVersion: '1.7',
    subset: 'PDF/UA' as 'PDF/A-1b',
    font: null as unknown as string,
    info: { Title: sheet.title, Producer: 'Sala', Creator: 'Sala', CreationDate: date, ModDate: date },
  });
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('end', () => resolve());
    pdf.on('error', reject);
  });
  const metrics = sheetMetrics(sheet);
  const type = new Typesetter(fonts, new Map(sheet.languages.map((one) => [one.tag, one.fonts])));
  const page = new Page(pdf, metrics, setFoot(sheet, type, metrics));
  const root = new StructureNode(pdf, null, 'Document', { lang: language });
  place(page, new RowBuilder(pdf, root, sheet, type, metrics).rows());
  root.end();
  drawFeet(page);
  pdf.end();
  await ended;
  return { pdf: new Uint8Array(Buffer.concat(chunks)), pages: page.pages };
}
