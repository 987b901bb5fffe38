import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderSheet } from '../../../../electron/services/handouts/pdf/render.ts';
import { sheetMetrics } from '../../../../electron/services/handouts/pdf/metrics.ts';
import type { Sheet, Text } from '../../../../electron/services/handouts/sheet.ts';
import {
  allBlocks,
  lettersOf,
  readDrawn,
  textIn,
  type Block,
  type Drawn,
  type DrawnGlyph,
} from '../../../support/read-drawn.ts';
import { randomSheets, rowsOf } from '../../../support/random-sheets.ts';
import { allFonts } from '../../../support/specimen-records.ts';

/** How many: two hundred by default; the full proof is SALA_RANDOM_DOCUMENTS=2000 (about a minute and a half on two cores). */
const documents = Number(process.env['SALA_RANDOM_DOCUMENTS'] ?? 200);

const lettersIn = (text: Text) => lettersOf(text.runs.map((run) => run.text).join(''));

/** Nothing is drawn beyond the margins, save spaces at a line's end. */
function checkMargins({ glyphs, pages }: Drawn, sheet: Sheet): void {
  const { margin } = sheetMetrics(sheet);
  for (const { text, x, y, width, page } of glyphs) {
    const paper = pages[page] as { width: number; height: number };
    const isBlank = /^[\s\u200b-\u200f]*$/.test(text);
    if (isBlank) continue;
    const place = `${JSON.stringify(text)} on page ${page + 1} at ${x}, ${y}`;
    expect(x, place).toBeGreaterThanOrEqual(margin - 0.5);
    expect(x + width, place).toBeLessThanOrEqual(paper.width - margin + 0.5);
    expect(y, place).toBeGreaterThanOrEqual(margin - 0.5);
    expect(y, place).toBeLessThanOrEqual(paper.height - margin + 0.5);
  }
}

/** Blocks by the letters that they hold; throws where one is lost or changed. */
function checkLetters({ root }: Drawn, sheet: Sheet): Map<string, Block> {
  const blocks = allBlocks(root).filter(({ type, glyphs }) => type !== 'Lbl' && glyphs.length > 0);
  const drawn = new Map(blocks.map((block) => [lettersOf(textIn(block.glyphs)), block]));
  const wanted = rowsOf(sheet).flatMap(({ texts }) => texts.map(lettersIn));
  expect([...drawn.keys()].sort()).toEqual(wanted.sort());
  for (const [letters, { actual }] of drawn) if (actual !== null) expect(lettersOf(actual)).toBe(letters);
  return drawn;
}

/** Lines of a block from its first to its last; a step up the page is a new column. */
function linesOf(glyphs: DrawnGlyph[]): DrawnGlyph[] {
  const baseline = glyphs.filter(({ text }) => text.trim() !== '');
  return baseline.filter((glyph, at) => {
    const before = baseline[at - 1];
    return !before || before.page !== glyph.page || Math.abs(before.y - glyph.y) > glyph.size * 0.9;
  });
}

/** A step to a new page, or up to a new column: further than the slope of Nastaliq within a line. */
const movesOn = (one: DrawnGlyph, two: DrawnGlyph) => two.page !== one.page || two.y > one.y + one.size * 3;

/** No heading is left alone at the foot, and no row is broken over a page that would fit on one. */
function checkPages(drawn: Map<string, Block>, sheet: Sheet): void {
  const metrics = sheetMetrics(sheet);
  const rows = rowsOf(sheet);
  rows.forEach(({ kind, texts }, index) => {
    const blocks = texts.map((text) => linesOf((drawn.get(lettersIn(text)) as Block).glyphs));
    const where = `row ${index + 1} (${kind}) of ${rows.length}, ${sheet.languages.map(({ tag }) => tag).join()}`;
    const isBroken = blocks.some((lines) =>
      lines.some((line, at) => at > 0 && movesOn(lines[at - 1] as DrawnGlyph, line)),
    );
    if (isBroken) {
      // Only what is higher than a column is broken: at 0.9 of the size a line, no shorter row comes near it.
      const height = blocks.reduce((sum, lines) => sum + lines.length * (lines[0]?.size ?? 0) * 2.3, 0);
      expect(height, `${where} is broken`).toBeGreaterThan(
        metrics.page.height - 2 * metrics.margin - 8 * metrics.size,
      );
    }
    const next = rows[index + 1]?.texts[0];
    const [last] = (blocks[0] ?? []).slice(-1);
    const [first] = next ? linesOf((drawn.get(lettersIn(next)) as Block).glyphs) : [];
    if (kind === 'heading' && last && first)
      expect(movesOn(last, first), `${where} stands alone`).toBe(false);
  });
}

it(
  `any ${documents} documents keep their letters, their margins, their rows and their headings`,
  async () => {
    await fc.assert(
      fc.asyncProperty(randomSheets, async (sheet) => {
        const { pdf, pages } = await renderSheet(sheet, allFonts);
        const drawn = readDrawn(pdf);
        expect(drawn.pages).toHaveLength(pages);
        checkMargins(drawn, sheet);
        checkPages(checkLetters(drawn, sheet), sheet);
      }),
      { numRuns: documents, endOnFailure: process.env['SALA_RANDOM_DOCUMENTS'] !== undefined },
    );
  },
  60_000 + documents * 1500,
);
