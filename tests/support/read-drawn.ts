/**
 * Reads what a handout draws without another program: every glyph with its place, its letters and its block. It knows PDF as
 * pdfkit and our packed file write it, no other. Where a test can afford it, `read-pdf.ts` reads the same through qpdf.
 */
import { inflateSync } from 'node:zlib';
import { operationsOf } from './pdf-content.ts';

export interface DrawnGlyph {
  /** The letters that it stands for; of a cluster the first glyph has them all. */
  text: string;
  /** Left end of its advance and its baseline, in points from the page's bottom left. */
  x: number;
  y: number;
  width: number;
  size: number;
  page: number;
  /** The marked content it belongs to; null for what no reader hears, such as the foot. */
  content: number | null;
}

export interface Block {
  type: string;
  lang: string | null;
  actual: string | null;
  children: Block[];
  /** Glyphs of this block itself, in content order. */
  glyphs: DrawnGlyph[];
}

/** The extent of a line, frame or shape as it is painted, without the width of its stroke; points from the page's bottom left. */
export interface DrawnPath {
  page: number;
  left: number;
  right: number;
  bottom: number;
  top: number;
  /** Of the page's own furniture: the rule of its foot, and headers of tables that stand on it again. */
  isFurniture: boolean;
  /** In dashes, as what is cut along. */
  isDashed: boolean;
}

export interface Drawn {
  pages: { width: number; height: number }[];
  glyphs: DrawnGlyph[];
  paths: DrawnPath[];
  root: Block;
}

interface PdfObject {
  dict: string;
  stream: string;
}

/** An object that stands by itself in the file. */
function readObjectAt(file: Buffer, source: string, start: number): PdfObject {
  const end = source.indexOf('endobj', start);
  const streamAt = source.indexOf('stream\n', start);
  const isStream = streamAt > 0 && streamAt < end;
  const dict = source.slice(start, isStream ? streamAt : end);
  const length = Number(/\/Length (\d+)/.exec(dict)?.[1] ?? 0);
  const data = isStream ? file.subarray(streamAt + 7, streamAt + 7 + length) : Buffer.alloc(0);
  const isText = isStream && !/\/Length1|\/Subtype \/(XML|CIDFontType0C)/.test(dict);
  const plain = isText && dict.includes('/FlateDecode') ? inflateSync(data) : data;
  return { dict, stream: isText ? plain.toString('latin1') : '' };
}

/** The objects that stand together in one stream, in its order. */
function readTogether({ dict, stream }: PdfObject): PdfObject[] {
  const first = Number(/\/First (\d+)/.exec(dict)?.[1]);
  const offsets = [...stream.slice(0, first).matchAll(/\d+ (\d+)/g)].map(
    ([, offset]) => first + Number(offset),
  );
  return offsets.map((offset, index) => ({
    dict: stream.slice(offset, offsets[index + 1] ?? stream.length),
    stream: '',
  }));
}

/** Every object by its id: the cross-reference is a stream of rows of seven bytes. */
function readObjects(bytes: Uint8Array): Map<number, PdfObject> {
  const file = Buffer.from(bytes);
  const source = file.toString('latin1');
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(source)?.[1]);
  const rows = Buffer.from(readObjectAt(file, source, start).stream, 'latin1');
  const together = new Map<number, PdfObject[]>();
  const objects = new Map<number, PdfObject>();
  for (let id = 1; id < rows.length / 7; id += 1) {
    const [kind, place, index] = [rows[id * 7], rows.readUInt32BE(id * 7 + 1), rows.readUInt16BE(id * 7 + 5)];
    if (kind === 1) objects.set(id, readObjectAt(file, source, place));
    if (kind !== 2) continue;
    const held =
      together.get(place) ?? readTogether(readObjectAt(file, source, rows.readUInt32BE(place * 7 + 1)));
    together.set(place, held);
    objects.set(id, held[index] as PdfObject);
  }
  return objects;
}

const utf16 = (hex: string) =>
  Buffer.from(hex, 'hex')
    .swap16()
    .toString('utf16le')
    .replace(/^\ufeff/, '');

/** A string of a dictionary, `(…)`, as pdfkit writes it: UTF-16 with escapes, or plain. */
function readString(dict: string, key: string): string | null {
  const at = dict.indexOf(`/${key} (`);
  if (at < 0) return null;
  let raw = '';
  const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  for (let index = at + key.length + 3; dict[index] !== ')'; index += 1) {
    if (dict[index] === '\\') {
      index += 1;
      raw += escapes[dict[index] as string] ?? dict[index];
    } else raw += dict[index];
  }
  return raw.startsWith('\xfe\xff') ? utf16(Buffer.from(raw, 'latin1').toString('hex')) : raw;
}

const reference = (dict: string, key: string) =>
  Number(new RegExp(`/${key} \\[?(\\d+) 0 R`).exec(dict)?.[1] ?? 0);

interface Font {
  letters: Map<number, string>;
  widths: number[];
}

function readFont(objects: Map<number, PdfObject>, id: number): Font {
  const { dict } = objects.get(id) as PdfObject;
  const cmap = objects.get(reference(dict, 'ToUnicode'))?.stream ?? '';
  const letters = new Map<number, string>();
  for (const range of cmap.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g)) {
    [...(range[2] as string).matchAll(/<([\w ]*)>/g)].forEach((entry, index) =>
      letters.set(parseInt(range[1] as string, 16) + index, utf16((entry[1] as string).replaceAll(' ', ''))),
    );
  }
  const descendant = objects.get(reference(dict, 'DescendantFonts'))?.dict ?? '';
  const widths = /\/W \[0 \[([^\]]*)\]/.exec(descendant)?.[1] ?? '';
  return { letters, widths: widths.trim().split(/\s+/).map(Number) };
}

const operators =
  /\/Span <<\/ActualText <(?<actual>\w+)>>> BDC|\/\w+ <<\s*\/MCID (?<content>\d+)\s*>> BDC|(?<begin>B[DM]C)|(?<end>EMC)|\/(?<font>F\w+) (?<size>[\d.]+) Tf|1 0 0 1 (?<x>-?[\d.]+) (?<y>-?[\d.]+) Tm|\[(?<array>[^\]]*)\] TJ|<(?<single>\w+)> Tj/g;

function readPage(source: string, fonts: Map<string, Font>, page: number): DrawnGlyph[] {
  const glyphs: DrawnGlyph[] = [];
  const open: { content: number | null; actual: string | null }[] = [];
  let font: Font | undefined;
  let [size, x, y] = [0, 0, 0];
  for (const { groups: found = {} } of source.matchAll(operators)) {
    const here = open.at(-1) ?? { content: null, actual: null };
    if (found['actual']) open.push({ content: here.content, actual: utf16(found['actual']) });
    else if (found['content']) open.push({ content: Number(found['content']), actual: null });
    else if (found['begin']) open.push({ content: null, actual: null });
    else if (found['end']) open.pop();
    else if (found['font']) [font, size] = [fonts.get(found['font']), Number(found['size'])];
    else if (found['x']) [x, y] = [Number(found['x']), Number(found['y'])];
    else {
      for (const [, code, shift] of (found['array'] ?? `<${found['single']}>`).matchAll(
        /<(\w+)>|(-?[\d.]+)/g,
      )) {
        if (shift) {
          x -= (Number(shift) / 1000) * size;
          continue;
        }
        const id = parseInt(code as string, 16);
        const width = ((font?.widths[id] ?? Number.NaN) / 1000) * size;
        const text = here.actual ?? font?.letters.get(id) ?? '\ufffd';
        if (here.actual !== null) here.actual = '';
        glyphs.push({ text, x, y, width, size, page, content: here.content });
        x += width;
      }
    }
  }
  return glyphs;
}

type Matrix = [number, number, number, number, number, number];

const times = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [
  a * A + b * C,
  a * B + b * D,
  c * A + d * C,
  c * B + d * D,
  e * A + f * C + E,
  e * B + f * D + F,
];

/** Corners that a path operator names, as its operands. */
function cornersOf(name: string, all: number[]): number[] {
  const [x = 0, y = 0, width = 0, height = 0] = all;
  return name === 're' ? [x, y, x + width, y + height] : all;
}

/** Every path that is painted, by the operators of the page: curves by their points, which they never leave. */
function readPaths(source: string, page: number): DrawnPath[] {
  const paths: DrawnPath[] = [];
  const saved: Matrix[] = [];
  const open: boolean[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  let corners: [number, number][] = [];
  let isDashed = false;
  for (const { name, operands } of operationsOf(source)) {
    if (name === 'BDC' || name === 'BMC')
      open.push(operands[0] === '/Artifact' && operands.includes('/Pagination'));
    else if (name === 'EMC') open.pop();
    else if (name === 'd') isDashed = operands.length > 3;
    else if (name === 'q') saved.push(matrix);
    else if (name === 'Q') matrix = saved.pop() as Matrix;
    else if (name === 'cm') matrix = times(operands.map(Number) as Matrix, matrix);
    else if (/^(?:re|[mlcvy])$/.test(name)) {
      const [a, b, c, d, e, f] = matrix;
      const all = cornersOf(name, operands.map(Number));
      for (let at = 0; at + 1 < all.length; at += 2) {
        const [x, y] = [all[at] as number, all[at + 1] as number];
        corners.push([a * x + c * y + e, b * x + d * y + f]);
      }
    } else if (/^(?:[SsFn]|[fBb]\*?)$/.test(name)) {
      const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
      const extent = {
        left: Math.min(...xs),
        right: Math.max(...xs),
        bottom: Math.min(...ys),
        top: Math.max(...ys),
      };
      if (corners.length > 0 && name !== 'n')
        paths.push({ page, ...extent, isFurniture: open.includes(true), isDashed });
      corners = [];
    }
  }
  return paths;
}

function readBlock(
  objects: Map<number, PdfObject>,
  id: number,
  pageIds: number[],
  glyphs: Map<string, DrawnGlyph[]>,
): Block {
  const { dict } = objects.get(id) as PdfObject;
  const kids = /\/K \[([^]*?)\]\s*(?:\/\w+|>>)/.exec(dict)?.[1] ?? '';
  // Entries of other pages name theirs inside; the element's own stands outside.
  const own = pageIds.indexOf(reference(dict.replace(kids, ''), 'Pg'));
  const block: Block = {
    type: /\/S \/(\w+)/.exec(dict)?.[1] ?? '',
    lang: readString(dict, 'Lang'),
    actual: readString(dict, 'ActualText'),
    children: [],
    glyphs: [],
  };
  for (const [, element, entry, single] of kids.matchAll(/(\d+) 0 R|<<([^>]*)>>|(\d+)/g)) {
    if (element) {
      block.children.push(readBlock(objects, Number(element), pageIds, glyphs));
      continue;
    }
    const page = entry ? pageIds.indexOf(reference(entry, 'Pg')) : own;
    const content = entry ? Number(/\/MCID (\d+)/.exec(entry)?.[1]) : Number(single);
    block.glyphs.push(...(glyphs.get(`${page}/${content}`) ?? []));
  }
  return block;
}

export function readDrawn(bytes: Uint8Array): Drawn {
  const objects = readObjects(bytes);
  const find = (type: string) =>
    [...objects.values()].find(({ dict }) => dict.includes(`/Type /${type}\n`))?.dict ?? '';
  const kids = /\/Kids \[([^\]]*)\]/.exec(find('Pages'))?.[1] ?? '';
  const pageIds = [...kids.matchAll(/(\d+) 0 R/g)].map(([, id]) => Number(id));
  const fonts = new Map<number, Font>();
  const glyphs = pageIds.flatMap((id, page) => {
    const { dict } = objects.get(id) as PdfObject;
    const resources = objects.get(reference(dict, 'Resources'))?.dict ?? '';
    const list = /\/Font <<([^>]*)>>/.exec(resources)?.[1] ?? '';
    const named = new Map<string, Font>();
    for (const [, name, ref] of list.matchAll(/\/(F\w+) (\d+) 0 R/g)) {
      const font = fonts.get(Number(ref)) ?? readFont(objects, Number(ref));
      fonts.set(Number(ref), font);
      named.set(name as string, font);
    }
    return readPage(objects.get(reference(dict, 'Contents'))?.stream ?? '', named, page);
  });
  const paths = pageIds.flatMap((id, page) =>
    readPaths(objects.get(reference((objects.get(id) as PdfObject).dict, 'Contents'))?.stream ?? '', page),
  );
  const byContent = Map.groupBy(glyphs, ({ page, content }) => `${page}/${content}`);
  const pages = pageIds.map((id) => {
    const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec((objects.get(id) as PdfObject).dict);
    return { width: Number(box?.[1]), height: Number(box?.[2]) };
  });
  const root = readBlock(objects, reference(find('StructTreeRoot'), 'K'), pageIds, byContent);
  return { pages, glyphs, paths, root };
}

export const allBlocks = (block: Block): Block[] => [block, ...block.children.flatMap(allBlocks)];

export const textIn = (glyphs: DrawnGlyph[]): string => glyphs.map(({ text }) => text).join('');

/** What stands in each line from left to right, as the eye finds it. */
export function visualLines(glyphs: DrawnGlyph[]): string[] {
  const lines = Map.groupBy(glyphs, ({ page, y }) => `${page}/${Math.round(y * 10)}`);
  return [...lines.values()].map((line) =>
    textIn(line.toSorted((one, two) => one.x - two.x)).replaceAll('\u00a0', ' '),
  );
}

/** Letters alone: composed, without spaces and without what no eye sees. */
export const lettersOf = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/g, '');
