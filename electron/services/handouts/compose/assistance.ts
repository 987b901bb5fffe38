/** The assistance list: each program with its reason, phone, papers and next step, and lines to write on. */
import { KioskError } from '../../../contract/errors.ts';
import type { AssistanceEntry } from '../../../contract/handout-request.ts';
import type { Heading, Part, Text } from '../sheet.ts';
import { sideText, stringOf, type Composer, type Side } from './composer.ts';

type Words = AssistanceEntry['texts'][string];

const noteLines = 2;

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

function entryParts(compose: Composer, entry: AssistanceEntry, index: number): Part[] {
  const { sides } = compose;
  const words = textsOf(entry, sides, index);
  const where = (field: string) => `assistance.${index}.${field}`;
  const each = (pick: (words: Words) => string, field: string, bold = false): Text[] =>
    sides.map((side, at) => sideText(side, pick(words[at] as Words), where(field), bold));
  /** A label and what it names, in each language. */
  const labelled = (key: string, text: (side: Side, at: number) => Text['runs']): Part => ({
    type: 'paragraph',
    texts: sides.map((side, at) => ({
      ...sideText(side, '', where(key)),
      runs: [{ text: `${stringOf(side, `handout.assistance.${key}`)} `, bold: true }, ...text(side, at)],
    })),
  });
  const { phone, checked } = entry;
  const title: Heading = {
    type: 'heading',
    level: 3,
    texts: each(({ title }) => title, 'title', true),
    together: true,
  };
  const count = words[0]?.papers?.length ?? 0;
  const isEven = words.every(({ papers }) => (papers?.length ?? 0) === count);
  if (!isEven)
    throw new KioskError('bad-input', { path: where('texts'), expected: 'as many papers in each language' });
  const papers: Part[] =
    count === 0
      ? []
      : [
          { type: 'paragraph', texts: compose.words('handout.assistance.papers', true) },
          {
            type: 'list',
            mark: 'box',
            items: Array.from({ length: count }, (_, at) => each((one) => one.papers?.[at] ?? '', 'papers')),
          },
        ];
  return [
    title,
    { type: 'paragraph', texts: each(({ why }) => why, 'why') },
    ...(phone ? [labelled('phone', () => [{ text: phone, kind: 'phone', bold: true }])] : []),
    ...(words.every(({ how }) => how)
      ? [labelled('how', (_, at) => [{ text: (words[at] as Words).how ?? '' }])]
      : []),
    ...papers,
    ...(checked ? [checkedPart(compose, checked, where('checked'))] : []),
    { type: 'lines', count: noteLines, texts: compose.words('handout.assistance.notes') },
  ];
}

function checkedPart(compose: Composer, day: string, where: string): Part {
  const texts = compose.sides.map((side) => {
    const format = new Intl.DateTimeFormat(side.locale, { dateStyle: 'long', timeZone: 'UTC' });
    const date = format.format(new Date(`${day}T00:00Z`));
    return sideText(side, stringOf(side, 'handout.assistance.checked', { date }), where);
  });
  return { type: 'paragraph', size: 'small', texts };
}

export function assistanceParts(compose: Composer): Part[] {
  const { assistance } = compose.request;
  if (!assistance) return [];
  return [
    compose.heading(2, 'handout.assistance', 'money'),
    {
      type: 'callout',
      level: 'yellow',
      titles: compose.words('handout.assistance.scam', true),
      parts: [{ type: 'paragraph', texts: compose.words('handout.assistance.scam.what') }],
    },
    ...assistance.flatMap((entry, index) => entryParts(compose, entry, index)),
  ];
}
