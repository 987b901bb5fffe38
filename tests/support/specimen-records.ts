/** What is recorded of each specimen: its glyphs by another HarfBuzz, its lines at three widths. */
import path from 'node:path';
import { FontStore } from '../../electron/services/handouts/fonts/font-store.ts';
import { ensureFonts } from '../../electron/services/handouts/fonts/install-fonts.ts';
import { Typesetter } from '../../electron/services/handouts/layout/paragraph.ts';
import type { ShapedRun } from '../../electron/services/handouts/layout/shaped-run.ts';
import { languageOf, textOf, type Specimen } from './specimens.ts';

const root = path.join(import.meta.dirname, '../..');
export const recordFolder = path.join(root, 'tests/unit/services/handouts/specimens');
export const allFonts = new FontStore(ensureFonts(root, 'all'));

/** Languages whose lines end where a dictionary or a rule of their own says. */
export const brokenLanguages = ['th', 'km', 'my', 'zh-Hans', 'zh-Hant', 'ja', 'ko'];
export const breakWidths = [130, 210, 340];

export const typesetterFor = ({ tag, fonts }: Specimen): Typesetter =>
  new Typesetter(allFonts, new Map([[tag, fonts]]));

/** Glyph id and place of each glyph, in font units (all families have 1000 an em), from left to right. */
export type Glyphs = [id: number, x: number, y: number][];
export interface ShapeRecord {
  font: string;
  rtl: boolean;
  script: string;
  text: string;
  glyphs: Glyphs;
}

export const inOrder = (glyphs: Glyphs): Glyphs =>
  glyphs.toSorted((a, b) => a[1] - b[1] || a[2] - b[2] || a[0] - b[0]);

/** Every run of a specimen as the engine shapes it. */
export function shapedRuns(specimen: Specimen): ShapedRun[] {
  const type = typesetterFor(specimen);
  return specimen.texts
    .flatMap((text) => type.set(textOf(languageOf(specimen), text), 100_000, 12, 1.2).lines)
    .flatMap((line) => line.runs.map(({ run }) => run));
}

export const glyphsOf = (run: ShapedRun): Glyphs =>
  inOrder(
    run.clusters.flatMap(({ glyphs }) =>
      glyphs.map(({ id, x, y }): Glyphs[number] => [id, Math.round(x), Math.round(y)]),
    ),
  );

export const linesAt = (specimen: Specimen, width: number): string[] => {
  const type = typesetterFor(specimen);
  return [specimen.paragraph, ...specimen.list].flatMap((text) =>
    type
      .set(textOf(languageOf(specimen), text), width, 12, 1.2)
      .lines.map((line) => line.runs.map(({ run }) => run.text).join('')),
  );
};
