import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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
    /** SHA-256 of each file, so that screen and paper never change unnoticed. */
    sha256: z.strictObject({ regular: z.string(), bold: z.string() }),
  }),
);

/**
 * Copies the fonts that `content/fonts.yaml` names from their packages to `outFolder`, with their licences and a
 * manifest. Throws when a file is not the one that was recorded.
 */
export function installFonts(rootFolder: string, outFolder: string): void {
  const families = fontsYaml.parse(parse(readFileSync(path.join(rootFolder, 'content/fonts.yaml'), 'utf8')));
  mkdirSync(outFolder, { recursive: true });
  const manifest: FontManifest = {};
  for (const [family, font] of Object.entries(families)) {
    const folder = path.join(rootFolder, 'node_modules', font.package);
    for (const weight of ['regular', 'bold'] as const) {
      const bytes = readFileSync(path.join(folder, font[weight]));
      const sum = createHash('sha256').update(bytes).digest('hex');
      if (sum !== font.sha256[weight])
        throw new Error(`${family} ${weight} is not the recorded file: its SHA-256 is ${sum}`);
      writeFileSync(path.join(outFolder, path.basename(font[weight])), bytes);
    }
    const license = path.join(folder, 'LICENSE_FONT');
    if (existsSync(license))
      copyFileSync(license, path.join(outFolder, `${family.replaceAll(' ', '')}-LICENSE.txt`));
    manifest[family] = {
      regular: path.basename(font.regular),
      bold: path.basename(font.bold),
      ...(font.fallback ? { fallback: true } : {}),
    };
  }
  writeFileSync(path.join(outFolder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** The installed fonts of a checkout, copied when they are not there yet. Returns the folder. */
export function ensureFonts(rootFolder: string): string {
  const folder = path.join(rootFolder, 'dist/fonts');
  if (!existsSync(path.join(folder, 'manifest.json'))) installFonts(rootFolder, folder);
  return folder;
}
