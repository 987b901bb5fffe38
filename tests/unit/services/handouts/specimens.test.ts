import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { lineBreaks } from '../../../../electron/services/handouts/layout/breaks.ts';
import { renderSheets } from '../../../../electron/services/handouts/pdf/render.ts';
import { hasProgram } from '../../../setup/programs.ts';
import { temporaryFolder } from '../../../support/fixtures.ts';
import { drawPage, readPicture, worstTile } from '../../../support/page-image.ts';
import { allBlocks, lettersOf, readDrawn, textIn } from '../../../support/read-drawn.ts';
import { drawnText, flatten, readPdf, structureOf } from '../../../support/read-pdf.ts';
import {
  allFonts,
  breakWidths,
  brokenLanguages,
  glyphsOf,
  linesAt,
  recordFolder,
  shapedRuns,
  typesetterFor,
  type Glyphs,
  type ShapeRecord,
} from '../../../support/specimen-records.ts';
import { languageOf, readSpecimen, specimenSheet, specimenTags, textOf } from '../../../support/specimens.ts';

/** Blocks with these letters carry their words whole: glyphs stand in another order than letters, or share them. */
const carriesWords =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Khmer}\p{Script=Thai}\p{Script=Myanmar}]/u;

const read = <T>(file: string): T => JSON.parse(readFileSync(path.join(recordFolder, file), 'utf8')) as T;

async function specimenFile(tag: string): Promise<{ file: string; pdf: Uint8Array }> {
  const { pdf } = await renderSheets([specimenSheet(readSpecimen(tag))], allFonts);
  const file = path.join(temporaryFolder(), `${tag}.pdf`);
  writeFileSync(file, pdf);
  return { file, pdf };
}

describe('the specimens', () => {
  it('are of every script that the engine sets, with what a handout holds', () => {
    expect(specimenTags).toHaveLength(28);
    for (const tag of specimenTags) {
      const all = readSpecimen(tag).texts.join(' ');
      for (const part of [
        'Imuran®',
        '50 mg',
        '180/120 mmHg',
        '(555) 010-0199',
        '4–6',
        '25 °C (77 °F)',
        '≥',
        '✓',
      ])
        expect(all, tag).toContain(part);
    }
  });
});

describe.each(specimenTags)('the specimen of %s', (tag) => {
  const specimen = readSpecimen(tag);

  it('is drawn in its own fonts, and no glyph is missing', () => {
    const runs = shapedRuns(specimen);
    const own = specimen.fonts.flatMap((family) => [
      allFonts.face(family, false).id,
      allFonts.face(family, true).id,
    ]);
    const foreign = runs.filter(({ face }) => !own.includes(face.id)).map(({ text }) => text);
    // Only names of the other direction and signs come from elsewhere.
    expect(foreign.join('')).not.toMatch(/[^\p{S}\p{P}\s\p{Script=Arabic}\p{Script=Hebrew}\p{M}]/u);
    for (const { clusters } of runs)
      for (const { glyphs } of clusters) for (const { id } of glyphs) expect(id).toBeGreaterThan(0);
  });

  it('has the glyphs and places of another HarfBuzz (6.0, recorded)', () => {
    const records = read<ShapeRecord[]>(`shapes/${tag}.json`);
    const key = (font: string, rtl: boolean, script: string, text: string) =>
      `${font}|${rtl}|${script}|${text}`;
    const recorded = new Map(
      records.map((one) => [key(one.font, one.rtl, one.script, one.text), one.glyphs]),
    );
    // The recorded one sets two Burmese marks 0.002 em further along than the one in use.
    const give = tag === 'my' ? 2 : 0;
    const byId = (glyphs: Glyphs = []) =>
      glyphs.toSorted((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
    for (const run of shapedRuns(specimen)) {
      const here = byId(glyphsOf(run));
      const there = byId(recorded.get(key(run.face.id, run.rtl, run.script, run.text)));
      expect(
        here.map(([id]) => id),
        run.text,
      ).toEqual(there.map(([id]) => id));
      const apart = here.map(([, x, y], at) =>
        Math.max(Math.abs(x - (there[at]?.[1] ?? 0)), Math.abs(y - (there[at]?.[2] ?? 0))),
      );
      expect(Math.max(...apart), run.text).toBeLessThanOrEqual(give);
    }
  });

  it('reads back letter for letter in the order of reading', async () => {
    const { pdf } = await specimenFile(tag);
    const blocks = allBlocks(readDrawn(pdf).root).filter(
      ({ type, glyphs }) => type !== 'Lbl' && glyphs.length,
    );
    expect(blocks.map(({ glyphs }) => lettersOf(textIn(glyphs)))).toEqual(specimen.texts.map(lettersOf));
    // What holds other blocks carries no words: they would be read in place of those.
    for (const { children, actual } of allBlocks(readDrawn(pdf).root))
      if (children.length > 0) expect(actual).toBeNull();
    for (const [index, { actual, lang }] of blocks.entries()) {
      expect(lang).toBe(tag);
      const words = specimen.texts[index] ?? '';
      expect(actual).toBe(carriesWords.test(words) ? words : null);
    }
  });

  it.skipIf(!hasProgram('qpdf'))('is sound PDF with a sound structure (qpdf)', async () => {
    const { file } = await specimenFile(tag);
    execFileSync('qpdf', ['--check', file]);
    const pdf = readPdf(file);
    const all = flatten(structureOf(pdf));
    expect(all.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['Document', 'H1', 'P', 'L', 'LI', 'Lbl', 'LBody']),
    );
    for (const { type, children } of all)
      if (type === 'L') expect(children.every((child) => child.type === 'LI')).toBe(true);
    const drawn = lettersOf(drawnText(pdf));
    for (const text of specimen.texts) expect(drawn).toContain(lettersOf(text));
    expect(drawn).not.toContain('\ufffd');
  });

  // Poppler moves right-to-left words by its own reckoning.
  const fromLeft = specimen.direction === 'ltr' ? it.skipIf(!hasProgram('pdftotext')) : null;
  fromLeft?.('reads back in poppler', async () => {
    const { file } = await specimenFile(tag);
    const text = lettersOf(execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }));
    // Not of the names: poppler moves signs beside right-to-left words.
    for (const one of specimen.texts.filter((words) => words !== specimen.names))
      expect(text).toContain(lettersOf(one));
  });

  it.skipIf(!hasProgram('pdftoppm'))(
    'looks as recorded: no 1.4 mm square differs by a fifth in shade',
    async () => {
      const { file } = await specimenFile(tag);
      expect(
        worstTile(drawPage(file), readPicture(path.join(recordFolder, 'goldens', `${tag}.png`))),
      ).toBeLessThan(51);
    },
  );
});

describe('lines', () => {
  const record = read<{ made: { icu: string }; lines: Record<string, Record<string, string[]>> }>(
    'breaks.json',
  );

  it.each(brokenLanguages)('end where they were recorded, at three widths: %s', (tag) => {
    for (const width of breakWidths) {
      const lines = linesAt(readSpecimen(tag), width);
      expect(lines, `at ${width} points, recorded with ICU ${record.made.icu}`).toEqual(
        record.lines[tag]?.[width],
      );
    }
  });

  it.each(specimenTags)('begin with no mark or closing sign and fit their box: %s', (tag) => {
    const specimen = readSpecimen(tag);
    const type = typesetterFor(specimen);
    for (let width = 110; width < 420; width += 31)
      for (const words of specimen.texts) {
        const { lines } = type.set(textOf(languageOf(specimen), words), width, 12, 1.2);
        for (const [index, line] of lines.entries()) {
          expect(line.width).toBeLessThanOrEqual(width + 0.05);
          const text = line.runs.map(({ run }) => run.text).join('');
          if (index > 0) expect(text).not.toMatch(/^[\p{M}\p{Pe}、。，．！？：；ーっゃゅょ々ๆៗ។၊။۔،]/u);
          if (index < lines.length - 1) {
            expect(text.trimEnd()).not.toMatch(/[\p{Ps}เแโใไ]$/u);
            if (tag === 'ko') expect(text).toMatch(/\s$/);
          }
        }
      }
  });

  it('never end with the Burmese "not" alone', () => {
    const offsets = lineBreaks('ဆေးကို မရပ်ပါနှင့်').map(({ offset }) => offset);
    expect(offsets).not.toContain('ဆေးကို မ'.length);
  });
});
