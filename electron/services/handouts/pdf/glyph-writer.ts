/**
 * Draws shaped glyphs. The one module that reaches into pdfkit's insides (version pinned exactly): pdfkit keeps the
 * subset, widths and ToUnicode map; we choose the glyphs.
 */
import type PDFDocument from 'pdfkit';
import type { Face } from '../fonts/font-store.ts';
import type { Line } from '../layout/paragraph.ts';
import type { Cluster, ShapedRun } from '../layout/shaper.ts';

interface EmbeddedFont {
  id: string;
  subset: { includeGlyph(id: number): number };
  widths: number[];
  unicode: number[][];
  ref(): unknown;
}

interface Insides {
  _font: EmbeddedFont;
  page: { height: number; fonts: Record<string, unknown> };
  addContent(operators: string): void;
}

const number = (value: number) => String(Math.round(value * 1000) / 1000);
const hex = (id: number) => id.toString(16).padStart(4, '0');

const utf16 = (text: string) =>
  `<feff${[...Array(text.length).keys()].map((index) => hex(text.charCodeAt(index))).join('')}>`;

export class GlyphWriter {
  readonly #pdf: Insides & typeof PDFDocument.prototype;
  readonly #fonts = new Map<Face, EmbeddedFont>();

  constructor(pdf: typeof PDFDocument.prototype) {
    this.#pdf = pdf as Insides & typeof PDFDocument.prototype;
  }

  #embedded(face: Face): EmbeddedFont {
    const known = this.#fonts.get(face);
    // pdfkit takes an opened fontkit font; its types only know files.
    if (!known)
      (this.#pdf as unknown as { font(source: unknown, family: string): void }).font(face.kit, face.id);
    const font = known ?? this.#pdf._font;
    this.#fonts.set(face, font);
    this.#pdf.page.fonts[font.id] ??= font.ref();
    return font;
  }

  /** Glyph ids of a cluster in the subset; `plain` is false when its text needs ActualText. */
  #encode(cluster: Cluster, font: EmbeddedFont): { ids: number[]; plain: boolean } {
    const ids = cluster.glyphs.map((glyph) => {
      const id = font.subset.includeGlyph(glyph.id);
      font.widths[id] ??= glyph.width;
      return id;
    });
    const points = [...cluster.text].map((letter) => letter.codePointAt(0) as number);
    const [id] = ids;
    if (ids.length === 1 && id !== undefined) {
      font.unicode[id] ??= points;
      return { ids, plain: font.unicode[id]?.join() === points.join() };
    }
    for (const one of ids) font.unicode[one] ??= [];
    return { ids, plain: false };
  }

  #cluster(cluster: Cluster, font: EmbeddedFont, x: number, y: number, size: number): void {
    const { ids, plain } = this.#encode(cluster, font);
    const scale = size / 1000;
    const shows = cluster.glyphs.map(
      (glyph, index) =>
        `1 0 0 1 ${number(x + glyph.x * scale)} ${number(y + glyph.y * scale)} Tm <${hex(ids[index] as number)}> Tj`,
    );
    if (plain) this.#pdf.addContent(shows.join('\n'));
    else this.#pdf.addContent(`/Span <</ActualText ${utf16(cluster.text)}>> BDC\n${shows.join('\n')}\nEMC`);
  }

  /** A left-to-right run of plain clusters as one operator, kerning as adjustments. */
  #simpleRun(run: ShapedRun, font: EmbeddedFont, x: number, y: number): boolean {
    const parts: string[] = [];
    let pen = 0;
    for (const cluster of run.clusters) {
      const [glyph] = cluster.glyphs;
      const { ids, plain } = this.#encode(cluster, font);
      if (!plain || !glyph || glyph.y !== 0) return false;
      const shift = Math.round(pen - glyph.x);
      if (shift !== 0) parts.push(String(shift));
      parts.push(`<${hex(ids[0] as number)}>`);
      pen = glyph.x + glyph.width;
    }
    this.#pdf.addContent(`1 0 0 1 ${number(x)} ${number(y)} Tm [${parts.join(' ')}] TJ`);
    return true;
  }

  /** Draws a line with its baseline at (`x`, `baseline`), measured from the page's top left in points, in reading order. */
  line(line: Line, x: number, baseline: number, size: number): void {
    const pdf = this.#pdf;
    const y = pdf.page.height - baseline;
    pdf.save();
    pdf.transform(1, 0, 0, -1, 0, pdf.page.height);
    for (const { run, x: offset } of line.runs) {
      const font = this.#embedded(run.face);
      pdf.addContent(`BT\n/${font.id} ${number(size)} Tf`);
      if (run.rtl || !this.#simpleRun(run, font, x + offset, y)) {
        for (const cluster of run.clusters) this.#cluster(cluster, font, x + offset, y, size);
      }
      pdf.addContent('ET');
    }
    pdf.restore();
  }
}
