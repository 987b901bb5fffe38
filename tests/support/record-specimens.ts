/**
 * Records anew what the specimens are held to; run it with the Node that is shipped, after looking at every page:
 *
 *     node tests/support/record-specimens.ts [shapes] [breaks] [goldens]
 *
 * `shapes` needs hb-shape (Debian: libharfbuzz-bin), a HarfBuzz other than the one under test.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { renderSheets } from '../../electron/services/handouts/pdf/render.ts';
import type { ShapedRun } from '../../electron/services/handouts/layout/shaped-run.ts';
import { drawPage, smallPng } from './page-image.ts';
import {
  allFonts,
  breakWidths,
  brokenLanguages,
  inOrder,
  linesAt,
  recordFolder,
  shapedRuns,
  type Glyphs,
  type ShapeRecord,
} from './specimen-records.ts';
import { readSpecimen, specimenSheet, specimenTags } from './specimens.ts';

/** Runs hb-shape once for all runs that share a font, a direction and a script. */
function shapeElsewhere(runs: ShapedRun[], language: string): ShapeRecord[] {
  const [{ face, rtl, script }] = runs as [ShapedRun];
  const answer = execFileSync(
    'hb-shape',
    [
      `--font-file=${path.join(allFonts.folder, face.id)}`,
      `--direction=${rtl ? 'rtl' : 'ltr'}`,
      `--script=${script}`,
      `--language=${language}`,
      '--no-glyph-names',
      '--no-clusters',
      '--text-file=-',
    ],
    { input: runs.map(({ text }) => text).join('\n'), encoding: 'utf8' },
  );
  return answer
    .trim()
    .split('\n')
    .map((line, index) => {
      let pen = 0;
      const glyphs: Glyphs = [...line.matchAll(/(\d+)(?:@(-?\d+),(-?\d+))?\+(-?\d+)/g)].map(
        ([, id, x = 0, y = 0, advance]) => {
          const at = pen + Number(x);
          pen += Number(advance);
          return [Number(id), at, Number(y)];
        },
      );
      return { font: face.id, rtl, script, text: runs[index]?.text ?? '', glyphs: inOrder(glyphs) };
    });
}

function recordShapes(): void {
  mkdirSync(path.join(recordFolder, 'shapes'), { recursive: true });
  for (const tag of specimenTags) {
    const runs = new Map(
      shapedRuns(readSpecimen(tag)).map((run) => [
        `${run.face.id}|${run.rtl}|${run.script}|${run.text}`,
        run,
      ]),
    );
    const groups = Map.groupBy(runs.values(), ({ face, rtl, script }) => `${face.id}|${rtl}|${script}`);
    const records = [...groups.values()].flatMap((group) => shapeElsewhere(group, tag));
    const lines = records.map((record) => `  ${JSON.stringify(record)}`).join(',\n');
    writeFileSync(path.join(recordFolder, 'shapes', `${tag}.json`), `[\n${lines}\n]\n`);
  }
}

function recordBreaks(): void {
  const lines = brokenLanguages.map((tag) => {
    const widths = breakWidths.map((width) => [width, linesAt(readSpecimen(tag), width)]);
    return [tag, Object.fromEntries(widths)];
  });
  const { icu, unicode } = process.versions;
  const record = { made: { icu, unicode }, lines: Object.fromEntries(lines) };
  writeFileSync(path.join(recordFolder, 'breaks.json'), `${JSON.stringify(record, null, 2)}\n`);
}

async function recordGoldens(): Promise<void> {
  mkdirSync(path.join(recordFolder, 'goldens'), { recursive: true });
  const work = mkdtempSync(path.join(os.tmpdir(), 'sala-goldens-'));
  for (const tag of specimenTags) {
    const file = path.join(work, `${tag}.pdf`);
    writeFileSync(file, (await renderSheets([specimenSheet(readSpecimen(tag))], allFonts)).pdf);
    writeFileSync(path.join(recordFolder, 'goldens', `${tag}.png`), smallPng(drawPage(file)));
  }
  rmSync(work, { recursive: true });
}

const wanted = process.argv.slice(2);
const asked = (name: string) => wanted.length === 0 || wanted.includes(name);
if (asked('shapes')) recordShapes();
if (asked('breaks')) recordBreaks();
if (asked('goldens')) await recordGoldens();
