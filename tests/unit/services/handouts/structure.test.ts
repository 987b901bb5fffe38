import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  handoutRequestSchema,
  type HandoutRequestInput,
} from '../../../../electron/contract/handout-request.ts';
import { ensureFonts } from '../../../../electron/services/handouts/fonts/install-fonts.ts';
import { createHandouts } from '../../../../electron/services/handouts/handouts.ts';
import { checkStructure, rules, type Rule } from '../../../support/check-structure.ts';
import { dictionariesWith, editPdf, editStreams, type PdfObjects } from '../../../support/edit-pdf.ts';
import { fixedClock, libraryOf, root, temporaryFolder } from '../../../support/fixtures.ts';
import { bundle, kinds } from '../../../support/handout-kinds.ts';

const fontsFolder = ensureFonts(root);
const languages = ['en', 'es', 'ar', 'zh-Hans'] as const;
/** Milliseconds that a test of many sheets may take on a busy machine; alone it takes three to five seconds. */
const patience = 240_000;

/** Draws requests with one library and one worker, and hands each file to `use`. */
async function drawEach(
  requests: [string, HandoutRequestInput][],
  use: (what: string, file: string, pages: number) => void,
): Promise<void> {
  const { library } = libraryOf();
  const service = createHandouts({ library, fontsFolder, clock: fixedClock() });
  const file = path.join(temporaryFolder(), 'sheet.pdf');
  try {
    for (const [what, request] of requests) {
      const { pdf, pages } = await service.render(handoutRequestSchema.parse(request));
      writeFileSync(file, pdf);
      use(what, file, pages);
    }
  } finally {
    await service.close();
  }
}

describe.each(languages)('every kind of sheet in %s', (language) => {
  it.each(['normal', 'large'] as const)(
    'is sound for a screen reader: %s print',
    async (print) => {
      const alone = Object.entries(kinds).map(([what, kind]): [string, HandoutRequestInput] => [
        what,
        { ...kind, language, print },
      ]);
      const together: [string, HandoutRequestInput] = [
        'bundle with a carer',
        { ...bundle, language, print, carer: { language: language === 'es' ? 'en' : 'es', print: 'large' } },
      ];
      await drawEach([...alone, together], (what, file) => {
        expect(checkStructure(file), what).toEqual([]);
      });
    },
    patience,
  );
});

describe.each([
  ['en', 'es'],
  ['ar', 'en'],
  ['zh-Hans', 'ar'],
] as const)('two languages, %s with %s', (language, secondLanguage) => {
  it.each(['normal', 'large'] as const)(
    'are sound for a screen reader: %s print',
    async (print) => {
      const requests = Object.entries({ ...kinds, bundle }).map(
        ([what, kind]): [string, HandoutRequestInput] => [what, { ...kind, language, secondLanguage, print }],
      );
      await drawEach(requests, (what, file) => {
        execFileSync('qpdf', ['--check', file]);
        expect(checkStructure(file), what).toEqual([]);
      });
    },
    patience,
  );
});

describe('the structure checker', () => {
  const elements = (objects: PdfObjects, type: string) => dictionariesWith(objects, '/S', `/${type}`);
  const first = (objects: PdfObjects, type: string) => elements(objects, type)[0] as Record<string, unknown>;
  const catalog = (objects: PdfObjects) =>
    dictionariesWith(objects, '/Type', '/Catalog')[0] as Record<string, unknown>;
  const content = (objects: PdfObjects, change: (text: string) => string) =>
    editStreams(objects, /\/MCID/, change);

  const broken: [Rule, string, (objects: PdfObjects) => void][] = [
    ['marked', 'no mark that it is tagged', (all) => delete catalog(all)['/MarkInfo']],
    ['document-root', 'no Document at the root', (all) => (first(all, 'Document')['/S'] = '/Sect')],
    ['document-root', 'a Document without language', (all) => delete first(all, 'Document')['/Lang']],
    ['document-language', 'no language', (all) => delete catalog(all)['/Lang']],
    ['document-language', 'a language that is none', (all) => (catalog(all)['/Lang'] = 'u:???')],
    ['title', 'no title', (all) => dictionariesWith(all, '/Title').forEach((one) => (one['/Title'] = 'u: '))],
    ['title', 'a title not shown', (all) => delete catalog(all)['/ViewerPreferences']],
    [
      'title',
      'no title in the metadata',
      (all) => editStreams(all, /<dc:title>/, (text) => text.replace(/<dc:title>[\s\S]*<\/dc:title>/, '')),
    ],
    [
      'pdf-ua',
      'no PDF/UA identifier',
      (all) => editStreams(all, /pdfuaid/, (text) => text.replaceAll('pdfuaid:part', 'other:part')),
    ],
    ['bookmarks', 'no bookmarks', (all) => delete catalog(all)['/Outlines']],
    [
      'bookmarks',
      'a bookmark that leads nowhere',
      (all) => dictionariesWith(all, '/Dest').forEach((one) => delete one['/Dest']),
    ],
    [
      'bookmarks',
      'bookmarks not counted',
      (all) => dictionariesWith(all, '/First').forEach((one) => delete one['/Count']),
    ],
    ['standard-type', 'a type of its own', (all) => (first(all, 'P')['/S'] = '/Paragraph')],
    [
      'heading-first',
      'a first heading of level 2',
      (all) => elements(all, 'H1').forEach((one) => (one['/S'] = '/H2')),
    ],
    ['heading-skip', 'a skipped level', (all) => (first(all, 'H2')['/S'] = '/H4')],
    ['figure-text', 'a figure without text', (all) => delete first(all, 'Figure')['/Alt']],
    [
      'table-headers',
      'a table without headers',
      (all) => elements(all, 'TH').forEach((one) => (one['/S'] = '/TD')),
    ],
    [
      'table-shape',
      'a row with a cell less',
      (all) => (elements(all, 'TR').at(-1)?.['/K'] as unknown[]).pop(),
    ],
    ['table-shape', 'a row that is none', (all) => (first(all, 'TR')['/S'] = '/Div')],
    ['header-scope', 'a header of nothing', (all) => delete first(all, 'TH')['/A']],
    ['list-shape', 'an entry that is none', (all) => (first(all, 'LI')['/S'] = '/P')],
    ['list-shape', 'an entry without a list', (all) => (first(all, 'L')['/S'] = '/Div')],
    [
      'language',
      'a span without language',
      (all) => elements(all, 'P').forEach((one) => delete one['/Lang']),
    ],
    ['untagged', 'untagged content', (all) => content(all, (text) => `${text}\n0 0 10 10 re f`)],
    [
      'untagged',
      'a foot that is no artifact',
      (all) =>
        content(all, (text) => text.replaceAll(/\/Artifact <<[^>]*\/Pagination[^>]*>> BDC/g, '/Span BMC')),
    ],
    ['unbalanced', 'marked content left open', (all) => content(all, (text) => `${text}\n/Artifact BMC`)],
    ['unbalanced', 'marked content closed twice', (all) => content(all, (text) => `${text}\nEMC`)],
    [
      'nested',
      'an artifact inside of text',
      (all) => content(all, (text) => text.replace(/(\/MCID \d+\s*>> BDC)/, '$1\n/Artifact BMC EMC')),
    ],
    [
      'not-in-tree',
      'content that no element holds',
      (all) => content(all, (text) => text.replace(/\/MCID \d+/, '/MCID 9999')),
    ],
    [
      'not-on-page',
      'an element that holds what is not there',
      (all) => content(all, (text) => text.replace(/\/MCID \d+/, '/MCID 9999')),
    ],
    [
      'foot',
      'a page without a foot',
      (all) => content(all, (text) => text.replaceAll('/Pagination', '/Layout')),
    ],
    [
      'font-embedded',
      'a font not embedded',
      (all) => dictionariesWith(all, '/FontFile2').forEach((one) => delete one['/FontFile2']),
    ],
    [
      'font-unicode',
      'a font without letters',
      (all) => dictionariesWith(all, '/ToUnicode').forEach((one) => delete one['/ToUnicode']),
    ],
  ];

  it(
    'finds nothing in a sound sheet, and each fault in a broken one',
    async () => {
      await drawEach([['sheet', { ...bundle, language: 'en' }]], (_what, drawn) => {
        expect(checkStructure(drawn)).toEqual([]);
        for (const [rule, what, change] of broken) {
          const found = checkStructure(editPdf(drawn, change)).map((one) => one.rule);
          expect(found, what).toContain(rule);
        }
      });
    },
    patience,
  );

  it('has a bad example for each of its rules', () => {
    expect(rules.filter((rule) => !broken.some(([one]) => one === rule))).toEqual([]);
  });
});
