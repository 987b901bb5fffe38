import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { FontStore } from '../../../../electron/services/handouts/fonts/font-store.ts';
import { ensureFonts, installFonts } from '../../../../electron/services/handouts/fonts/install-fonts.ts';
import { Typesetter } from '../../../../electron/services/handouts/layout/paragraph.ts';
import { renderSheets } from '../../../../electron/services/handouts/pdf/render.ts';
import { root, temporaryFolder } from '../../../support/fixtures.ts';
import { allFonts } from '../../../support/specimen-records.ts';
import {
  languageOf,
  readSpecimen,
  sheetOf,
  specimenSheet,
  specimenTags,
  textOf,
} from '../../../support/specimens.ts';

const shippedFonts = new FontStore(ensureFonts(root));

const render = (tag: string, fonts: string[], store = allFonts) => {
  const language = { tag, direction: 'ltr' as const, fonts };
  const parts = [{ type: 'heading' as const, level: 1 as const, texts: [textOf(language, '1')] }];
  return renderSheets([sheetOf([language], parts)], store);
};

describe('a language that cannot be set right', () => {
  it.each([
    ['mn-Mong', ['Noto Sans']], // written from top to bottom
    ['nqo', ['Noto Sans']],
    ['bo', ['Noto Sans']],
    ['lo', ['Noto Sans']],
    ['ta', ['Noto Sans']],
    ['xx', ['Noto Sans']],
  ])('is refused by name for its script: %s', async (tag, fonts) => {
    await expect(render(tag, fonts)).rejects.toMatchObject({
      code: 'language-not-printable',
      fields: { language: tag, reason: 'script' },
    });
  });

  it('is refused by name when its fonts are not installed, or lack its letters', async () => {
    const refusal = (language: string) => ({
      code: 'language-not-printable',
      fields: { language, reason: 'fonts' },
    });
    const refused = refusal('th');
    await expect(render('ja', ['Noto Sans JP', 'Noto Sans'], shippedFonts)).rejects.toMatchObject(
      refusal('ja'),
    );
    await expect(render('th', ['Noto Sans Hebrew', 'Noto Sans'])).rejects.toMatchObject(refused);
    await expect(render('th', [])).rejects.toMatchObject(refused);
    await expect(render('th', ['Noto Sans Thai', 'Noto Sans'])).resolves.toMatchObject({ pages: 1 });
  });

  it('is refused as a second language as well', async () => {
    const [en, ja] = [languageOf(readSpecimen('en')), languageOf(readSpecimen('ja'))];
    const sheet = sheetOf(
      [en, ja],
      [{ type: 'heading', level: 1, texts: [textOf(en, 'a'), textOf(ja, '薬')] }],
    );
    await expect(renderSheets([sheet], shippedFonts)).rejects.toMatchObject({ fields: { language: 'ja' } });
  });
});

it('letters of two scripts that make one grapheme are each drawn in their own font', () => {
  const language = languageOf(readSpecimen('hi'));
  const type = new Typesetter(allFonts, new Map([[language.tag, language.fonts]]));
  const [line] = type.set(textOf(language, 'दिवस्ক'), 400, 12, 1.2).lines;
  expect(line?.runs.map(({ run }) => [run.text, run.script])).toEqual([
    ['दिवस्', 'Deva'],
    ['ক', 'Beng'],
  ]);
});

describe('fonts', () => {
  const recorded = parse(readFileSync(path.join(root, 'content/fonts.yaml'), 'utf8')) as Record<
    string,
    { fallback?: boolean; forNames?: boolean }
  >;

  it('are shipped when a language of the content names them, for signs, and for names', () => {
    const tags = readdirSync(path.join(root, 'content/languages'));
    const named = tags.flatMap(
      (tag) =>
        (
          parse(readFileSync(path.join(root, 'content/languages', tag, 'language.yaml'), 'utf8')) as {
            fonts: string[];
          }
        ).fonts,
    );
    const wanted = Object.keys(recorded).filter(
      (family) => recorded[family]?.fallback || recorded[family]?.forNames || named.includes(family),
    );
    expect(Object.keys(shippedFonts.manifest)).toEqual(wanted);
    expect(Object.keys(allFonts.manifest)).toEqual(Object.keys(recorded));
  });

  it('of a language that was taken out of the content are removed', () => {
    const folder = temporaryFolder();
    installFonts(root, folder, 'all');
    installFonts(root, folder);
    const wanted = Object.values(shippedFonts.manifest).flatMap(({ regular, bold }) => [regular, bold]);
    const found = readdirSync(folder).filter((name) => name.endsWith('.ttf'));
    expect(found.sort()).toEqual([...new Set(wanted)].sort());
  });

  it('are all there for every specimen', () => {
    for (const tag of specimenTags)
      for (const family of readSpecimen(tag).fonts) expect(Object.keys(recorded)).toContain(family);
  });

  it('that are not the recorded files are not installed', () => {
    const folder = temporaryFolder();
    cpSync(path.join(root, 'content'), path.join(folder, 'content'), { recursive: true });
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
    const file = path.join(folder, 'content/fonts.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('regular: fe8c022f', 'regular: 0e8c022f'));
    expect(() => installFonts(folder, path.join(folder, 'out'))).toThrow(
      'Noto Sans regular is not the recorded file',
    );
  });

  it('are the only files that drawing opens, and no connection is made', () => {
    const script = path.join(root, 'tests/support/opened-while-drawing.ts');
    const opened = JSON.parse(execFileSync(process.execPath, [script], { encoding: 'utf8' })) as {
      files: string[];
      connections: number;
    };
    expect(opened.connections).toBe(0);
    const files = Object.values(allFonts.manifest).flatMap(({ regular, bold }) => [regular, bold]);
    expect(opened.files.length).toBeGreaterThan(20);
    for (const file of opened.files) {
      expect(path.dirname(file)).toBe(allFonts.folder);
      expect([...files, 'manifest.json']).toContain(path.basename(file));
    }
  });
});

describe('the same sheet', () => {
  it.each(specimenTags)('gives the same bytes from fonts just opened: %s', async (tag) => {
    const sheet = specimenSheet(readSpecimen(tag));
    const [warm, cold] = [
      await renderSheets([sheet], allFonts),
      await renderSheets([sheet], new FontStore(allFonts.folder)),
    ];
    expect(Buffer.from(warm.pdf).equals(Buffer.from(cold.pdf))).toBe(true);
  });
});

describe("pdfkit's own text", () => {
  it('still throws on Punjabi: when it no longer does, look at fontkit again', () => {
    const font = path.join(allFonts.folder, allFonts.manifest['Noto Sans Gurmukhi']?.regular ?? '');
    const pdf = new PDFDocument({ font });
    expect(() => pdf.text(readSpecimen('pa').texts.join(' '))).toThrow(TypeError);
  });
});
