import type { Finding } from './check-structure.ts';
import { markedContentOf } from './pdf-content.ts';
import type { PdfFile } from './read-pdf.ts';
import { walk, type TreeNode } from './structure-tree.ts';

type Dictionary = Record<string, unknown>;
const many = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

const leaves = (pdf: PdfFile, ref: unknown): string[] => {
  const node = pdf.get(ref) as Dictionary;
  return node['/Type'] === '/Pages' ? many(node['/Kids']).flatMap((kid) => leaves(pdf, kid)) : [String(ref)];
};

/** What the pages paint, against the structure tree: all of it is tagged or an artifact, and the two agree. */
export function checkContent(pdf: PdfFile, pages: unknown, tree: TreeNode[]): Finding[] {
  const held = tree.flatMap(walk).flatMap((node) => node.content.map(({ page, id }) => `${page} ${id}`));
  const inTree = new Set(held);
  const onPage = new Set<string>();
  const found: Finding[] = [];
  leaves(pdf, pages).forEach((ref, index) => {
    const where = `page ${index + 1}`;
    const contents = (pdf.get(ref) as Dictionary)['/Contents'];
    const parts = pdf.get(contents);
    const streams = Array.isArray(parts) ? parts : many(contents);
    const source = streams.map((one) => pdf.stream(one)).join('\n');
    const content = markedContentOf(source);
    if (content.untagged.length > 0)
      found.push({ rule: 'untagged', where: `${where}: ${content.untagged.length} operators` });
    if (content.unbalanced > 0) found.push({ rule: 'unbalanced', where });
    if (content.nested > 0) found.push({ rule: 'nested', where });
    for (const id of content.ids) {
      onPage.add(`${ref} ${id}`);
      if (!inTree.has(`${ref} ${id}`)) found.push({ rule: 'not-in-tree', where: `${where}, ${id}` });
    }
    if (new Set(content.ids).size < content.ids.length)
      found.push({ rule: 'not-in-tree', where: `${where}: an id twice` });
    if (content.ids.length > 0 && !content.artifacts.includes('Pagination'))
      found.push({ rule: 'foot', where });
  });
  for (const key of inTree) if (!onPage.has(key)) found.push({ rule: 'not-on-page', where: key });
  if (inTree.size < held.length) found.push({ rule: 'not-in-tree', where: 'content held twice' });
  return found;
}
