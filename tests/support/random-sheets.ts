/** Sheets of any scripts, directions and lengths, for properties that must hold of every one. */
import fc from 'fast-check';
import type {
  CardLine,
  Part,
  PlainPart,
  Sheet,
  SheetLanguage,
  Text,
} from '../../electron/services/handouts/sheet.ts';
import { languageOf, readSpecimen, sheetOf, specimenTags, textOf } from './specimens.ts';

const specimens = specimenTags.map(readSpecimen);
const words = specimens.map(({ texts }) => texts.flatMap((text) => text.split(' ')));
const figures = [
  '(555) 010-0199',
  '1-800-222-1222',
  '180/120 mmHg',
  '4–6',
  '25 °C (77 °F)',
  '50 mg',
  '۴–۶',
  '१०%',
  '(۵۵۵) ۰۱۰-۰۱۹۹',
  '၁၈၀/၁၂၀',
  '9:30 AM',
  'Imuran®',
  'https://medlineplus.gov/druginfo/meds/a682167.html',
  'findahealthcenter.hrsa.gov',
];
/** Names and words without a single place to break. */
const unbroken = [
  'Wolfeschlegelstein',
  'عبدالرحمٰن',
  'אברהם',
  'กรุงเทพมหานคร',
  'ព្រះរាជាណាចក្រ',
  'မြန်မာနိုင်ငံ',
  '漢字仮名',
  'ਗੁਰਪ੍ਰੀਤ',
  '한글이름',
  'አዲስአበባ',
].map((name) =>
  [...name.repeat(20)]
    .slice(0, 120)
    .join('')
    .replace(/[\u17d2\u1039\u0a4d]$/u, ''),
);

const fragment = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...words.flat()) },
  { weight: 4, arbitrary: fc.constantFrom(...figures) },
  { weight: 1, arbitrary: fc.constantFrom(...unbroken) },
  { weight: 2, arbitrary: fc.constantFrom('(', ')', '“', '”', '«', '…', '–', '/', '۔', '،', '。', '·') },
);

/** Words of the language itself with a few of any other. */
const ofLanguage = (language: SheetLanguage, most: number) => {
  const own = fc.constantFrom(...(words[specimenTags.indexOf(language.tag)] ?? []));
  return fc
    .array(
      fc.tuple(
        fc.oneof({ weight: 3, arbitrary: own }, { weight: 1, arbitrary: fragment }),
        fc.constantFrom(' ', ' ', ' ', ' ', '', '\u00a0', '  '),
        fc.boolean(),
      ),
      { minLength: 1, maxLength: most },
    )
    .map((parts) => parts.map(([word, space]) => `${word}${space}`).join(''));
};

interface Plan {
  texts(most: number, bold?: boolean): fc.Arbitrary<Text[]>;
}

const planOf = (languages: SheetLanguage[]): Plan => ({
  texts: (most, bold = false) =>
    fc
      .tuple(...languages.map((language) => ofLanguage(language, most)))
      .map((all) => all.map((text, index) => textOf(languages[index] as SheetLanguage, text, bold))),
});

const listOf = ({ texts }: Plan): fc.Arbitrary<PlainPart> =>
  fc.record({
    type: fc.constant('list' as const),
    mark: fc.constantFrom('bullet' as const, 'number' as const, 'box' as const),
    items: fc.array(texts(16), { minLength: 1, maxLength: 5 }),
  });
const paragraphOf = ({ texts }: Plan, most: number): fc.Arbitrary<PlainPart> =>
  fc.record({ type: fc.constant('paragraph' as const), texts: texts(most) });

function tableOf({ texts }: Plan): fc.Arbitrary<Part> {
  const row = fc.tuple(texts(5), texts(2), texts(2));
  return fc.tuple(row, fc.array(row, { minLength: 1, maxLength: 6 })).map(([head, rows]) => ({
    type: 'table',
    columns: [0.5, 0.3, 0.2],
    header: head.map((one) => ({ texts: one, header: 'Column' as const })),
    rows: rows.map((cells) =>
      cells.map((one, at) => ({ texts: one, ...(at === 0 ? { header: 'Row' as const } : {}) })),
    ),
  }));
}

const linesOf = ({ texts }: Plan): fc.Arbitrary<Part> =>
  fc.record({
    type: fc.constant('lines' as const),
    count: fc.integer({ min: 1, max: 6 }),
    texts: texts(8),
  });

/** A card with a side for each language: each has the lines of the first in its own words. */
function cardOf({ texts }: Plan, languages: SheetLanguage[]): fc.Arbitrary<Part> {
  const line = fc.record({
    isField: fc.boolean(),
    label: texts(3),
    values: fc.oneof(
      { weight: 3, arbitrary: fc.array(texts(3), { maxLength: 2 }) },
      // As many medicines as a card may name, each of several words.
      { weight: 1, arbitrary: fc.array(texts(12), { minLength: 8, maxLength: 8 }) },
    ),
  });
  return fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => ({
    type: 'card',
    sides: languages.map(({ tag, direction }, side) => ({
      language: tag,
      direction,
      lines: lines.map(({ isField, label, values }): CardLine => {
        const text = label[side] as Text;
        return isField
          ? { type: 'field', label: text, values: values.map((value) => value[side] as Text) }
          : { type: 'words', text };
      }),
    })),
  }));
}

function partOf(plan: Plan, languages: SheetLanguage[]): fc.Arbitrary<Part[]> {
  const heading = fc.record({
    type: fc.constant('heading' as const),
    level: fc.constantFrom(2 as const, 3 as const),
    texts: plan.texts(6, true),
    together: fc.boolean(),
  });
  const callout = fc.record({
    type: fc.constant('callout' as const),
    level: fc.constantFrom(
      '911' as const,
      'red' as const,
      'yellow' as const,
      'note' as const,
      'question' as const,
    ),
    titles: plan.texts(6, true),
    parts: fc.array(fc.oneof(paragraphOf(plan, 20), listOf(plan)), { minLength: 1, maxLength: 2 }),
  });
  const code = plan.texts(6).map((texts): Part => ({
    type: 'code',
    url: 'https://medlineplus.gov/druginfo/meds/a682167.html',
    alt: 'A code that leads to the official page',
    texts,
  }));
  const one = (part: fc.Arbitrary<Part>) => part.map((made) => [made]);
  return fc.oneof(
    { weight: 3, arbitrary: one(heading) },
    { weight: 5, arbitrary: one(paragraphOf(plan, 40)) },
    { weight: 3, arbitrary: one(listOf(plan)) },
    { weight: 2, arbitrary: one(callout) },
    { weight: 1, arbitrary: one(tableOf(plan)) },
    { weight: 1, arbitrary: one(code) },
    { weight: 1, arbitrary: one(linesOf(plan)) },
    { weight: 1, arbitrary: one(cardOf(plan, languages)) },
    // A note of forty lines, and a paragraph longer than a page.
    { weight: 1, arbitrary: fc.array(paragraphOf(plan, 8), { minLength: 40, maxLength: 40 }) },
    { weight: 1, arbitrary: one(paragraphOf(plan, 500)) },
  );
}

/** Every text is marked with a number of its own, so that it can be found again among those drawn. */
function numbered(sheet: Sheet): Sheet {
  let count = 0;
  const mark = (text: Text): Text => {
    count += 1;
    return { ...text, runs: [{ ...text.runs[0], text: `${count}. ${text.runs[0]?.text}` }] };
  };
  const plain = (part: PlainPart): PlainPart =>
    part.type === 'list'
      ? { ...part, items: part.items.map((item) => item.map(mark)) }
      : { ...part, texts: part.texts.map(mark) };
  const line = (one: CardLine): CardLine =>
    one.type === 'words'
      ? { ...one, text: mark(one.text) }
      : { ...one, label: mark(one.label), values: one.values.map(mark) };
  const parts = sheet.parts.map((part): Part => {
    switch (part.type) {
      case 'paragraph':
      case 'list':
        return plain(part);
      case 'heading':
      case 'code':
      case 'lines':
        return { ...part, texts: part.texts.map(mark) };
      case 'card':
        return { ...part, sides: part.sides.map((side) => ({ ...side, lines: side.lines.map(line) })) };
      case 'callout':
        return { ...part, titles: part.titles.map(mark), parts: part.parts.map(plain) };
      case 'table':
        return {
          ...part,
          header: part.header.map((cell) => ({ ...cell, texts: cell.texts.map(mark) })),
          rows: part.rows.map((row) => row.map((cell) => ({ ...cell, texts: cell.texts.map(mark) }))),
        };
      default:
        return part satisfies never;
    }
  });
  return { ...sheet, parts };
}

export const randomSheets: fc.Arbitrary<Sheet> = fc
  .uniqueArray(fc.constantFrom(...specimens), { minLength: 1, maxLength: 2 })
  .map((chosen) => chosen.map(languageOf))
  .chain((languages) => {
    const plan = planOf(languages);
    return fc.record({
      languages: fc.constant(languages),
      title: plan.texts(6, true),
      parts: fc.array(partOf(plan, languages), { minLength: 1, maxLength: 8 }),
      paper: fc.constantFrom('letter' as const, 'a4' as const),
      print: fc.constantFrom('normal' as const, 'large' as const),
      printer: fc.constantFrom({}, { printerMargin: 20 }),
    });
  })
  .map(({ languages, title, parts, paper, print, printer }) =>
    numbered(
      sheetOf(languages, [{ type: 'heading', level: 1, texts: title }, ...parts.flat()], {
        paper,
        print,
        ...printer,
      }),
    ),
  );

/** Texts of a sheet by row: those that stand beside each other, or one under the other, as one. */
export function rowsOf(sheet: Sheet): { kind: 'heading' | 'table' | 'other'; texts: Text[] }[] {
  const plain = (part: PlainPart) => (part.type === 'list' ? part.items : [part.texts]);
  return sheet.parts.flatMap((part): { kind: 'heading' | 'table' | 'other'; texts: Text[] }[] => {
    switch (part.type) {
      case 'heading':
        return [{ kind: 'heading', texts: part.texts }];
      case 'table':
        return [part.header, ...part.rows].map((cells) => ({
          kind: 'table',
          texts: cells.flatMap((cell) => cell.texts),
        }));
      case 'callout':
        return [part.titles, ...part.parts.flatMap(plain)].map((texts) => ({ kind: 'other', texts }));
      case 'paragraph':
      case 'list':
        return plain(part).map((texts) => ({ kind: 'other', texts }));
      case 'code':
      case 'lines':
        return [{ kind: 'other', texts: part.texts }];
      case 'card':
        return part.sides.map(({ lines }) => ({
          kind: 'other',
          texts: lines.flatMap((line) =>
            line.type === 'words' ? [line.text] : [line.label, ...line.values],
          ),
        }));
      default:
        return part satisfies never;
    }
  });
}
