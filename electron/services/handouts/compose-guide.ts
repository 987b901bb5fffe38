import type { Block, GuideDocument, Inline, PlainBlock, Section } from '../../contract/document.ts';
import { KioskError } from '../../contract/errors.ts';
import type { HandoutRequest } from '../../contract/handout-request.ts';
import type { Part, PlainPart, Run, Text } from './sheet.ts';

/** The section every azathioprine sheet carries, chosen or not (facts 4B: "every azathioprine page"). */
const alwaysPrinted = 'help-now';

const toRun = (inline: Inline): Run => ({
  text: inline.text,
  ...(inline.strong ? { bold: true } : {}),
  ...(inline.type === 'fact' ? { kind: inline.kind } : {}),
});

const toText = (guide: GuideDocument, line: Inline[], bold = false): Text => ({
  runs: line.map((inline) => ({ ...toRun(inline), ...(bold ? { bold } : {}) })),
  language: guide.language,
  direction: guide.direction,
  where: guide.id,
  fromPack: true,
});

export const plainText = (guide: GuideDocument, text: string, bold = false): Text =>
  toText(guide, [{ type: 'text', text }], bold);

/** The same place in each language's document; the content check sees to it that they have one shape. */
interface Side<T> {
  guide: GuideDocument;
  of: T;
}

function plainPart(sides: Side<PlainBlock>[]): PlainPart {
  const [first] = sides as [Side<PlainBlock>];
  if (first.of.type === 'paragraph') {
    return {
      type: 'paragraph',
      texts: sides.map(({ guide, of }) => toText(guide, of.type === 'paragraph' ? of.content : [])),
    };
  }
  const items = first.of.items.map((_, index) =>
    sides.map(({ guide, of }) =>
      toText(guide, of.type === 'paragraph' ? [] : (of.items[index]?.content ?? [])),
    ),
  );
  return { type: 'list', numbered: first.of.type === 'steps', items };
}

const sameShape = (blocks: Block[][]) => {
  const shape = (of: Block[]) =>
    of
      .map((block) =>
        block.type === 'callout'
          ? `${block.level}${block.blocks.length}`
          : `${block.type}${'items' in block ? block.items.length : ''}`,
      )
      .join();
  return blocks.every((one) => shape(one) === shape(blocks[0] as Block[]));
};

function blockPart(sides: Side<Block>[]): Part {
  const callouts = sides.flatMap(({ guide, of }) => (of.type === 'callout' ? [{ guide, of }] : []));
  const [first] = callouts;
  if (!first) return plainPart(sides as Side<PlainBlock>[]);
  return {
    type: 'callout',
    level: first.of.level,
    titles: callouts.map(({ guide, of }) => toText(guide, of.title, true)),
    parts: first.of.blocks.map((_, index) =>
      plainPart(callouts.map(({ guide, of }) => ({ guide, of: of.blocks[index] as PlainBlock }))),
    ),
  };
}

function sectionParts(sides: Side<Section>[]): Part[] {
  const heading: Part = {
    type: 'heading',
    level: 3,
    texts: sides.map(({ guide, of }) => toText(guide, of.title, true)),
    ...(sides[0]?.of.pictogram ? { pictogram: sides[0].of.pictogram } : {}),
  };
  const blocks = sides.map(({ of }) => of.blocks);
  if (!sameShape(blocks)) {
    // A figure that has expired in one language only would shift the rows: print one language after the other.
    return [
      heading,
      ...sides.flatMap(({ guide, of }) => of.blocks.map((block) => blockPart([{ guide, of: block }]))),
    ];
  }
  return [
    heading,
    ...(blocks[0] ?? []).map((_, index) =>
      blockPart(sides.map(({ guide, of }) => ({ guide, of: of.blocks[index] as Block }))),
    ),
  ];
}

function chosenSections(guide: GuideDocument, request: HandoutRequest): Section[] {
  const wanted = request.sections?.[guide.id];
  if (!wanted) {
    return request.depth === 'full'
      ? guide.sections
      : guide.sections.filter((section) => guide.short.includes(section.id));
  }
  const chosen = wanted.map((id, index) => {
    const section = guide.sections.find((one) => one.id === id);
    if (section) return section;
    const known = guide.sections.map((one) => one.id).join(', ');
    throw new KioskError('bad-input', {
      path: `sections.${guide.id}.${index}`,
      expected: `one of: ${known}`,
    });
  });
  const always = guide.sections.filter(
    (section) => section.id === alwaysPrinted && !chosen.includes(section),
  );
  return [...always, ...chosen];
}

/** One guide, in one or two languages, as parts of a sheet. `titleLevel` 1 when the guide is the whole sheet. */
export function guideParts(guides: GuideDocument[], request: HandoutRequest, titleLevel: 1 | 2): Part[] {
  const [first] = guides as [GuideDocument];
  const sections = chosenSections(first, request).flatMap((section) => {
    const sides = guides.flatMap((guide) => {
      const of = guide.sections.find((one) => one.id === section.id);
      return of ? [{ guide, of }] : [];
    });
    return sectionParts(sides);
  });
  return [
    { type: 'heading', level: titleLevel, texts: guides.map((guide) => plainText(guide, guide.title, true)) },
    { type: 'paragraph', texts: guides.map((guide) => plainText(guide, guide.summary)) },
    ...sections,
  ];
}
