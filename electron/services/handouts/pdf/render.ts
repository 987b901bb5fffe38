import PDFDocument from 'pdfkit';
import type { CalloutLevel } from '../../../contract/document.ts';
import type { FontStore } from '../fonts/font-store.ts';
import { Typesetter } from '../layout/paragraph.ts';
import { requirePrintable } from '../layout/scripts.ts';
import type { Sheet } from '../sheet.ts';
import { setFoot, type Foot } from './foot.ts';
import { GlyphWriter } from './glyph-writer.ts';
import { columnMetrics, sheetMetrics, type Metrics } from './metrics.ts';
import { RowBuilder } from './row-builder.ts';
import { beginningHeight, splitRow, type Placed, type Row } from './rows.ts';
import { drawArtifact, StructureNode } from './structure.ts';

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
const afterFrame = 0.9;

/** The pages of a sheet, and the place on them where the next row goes. */
class Page {
  readonly pdf: Pdf;
  readonly writer: GlyphWriter;
  readonly foot: Foot;
  readonly #rtl: boolean;
  metrics: Metrics;
  pages = 0;
  y = 0;
  /** Where the columns of this page begin: below the title on the first. */
  top = 0;
  #column = 0;

  constructor(pdf: Pdf, metrics: Metrics, foot: Foot, rtl: boolean) {
    this.pdf = pdf;
    this.metrics = metrics;
    this.foot = foot;
    this.writer = new GlyphWriter(pdf);
    this.#rtl = rtl;
    this.#add();
  }

  get bottom(): number {
    return this.metrics.page.height - this.metrics.margin - this.metrics.size - this.foot.height;
  }

  get isAtTop(): boolean {
    return this.y === this.top;
  }

  /** Height of a column on a page without a title. */
  get full(): number {
    return this.bottom - this.metrics.margin;
  }

  /** How far the column at hand stands from the one at the left margin. */
  get #offset(): number {
    const { columns, width, gap } = this.metrics;
    return (this.#rtl ? columns - 1 - this.#column : this.#column) * (width + gap);
  }

  #add(): void {
    this.pdf.addPage({ size: [this.metrics.page.width, this.metrics.page.height], margin: 0 });
    this.pages += 1;
    this.top = this.metrics.margin;
    this.y = this.top;
    this.#column = 0;
  }

  /** From here on rows are set in other lengths, such as those of a column. */
  use(metrics: Metrics): void {
    this.metrics = metrics;
    this.y += metrics.columns > 1 ? metrics.unit : 0;
    this.top = this.y;
    this.#column = 0;
  }

  next(): void {
    if (this.#column + 1 < this.metrics.columns) {
      this.#column += 1;
      this.y = this.top;
    } else this.#add();
  }

  text({ paragraph, x, width, y, node, align }: Placed, top: number): void {
    if (paragraph.lines.length === 0) return;
    const offset = this.#offset;
    node.draw(() =>
      paragraph.lines.forEach((line, index) => {
        const room = width - line.width;
        const start = paragraph.text.direction === 'rtl' ? room : 0;
        const left = x + offset + (align === 'center' ? room / 2 : start);
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
      const left = x + this.#offset;
      const draw = () => paint(left, top + y);
      const bbox: [number, number, number, number] = [left, top + y, left + width, top + y + height];
      if (figure) figure.parent.child('Figure', { alt: figure.alt, bbox }).draw(draw);
      else drawArtifact(this.pdf, 'Layout', draw);
    }
    row.texts.forEach((text) => this.text(text, top));
    this.y += row.height + (row.frame?.last ? this.metrics.unit * afterFrame : 0);
  }

  #frame({ frame, height }: Row, top: number): void {
    if (!frame) return;
    const { width, unit } = this.metrics;
    const left = this.metrics.left + this.#offset;
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

/** Height of a row with all the rows it must stand with; of one that is higher than a column, its first lines. */
function heightWithNext(rows: Row[], index: number, { metrics, full }: Page): number {
  let height = 0;
  for (let at = index; at < rows.length; at += 1) {
    const row = rows[at] as Row;
    if (at > index) height += row.before;
    if (row.height > full) return height + beginningHeight(row);
    height += row.height + (row.frame?.last ? metrics.unit * afterFrame : 0);
    if (!row.keepWithNext) break;
  }
  return height;
}

/**
 * Whether a row, with those it must stand with, has to wait for the next column or page. Where rows that must stand together
 * are higher than a column, as many as fit stand together, and a heading keeps at least the first lines of what it heads.
 */
function mustMove(page: Page, rows: Row[], index: number, before: number, above?: Row): boolean {
  if (page.isAtTop && page.top === page.metrics.margin) return false;
  const row = rows[index] as Row;
  const leading = index === 0 ? above : page.isAtTop ? undefined : rows[index - 1];
  const room = page.bottom - page.y - before;
  if (!leading?.keepWithNext) return Math.min(heightWithNext(rows, index, page), page.full) > room;
  const own = row.height > page.full ? beginningHeight(row) : row.height;
  return own > room && !(leading.isHeading && beginningHeight(row) <= room);
}

/** Stacks rows on the page; `above` is the row that already stands over the first. */
function place(page: Page, rows: Row[], above?: Row): void {
  const { unit } = page.metrics;
  // A frame that goes on in the next column is closed at the foot of this one and opened again at the head of that.
  const open = (row: Row): Row => (row.frame ? { ...row, frame: { ...row.frame, first: true } } : row);
  const closes = (at: number) => {
    const row = rows[at] as Row;
    const following = rows[at + 1];
    if (!row.frame || row.frame.last || !following) return row;
    const rest = page.y + row.height;
    const moves = rest + following.before + heightWithNext(rows, at + 1, page) > page.bottom;
    return moves ? { ...row, frame: { ...row.frame, last: true } } : row;
  };
  for (let index = 0; index < rows.length; index += 1) {
    let row = rows[index] as Row;
    const gap = row.frame?.first ? unit : 0;
    let before = page.isAtTop ? (row.frame ? unit : 0) : row.before + gap;
    while (mustMove(page, rows, index, before, above)) {
      page.next();
      before = row.frame ? unit : 0;
      row = open(row);
    }
    page.y += before;
    while (page.y + row.height > page.bottom) {
      const parts = splitRow(row, page.bottom - page.y - (row.frame ? unit : 0));
      if (!parts) break; // not even a line fits: a drawing taller than the page, which nothing here makes
      page.row(parts[0].frame ? { ...parts[0], frame: { ...parts[0].frame, last: true } } : parts[0]);
      page.next();
      page.y += row.frame ? unit : 0;
      row = open(parts[1]);
    }
    const { frame } = closes(index);
    page.row(frame && row.frame ? { ...row, frame: { ...row.frame, last: frame.last } } : row);
  }
}

/** How many parts stand above the columns, over the whole width: the notice, the title and what it says. */
function headLength({ parts }: Sheet): number {
  const first = parts.findIndex((part) => part.type === 'heading' && part.level > 1);
  return first < 0 ? parts.length : first;
}

function drawFeet(page: Page, { left, width, size }: Metrics): void {
  const top = page.bottom + size;
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

/** Draws a sheet as a tagged PDF. The same sheet gives the same bytes. Throws `missing-glyph` or `language-not-printable`. */
export async function renderSheet(
  sheet: Sheet,
  fonts: FontStore,
): Promise<{ pdf: Uint8Array; pages: number }> {
  for (const { tag, fonts: families } of sheet.languages) requirePrintable(tag, families, fonts);
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
  const page = new Page(pdf, metrics, setFoot(sheet, type, metrics), sheet.languages[0]?.direction === 'rtl');
  const root = new StructureNode(pdf, null, 'Document', { lang: language });
  const rowsOf = (parts: Sheet['parts'], lengths: Metrics) =>
    new RowBuilder(pdf, root, { ...sheet, parts }, type, lengths).rows();
  const head = headLength(sheet);
  const columns = columnMetrics(metrics, sheet);
  const top = rowsOf(sheet.parts.slice(0, head), metrics);
  place(page, top);
  page.use(columns);
  place(page, rowsOf(sheet.parts.slice(head), columns), top.at(-1));
  root.end();
  drawFeet(page, metrics);
  pdf.end();
  await ended;
  return { pdf: new Uint8Array(Buffer.concat(chunks)), pages: page.pages };
}
