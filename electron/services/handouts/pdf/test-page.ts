/**
 * The page that shows how near to each edge a printer can print: lines at 1, 2, 3 … mm from every edge, each beside the
 * last, so that the first whole one can be read off with its number. A line in the middle shows whether the page was shrunk.
 */
import PDFDocument from 'pdfkit';
import type { FontStore } from '../fonts/font-store.ts';
import { Typesetter, type Paragraph } from '../layout/paragraph.ts';
import { requirePrintable } from '../layout/scripts.ts';
import type { Sheet, SheetLanguage, Text } from '../sheet.ts';
import { GlyphWriter } from './glyph-writer.ts';
import { millimetre, papers } from './metrics.ts';
import { drawArtifact, StructureNode } from './structure.ts';

/** Distance of the innermost line from its edge, in mm; what a printer needs beyond it is a fault of the printer. */
export const deepestLine = 25;
/** Length of the line in the middle, in mm. */
export const lengthLine = 100;

export type Side = 'top' | 'right' | 'bottom' | 'left';

export interface TestPage {
  paper: Sheet['paper'];
  /** Day of making, `2026-11-24`. */
  day: string;
  language: SheetLanguage;
  title: Text;
  paragraphs: Text[];
  length: Text;
  sides: Record<Side, Text>;
  /** The distances 1 to `deepestLine` in the language's own digits. */
  numbers: Text[];
}

/** Free of lines at each end of an edge, so that no two edges' lines cross, in mm. */
const corner = 31;
const textMargin = 38;
const small = 8;
const spacing = 1.4;

type Pdf = typeof PDFDocument.prototype;

class TestPageWriter {
  readonly #pdf: Pdf;
  readonly #page: TestPage;
  readonly #type: Typesetter;
  readonly #writer: GlyphWriter;
  readonly #root: StructureNode;
  readonly #width: number;
  readonly #height: number;

  constructor(pdf: Pdf, page: TestPage, fonts: FontStore) {
    const [width, height] = papers[page.paper];
    this.#pdf = pdf.addPage({ size: [width, height], margin: 0 });
    this.#page = page;
    this.#type = new Typesetter(fonts, new Map([[page.language.tag, page.language.fonts]]));
    this.#writer = new GlyphWriter(pdf);
    this.#root = new StructureNode(pdf, null, 'Document', { lang: page.language.tag });
    this.#width = width;
    this.#height = height;
  }

  /** Draws a paragraph's lines between `left` and `left + width`; returns the height used. */
  #lines(
    paragraph: Paragraph,
    left: number,
    width: number,
    top: number,
    at: 'start' | 'center' | 'end',
  ): number {
    const rtl = this.#page.language.direction === 'rtl';
    paragraph.lines.forEach((line, index) => {
      const room = width - line.width;
      const before = at === 'center' ? room / 2 : (at === 'end') !== rtl ? room : 0;
      const baseline = top + index * paragraph.leading + paragraph.baseline;
      this.#writer.line(line, left + before, baseline, paragraph.size);
    });
    return paragraph.lines.length * paragraph.leading;
  }

  words(): void {
    const left = textMargin * millimetre;
    const width = this.#width - 2 * left;
    let top = 48 * millimetre;
    const put = (text: Text, type: 'H1' | 'P', size: number) => {
      const paragraph = this.#type.set(text, width, size, spacing);
      this.#root.child(type).draw(() => {
        top += this.#lines(paragraph, left, width, top, 'start') + size * 0.6;
      });
    };
    put(this.#page.title, 'H1', 18);
    for (const text of this.#page.paragraphs) put(text, 'P', 12);
    top += 12;
    drawArtifact(this.#pdf, 'Layout', () => this.#lengthLine(top));
    top += 12;
    put(this.#page.length, 'P', 12);
    this.#root.end();
  }

  #lengthLine(y: number): void {
    const length = lengthLine * millimetre;
    const x = (this.#width - length) / 2;
    this.#pdf.lineWidth(0.6).moveTo(x, y).lineTo(x + length, y); // prettier-ignore
    for (let at = 0; at <= lengthLine; at += 10)
      this.#pdf.moveTo(x + at * millimetre, y - 5).lineTo(x + at * millimetre, y + 5);
    this.#pdf.stroke();
  }

  /** Runs along an edge: calls back with each line's distance from it and the stretch along it, in points. */
  #along(length: number, draw: (depth: number, from: number, to: number, index: number) => void): void {
    const step = (length - 2 * corner * millimetre) / deepestLine;
    for (let index = 0; index < deepestLine; index += 1) {
      const from = corner * millimetre + index * step;
      draw((index + 1) * millimetre, from, from + step - 2, index);
    }
  }

  /** A number centred on a point. */
  #number(index: number, x: number, y: number): void {
    const text = this.#page.numbers[index] as Text;
    const width = 10 * millimetre;
    const paragraph = this.#type.set(text, width, small, spacing);
    this.#lines(paragraph, x - width / 2, width, y - paragraph.leading / 2, 'center');
  }

  #edge(side: Side): void {
    const isFlat = side === 'top' || side === 'bottom';
    const inward = side === 'top' || side === 'left' ? 1 : -1;
    const edge = inward === 1 ? 0 : isFlat ? this.#height : this.#width;
    this.#along(isFlat ? this.#width : this.#height, (depth, from, to, index) => {
      const at = edge + inward * depth;
      const beside = at + inward * (isFlat ? 6 : 7);
      const middle = (from + to) / 2;
      this.#pdf.lineWidth(0.6);
      if (isFlat) this.#pdf.moveTo(from, at).lineTo(to, at).stroke();
      else this.#pdf.moveTo(at, from).lineTo(at, to).stroke();
      if (isFlat) this.#number(index, middle, beside);
      else this.#number(index, beside, middle);
    });
  }

  /** The edges' names, inside of their lines. */
  #names(): void {
    const width = 40 * millimetre;
    const inside = 33 * millimetre;
    const put = (side: Side, left: number, top: number) => {
      const paragraph = this.#type.set(this.#page.sides[side], width, 14, spacing);
      this.#lines(paragraph, left, width, top, 'center');
    };
    const center = (this.#width - width) / 2;
    const middle = this.#height * 0.66;
    put('top', center, inside);
    put('bottom', center, this.#height - inside - 20);
    put('left', inside, middle);
    put('right', this.#width - inside - width, middle);
  }

  edges(): void {
    drawArtifact(this.#pdf, 'Layout', () => {
      this.#pdf.strokeColor('black');
      for (const side of ['top', 'right', 'bottom', 'left'] as const) this.#edge(side);
      this.#names();
    });
  }
}

/** Draws the page as a tagged PDF. Throws `missing-glyph` or `language-not-printable`. */
export async function renderTestPage(
  page: TestPage,
  fonts: FontStore,
): Promise<{ pdf: Uint8Array; pages: number }> {
  requirePrintable(page.language.tag, page.language.fonts, fonts);
  const date = new Date(`${page.day}T00:00:00Z`);
  const pdf = new PDFDocument({
    autoFirstPage: false,
    tagged: true,
    displayTitle: true,
    lang: page.language.tag,
    pdfVersion: '1.7',
    subset: 'PDF/UA' as 'PDF/A-1b',
    font: null as unknown as string,
    info: {
      Title: page.title.runs.map(({ text }) => text).join(''),
      ...{ Producer: 'Sala', Creator: 'Sala', CreationDate: date, ModDate: date },
    },
  });
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('end', () => resolve());
    pdf.on('error', reject);
  });
  const writer = new TestPageWriter(pdf, page, fonts);
  writer.words();
  writer.edges();
  pdf.end();
  await ended;
  return { pdf: new Uint8Array(Buffer.concat(chunks)), pages: 1 };
}
