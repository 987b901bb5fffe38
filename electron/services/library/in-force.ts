import type { Block, Inline, Item, PlainBlock, Section } from '../../contract/document.ts';
import { factText, inForce } from '../packs/facts.ts';
import type { Fact } from '../packs/schemas.ts';

export interface Figures {
  facts: Map<string, Fact>;
  locale: string;
  /** As `2026-11-24`. */
  day: string;
}

/** A line with its figures filled in, or null when one of them does not hold on that day. */
function fillLine(line: Inline[], figures: Figures): Inline[] | null {
  const out: Inline[] = [];
  for (const inline of line) {
    if (inline.type !== 'fact') {
      out.push(inline);
      continue;
    }
    const fact = figures.facts.get(inline.fact);
    if (!fact || !inForce(fact, figures.day)) return null;
    out.push({ ...inline, text: factText(fact, figures.locale) });
  }
  return out;
}

/** Set when a danger sign had to be left out: the guide then must not be shown at all. */
interface Loss {
  flag: boolean;
}

function fillItems(items: Item[], figures: Figures, loss: Loss): Item[] {
  return items.flatMap((item) => {
    const content = fillLine(item.content, figures);
    if (content) return [{ ...item, content }];
    if (item.flag) loss.flag = true;
    return [];
  });
}

function fillPlain(block: PlainBlock, figures: Figures, loss: Loss): PlainBlock[] {
  if (block.type === 'paragraph') {
    const content = fillLine(block.content, figures);
    return content ? [{ ...block, content }] : [];
  }
  const items = fillItems(block.items, figures, loss);
  return items.length > 0 ? [{ ...block, items }] : [];
}

function fillBlock(block: Block, figures: Figures, loss: Loss): Block[] {
  if (block.type !== 'callout') return fillPlain(block, figures, loss);
  const title = fillLine(block.title, figures);
  const blocks = block.blocks.flatMap((inner) => fillPlain(inner, figures, loss));
  if (title && blocks.length > 0) return [{ ...block, title, blocks }];
  loss.flag = true; // a warning lost its words
  return [];
}

/**
 * Sections with the figures of a day. The smallest piece that holds an expired figure is left out; null when that piece
 * was a danger sign or a heading, because half a warning is worse than none.
 */
export function fillSections(sections: Section[], figures: Figures): Section[] | null {
  const loss: Loss = { flag: false };
  const filled = sections.map((section) => {
    const title = fillLine(section.title, figures);
    if (!title) loss.flag = true;
    return {
      ...section,
      title: title ?? [],
      blocks: section.blocks.flatMap((block) => fillBlock(block, figures, loss)),
    };
  });
  return loss.flag ? null : filled.filter((section) => section.blocks.length > 0);
}
