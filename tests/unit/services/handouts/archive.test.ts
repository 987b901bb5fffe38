import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  handoutRequestSchema,
  type HandoutRequestInput,
} from '../../../../electron/contract/handout-request.ts';
import { composeSheets } from '../../../../electron/services/handouts/compose/compose.ts';
import { renderSheets } from '../../../../electron/services/handouts/pdf/render.ts';
import type { Sheet } from '../../../../electron/services/handouts/sheet.ts';
import { dictionariesWith, editPdf, type PdfObjects } from '../../../support/edit-pdf.ts';
import { fixedClock, libraryOf, temporaryFolder } from '../../../support/fixtures.ts';
import { bundle, kinds } from '../../../support/handout-kinds.ts';
import { hasPreflight, preflight } from '../../../support/preflight.ts';
import { allFonts } from '../../../support/specimen-records.ts';
import { readSpecimen, specimenSheet, specimenTags } from '../../../support/specimens.ts';

async function archive(folder: string, name: string, sheets: Sheet[]): Promise<string> {
  const file = path.join(folder, `${name}.pdf`);
  writeFileSync(file, (await renderSheets(sheets, allFonts, undefined, { form: 'archive' })).pdf);
  return file;
}

const specimenFile = (folder: string, tag: string) =>
  archive(folder, tag, [specimenSheet(readSpecimen(tag))]);

/** Every file by its name, without a finding. */
const sound = (files: string[]) => Object.fromEntries(files.map((file) => [path.basename(file), []]));

describe.skipIf(!hasPreflight)('PDFBox preflight', () => {
  it('finds nothing in the specimen of any language', async () => {
    const folder = temporaryFolder();
    const files: string[] = [];
    for (const tag of specimenTags) files.push(await specimenFile(folder, tag));
    expect(files).toHaveLength(28);
    expect(preflight(files)).toEqual(sound(files));
  });

  it.each([
    ['en', 'es'],
    ['es', 'en'],
    ['ar', 'en'],
    ['zh-Hans', 'en'],
  ])('finds nothing in any kind of sheet: %s, and with %s', async (language, secondLanguage) => {
    const { library } = libraryOf();
    const folder = temporaryFolder();
    const requests: [string, HandoutRequestInput][] = [
      ...Object.entries(kinds).map(([what, kind]): [string, HandoutRequestInput] => [
        what,
        { ...kind, language },
      ]),
      ['bundle', { ...bundle, language, secondLanguage }],
      [
        'large bundle',
        { ...bundle, language, print: 'large', paper: 'a4', carer: { language: secondLanguage } },
      ],
    ];
    const files: string[] = [];
    for (const [what, request] of requests) {
      const sheets = composeSheets(handoutRequestSchema.parse(request), library, fixedClock());
      files.push(await archive(folder, what.replaceAll(' ', '-'), sheets));
    }
    expect(preflight(files)).toEqual(sound(files));
  });

  it('finds what is broken', async () => {
    const file = await specimenFile(temporaryFolder(), 'ar');
    const without = (objects: PdfObjects, key: string, where = key) =>
      dictionariesWith(objects, where).forEach((one) => delete one[key]);
    const broken: [string, (objects: PdfObjects) => void][] = [
      ['1.4.9 Outlines invalid', (all) => without(all, '/Count', '/First')],
      ['3.1.3 Invalid Font definition', (all) => without(all, '/FontFile2')],
      ['2.4.3 Invalid Color space', (all) => without(all, '/OutputIntents')],
    ];
    for (const [words, change] of broken) {
      const found = Object.values(preflight([editPdf(file, change)])).flat();
      expect(found, words).not.toEqual([]);
      for (const one of found) expect(one).toContain(words);
    }
  });
});
