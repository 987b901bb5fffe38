/** When to get help: the danger signs of the guides on one card, each sign once. */
import type { GuideDocument } from '../../../contract/document.ts';
import type { Part, Text } from '../sheet.ts';
import type { Composer } from './composer.ts';
import { dangerSection, readings, sectionBody } from './guide-parts.ts';

type Callout = Extract<Part, { type: 'callout' }>;

const wordsOf = (texts: Text[]) => texts.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n');

/** Callouts of one level and title become one; what a graver or earlier one says is not said again. */
function merge(callouts: Callout[]): Callout[] {
  const said = new Set<string>();
  const merged = new Map<string, Callout>();
  for (const callout of callouts) {
    const parts = callout.parts.flatMap((part): Callout['parts'] => {
      if (part.type === 'paragraph') return said.has(wordsOf(part.texts)) ? [] : [part];
      const items = part.items.filter((texts) => !said.has(wordsOf(texts)));
      return items.length > 0 ? [{ ...part, items }] : [];
    });
    for (const part of parts)
      for (const texts of part.type === 'paragraph' ? [part.texts] : part.items) said.add(wordsOf(texts));
    const key = `${callout.level} ${wordsOf(callout.titles)}`;
    const before = merged.get(key);
    if (before) merged.set(key, { ...before, parts: joinLists([...before.parts, ...parts]) });
    else if (parts.length > 0 || callout.parts.length === 0) merged.set(key, { ...callout, parts });
  }
  return [...merged.values()];
}

function joinLists(parts: Callout['parts']): Callout['parts'] {
  return parts.reduce<Callout['parts']>((joined, part) => {
    const last = joined.at(-1);
    if (last?.type === 'list' && part.type === 'list' && last.mark === part.mark)
      return [...joined.slice(0, -1), { ...last, items: [...last.items, ...part.items] }];
    return [...joined, part];
  }, []);
}

const order = ['911', 'red', 'yellow', 'green', 'note', 'question'];

/** `guides` each in the sheet's languages; those without danger signs are passed over. */
export function helpCardParts(compose: Composer, guides: GuideDocument[][]): Part[] {
  if (!compose.request.helpCard) return [];
  const blocks = guides.flatMap((sides) => sectionBody(readings(sides, dangerSection)));
  const callouts = blocks
    .filter((block) => block.type === 'callout')
    .toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
  const others = blocks.filter((block) => block.type !== 'callout');
  return [
    compose.heading(2, 'handout.help-card', 'emergency'),
    ...compose.paragraph('handout.help-card.keep'),
    ...merge(callouts),
    ...others,
  ];
}
