/**
 * The structure of a PDF as a screen reader needs it, read through qpdf: PDF/UA-1 (ISO 14289-1) as far as it can be told
 * by a program, and the sheet's own rules (a language on every span, a foot on every page, a bookmark for every heading).
 */
import { readPdf, type PdfFile } from './read-pdf.ts';
import { checkContent } from './check-content.ts';
import { readTree, walk, type TreeNode } from './structure-tree.ts';

export const rules = [
  'marked',
  'document-root',
  'document-language',
  'title',
  'pdf-ua',
  'bookmarks',
  'standard-type',
  'heading-first',
  'heading-skip',
  'figure-text',
  'table-headers',
  'table-shape',
  'header-scope',
  'list-shape',
  'language',
  'untagged',
  'unbalanced',
  'nested',
  'not-in-tree',
  'not-on-page',
  'foot',
  'font-embedded',
  'font-unicode',
] as const;
export type Rule = (typeof rules)[number];

export interface Finding {
  rule: Rule;
  /** A page, an element or a font; never the text itself. */
  where: string;
}

type Dictionary = Record<string, unknown>;
const tag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const standard = new Set(
  (
    'Document Part Sect Div Art BlockQuote Caption TOC TOCI Index H1 H2 H3 H4 H5 H6 P L LI Lbl LBody Table TR TH TD ' +
    'THead TBody TFoot Span Quote Note Reference Code Link Annot Figure Formula Form'
  ).split(' '),
);

const words = (value: unknown) => (typeof value === 'string' ? value.replace(/^[ub]:/, '').trim() : '');
const many = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

function checkDocument(pdf: PdfFile, catalog: Dictionary, tree: TreeNode[]): Finding[] {
  const found: Finding[] = [];
  const say = (rule: Rule, where: string) => found.push({ rule, where });
  const trailer = pdf.objects['trailer']?.value as Dictionary;
  const info = pdf.get(trailer['/Info']) as Dictionary | undefined;
  const preferences = pdf.get(catalog['/ViewerPreferences']) as Dictionary | undefined;
  const xmp = Buffer.from(pdf.stream(catalog['/Metadata']), 'latin1').toString('utf8');
  if ((pdf.get(catalog['/MarkInfo']) as Dictionary | undefined)?.['/Marked'] !== true)
    say('marked', 'catalog');
  if (tree.length !== 1 || tree[0]?.type !== 'Document') say('document-root', 'structure tree');
  else if (!tag.test(tree[0].lang ?? '')) say('document-root', 'language of Document');
  if (!tag.test(words(catalog['/Lang']))) say('document-language', 'catalog');
  if (words(info?.['/Title']) === '') say('title', 'information dictionary');
  if (preferences?.['/DisplayDocTitle'] !== true) say('title', 'not shown in the window');
  if (!/<dc:title>[\s\S]*?<rdf:li[^>]*>[^<]+</.test(xmp)) say('title', 'metadata');
  if (!/pdfuaid:part(?:>|=")1/.test(xmp)) say('pdf-ua', 'metadata');
  return found;
}

function bookmarksOf(pdf: PdfFile, parent: unknown): { title: string; hasPlace: boolean }[] {
  const out: { title: string; hasPlace: boolean }[] = [];
  let next = (pdf.get(parent) as Dictionary | undefined)?.['/First'];
  while (next !== undefined) {
    const item = pdf.get(next) as Dictionary;
    const hasPlace = pdf.get(many(pdf.get(item['/Dest']))[0]) !== undefined;
    out.push({ title: words(item['/Title']), hasPlace }, ...bookmarksOf(pdf, next));
    next = item['/Next'];
  }
  return out;
}

/** Headings of level 1 and 2 in the language of their sheet. */
function mainHeadings(node: TreeNode, language: string | null): TreeNode[] {
  const own = node.type === 'Document' || node.type === 'Sect' ? node.lang : language;
  const isMain = /^H[12]$/.test(node.type) && node.lang === own;
  return [...(isMain ? [node] : []), ...node.children.flatMap((child) => mainHeadings(child, own))];
}

function checkBookmarks(pdf: PdfFile, catalog: Dictionary, tree: TreeNode[]): Finding[] {
  const headings = tree.flatMap((node) => mainHeadings(node, null));
  if (headings.length < 2) return [];
  const items = bookmarksOf(pdf, catalog['/Outlines']);
  const found: Finding[] = [];
  if (items.length < headings.length)
    found.push({ rule: 'bookmarks', where: `${items.length} for ${headings.length} headings` });
  if (items.some(({ title, hasPlace }) => title === '' || !hasPlace))
    found.push({ rule: 'bookmarks', where: 'one without words or place' });
  // Required while items stand open (ISO 32000-1, 12.3.3).
  if ((pdf.get(catalog['/Outlines']) as Dictionary | undefined)?.['/Count'] !== items.length)
    found.push({ rule: 'bookmarks', where: 'not counted' });
  return found;
}

function checkHeadings(nodes: TreeNode[]): Finding[] {
  const levels = nodes.filter(({ type }) => /^H\d$/.test(type)).map(({ type }) => Number(type[1]));
  const found: Finding[] =
    levels[0] === 1 ? [] : [{ rule: 'heading-first', where: `H${levels[0] ?? ' none'}` }];
  levels.forEach((level, at) => {
    const before = levels[at - 1] ?? level;
    if (level > before + 1)
      found.push({ rule: 'heading-skip', where: `H${before} to H${level}, heading ${at + 1}` });
  });
  return found;
}

function checkTable(table: TreeNode): Finding[] {
  const found: Finding[] = [];
  const groups = new Set(['THead', 'TBody', 'TFoot']);
  const rows = table.children.flatMap((child) => (groups.has(child.type) ? child.children : [child]));
  const cells = rows.flatMap((row) => row.children);
  const isCell = ({ type }: TreeNode) => type === 'TH' || type === 'TD';
  const isEven = rows.every((row) => row.children.length === rows[0]?.children.length);
  if (rows.length === 0 || rows.some(({ type }) => type !== 'TR') || !cells.every(isCell) || !isEven)
    found.push({ rule: 'table-shape', where: table.id });
  const headers = rows[0]?.children ?? [];
  if (headers.length === 0 || headers.some(({ type }) => type !== 'TH'))
    found.push({ rule: 'table-headers', where: table.id });
  for (const { type, scope, id } of cells)
    if (type === 'TH' && scope !== 'Column' && scope !== 'Row')
      found.push({ rule: 'header-scope', where: id });
  return found;
}

/** Types that stand only in certain others. */
const parents: Record<string, string[]> = {
  LI: ['L'],
  Lbl: ['LI'],
  LBody: ['LI'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
};

function checkList(list: TreeNode): Finding[] {
  const isItem = (item: TreeNode) => item.type === 'LI' && item.children.some(({ type }) => type === 'LBody');
  return list.children.length > 0 && list.children.every(isItem)
    ? []
    : [{ rule: 'list-shape', where: list.id }];
}

/** Each element that holds words says in which language, itself or through the paragraph, entry or cell it is in. */
function checkLanguages(node: TreeNode, language: string | null): Finding[] {
  const isFrame = ['Document', 'Part', 'Sect', 'Div', 'L', 'Table', 'TR'].includes(node.type);
  const own = node.lang ?? (isFrame ? null : language);
  const isBad = own === null ? node.content.length > 0 && node.type !== 'Figure' : !tag.test(own);
  return [
    ...(isBad ? [{ rule: 'language' as const, where: node.id }] : []),
    ...node.children.flatMap((child) => checkLanguages(child, isFrame ? null : own)),
  ];
}

function checkElements(tree: TreeNode[]): Finding[] {
  const nodes = tree.flatMap(walk);
  const found: Finding[] = [...checkHeadings(nodes), ...tree.flatMap((node) => checkLanguages(node, null))];
  for (const node of nodes) {
    if (!standard.has(node.type)) found.push({ rule: 'standard-type', where: `${node.id} ${node.type}` });
    if (node.type === 'Figure' && !node.alt) found.push({ rule: 'figure-text', where: node.id });
    if (node.type === 'Table') found.push(...checkTable(node));
    if (node.type === 'L') found.push(...checkList(node));
    for (const child of node.children) {
      const allowed = parents[child.type];
      if (allowed && !allowed.includes(node.type))
        found.push({ rule: child.type.startsWith('L') ? 'list-shape' : 'table-shape', where: child.id });
    }
  }
  return found;
}

function checkFonts(pdf: PdfFile): Finding[] {
  return Object.entries(pdf.objects).flatMap(([id, { value }]): Finding[] => {
    const font = value as Dictionary | undefined;
    if (font?.['/Type'] !== '/Font' || /^\/CIDFont/.test(String(font['/Subtype']))) return [];
    const descendant = pdf.get(many(pdf.get(font['/DescendantFonts']))[0]) as Dictionary | undefined;
    const descriptor = pdf.get((descendant ?? font)['/FontDescriptor']) as Dictionary | undefined;
    const files = ['/FontFile', '/FontFile2', '/FontFile3'];
    const isEmbedded = files.some((key) => descriptor?.[key] !== undefined);
    return [
      ...(isEmbedded ? [] : [{ rule: 'font-embedded' as const, where: id }]),
      ...(pdf.stream(font['/ToUnicode']) === '' ? [{ rule: 'font-unicode' as const, where: id }] : []),
    ];
  });
}

/** Everything about a PDF file that its structure gets wrong; nothing for a sound one. Throws when qpdf cannot open it. */
export function checkStructure(file: string): Finding[] {
  const pdf = readPdf(file);
  const trailer = pdf.objects['trailer']?.value as Dictionary;
  const catalog = pdf.get(trailer['/Root']) as Dictionary;
  const tree = readTree(pdf, catalog['/StructTreeRoot']);
  return [
    ...checkDocument(pdf, catalog, tree),
    ...checkBookmarks(pdf, catalog, tree),
    ...checkElements(tree),
    ...checkContent(pdf, catalog['/Pages'], tree),
    ...checkFonts(pdf),
  ];
}
