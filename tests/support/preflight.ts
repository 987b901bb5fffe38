/** Judges files by PDFBox's preflight, which knows PDF/A-1b and shares no code with us. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hasProgram } from '../setup/programs.ts';

/** Where Debian puts Java libraries. */
const folder = '/usr/share/java';
const libraries = [
  'preflight',
  'pdfbox2',
  'fontbox2',
  'xmpbox',
  'commons-logging',
  'javax.activation',
  'jaxb-api',
];

export const hasPreflight =
  hasProgram('java') && libraries.every((name) => hasProgram(path.join(folder, `${name}.jar`)));

/** What it finds in each file, none for a sound one; `files` are PDF files in one folder, each with a name of its own. */
export function preflight(files: readonly string[]): Record<string, string[]> {
  const list = path.join(path.dirname(files[0] as string), 'preflight.txt');
  writeFileSync(list, files.join('\n'));
  const classes = libraries.map((name) => path.join(folder, `${name}.jar`)).join(path.delimiter);
  const validator = 'org.apache.pdfbox.preflight.Validator_A1b';
  const cache = `-Dpdfbox.fontcache=${path.dirname(list)}`;
  execFileSync('java', [cache, '-cp', classes, validator, 'xml', 'group', list], { stdio: 'pipe' });
  const report = readFileSync(`${list}.preflight.xml`, 'utf8');
  const found = [...report.matchAll(/<preflight name="([^"]*)">([^]*?)<\/preflight>/g)].map(
    ([, name = '', one = '']) => {
      const details = [...one.matchAll(/<code>([^<]*)<\/code>\s*<details>([^<]*)</g)];
      const isValid = /<isValid [^>]*>true</.test(one);
      const words = details.map(([, code, detail]) => `${code} ${detail}`);
      return [
        path.basename(name),
        isValid || words.length > 0 ? words : ['judged invalid without a reason'],
      ] as const;
    },
  );
  if (found.length !== files.length) throw new Error(`${found.length} of ${files.length} files were judged`);
  return Object.fromEntries(found);
}
