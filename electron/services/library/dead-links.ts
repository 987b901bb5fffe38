import type { Block, Inline, Section } from '../../contract/document.ts';

/** Links to guides that a language does not have yet become plain words. */
export function withoutDeadLinks(section: Section, exists: (guide: string) => boolean): Section {
  const line = (inlines: Inline[]): Inline[] =>
    inlines.map((inline) =>
      inline.type === 'link' && !exists(inline.guide)
        ? { type: 'text', text: inline.text, ...(inline.strong ? { strong: inline.strong } : {}) }
        : inline,
    );
  const block = <B extends Block>(of: B): B => {
    if (of.type === 'callout') return { ...of, title: line(of.title), blocks: of.blocks.map(block) };
    if (of.type === 'paragraph') return { ...of, content: line(of.content) };
    return { ...of, items: of.items.map((item) => ({ ...item, content: line(item.content) })) };
  };
  return { ...section, title: line(section.title), blocks: section.blocks.map(block) };
}
