/** `npm run handout -- request.json out.pdf`: a handout without a screen, for scripts and record systems. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { KioskError } from '../contract/errors.ts';
import { handoutRequestSchema } from '../contract/handout-request.ts';
import { systemClock } from '../services/clock.ts';
import { createHandouts } from '../services/handouts/handouts.ts';
import { ensureFonts } from '../services/handouts/fonts/install-fonts.ts';
import { createLibrary } from '../services/library/library.ts';
import { ensurePack } from '../services/packs/ensure-pack.ts';
import { openPack } from '../services/packs/open-pack.ts';
import { readInput, Refusal } from './lib/read-input.ts';

const root = path.join(import.meta.dirname, '../..');
const help = `Usage: npm run handout -- request.json out.pdf [--clinic]
  request.json   the request, or - for standard input; its fields are in
                 electron/contract/handout-request.ts
  --clinic       refuse guides that no qualified person has reviewed`;

function writeWhole(file: string, bytes: Uint8Array): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, bytes, { flag: 'wx' });
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    throw new Refusal(
      code === 'ENOSPC'
        ? 'the disk is full: nothing was written'
        : `cannot write the PDF (${code ?? 'unknown'}): choose a folder you may write to`,
    );
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { clinic: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const [requestFile, outFile, ...rest] = positionals;
  if (!requestFile || !outFile || rest.length > 0) throw new Refusal(help);
  const request = readInput(requestFile, 'request', handoutRequestSchema);
  const pack = openPack(ensurePack(root));
  const library = createLibrary({
    pack,
    mode: values.clinic ? 'clinic' : 'demonstration',
    clock: systemClock,
  });
  const handouts = createHandouts({ library, fontsFolder: ensureFonts(root), clock: systemClock });
  try {
    const { pdf, pages } = await handouts.render(request);
    writeWhole(outFile, pdf);
    console.log(`${outFile}: ${pages} ${pages === 1 ? 'page' : 'pages'}`);
    return 0;
  } finally {
    await handouts.close();
    library.close();
  }
}

function explain(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  if (!(error instanceof KioskError))
    return `the handout could not be made (${error instanceof Error ? error.name : 'error'})`;
  const { code, fields } = error;
  if (code === 'bad-input') return `${fields['path']}: expected ${fields['expected']}`;
  if (code === 'missing-glyph')
    return `${fields['where']}: no font here has the character ${fields['codePoint']}; leave it out or write it another way`;
  if (code === 'language-not-printable')
    return `language: ${fields['language']} cannot be printed right: ${fields['reason'] === 'script' ? 'its script is not one that is set here' : 'its fonts are not installed'}`;
  if (code === 'not-reviewed')
    return `guides: ${fields['guide']} in ${fields['language']} has no review by a qualified person; it may not be printed in clinic mode`;
  return code;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 2;
}
