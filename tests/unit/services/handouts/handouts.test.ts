import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  handoutRequestSchema,
  type HandoutRequestInput,
} from '../../../../electron/contract/handout-request.ts';
import { layOutCalendar } from '../../../../electron/services/handouts/calendar.ts';
import { composeSheets } from '../../../../electron/services/handouts/compose/compose.ts';
import { createHandouts, type PrinterNeeds } from '../../../../electron/services/handouts/handouts.ts';
import { FontStore } from '../../../../electron/services/handouts/fonts/font-store.ts';
import { ensureFonts } from '../../../../electron/services/handouts/fonts/install-fonts.ts';
import { Typesetter } from '../../../../electron/services/handouts/layout/paragraph.ts';
import { columnWidths } from '../../../../electron/services/handouts/pdf/column-widths.ts';
import { sheetMetrics } from '../../../../electron/services/handouts/pdf/metrics.ts';
import type { Sheet } from '../../../../electron/services/handouts/sheet.ts';
import { hasProgram } from '../../../setup/programs.ts';
import { fixedClock, libraryOf, packOf, root, temporaryFolder } from '../../../support/fixtures.ts';
import { drawnText, flatten, readPdf, structureOf } from '../../../support/read-pdf.ts';
import { createLibrary } from '../../../../electron/services/library/library.ts';

const fontsFolder = ensureFonts(root);
const languages = ['en', 'es', 'ar', 'zh-Hans'];
const full: HandoutRequestInput = {
  guides: ['azathioprine-blood-tests'],
  language: 'es',
  patient: { name: 'Ana María Núñez' },
  medicines: [
    {
      name: 'azathioprine',
      strength: '50 mg',
      dayParts: { morning: '1', bedtime: '1' },
      directions: 'After food.',
    },
  ],
  bloodTests: { start: '2026-12-01' },
  appointment: { date: '2026-12-15', time: '09:30' },
  clinic: { name: 'Clínica Uno', phone: '(555) 010-0199', address: '12 Main St' },
  note: 'Traiga su lista.',
};

/** Renders with a library of its own, so that tests stand alone. */
async function render(
  request: HandoutRequestInput,
  printer?: PrinterNeeds,
): Promise<{ file: string; pdf: Uint8Array; pages: number }> {
  const own = createLibrary({ pack: packOf().pack, mode: 'demonstration', clock: fixedClock() });
  const service = createHandouts({ library: own, fontsFolder, clock: fixedClock() });
  try {
    const done = await service.render(handoutRequestSchema.parse(request), printer);
    const file = path.join(temporaryFolder(), 'out.pdf');
    writeFileSync(file, done.pdf);
    return { file, ...done };
  } finally {
    await service.close();
  }
}

const squeeze = (text: string) => text.normalize('NFC').replace(/[\s\u00a0\u2066\u2069]+/g, '');

describe('the calendar', () => {
  it('has four tests in month one and eight in the first twelve weeks, as the label says (LBL3)', () => {
    const dates = layOutCalendar('2026-12-01');
    expect(dates.slice(0, 4)).toEqual(['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22']);
    expect(dates.filter((date) => date < '2027-02-23')).toHaveLength(8);
    expect(layOutCalendar('2028-02-22')[1]).toBe('2028-02-29');
  });
});

describe('the foot', () => {
  it.each(languages)(
    'carries the whole clinic phone on each page, also in large print: %s',
    async (language) => {
      const phone = '(555) 010-0199 extension 4417, the nurse';
      const { file, pages } = await render({
        ...full,
        language,
        print: 'large',
        clinic: { name: 'Clinic', phone },
      });
      const found = squeeze(drawnText(readPdf(file))).split(squeeze(phone)).length - 1;
      expect(found).toBe(pages + 1); // and once under the clinic's name
    },
  );
});

describe('columns of a table', () => {
  it('keep their shares, unless a word would be cut', () => {
    expect(columnWidths([0.5, 0.25, 0.25], [10, 10, 10], 100)).toEqual([50, 25, 25]);
    expect(columnWidths([0.5, 0.25, 0.25], [10, 40, 10], 100)).toEqual([40, 40, 20]);
    expect(columnWidths([0.5, 0.25, 0.25], [10, 40, 22], 100)).toEqual([38, 40, 22]);
    expect(columnWidths([0.5, 0.5], [150, 50], 100)).toEqual([50, 50]);
    expect(columnWidths([0.4, 0.4, 0.2], [900, 300, 10], 100)).toEqual([45, 45, 10]);
  });

  it.skipIf(!hasProgram('pdftotext')).each(['en', 'es'])(
    'hold whole words in large print: %s',
    async (language) => {
      const { file } = await render({ ...full, language, secondLanguage: 'ar', print: 'large' });
      const words = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).split(/\s+/);
      const heads = language === 'en' ? ['Morning', 'Bedtime', 'Done'] : ['Mañana', 'acostarse', 'Hecho'];
      for (const head of heads) expect(words).toContain(head);
    },
  );
});

describe('lines in Arabic', () => {
  const type = new Typesetter(
    new FontStore(fontsFolder),
    new Map([['ar', ['Noto Sans Arabic', 'Noto Sans']]]),
  );
  /** What stands from left to right on the page. */
  const visual = (text: string) =>
    type
      .set({ runs: [{ text }], language: 'ar', direction: 'rtl', where: 'test' }, 500, 12, 1.4)
      .lines.map((line) =>
        line.runs
          .toSorted((a, b) => a.x - b.x)
          .map(({ run }) => run.text)
          .join(''),
      )
      .join('\n');

  it.each([
    '(555) 010-0199',
    '180/120 mmHg',
    '9–14',
    '10%',
    '25 °C',
    'Zestril®',
    'findahealthcenter.hrsa.gov',
    '9:30 AM',
  ])('keep %s whole and from left to right', (token) => {
    expect(visual(`اتصلوا ${token} الآن`).replaceAll('\u00a0', ' ')).toContain(token);
  });

  it('never split a figure over two lines', () => {
    for (let width = 60; width < 300; width += 7) {
      const { lines } = type.set(
        {
          runs: [
            { text: 'اتصلوا على ' },
            { text: '1-800-222-1222', kind: 'phone' },
            { text: ' أو (555) 010-0199 الآن' },
          ],
          language: 'ar',
          direction: 'rtl',
          where: 'test',
        },
        width,
        12,
        1.4,
      );
      const texts = lines.map((line) => line.runs.map(({ run }) => run.text).join(''));
      if (width > 130) expect(texts.filter((text) => text.includes('1-800-222-1222'))).toHaveLength(1);
    }
  });
});

describe('a handout', () => {
  it('holds everything asked for, in reading order (poppler)', async (context) => {
    if (!hasProgram('pdftotext')) context.skip();
    const { file } = await render(full);
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    for (const words of [
      'Ana María Núñez',
      'Clínica Uno',
      '(555) 010-0199',
      'azathioprine 50 mg',
      'Traiga su lista.',
      'martes, 15 de diciembre de 2026',
      'martes, 1 de diciembre de 2026',
      'Dificultad para respirar',
      '1-800-222-1222',
    ])
      expect(text.replaceAll('\u00a0', ' ')).toContain(words);
    expect(text.indexOf('Dificultad para respirar')).toBeLessThan(text.indexOf('Su calendario'));
  });

  it.each(languages)('reads back letter for letter in %s', async (language) => {
    if (!hasProgram('qpdf')) throw new Error('qpdf is missing');
    const { library } = libraryOf();
    const { file } = await render({ guides: ['azathioprine-emergency'], language });
    const drawn = squeeze(drawnText(readPdf(file)));
    for (const section of library.guide('azathioprine-emergency', language).sections) {
      for (const block of section.blocks) {
        const lines =
          block.type === 'callout'
            ? [
                block.title,
                ...block.blocks.flatMap((inner) =>
                  inner.type === 'paragraph' ? [inner.content] : inner.items.map(({ content }) => content),
                ),
              ]
            : block.type === 'paragraph'
              ? [block.content]
              : block.items.map(({ content }) => content);
        for (const line of lines) expect(drawn).toContain(squeeze(line.map(({ text }) => text).join('')));
      }
    }
    expect(drawn).not.toContain('\ufffd');
  });

  it.each([
    ['en', undefined, 'normal'],
    ['ar', 'en', 'normal'],
    ['zh-Hans', 'en', 'large'],
    ['es', 'en', 'large'],
  ] as const)('has a sound structure: %s with %s, %s', async (language, secondLanguage, print) => {
    if (!hasProgram('qpdf')) throw new Error('qpdf is missing');
    const { file } = await render({ ...full, language, secondLanguage, print });
    execFileSync('qpdf', ['--check', file]);
    const pdf = readPdf(file);
    const tree = structureOf(pdf);
    const all = flatten(tree);
    expect(tree).toMatchObject({ type: 'Document', lang: language });
    const levels = all.filter(({ type }) => /^H\d$/.test(type)).map(({ type }) => Number(type[1]));
    expect(levels[0]).toBe(1);
    levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 1)).toBeLessThanOrEqual(1));
    for (const figure of all.filter(({ type }) => type === 'Figure')) expect(figure.alt).toBeTruthy();
    for (const list of all.filter(({ type }) => type === 'L'))
      expect(list.children.every(({ type }) => type === 'LI')).toBe(true);
    for (const table of all.filter(({ type }) => type === 'Table')) {
      expect(table.children.every(({ type }) => type === 'TR')).toBe(true);
      expect(
        table.children[0]?.children.every(({ type, scope }) => type === 'TH' && scope === '/Column'),
      ).toBe(true);
      const width = table.children[0]?.children.length;
      expect(table.children.every((row) => row.children.length === width)).toBe(true);
    }
    for (const text of all.filter(({ type }) => /^(P|H\d|Lbl|LBody)$/.test(type)))
      expect(text.lang).toBeTruthy();
    if (secondLanguage) expect(all.some(({ lang }) => lang === secondLanguage)).toBe(true);
    const fonts = Object.values(pdf.objects)
      .map(({ value }) => value as Record<string, unknown>)
      .filter((value) => value?.['/Type'] === '/FontDescriptor');
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font['/FontFile2']).toBeTruthy();
  });

  it.skipIf(!hasProgram('pdftotext'))(
    'begins the sheet for the carer on a leaf of its own, with page numbers of its own',
    async () => {
      const request: HandoutRequestInput = {
        helpCard: true,
        language: 'en',
        clinic: { name: 'Clinic' },
        carer: { language: 'es' },
      };
      const { file, pages } = await render(request);
      const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).split('\f');
      // Printed on one side, no page is empty.
      expect((await render(request, { margins: null, twoSided: false })).pages).toBe(2);
      expect(pages).toBe(3); // the second is the empty back of the first
      expect(text[0]).toContain('Page 1 of 1');
      expect(text[1]?.trim()).toBe('');
      expect(text[2]).toContain('Página 1 de 1');
      expect(text[2]).toContain('Para la persona que ayuda');
    },
  );

  it.skipIf(!hasProgram('pdftotext'))(
    'sets two languages beside each other in normal print, one after the other in large print',
    async () => {
      const order = async (print: 'normal' | 'large') => {
        const request = { helpCard: true, language: 'en', secondLanguage: 'es', print } as const;
        const { file } = await render(request);
        const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
        const line = text.split('\n').find((one) => one.includes('Chest pain')) ?? '';
        return { beside: line.includes('Dolor en el pecho'), text };
      };
      expect((await order('normal')).beside).toBe(true);
      const large = await order('large');
      expect(large.beside).toBe(false);
      expect(large.text.indexOf('Skin that blisters')).toBeLessThan(large.text.indexOf('Dolor en el pecho'));
    },
  );

  it('is the same, byte for byte, on the same day', async () => {
    const [one, two] = [await render(full), await render(full)];
    expect(Buffer.from(one.pdf).equals(Buffer.from(two.pdf))).toBe(true);
  });

  it('prints the red flags with a single section, and not the rest of the guide', async (context) => {
    if (!hasProgram('pdftotext')) context.skip();
    const { file } = await render({
      guides: ['azathioprine-blood-tests'],
      sections: { 'azathioprine-blood-tests': ['calendar'] },
      language: 'en',
    });
    const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' });
    expect(text).toContain('Trouble breathing');
    expect(text).toContain('Month one');
    expect(text).not.toContain('What the tests show');
  });

  it('prints a guide in its short depth, single sections going before it', async (context) => {
    if (!hasProgram('pdftotext')) context.skip();
    const text = async (request: Omit<HandoutRequestInput, 'language'>) => {
      const { file } = await render({ language: 'en', ...request });
      return execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' });
    };
    const short = await text({ guides: ['azathioprine-taking'], depth: 'short' });
    expect(short).toContain('If you miss a dose');
    expect(short).not.toContain('Keep it safe');
    expect(await text({ guides: ['azathioprine-taking'] })).toContain('Keep it safe');
    const chosen = await text({
      guides: ['azathioprine-taking'],
      depth: 'short',
      sections: { 'azathioprine-taking': ['store'] },
    });
    expect(chosen).toContain('Keep it safe');
    expect(chosen).not.toContain('If you miss a dose');
  });

  it('fits a whole guide on one sheet of two sides, printed alone, in both languages', async () => {
    const { library } = libraryOf();
    const service = createHandouts({ library, fontsFolder, clock: fixedClock() });
    try {
      for (const language of ['en', 'es'])
        for (const { id } of library.cards(language)) {
          const { pages } = await service.render(handoutRequestSchema.parse({ guides: [id], language }));
          expect(pages, `${id} ${language}`).toBeLessThanOrEqual(2);
        }
    } finally {
      await service.close();
    }
  });

  it('names a character that no font has, and where, instead of printing a box', async () => {
    await expect(render({ ...full, note: 'Hello \u{1F9EA}' })).rejects.toMatchObject({
      code: 'missing-glyph',
      fields: { codePoint: 'U+1F9EA', where: 'note' },
    });
    await expect(render({ ...full, patient: { name: 'გიორგი' } })).rejects.toMatchObject({
      code: 'missing-glyph',
      fields: { where: 'patient.name' },
    });
    await expect(render({ ...full, patient: { name: 'ပန်း 김민수 דוד' } })).resolves.toMatchObject({
      pages: 3,
    });
  });

  it('keeps every letter on the page, whatever is typed', async () => {
    const own = createLibrary({ pack: packOf().pack, mode: 'demonstration', clock: fixedClock() });
    const service = createHandouts({ library: own, fontsFolder, clock: fixedClock() });
    const words = fc
      .stringMatching(/^[A-Za-z0-9 ()/%.,áéñ\u0627-\u063a\u4e00-\u4e80-]{1,120}$/)
      .filter((text) => text.trim() !== '');
    const requests = fc.record({
      language: fc.constantFrom(...languages),
      note: words,
      name: words,
      print: fc.constantFrom('normal', 'large'),
      paper: fc.constantFrom('letter', 'a4'),
    });
    try {
      await fc.assert(
        fc.asyncProperty(requests, async ({ language, note, name, print, paper }) => {
          const request = handoutRequestSchema.parse({
            guides: ['help-paying-less'],
            sections: { 'help-paying-less': ['stay-safe'] },
            language,
            print,
            paper,
            note,
            patient: { name },
          });
          const [sheet] = composeSheets(request, own, fixedClock()) as [Sheet];
          const { width } = sheetMetrics(sheet);
          const type = new Typesetter(
            new FontStore(fontsFolder),
            new Map(sheet.languages.map((one) => [one.tag, one.fonts])),
          );
          for (const part of sheet.parts) {
            if (part.type !== 'paragraph') continue;
            for (const text of part.texts)
              for (const line of type.set(text, width, 12, 1.4).lines)
                expect(line.width).toBeLessThanOrEqual(width + 0.5);
          }
          expect((await service.render(request)).pages).toBeGreaterThan(0);
        }),
        { numRuns: 30 },
      );
    } finally {
      await service.close();
    }
  });

  it.each([
    [{ ...full, secondLanguage: 'es' }, 'secondLanguage'],
    [{ ...full, language: 'xx' }, 'language'],
    [{ ...full, guides: ['nothing'] }, 'guides.0'],
    [
      { ...full, sections: { 'azathioprine-blood-tests': ['nothing'] } },
      'sections.azathioprine-blood-tests.0',
    ],
    [{ ...full, sections: { 'help-paying-less': ['papers'] } }, 'sections.help-paying-less'],
  ])('refuses what the pack does not have, by path', async (request, where) => {
    await expect(render(request)).rejects.toMatchObject({ code: 'bad-input', fields: { path: where } });
  });

  it('goes on after a render that failed', async () => {
    const own = createLibrary({ pack: packOf().pack, mode: 'demonstration', clock: fixedClock() });
    const service = createHandouts({ library: own, fontsFolder, clock: fixedClock() });
    const ask = (note: string) => service.render(handoutRequestSchema.parse({ ...full, note }));
    const [bad, good] = await Promise.allSettled([ask('\u{1F9EA}'), ask('fine')]);
    expect(bad.status).toBe('rejected');
    expect(good.status).toBe('fulfilled');
    await service.close();
  });
});
