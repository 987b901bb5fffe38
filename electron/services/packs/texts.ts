import type { Block, Inline, Item, PlainBlock, Section } from '../../contract/document.ts';

const itemLines = (items: Item[]) => items.map((item) => item.content);

const plainLines = (block: PlainBlock): Inline[][] =>
  block.type === 'paragraph' ? [block.content] : itemLines(block.items);

/** Every line of text in a block, title first: paragraphs, list entries and steps. */
export function blockLines(block: Block): Inline[][] {
  return block.type === 'callout' ? [block.title, ...block.blocks.flatMap(plainLines)] : plainLines(block);
}

export const sectionLines = (section: Section): Inline[][] => [
  section.title,
  ...section.blocks.flatMap(blockLines),
];

/** A line as plain words; `fill` turns a fact id into its reading. */
export function lineText(line: Inline[], fill: (fact: string) => string): string {
  return line.map((inline) => (inline.type === 'fact' ? fill(inline.fact) : inline.text)).join('');
}

/** List entries of a block, those inside a callout too. */
export function blockItems(block: Block): Item[] {
  if (block.type === 'callout') return block.blocks.flatMap((inner) => ('items' in inner ? inner.items : []));
  return 'items' in block ? block.items : [];
}
