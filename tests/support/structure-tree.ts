import type { PdfFile } from './read-pdf.ts';

type Dictionary = Record<string, unknown>;

/** An element of the structure tree. */
export interface TreeNode {
  /** Number of its object, for reports. */
  id: string;
  type: string;
  lang: string | null;
  alt: string | null;
  actual: string | null;
  scope: string | null;
  children: TreeNode[];
  /** Marked content it holds: the page's object and the id on it. */
  content: { page: string; id: number }[];
}

const words = (value: unknown) => (typeof value === 'string' ? value.replace(/^[ub]:/, '') : null);
const many = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

function readNode(pdf: PdfFile, ref: unknown, page: unknown): TreeNode {
  const data = pdf.get(ref) as Dictionary;
  const own = data['/Pg'] ?? page;
  const attributes = many(pdf.get(data['/A'])).map((one) => pdf.get(one) as Dictionary);
  const scope = attributes.map((one) => one?.['/Scope']).find((one) => one !== undefined);
  const node: TreeNode = {
    id: String(ref),
    type: String(data['/S']).slice(1),
    lang: words(data['/Lang']),
    alt: words(data['/Alt']),
    actual: words(data['/ActualText']),
    scope: scope === undefined ? null : String(scope).slice(1),
    children: [],
    content: [],
  };
  for (const kid of many(pdf.get(data['/K']))) {
    if (typeof kid === 'number') {
      node.content.push({ page: String(own), id: kid });
      continue;
    }
    const inner = pdf.get(kid) as Dictionary;
    if ('/S' in inner) node.children.push(readNode(pdf, kid, own));
    else if (inner['/Type'] === '/MCR')
      node.content.push({ page: String(inner['/Pg'] ?? own), id: Number(inner['/MCID']) });
  }
  return node;
}

/** The elements at the top of the structure tree. */
export function readTree(pdf: PdfFile, root: unknown): TreeNode[] {
  const data = pdf.get(root) as Dictionary | undefined;
  return many(pdf.get(data?.['/K'])).map((ref) => readNode(pdf, ref, undefined));
}

/** An element and all below it, in reading order. */
export const walk = (node: TreeNode): TreeNode[] => [node, ...node.children.flatMap(walk)];
