import PDFDocument from 'pdfkit';
import type { FontStore } from '../fonts/font-store.ts';
import type { ShapeCache } from '../layout/shape-cache.ts';
import { Typesetter } from '../layout/paragraph.ts';
import { requirePrintable } from '../layout/scripts.ts';
import type { Part, Sheet } from '../sheet.ts';
import { Bookmarks } from './bookmarks.ts';
import { setFoot } from './foot.ts';
import { GlyphWriter } from './glyph-writer.ts';
import { columnMetrics, sheetMetrics, type Metrics } from './metrics.ts';
import { packWhenDone } from './packed-file.ts';
import { Pages } from './page.ts';
import { leadingOf, RowBuilder } from './row-builder.ts';
import { RowTools } from './row-tools.ts';
import type { Row } from './rows.ts';
import { oneAfterAnother, segmentsOf } from './segments.ts';
import { pageOfCard, stackEvenly, stackRows } from './stack-rows.ts';
import { drawArtifact, StructureNode } from './structure.ts';

type Pdf = typeof PDFDocument.prototype;

/**
 * How the file is written. A `handout` is PDF/UA, packed small. An `archive` is PDF/A-1a, which knows no packed objects: the
 * same page in a form that validators of others can judge.
 */
const forms = {
  handout: { subset: 'PDF/UA', version: '1.7', isPacked: true },
  archive: { subset: 'PDF/A-1a', version: '1.4', isPacked: false },
} as const;
export type FileForm = keyof typeof forms;

/** What all sheets of a job share. */
interface Job {
  pdf: Pdf;
  type: Typesetter;
  writer: GlyphWriter;
  bookmarks: Bookmarks;
  twoSided: boolean;
}

export interface JobOptions {
  form?: FileForm;
  /** Whether paper may be printed on both sides. Each sheet then begins on a leaf of its own, and a card's back is empty. */
  twoSided?: boolean;
}

/** Draws the feet of a sheet whose first page is page `first` of the document. */
function drawFeet(pages: Pages, first: number, { left, width, size }: Metrics): void {
  const top = pages.pageBottom + size;
  const { used } = pages;
  used.forEach((page, index) => {
    pages.pdf.switchToPage(first + page);
    drawArtifact(pages.pdf, 'Pagination', () => {
      pages.pdf
        .lineWidth(0.6)
        .strokeColor('black')
        .moveTo(left, top)
        .lineTo(left + width, top)
        .stroke();
      for (const { line, size, x, y } of pages.foot.lines(index, used.length)) {
        pages.writer.line(line, x, top + y, size);
      }
    });
  });
}

/** Draws one sheet on pages of its own and returns how many there are. */
function drawSheet(
  { pdf, type, writer, bookmarks, twoSided }: Job,
  sheet: Sheet,
  root: StructureNode,
  first: number,
): number {
  const metrics = sheetMetrics(sheet);
  const rtl = sheet.languages[0]?.direction === 'rtl';
  const foot = setFoot(sheet, type, metrics);
  const pages = new Pages(pdf, writer, bookmarks, metrics, foot, rtl, twoSided);
  const isStacked = sheet.languages.length > 1 && !metrics.sideBySide;
  const ordered = isStacked ? { ...sheet, parts: oneAfterAnother(sheet) } : sheet;
  const rowsOf = (parts: Part[], lengths: Metrics, leading: Row[] = []) =>
    new RowBuilder(new RowTools(pdf, root, type, lengths, sheet), pages.full).rows(parts, leading);
  const fitsFirstPage = (parts: Part[]) => pageOfCard(pages, rowsOf(parts, metrics)) === 1;
  let leading: Row[] = [];
  for (const { parts, inColumns, newLeaf } of segmentsOf(ordered, fitsFirstPage)) {
    const lengths = inColumns ? columnMetrics(metrics) : metrics;
    const rows = rowsOf(parts, lengths, newLeaf ? [] : leading);
    leading = leadingOf([...leading, ...rows]);
    pages.use(lengths);
    if (newLeaf) pages.newLeaf();
    if (inColumns) stackEvenly(pages, rows);
    else stackRows(pages, rows);
  }
  drawFeet(pages, first, metrics);
  pdf.switchToPage(first + pages.pages - 1);
  return pages.pages;
}

function openDocument(
  { title, languages, day }: Sheet,
  form: FileForm,
): { pdf: Pdf; finish: () => Uint8Array } {
  const { subset, version, isPacked } = forms[form];
  const date = new Date(`${day}T00:00:00Z`);
  const pdf = new PDFDocument({
    autoFirstPage: false,
    bufferPages: true,
    tagged: true,
    displayTitle: true,
    lang: languages[0]?.tag ?? '',
    pdfVersion: version,
    subset: subset as 'PDF/A-1b',
    font: null as unknown as string,
    info: { Title: title, Producer: 'Sala', Creator: 'Sala', CreationDate: date, ModDate: date },
  });
  if (isPacked) return { pdf, finish: packWhenDone(pdf, version) };
  return {
    pdf,
    finish: () => {
      pdf.end();
      return pdf.read() as Uint8Array;
    },
  };
}

/**
 * Draws the sheets of a job as one tagged PDF. The same sheets give the same bytes. `shapes` keeps how words of the pack are
 * shaped from one job to the next. Throws `missing-glyph` or `language-not-printable`.
 */
export async function renderSheets(
  sheets: Sheet[],
  fonts: FontStore,
  shapes?: ShapeCache,
  { form = 'handout', twoSided = true }: JobOptions = {},
): Promise<{ pdf: Uint8Array; pages: number }> {
  for (const { tag, fonts: families } of sheets.flatMap(({ languages }) => languages))
    requirePrintable(tag, families, fonts);
  const [first] = sheets as [Sheet];
  const { pdf, finish } = openDocument(first, form);
  const families = sheets.flatMap(({ languages }) => languages.map((one) => [one.tag, one.fonts] as const));
  const type = new Typesetter(fonts, new Map(families), shapes);
  const job: Job = { pdf, type, writer: new GlyphWriter(pdf), bookmarks: new Bookmarks(pdf), twoSided };
  const root = new StructureNode(pdf, null, 'Document', { lang: first.languages[0]?.tag ?? '' });
  let pages = 0;
  for (const sheet of sheets) {
    if (twoSided && pages % 2 === 1) {
      // The back of the sheet before: the next one still begins on a new leaf.
      pdf.addPage({ size: [pdf.page.width, pdf.page.height], margin: 0 });
      pages += 1;
    }
    const lang = sheet.languages[0]?.tag ?? '';
    pages += drawSheet(job, sheet, sheets.length > 1 ? root.child('Sect', { lang }) : root, pages);
  }
  root.end();
  return { pdf: finish(), pages };
}
