/** The assistance list: each program with what it gives, why, phone, papers and next step, and lines to write on. */
import { KioskError } from '../../../contract/errors.ts';
import { assistanceGroups, type AssistanceEntry } from '../../../contract/handout-request.ts';
import type { Heading, Part, Text } from '../sheet.ts';
import { sideText, stringOf, type Composer, type Side } from './composer.ts';
import { placeParts } from './places.ts';

type Words = AssistanceEntry['texts'][string];

/** An entry and its place in the request, for reports. */
interface Indexed {
  entry: AssistanceEntry;
  index: number;
}

const noteLines = 2;

/** A label or sentence before what follows it; the signs of Chinese carry their own room. */
const before = (words: string) => (/[：。]$/.test(words) ? words : `${words} `);

/** Headings of the groups: those that the finder's screen has. */
const groupHeadings = {
  first: 'finder.results.first',
  everyone: 'finder.results.always',
  may: 'finder.results.may',
} as const;

function textsOf(entry: AssistanceEntry, sides: Side[], index: number): Words[] {
  return sides.map((side) => {
    const words = entry.texts[side.tag];
    if (words) return words;
    throw new KioskError('bad-input', {
      path: `assistance.${index}.texts.${side.tag}`,
      expected: 'its words in this language of the sheet',
    });
  });
}

/** Papers of entries, each paper once, in the words of each language. */
function papersOf(compose: Composer, entries: Indexed[]): Text[][] {
  const all = entries.flatMap(({ entry, index }) => {
    const words = textsOf(entry, compose.sides, index);
    const where = `assistance.${index}`;
    const count = words[0]?.papers?.length ?? 0;
    if (!words.every(({ papers }) => (papers?.length ?? 0) === count))
      throw new KioskError('bad-input', {
        path: `${where}.texts`,
        expected: 'as many papers in each language',
      });
    return Array.from({ length: count }, (_, at) =>
      compose.sides.map((side, one) => sideText(side, words[one]?.papers?.[at] ?? '', `${where}.papers`)),
    );
  });
  const said = (texts: Text[]) => JSON.stringify(texts.map(({ runs }) => runs));
  return [...new Map(all.map((texts) => [said(texts), texts])).values()];
}

const boxes = (items: Text[][]): Part[] => (items.length > 0 ? [{ type: 'list', mark: 'box', items }] : []);

/** Papers to bring to one program, each with a box to tick. */
function paperParts(compose: Composer, one: Indexed): Part[] {
  const items = papersOf(compose, [one]);
  if (items.length === 0) return [];
  return [{ type: 'paragraph', texts: compose.words('handout.assistance.papers', true) }, ...boxes(items)];
}

/** When its source was last read, and whether anybody has called. */
function checkedPart(compose: Composer, { checked, confirmed }: AssistanceEntry, where: string): Part[] {
  if (!checked) return [];
  const texts = compose.dated('handout.assistance.checked', checked, 'long', where);
  if (confirmed !== false) return [{ type: 'paragraph', size: 'small', texts }];
  const marked = texts.map((text, at): Text => {
    const mark = stringOf(compose.sides[at] as Side, 'finder.card.unconfirmed');
    return { ...text, runs: [{ text: before(mark) }, ...text.runs] };
  });
  return [{ type: 'paragraph', size: 'small', texts: marked }];
}

function entryParts(compose: Composer, one: Indexed, level: Heading['level']): Part[] {
  const { entry, index } = one;
  const { sides } = compose;
  const words = textsOf(entry, sides, index);
  const where = (field: string) => `assistance.${index}.${field}`;
  const each = (pick: (words: Words) => string, field: string, bold = false): Text[] =>
    sides.map((side, at) => sideText(side, pick(words[at] as Words), where(field), bold));
  /** A label and what it names, in each language. */
  const labelled = (key: string, text: (at: number) => Text['runs']): Part => ({
    type: 'paragraph',
    texts: sides.map((side, at) => ({
      ...sideText(side, '', where(key)),
      runs: [{ text: before(stringOf(side, `handout.assistance.${key}`)), bold: true }, ...text(at)],
    })),
  });
  /** Left out unless every language has it. */
  const given = (field: 'what' | 'why' | 'how', part: () => Part): Part[] =>
    words.every((one) => one[field]) ? [part()] : [];
  const { phone, url, group } = entry;
  const isGrouped = group !== undefined;
  // In large print an entry may fill most of a page: kept whole it would leave the page before it empty.
  const together = !isGrouped || compose.request.print === 'normal';
  return [
    { type: 'heading', level, as: 3, texts: each(({ title }) => title, 'title', true), together },
    ...given('what', () => ({ type: 'paragraph', texts: each(({ what = '' }) => what, 'what') })),
    ...given('why', () =>
      isGrouped
        ? labelled('why', (at) => [{ text: words[at]?.why ?? '' }])
        : { type: 'paragraph', texts: each(({ why = '' }) => why, 'why') },
    ),
    ...(phone ? [labelled('phone', () => [{ text: phone, kind: 'phone', bold: true }])] : []),
    ...(url ? [labelled('url', () => [{ text: url, kind: 'url' }])] : []),
    ...given('how', () => labelled('how', (at) => [{ text: words[at]?.how ?? '' }])),
    // In groups the papers of all stand once: they are put together once.
    ...(isGrouped ? [] : paperParts(compose, one)),
    ...checkedPart(compose, entry, where('checked')),
    // What to do first is what is done with a pen in hand.
    ...(isGrouped && group !== 'first'
      ? []
      : [
          {
            type: 'lines' as const,
            count: isGrouped ? 1 : noteLines,
            texts: compose.words('handout.assistance.notes'),
          },
        ]),
  ];
}

/** The entries under the headings of their groups; those of no group before. */
function groupedParts(compose: Composer, entries: Indexed[]): Part[] {
  const of = (group: AssistanceEntry['group']) => entries.filter(({ entry }) => entry.group === group);
  return [
    ...of(undefined).flatMap((one) => entryParts(compose, one, 3)),
    ...assistanceGroups.flatMap((group) => {
      const members = of(group);
      if (members.length === 0) return [];
      const papers = papersOf(compose, members);
      return [
        { ...compose.heading(3, groupHeadings[group]), as: 2 as const },
        ...members.flatMap((one) => entryParts(compose, one, 4)),
        ...(papers.length > 0
          ? [
              { ...compose.heading(4, 'handout.assistance.papers'), as: 3 as const, together: true },
              ...boxes(papers),
            ]
          : []),
      ];
    }),
  ];
}

/** What is said before the list. Throws `bad-input` where a language of the sheet lacks it. */
function noteParts({ request, sides }: Composer): Part[] {
  const { assistanceNote } = request;
  if (!assistanceNote) return [];
  const texts = sides.map((side) => {
    const where = `assistanceNote.${side.tag}`;
    const note = assistanceNote[side.tag];
    if (note === undefined)
      throw new KioskError('bad-input', { path: where, expected: 'its words in this language of the sheet' });
    return sideText(side, note, where);
  });
  return [{ type: 'paragraph', texts }];
}

/** Help with paying, the places near the clinic first. Throws `bad-input` for an entry that lacks a language of the sheet. */
export function assistanceParts(compose: Composer): Part[] {
  const { assistance } = compose.request;
  if (!assistance) return placeParts(compose, 2);
  return [
    compose.heading(2, 'handout.assistance', 'money'),
    ...compose.paragraph('finder.results.decide'),
    {
      type: 'callout',
      level: 'yellow',
      titles: compose.words('handout.assistance.scam', true),
      parts: [{ type: 'paragraph', texts: compose.words('handout.assistance.scam.what') }],
    },
    ...noteParts(compose),
    ...placeParts(compose, 3),
    ...groupedParts(
      compose,
      assistance.map((entry, index) => ({ entry, index })),
    ),
  ];
}
