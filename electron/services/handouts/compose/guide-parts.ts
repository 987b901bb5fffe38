import type { Block, GuideDocument, Inline, PlainBlock, Section } from '../../../contract/document.ts';
import { KioskError } from '../../../contract/errors.ts';
import type { HandoutRequest } from '../../../contract/handout-request.ts';
import type { Part, PlainPart, Run, Text } from '../sheet.ts';

/** The section every azathioprine sheet carries, chosen or not (facts 4B: "every azathioprine page"). */
export const dangerSection = 'help-now';
/** Sections that a sheet can also carry as parts of their own. */
export const askSection = 'ask';
export const teachBackSection = 'teach-back';

const toRun = (inline: Inline): Run => ({
  text: inline.text,
  ...(inline.strong ? { bold: true } : {}),
  ...(inline.type === 'fact' ? { kind: inline.kind } : {}),
});

export const toText = (guide: GuideDocument, line: Inline[], bold = false): Text => ({
  runs: line.map((inline) => ({ ...toRun(inline), ...(bold ? { bold } : {}) })),
  language: guide.language,
  direction: guide.direction,
  where: guide.id,
  fromPack: true,
});

export const plainText = (guide: GuideDocument, text: string, bold = false): Text =>
  toText(guide, [{ type: 'text', text }], bold);

/** The same place in each language's document; the content check sees to it that they have one shape. */
export interface Reading<T> {
  guide: GuideDocument;
  of: T;
}

function plainPart(sides: Reading<PlainBlock>[]): PlainPart {
  const [first] = sides as [Reading<PlainBlock>];
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
  return { type: 'list', mark: first.of.type === 'steps' ? 'number' : 'bullet', items };
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

function blockPart(sides: Reading<Block>[]): Part {
  const callouts = sides.flatMap(({ guide, of }) => (of.type === 'callout' ? [{ guide, of }] : []));
  const [first] = callouts;
  if (!first) return plainPart(sides as Reading<PlainBlock>[]);
  return {
    type: 'callout',
    level: first.of.level,
    titles: callouts.map(({ guide, of }) => toText(guide, of.title, true)),
    parts: first.of.blocks.map((_, index) =>
      plainPart(callouts.map(({ guide, of }) => ({ guide, of: of.blocks[index] as PlainBlock }))),
    ),
  };
}

/** The blocks of one section as parts; one language after the other where their shapes differ. */
export function sectionBody(sides: Reading<Section>[]): Part[] {
  const blocks = sides.map(({ of }) => of.blocks);
  if (!sameShape(blocks)) {
    // A figure that has expired in one language only would shift the rows.
    return sides.flatMap(({ guide, of }) => of.blocks.map((block) => blockPart([{ guide, of: block }])));
  }
  return (blocks[0] ?? []).map((_, index) =>
    blockPart(sides.map(({ guide, of }) => ({ guide, of: of.blocks[index] as Block }))),
  );
}

function sectionParts(sides: Reading<Section>[]): Part[] {
  const heading: Part = {
    type: 'heading',
    level: 3,
    texts: sides.map(({ guide, of }) => toText(guide, of.title, true)),
    ...(sides[0]?.of.pictogram ? { pictogram: sides[0].of.pictogram } : {}),
  };
  return [heading, ...sectionBody(sides)];
}

/** A section in each language of the sheet that has it. */
export const readings = (guides: GuideDocument[], section: string): Reading<Section>[] =>
  guides.flatMap((guide) => {
    const of = guide.sections.find((one) => one.id === section);
    return of ? [{ guide, of }] : [];
  });

/** Sections that stand elsewhere on this sheet, as parts of their own: they are not printed twice. */
function elsewhere(request: HandoutRequest): string[] {
  return [
    ...(request.helpCard ? [dangerSection] : []),
    ...(request.questions === true ? [askSection] : []),
    ...(request.teachBack ? [teachBackSection] : []),
  ];
}

function sectionsOfDepth(guide: GuideDocument, { depth }: HandoutRequest): Section[] {
  switch (depth) {
    case 'full':
      return guide.sections;
    case 'short':
      return guide.sections.filter((section) => guide.short.includes(section.id));
    case 'none':
      return [];
    default:
      return depth satisfies never;
  }
}

function chosenSections(guide: GuideDocument, request: HandoutRequest): Section[] {
  const wanted = request.sections?.[guide.id];
  const away = elsewhere(request);
  if (!wanted) return sectionsOfDepth(guide, request).filter((section) => !away.includes(section.id));
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
    ({ id }) => id === dangerSection && !away.includes(id) && !wanted.includes(id),
  );
  return [...always, ...chosen];
}

/** One guide, in one or two languages, under a heading of level 2; nothing when none of its text is asked for. */
export function guideParts(guides: GuideDocument[], request: HandoutRequest): Part[] {
  const [first] = guides as [GuideDocument];
  const sections = chosenSections(first, request);
  if (sections.length === 0) return [];
  return [
    { type: 'heading', level: 2, texts: guides.map((guide) => plainText(guide, guide.title, true)) },
    { type: 'paragraph', texts: guides.map((guide) => plainText(guide, guide.summary)) },
    ...sections.flatMap((section) => sectionParts(readings(guides, section.id))),
  ];
}
