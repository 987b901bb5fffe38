/** Figures and names stay whole, from left to right, wherever they are put. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handoutRequestSchema } from '../../../../electron/contract/handout-request.ts';
import { composeSheets } from '../../../../electron/services/handouts/compose/compose.ts';
import { FontStore } from '../../../../electron/services/handouts/fonts/font-store.ts';
import { ensureFonts } from '../../../../electron/services/handouts/fonts/install-fonts.ts';
import type { Line } from '../../../../electron/services/handouts/layout/paragraph.ts';
import { renderSheets } from '../../../../electron/services/handouts/pdf/render.ts';
import { fixedClock, libraryOf, root } from '../../../support/fixtures.ts';
import { lettersOf, readDrawn, textIn, visualLines } from '../../../support/read-drawn.ts';
import { typesetterFor } from '../../../support/specimen-records.ts';
import { languageOf, readSpecimen, textOf } from '../../../support/specimens.ts';

/** What stands in a line from left to right. */
const visual = (line: Line) =>
  line.runs
    .toSorted((a, b) => a.x - b.x)
    .map(({ run }) => run.text)
    .join('')
    .replaceAll('\u00a0', ' ');

const figures = [
  '(555) 010-0199',
  '+1 555 010 0199',
  '180/120 mmHg',
  '4–6',
  '10%',
  '25 °C',
  '9:30 AM',
  'Zestril®',
  'hrsa.gov/find-help',
  '۲۵',
  '۴–۶',
  '١٨٠/١٢٠',
  '(۵۵۵) ۰۱۰-۰۱۹۹',
  '10 mg/mL',
  '5 mg/kg',
  '325mg/5mg',
  '20 mEq',
  '100 units/mL',
  '2 tablets',
  '6-MP',
  '5 PM',
  '5 p.m.',
  '1-800-FLU-SHOT',
  'ana.nunez@example.org',
  'https://example.org/a-1?b=2',
];

describe.each(['ar', 'fa', 'ur', 'he'])('in %s', (tag) => {
  const specimen = readSpecimen(tag);
  const type = typesetterFor(specimen);
  const [before = '', after = ''] = specimen.heading.split(' ');
  const set = (text: string, width: number) =>
    type.set(textOf(languageOf(specimen), text), width, 12, 1.2).lines;

  it.each(figures)('%s runs from left to right', (figure) => {
    expect(set(`${before} ${figure} ${after}`, 500).map(visual).join('\n')).toContain(figure);
  });

  it.each(figures)('%s is never split over lines', (figure) => {
    const [alone] = set(figure, 500);
    const text = `${before} ${after} ${before} ${figure} ${after} ${before} ${figure}`;
    for (let width = Math.ceil(alone?.width ?? 0) + 1; width < 320; width += 13) {
      const found = set(text, width).map(visual).join('\n').split(figure).length - 1;
      expect(found, `at ${width} points`).toBe(2);
    }
  });

  it('a name typed inside keeps its own direction, and may go over lines', () => {
    const name = 'John Smith Jr.';
    const text = {
      ...textOf(languageOf(specimen), ''),
      runs: [{ text: `${before} ` }, { text: name, isolated: true }, { text: ` ${after}` }],
    };
    expect(type.set(text, 500, 12, 1.2).lines.map(visual).join('\n')).toContain(name);
    const narrow = type.set(text, 60, 12, 1.2).lines.map(visual);
    expect(narrow.some((line) => line.includes('John')) && !narrow.join('\n').includes(name)).toBe(true);
  });

  it('a name with a sign goes with its own script', () => {
    const [line] = set(`${before} ${after}® Imuran®`, 500);
    expect(line && visual(line)).toContain('Imuran®');
    const signed = line?.runs.find(({ run }) => run.text.includes('®') && !run.text.includes('Imuran'));
    expect(signed?.run.rtl).toBe(true);
    const word = line?.runs.find(({ run }) => run.text.includes(after));
    expect(signed?.x).toBeLessThanOrEqual(word?.x ?? 0);
  });
});

describe('any number and name typed into a handout', () => {
  const digits = (count: number) => fc.stringMatching(new RegExp(`^[0-9]{${count}}$`));
  const phones = fc.oneof(
    fc.tuple(digits(3), digits(3), digits(4)).map(([a, b, c]) => `(${a}) ${b}-${c}`),
    fc.tuple(digits(3), digits(3), digits(4)).map(([a, b, c]) => `+1 ${a} ${b} ${c}`),
    fc.tuple(digits(3), digits(4)).map(([a, b]) => `${a}.${b}`),
    digits(10),
  );
  const doses = fc.oneof(
    fc
      .tuple(
        fc.integer({ min: 1, max: 999 }),
        fc.constantFrom('mg', 'mL', 'mcg', '%', 'mg/mL', 'mEq', 'units', 'mg/5 mL', 'units/mL'),
      )
      .map((all) => all.join(' ')),
    fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 99 })).map((all) => all.join('–')),
  );
  const names = fc.constantFrom(
    'Ana María Núñez',
    'דנה כהן',
    'محمد سعيد',
    'Nguyễn Thị Ấn',
    '王小明',
    'O’Brien-Smith',
    'John Smith Jr.',
    'Kim 민수',
  );
  const leads = fc.constantFrom('Call ', 'اتصلوا على ', 'התקשרו אל ', '请打', 'Llame al ');

  it.each(['en', 'es', 'ar', 'zh-Hans'])(
    'stands whole, from left to right, in each part of it: %s',
    async (language) => {
      const { library } = libraryOf();
      const fonts = new FontStore(ensureFonts(root));
      const typed = fc.record({ phone: phones, dose: doses, name: names, lead: leads, large: fc.boolean() });
      await fc.assert(
        fc.asyncProperty(typed, async ({ phone, dose, name, lead, large }) => {
          const request = handoutRequestSchema.parse({
            guides: ['azathioprine-emergency'],
            language,
            print: large ? 'large' : 'normal',
            patient: { name },
            clinic: { name, phone },
            medicines: [{ name: 'Imuran®', strength: dose, directions: `${lead}${phone}` }],
            note: `${lead}${phone} (${dose}).`,
          });
          const { pdf } = await renderSheets(composeSheets(request, library, fixedClock()), fonts);
          const { glyphs, pages } = readDrawn(pdf);
          const seen = visualLines(glyphs).join('\n');
          const count = (text: string) => seen.split(text).length - 1;
          // Clinic, directions, note, and the foot of each page.
          expect(count(phone)).toBeGreaterThanOrEqual(3 + pages.length);
          expect(count(dose)).toBeGreaterThanOrEqual(2);
          expect(lettersOf(textIn(glyphs)).split(lettersOf(name)).length - 1).toBeGreaterThanOrEqual(2);
          if (/^[א-ת ]+$/u.test(name)) expect(seen).toContain([...name].reverse().join(''));
          if (/^[A-Za-z. ]+$/u.test(name)) expect(count(name)).toBeGreaterThanOrEqual(2);
        }),
        { numRuns: 12 },
      );
    },
  );
});
