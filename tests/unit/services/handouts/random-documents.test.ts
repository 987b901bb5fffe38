import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderSheets } from '../../../../electron/services/handouts/pdf/render.ts';
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
  type DrawnPath,
} from '../../../support/read-drawn.ts';
import { randomSheets, rowsOf } from '../../../support/random-sheets.ts';
import { allFonts } from '../../../support/specimen-records.ts';

/** How many; SALA_RANDOM_DOCUMENTS asks for fewer or more. Two thousand take a minute or two on two cores. */
const documents = Number(process.env['SALA_RANDOM_DOCUMENTS'] ?? 2000);
/** The same documents each time, so that a rare fault is found where it was made; SALA_RANDOM_SEED asks for others. */
const seed = Number(process.env['SALA_RANDOM_SEED'] ?? 2026);
/** Generous, so that a busy machine fails nothing; a single failing document is made smaller within it. */
const timeLimit = 600_000;

const lettersIn = (text: Text) => lettersOf(text.runs.map((run) => run.text).join(''));

/**
 * Nothing is drawn beyond the margins, save spaces at a line's end. A glyph's place is where its advance begins; that of a mark may
 * lie a twentieth of an em before the ink of its letter (Hebrew points).
 */
function checkMargins({ glyphs, pages }: Drawn, sheet: Sheet): void {
  const { margin } = sheetMetrics(sheet);
  for (const { text, x, y, width, size, page } of glyphs) {
    const paper = pages[page] as { width: number; height: number };
    const isBlank = /^[\s\u200b-\u200f]*$/.test(text);
    if (isBlank) continue;
    const place = `${JSON.stringify(text)} on page ${page + 1} at ${x}, ${y}`;
    const give = Math.max(0.5, size * 0.05);
    expect(x, place).toBeGreaterThanOrEqual(margin - give);
    expect(x + width, place).toBeLessThanOrEqual(paper.width - margin + give);
    expect(y, place).toBeGreaterThanOrEqual(margin - 0.5);
    expect(y, place).toBeLessThanOrEqual(paper.height - margin + 0.5);
  }
}

/** Frames, rules and shapes stay within the margins as well, and above the foot. */
function checkFrames({ paths, pages }: Drawn, sheet: Sheet): void {
  const { margin } = sheetMetrics(sheet);
  const lowest = (own: DrawnPath[]) => Math.min(...own.map(({ bottom }) => bottom));
  const byPage = Map.groupBy(paths, ({ page }) => page);
  for (const [page, own] of byPage) {
    const paper = pages[page] as { width: number; height: number };
    const foot = lowest(own.filter(({ isFurniture }) => isFurniture));
    for (const { left, right, bottom, top } of own) {
      const place = `${left}, ${bottom} to ${right}, ${top} on page ${page + 1}`;
      expect(left, place).toBeGreaterThanOrEqual(margin - 0.5);
      expect(right, place).toBeLessThanOrEqual(paper.width - margin + 0.5);
      expect(bottom, place).toBeGreaterThanOrEqual(foot);
      expect(top, place).toBeLessThanOrEqual(paper.height - margin + 0.5);
    }
  }
}

/** Where of how many cards one is: what the sheet itself does not say. */
const cardCount = /^\d+\/\d+$/;

/**
 * Blocks by the letters that they hold; throws where one is lost or changed. A card that goes on in another one says once
 * more what it goes on with: the first of such blocks counts.
 */
function checkLetters({ root }: Drawn, sheet: Sheet): Map<string, Block> {
  const blocks = allBlocks(root).filter(({ type, glyphs }) => type !== 'Lbl' && glyphs.length > 0);
  const drawn = new Map<string, Block>();
  for (const block of blocks) {
    const letters = lettersOf(textIn(block.glyphs));
    if (!cardCount.test(letters) && !drawn.has(letters)) drawn.set(letters, block);
  }
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

/** Whether blocks may be higher than a page: at 0.9 of the size a line, no shorter ones come near it. */
function mayPassPage(blocks: DrawnGlyph[][], sheet: Sheet): boolean {
  const { page, margin, size } = sheetMetrics(sheet);
  const height = blocks.reduce((sum, lines) => sum + lines.length * (lines[0]?.size ?? 0) * 2.3, 0);
  return height > page.height - 2 * margin - 8 * size;
}

/** No row is broken over a page that would fit on one with its headings. */
function checkRows(drawn: Map<string, Block>, sheet: Sheet): void {
  const rows = rowsOf(sheet).map(({ kind, texts }) => ({
    kind,
    blocks: texts.map((text) => linesOf((drawn.get(lettersIn(text)) as Block).glyphs)),
  }));
  rows.forEach(({ kind, blocks }, index) => {
    const isBroken = blocks.some((lines) =>
      lines.some((line, at) => at > 0 && movesOn(lines[at - 1] as DrawnGlyph, line)),
    );
    if (!isBroken) return;
    const firstHeading = rows.slice(0, index).findLastIndex((row) => row.kind !== 'heading') + 1;
    const together = rows.slice(firstHeading, index + 1).flatMap((row) => row.blocks);
    expect(mayPassPage(together, sheet), `row ${index + 1} (${kind}) is broken`).toBe(true);
  });
}

const isHeading = ({ type }: Block) => /^H\d$/.test(type);

/** No heading is left alone at the foot: what is read next stands in the same column, unless headings alone fill a page. */
function checkHeadings(drawn: Map<string, Block>, sheet: Sheet): void {
  const blocks = [...drawn.values()];
  blocks.forEach((block, index) => {
    if (!isHeading(block)) return;
    const after = blocks.slice(index + 1);
    // The same heading in the other language may stand beside it.
    const follows = after.find((one) => one.type !== block.type || one.lang === block.lang);
    const [last] = linesOf(block.glyphs).slice(-1);
    const [next] = linesOf(follows?.glyphs ?? []);
    if (!last || !next || !movesOn(last, next)) return;
    const first = blocks.slice(0, index).findLastIndex((one) => !isHeading(one)) + 1;
    const text = blocks.findIndex((one, at) => at > index && !isHeading(one));
    const headings = blocks.slice(first, text < 0 ? blocks.length : text);
    const together = headings.map(({ glyphs }) => linesOf(glyphs));
    expect(mayPassPage(together, sheet), `block ${index + 1} (${block.type}) stands alone`).toBe(true);
  });
}

it(
  `any ${documents} documents keep their letters, their margins, their rows and their headings`,
  async () => {
    await fc.assert(
      fc.asyncProperty(randomSheets, async (sheet) => {
        const { pdf, pages } = await renderSheets([sheet], allFonts);
        const drawn = readDrawn(pdf);
        expect(drawn.pages).toHaveLength(pages);
        checkMargins(drawn, sheet);
        checkFrames(drawn, sheet);
        const blocks = checkLetters(drawn, sheet);
        checkRows(blocks, sheet);
        checkHeadings(blocks, sheet);
      }),
      { numRuns: documents, seed, interruptAfterTimeLimit: timeLimit - 60_000, markInterruptAsFailure: true },
    );
  },
  timeLimit,
);
