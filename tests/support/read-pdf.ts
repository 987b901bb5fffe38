import { execFileSync } from 'node:child_process';

type PdfObject = { value?: unknown; stream?: { dict: Record<string, unknown>; data?: string } };

export interface PdfFile {
  objects: Record<string, PdfObject>;
  get(ref: unknown): unknown;
  stream(ref: unknown): string;
}

/** Opens a PDF through qpdf's JSON: every object, streams decoded. */
export function readPdf(file: string): PdfFile {
  const json = execFileSync(
    'qpdf',
    ['--json=2', '--json-stream-data=inline', '--decode-level=generalized', file],
    { maxBuffer: 1 << 29, encoding: 'utf8' },
  );
  const objects = (JSON.parse(json) as { qpdf: [unknown, Record<string, PdfObject>] }).qpdf[1];
  const find = (ref: unknown) =>
    typeof ref === 'string' && / R$/.test(ref) ? objects[`obj:${ref}`] : undefined;
  return {
    objects,
    get: (ref) => {
      const object = find(ref);
      return object ? (object.value ?? object.stream?.dict) : ref;
    },
    stream: (ref) => Buffer.from(find(ref)?.stream?.data ?? '', 'base64').toString('latin1'),
  };
}

const utf16 = (hex: string) =>
  Buffer.from(hex, 'hex')
    .swap16()
    .toString('utf16le')
    .replace(/^\ufeff/, '');

/** The row of one `bfrange`: an array of texts, or the text of its first glyph to count on from. */
function rangeTexts(first: number, last: number, array: string | undefined, start: string): string[] {
  if (array !== undefined)
    return [...array.matchAll(/<([\w ]*)>/g)].map(([, text = '']) => utf16(text.replaceAll(' ', '')));
  return Array.from({ length: last - first + 1 }, (_, index) =>
    utf16((parseInt(start, 16) + index).toString(16).padStart(start.length, '0')),
  );
}

/** Glyph to text, from a font's ToUnicode map. */
function toUnicode(cmap: string): Map<number, string> {
  const map = new Map<number, string>();
  for (const [, body = ''] of cmap.matchAll(/beginbfchar(.*?)endbfchar/gs))
    for (const [, code = '', text = ''] of body.matchAll(/<(\w+)>\s*<(\w*)>/g))
      map.set(parseInt(code, 16), utf16(text));
  for (const [, body = ''] of cmap.matchAll(/beginbfrange(.*?)endbfrange/gs))
    for (const range of body.matchAll(/<(\w+)>\s*<(\w+)>\s*(?:\[([^\]]*)\]|<(\w+)>)/g)) {
      const [first, last] = [parseInt(range[1] ?? '', 16), parseInt(range[2] ?? '', 16)];
      rangeTexts(first, last, range[3], range[4] ?? '').forEach((text, index) =>
        map.set(first + index, text),
      );
    }
  return map;
}

/** Text in the order it is drawn: ActualText where it stands, else what ToUnicode says of each glyph. */
export function drawnText(pdf: PdfFile): string {
  const catalog = Object.values(pdf.objects).find(
    ({ value }) => (value as { '/Type'?: string } | undefined)?.['/Type'] === '/Catalog',
  );
  const pages = pdf.get((catalog?.value as Record<string, unknown>)['/Pages']) as Record<string, unknown>;
  return (pages['/Kids'] as unknown[])
    .map((ref) => pageText(pdf, pdf.get(ref) as Record<string, unknown>))
    .join('\n');
}

function pageText(pdf: PdfFile, page: Record<string, unknown>): string {
  const resources = pdf.get(page['/Resources']) as Record<string, unknown>;
  const fonts = (pdf.get(resources['/Font']) ?? {}) as Record<string, unknown>;
  const maps = new Map(
    Object.entries(fonts).map(([name, ref]) => [
      name,
      toUnicode(pdf.stream((pdf.get(ref) as Record<string, unknown>)['/ToUnicode'])),
    ]),
  );
  const contents = Array.isArray(page['/Contents']) ? page['/Contents'] : [page['/Contents']];
  const source = contents.map((ref) => pdf.stream(ref)).join('\n');
  let font = '';
  let actual: string | null = null;
  let out = '';
  const pattern =
    /\/Span <<\s*\/ActualText <(\w+)>\s*>> BDC|(EMC)|(\/F\w+) [\d.]+ Tf|\[([^\]]*)\] TJ|<(\w+)> Tj|(\/Artifact)[^\n]*B[DM]C/g;
  for (const [, span, end, name, array, single] of source.matchAll(pattern)) {
    if (span) {
      actual = utf16(span);
      out += actual;
    } else if (end) actual = null;
    else if (name) font = name;
    else if (actual === null) {
      const strings = (array ?? `<${single ?? ''}>`).match(/<(\w+)>/g) ?? [];
      for (const code of strings.flatMap((string) => string.match(/\w{4}/g) ?? []))
        out += maps.get(font)?.get(parseInt(code, 16)) ?? '\ufffd';
    }
  }
  return out;
}

export interface StructureElement {
  type: string;
  lang: string | null;
  alt: string | null;
  scope: string | null;
  children: StructureElement[];
  hasContent: boolean;
}

function dictionaryOf(pdf: PdfFile, ref: unknown): Record<string, unknown> {
  return pdf.get(ref) as Record<string, unknown>;
}

const words = (value: unknown) => (typeof value === 'string' ? value.replace(/^[ub]:/, '') : null);

function element(pdf: PdfFile, ref: unknown): StructureElement {
  const data = dictionaryOf(pdf, ref);
  const kids = data['/K'] === undefined ? [] : Array.isArray(data['/K']) ? data['/K'] : [data['/K']];
  const isElement = (kid: unknown) => typeof kid === 'string' && '/S' in (dictionaryOf(pdf, kid) ?? {});
  const attributes = pdf.get(data['/A']) as Record<string, unknown> | undefined;
  return {
    type: String(data['/S']).slice(1),
    lang: words(data['/Lang']),
    alt: words(data['/Alt']),
    scope: attributes?.['/Scope'] ? String(attributes['/Scope']) : null,
    children: kids.filter(isElement).map((kid) => element(pdf, kid)),
    hasContent: kids.some((kid) => !isElement(kid)),
  };
}

/** The document's structure tree. */
export function structureOf(pdf: PdfFile): StructureElement {
  const root = Object.values(pdf.objects)
    .map(({ value }) => value as Record<string, unknown>)
    .find((value) => value?.['/Type'] === '/StructTreeRoot');
  const kids = root?.['/K'];
  return element(pdf, Array.isArray(kids) ? kids[0] : kids);
}

export const flatten = (node: StructureElement): StructureElement[] => [
  node,
  ...node.children.flatMap(flatten),
];
