/** What every engine draws: two pages of English and two of another language, from the guides that exist in all of them. */
import type { Direction, Inline, PlainBlock, Section } from '../../../electron/contract/document.ts';
import type { Library } from '../../../electron/services/library/types.ts';

export type Block =
  | { type: 'heading'; level: 1 | 2 | 3; text: string }
  /** `typed` stands for what staff type: nothing of it may be kept. */
  | { type: 'paragraph'; text: string; typed?: boolean }
  | { type: 'list'; items: string[] };

/** The part of a document that is in one language. */
export interface Half {
  language: string;
  direction: Direction;
  /** Font families, the first one for engines that take a single one. */
  fonts: string[];
  blocks: Block[];
}

export interface BenchDocument {
  title: string;
  halves: Half[];
}

/** The guides that English, Spanish, Arabic and Chinese all have. */
const guides = [
  'azathioprine-taking',
  'azathioprine-blood-tests',
  'azathioprine-side-effects',
  'azathioprine-emergency',
  'azathioprine-overview',
  'help-paying-less',
];

const plain = (line: Inline[]) => line.map(({ text }) => text).join('');

const plainBlock = (block: PlainBlock): Block =>
  block.type === 'paragraph'
    ? { type: 'paragraph', text: plain(block.content) }
    : {
        type: 'list',
        items: block.items.map(({ content }) => plain(content)),
      };

const sectionBlocks = (section: Section): Block[] => [
  { type: 'heading', level: 2, text: plain(section.title) },
  ...section.blocks.flatMap((block): Block[] =>
    block.type === 'callout'
      ? [{ type: 'heading', level: 3, text: plain(block.title) }, ...block.blocks.map(plainBlock)]
      : [plainBlock(block)],
  ),
];

/** The guides one after the other as plain headings, paragraphs and lists. */
export function allBlocks(library: Library, language: string): Block[] {
  return guides.flatMap((id): Block[] => {
    const { title, summary, sections } = library.guide(id, language);
    return [
      { type: 'heading', level: 1, text: title },
      { type: 'paragraph', text: summary },
      ...sections.flatMap(sectionBlocks),
    ];
  });
}

/**
 * Nearly as many blocks from the start as `pagesOf` finds room for on `pages` pages, the last one not a heading; some room is
 * left for engines that set a little wider.
 */
export async function fillPages(
  blocks: Block[],
  pages: number,
  pagesOf: (blocks: Block[]) => Promise<number>,
): Promise<Block[]> {
  let fits = 1;
  let tooMany = blocks.length + 1;
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if ((await pagesOf(blocks.slice(0, middle))) <= pages) fits = middle;
    else tooMany = middle;
  }
  fits = Math.ceil(fits * 0.95);
  while (blocks[fits - 1]?.type === 'heading') fits -= 1;
  return blocks.slice(0, fits);
}

/** Every text of a document in reading order, without the marks of lists. */
export const textsOf = ({ halves }: BenchDocument): string[] =>
  halves.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'list' ? block.items : [block.text])),
  );
