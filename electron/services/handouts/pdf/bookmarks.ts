import type PDFDocument from 'pdfkit';

type Pdf = typeof PDFDocument.prototype;
type Outline = Pdf['outline'];

interface Insides {
  outlineData: { Count?: number };
}

/** The list of bookmarks: a title, and under it the headings of the next level. */
export class Bookmarks {
  readonly #pdf: Pdf;
  #title: Outline | null = null;
  #count = 0;

  constructor(pdf: Pdf) {
    this.#pdf = pdf;
  }

  /** A heading on the page at hand, `top` points below its upper edge. */
  add(level: 1 | 2, title: string, top: number): void {
    const parent = level === 2 && this.#title ? this.#title : this.#pdf.outline;
    // pdfkit measures `left` from the right edge.
    const place = { top, left: this.#pdf.page.width, expanded: true };
    const item = parent.addItem(title, place);
    if (level === 1) this.#title = item;
    this.#count += 1;
    // Required while items stand open (ISO 32000-1, 12.3.3); pdfkit leaves it out.
    (this.#pdf.outline as unknown as Insides).outlineData.Count = this.#count;
  }
}
