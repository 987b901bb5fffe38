/**
 * Draws shaped glyphs. It reaches into pdfkit's insides (version pinned exactly), as the packed file does: pdfkit keeps the
 * subset, widths and ToUnicode map; we choose the glyphs.
 */
import type PDFDocument from 'pdfkit';
import type { Face } from '../fonts/font-store.ts';
import type { Subset } from '../fonts/known-glyphs.ts';
import type { Line } from '../layout/paragraph.ts';
import type { Cluster, ShapedRun } from '../layout/shaped-run.ts';

interface EmbeddedFont {
  id: string;
  subset: Subset;
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

  #open(face: Face): EmbeddedFont {
    // pdfkit takes an opened fontkit font; its types only know files.
    (this.#pdf as unknown as { font(source: unknown, family: string): void }).font(face.kit, face.id);
    const font = this.#pdf._font;
    face.glyphs.serve(font.subset);
    this.#fonts.set(face, font);
    return font;
  }

  #embedded(face: Face): EmbeddedFont {
    const font = this.#fonts.get(face) ?? this.#open(face);
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

  #cluster(cluster: Cluster, font: EmbeddedFont, x: number, y: number, size: number): string {
    const { ids, plain } = this.#encode(cluster, font);
    const scale = size / 1000;
    const shows = cluster.glyphs.map(
      (glyph, index) =>
        `1 0 0 1 ${number(x + glyph.x * scale)} ${number(y + glyph.y * scale)} Tm <${hex(ids[index] as number)}> Tj`,
    );
    return plain
      ? shows.join('\n')
      : `/Span <</ActualText ${utf16(cluster.text)}>> BDC\n${shows.join('\n')}\nEMC`;
  }

  /** A left-to-right run of plain clusters as one operator, kerning as adjustments; null when it is anything else. */
  #simpleRun(run: ShapedRun, font: EmbeddedFont, x: number, y: number): string | null {
    const parts: string[] = [];
    let pen = 0;
    for (const cluster of run.clusters) {
      const [glyph] = cluster.glyphs;
      const { ids, plain } = this.#encode(cluster, font);
      if (!plain || !glyph || glyph.y !== 0) return null;
      const shift = Math.round(pen - glyph.x);
      if (shift !== 0) parts.push(String(shift));
      parts.push(`<${hex(ids[0] as number)}>`);
      pen = glyph.x + glyph.width;
    }
    return `1 0 0 1 ${number(x)} ${number(y)} Tm [${parts.join(' ')}] TJ`;
  }

  /** Draws a line with its baseline at (`x`, `baseline`), measured from the page's top left in points, in reading order. */
  line(line: Line, x: number, baseline: number, size: number): void {
    const pdf = this.#pdf;
    const y = pdf.page.height - baseline;
    const operators: string[] = [];
    for (const { run, x: offset } of line.runs) {
      const font = this.#embedded(run.face);
      operators.push(`BT\n/${font.id} ${number(size)} Tf`);
      const simple = run.rtl ? null : this.#simpleRun(run, font, x + offset, y);
      if (simple) operators.push(simple);
      else
        for (const cluster of run.clusters) operators.push(this.#cluster(cluster, font, x + offset, y, size));
      operators.push('ET');
    }
    pdf.save();
    pdf.transform(1, 0, 0, -1, 0, pdf.page.height);
    if (operators.length > 0) pdf.addContent(operators.join('\n'));
    pdf.restore();
  }
}
