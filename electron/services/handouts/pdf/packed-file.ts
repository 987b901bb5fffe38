/**
 * Writes the file that pdfkit has made the objects of. pdfkit writes each object by itself; a tagged sheet has hundreds of
 * small ones, more than half of its bytes. Here they go together into compressed object streams (PDF 1.5, ISO 32000-1, 7.5.7),
 * with a compressed cross-reference. Like the glyph writer it takes pdfkit at its insides: the version is pinned exactly.
 */
import { deflateSync } from 'node:zlib';
import type PDFDocument from 'pdfkit';

interface PdfObject {
  id: number;
  body: string;
  stream: Uint8Array | null;
}

/** Most objects in one stream, so that a reader need not open all to find one. */
const mostTogether = 500;

const latin1 = (text: string) => Buffer.from(text, 'latin1');

/** What pdfkit writes, call by call: `1 0 obj`, the body, for a stream its parts, `endobj`; at the end the trailer. */
class Collector {
  readonly objects: PdfObject[] = [];
  trailer = '';
  #open: PdfObject | null = null;
  #isTrailer = false;

  write(data: string | Uint8Array): void {
    const open = this.#open;
    if (open) {
      if (typeof data !== 'string') open.stream = data;
      else if (data === 'endobj') {
        this.objects.push(open);
        this.#open = null;
      } else if (open.body === '') open.body = data;
    } else if (typeof data === 'string') {
      const [, id] = /^(\d+) 0 obj$/.exec(data) ?? [];
      if (id) this.#open = { id: Number(id), body: '', stream: null };
      else if (this.#isTrailer && this.trailer === '') this.trailer = data;
      else this.#isTrailer ||= data === 'trailer';
    }
  }
}

/** Where an object is: at a place in the file, or within the object stream of that id. */
type Place = { at: number } | { within: number; index: number };

class PackedFile {
  readonly #parts: Uint8Array[] = [];
  #length = 0;
  readonly #places = new Map<number, Place>();

  add(bytes: Uint8Array): void {
    this.#parts.push(bytes);
    this.#length += bytes.length;
  }

  stream({ id, body }: Omit<PdfObject, 'stream'>, bytes: Uint8Array): void {
    this.#places.set(id, { at: this.#length });
    this.add(latin1(`${id} 0 obj\n${body}\nstream\n`));
    this.add(bytes);
    this.add(latin1('\nendstream\nendobj\n'));
  }

  together(objects: PdfObject[], id: number): void {
    let offset = 0;
    const index = objects.map((object, at) => {
      this.#places.set(object.id, { within: id, index: at });
      const entry = `${object.id} ${offset}`;
      offset += object.body.length + 1;
      return entry;
    });
    const head = `${index.join(' ')}\n`;
    const bytes = deflateSync(latin1(`${head}${objects.map(({ body }) => body).join('\n')}\n`));
    const body = `<< /Type /ObjStm /N ${objects.length} /First ${head.length} /Filter /FlateDecode /Length ${bytes.length} >>`;
    this.stream({ id, body }, bytes);
  }

  /** The cross-reference, itself an object; `trailer` holds the entries of pdfkit's. */
  close(id: number, trailer: string): Uint8Array {
    const start = this.#length;
    this.#places.set(id, { at: start });
    const rows = new Uint8Array((id + 1) * 7);
    const view = new DataView(rows.buffer);
    view.setUint16(5, 0xffff);
    for (const [object, place] of this.#places) {
      const row = object * 7;
      rows[row] = 'at' in place ? 1 : 2;
      view.setUint32(row + 1, 'at' in place ? place.at : place.within);
      view.setUint16(row + 5, 'at' in place ? 0 : place.index);
    }
    const bytes = deflateSync(rows);
    const entries = /\/Root[^]*(?=>>)/.exec(trailer)?.[0].trim();
    if (!entries) throw new Error('pdfkit wrote no trailer');
    const body = `<< /Type /XRef /Size ${id + 1} /W [1 4 2] ${entries} /Filter /FlateDecode /Length ${bytes.length} >>`;
    this.stream({ id, body }, bytes);
    this.add(latin1(`startxref\n${start}\n%%EOF\n`));
    return Buffer.concat(this.#parts);
  }
}

/** Takes over a document's writing before anything is drawn; the function given back ends it and returns the file. */
export function packWhenDone(pdf: typeof PDFDocument.prototype, version: string): () => Uint8Array {
  const collector = new Collector();
  (pdf as unknown as { _write(data: string | Uint8Array): void })._write = (data) => collector.write(data);
  return () => {
    pdf.end();
    const { objects, trailer } = collector;
    objects.sort((a, b) => a.id - b.id);
    const file = new PackedFile();
    file.add(latin1(`%PDF-${version}\n%\xff\xff\xff\xff\n`));
    for (const { id, body, stream } of objects) if (stream) file.stream({ id, body }, stream);
    const small = objects.filter(({ stream }) => !stream);
    let id = objects.at(-1)?.id ?? 0;
    for (let from = 0; from < small.length; from += mostTogether)
      file.together(small.slice(from, from + mostTogether), (id += 1));
    return file.close(id + 1, trailer);
  };
}
