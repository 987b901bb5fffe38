import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { FontManifest } from './font-store.ts';

const fontsYaml = z.record(
  z.string(),
  z.strictObject({
    package: z.string(),
    regular: z.string(),
    bold: z.string(),
    license: z.literal('OFL-1.1'),
    fallback: z.boolean().optional(),
    /** Comes with every product, so that a person's name in this script can stand on a sheet of another language. */
    forNames: z.boolean().optional(),
    /** How far its letters reach above and below the baseline, in ems, where that is more than Latin's. */
    room: z.strictObject({ ascent: z.number().positive(), descent: z.number().positive() }).optional(),
    /** SHA-256 of each file, so that screen and paper never change unnoticed. */
    sha256: z.strictObject({ regular: z.string(), bold: z.string() }),
  }),
);
type Families = z.infer<typeof fontsYaml>;

/** `shipped`: what the languages of the content name, the fonts of signs and of names. `all`: every family recorded, for tests. */
export type FontChoice = 'shipped' | 'all';

const languageFonts = z.looseObject({ fonts: z.array(z.string()) });

function readFamilies(rootFolder: string, choice: FontChoice): Families {
  const read = (file: string): unknown => parse(readFileSync(path.join(rootFolder, 'content', file), 'utf8'));
  const all = fontsYaml.parse(read('fonts.yaml'));
  if (choice === 'all') return all;
  const tags = readdirSync(path.join(rootFolder, 'content/languages'));
  const wanted = new Set(
    tags.flatMap((tag) => languageFonts.parse(read(`languages/${tag}/language.yaml`)).fonts),
  );
  return Object.fromEntries(
    Object.entries(all).filter(([family, font]) => font.fallback || font.forNames || wanted.has(family)),
  );
}

const manifestOf = (families: Families): FontManifest =>
  Object.fromEntries(
    Object.entries(families).map(([family, font]) => [
      family,
      {
        regular: path.basename(font.regular),
        bold: path.basename(font.bold),
        ...(font.fallback ? { fallback: true } : {}),
        ...(font.room ? { room: font.room } : {}),
      },
    ]),
  );

/** Whole or not at all: two processes may install at once. */
function write(file: string, bytes: Uint8Array | string): void {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, bytes);
  renameSync(unfinished, file);
}

const asText = (manifest: FontManifest) => `${JSON.stringify(manifest, null, 2)}\n`;

/** Fonts of languages that were taken out of the content do not stay behind; files that another process is writing do. */
function removeOthers(folder: string, kept: Set<string>): void {
  for (const name of readdirSync(folder))
    if (!kept.has(name) && !/\.\d+$/.test(name)) rmSync(path.join(folder, name));
}

/**
 * Copies fonts that `content/fonts.yaml` names from their packages to `outFolder`, with their licences and a manifest, and
 * removes all else there. Throws when a file is not the one that was recorded.
 */
export function installFonts(rootFolder: string, outFolder: string, choice: FontChoice = 'shipped'): void {
  const families = readFamilies(rootFolder, choice);
  mkdirSync(outFolder, { recursive: true });
  const kept = new Set(['manifest.json']);
  const put = (name: string, bytes: Uint8Array | string) => {
    write(path.join(outFolder, name), bytes);
    kept.add(name);
  };
  for (const [family, font] of Object.entries(families)) {
    const folder = path.join(rootFolder, 'node_modules', font.package);
    for (const weight of ['regular', 'bold'] as const) {
      const bytes = readFileSync(path.join(folder, font[weight]));
      const sum = createHash('sha256').update(bytes).digest('hex');
      if (sum !== font.sha256[weight])
        throw new Error(`${family} ${weight} is not the recorded file: its SHA-256 is ${sum}`);
      put(path.basename(font[weight]), bytes);
    }
    const license = path.join(folder, 'LICENSE_FONT');
    if (existsSync(license)) put(`${family.replaceAll(' ', '')}-LICENSE.txt`, readFileSync(license));
  }
  put('manifest.json', asText(manifestOf(families)));
  removeOthers(outFolder, kept);
}

/** The installed fonts of a checkout, copied when they are not there or are not what the content asks for. Returns the folder. */
export function ensureFonts(rootFolder: string, choice: FontChoice = 'shipped'): string {
  const folder = path.join(rootFolder, choice === 'shipped' ? 'dist/fonts' : 'dist/fonts-all');
  const manifest = path.join(folder, 'manifest.json');
  const wanted = asText(manifestOf(readFamilies(rootFolder, choice)));
  if (!existsSync(manifest) || readFileSync(manifest, 'utf8') !== wanted)
    installFonts(rootFolder, folder, choice);
  return folder;
}
