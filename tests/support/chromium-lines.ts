/** The lines of a specimen as our engine draws them, and as Chromium sets the same letters in the same fonts. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import PDFDocument from 'pdfkit';
import { quietSwitches } from '../../electron/cli/lib/open-browser.ts';
import type { Line } from '../../electron/services/handouts/layout/paragraph.ts';
import { cutPieces, isControl } from '../../electron/services/handouts/layout/tokens.ts';
import { GlyphWriter } from '../../electron/services/handouts/pdf/glyph-writer.ts';
import { escapeHtml, fontFaces } from './page-html.ts';
import { goldenDpi, type Picture } from './page-image.ts';
import { allFonts, typesetterFor } from './specimen-records.ts';
import { languageOf, textOf, type Specimen } from './specimens.ts';

/** What it is started with: letters as in print, not fitted to a screen's pixels. */
export const chromiumSwitches = [
  ...quietSwitches,
  '--no-sandbox',
  '--disable-gpu',
  '--font-render-hinting=none',
];

/** In points. Lines stand so far apart that the ink of one never reaches the next. */
const set = { width: 320, size: 16, pitch: 56, left: 60 };
const paperWidth = set.width + 2 * set.left;

interface SpanFace {
  family: string;
  bold: boolean;
}

/** A line, and its letters with the isolates that stand between its runs, as HTML wants them. */
export interface SpecimenLine {
  line: Line;
  spans: (SpanFace & { text: string })[];
}

const familyOf = new Map<string, SpanFace>(
  Object.entries(allFonts.manifest).flatMap(([family, { regular, bold }]) => [
    [regular, { family, bold: false }] as const,
    [bold, { family, bold: true }] as const,
  ]),
);

/** The letters of each line again in the text that they were cut from, isolates and all. */
function spansOf(lines: Line[], letters: string): SpecimenLine[] {
  let at = 0;
  return lines.map((line) => {
    const spans = line.runs.map(({ run }) => {
      let text = '';
      let left = run.text.length;
      while (left > 0) {
        const letter = letters[at] as string;
        if (!isControl(letter)) left -= 1;
        text += letter;
        at += 1;
      }
      while (letters[at] === '\u2069') {
        text += letters[at];
        at += 1;
      }
      return { ...(familyOf.get(run.face.id) as SpanFace), text };
    });
    return { line, spans };
  });
}

/** Every text of a specimen in lines, the first one bold. */
export function specimenLines(specimen: Specimen): SpecimenLine[] {
  const type = typesetterFor(specimen);
  return specimen.texts.flatMap((words, index) => {
    const text = textOf(languageOf(specimen), words, index === 0);
    const letters = cutPieces(text)
      .map((piece) => piece.text)
      .join('');
    return spansOf(type.set(text, set.width, set.size, 1.2).lines, letters);
  });
}

const baselineOf = (index: number) => (index + 1) * set.pitch;
const paperHeight = (lines: number) => (lines + 1) * set.pitch;

/** Our page: each line with its baseline at a place of its own, at the side where its text begins. */
export function drawOurs(lines: SpecimenLine[], { direction }: Specimen): Uint8Array {
  const pdf = new PDFDocument({ autoFirstPage: false, font: null as unknown as string });
  pdf.addPage({ size: [paperWidth, paperHeight(lines.length)], margin: 0 });
  const writer = new GlyphWriter(pdf);
  for (const [index, { line }] of lines.entries()) {
    const left = direction === 'rtl' ? set.left + set.width - line.width : set.left;
    writer.line(line, left, baselineOf(index), set.size);
  }
  pdf.end();
  return pdf.read() as Uint8Array;
}

/** Chromium's own ways with Chinese and Japanese spaces are another matter: the squeeze of signs, gaps beside Latin. */
const style = `
body{margin:0;font-size:${set.size}pt;line-height:1;text-rendering:geometricPrecision;font-synthesis:none;
text-spacing-trim:space-all;text-autospace:no-autospace}
div{position:absolute;white-space:pre}
i{display:inline-block;width:0;height:0}`;

/** Chromium's page of the same lines. */
export async function drawChromiums(
  page: Page,
  lines: SpecimenLine[],
  { tag, direction }: Specimen,
  folder: string,
): Promise<Uint8Array> {
  const file = path.join(folder, `${tag}.html`);
  const side = direction === 'rtl' ? 'right' : 'left';
  const rows = lines.map(({ spans }, index) => {
    const words = spans.map(({ family, bold, text }, at) => {
      const shown = at === spans.length - 1 ? text.replace(/\s+(?=\u2069*$)/, '') : text;
      return `<span style="font-family:'${family}';font-weight:${bold ? 700 : 400}">${escapeHtml(shown)}</span>`;
    });
    return `<div data-baseline="${baselineOf(index)}" style="${side}:${set.left}pt;top:0"><i></i>${words.join('')}</div>`;
  });
  writeFileSync(
    file,
    `<!doctype html><html lang="${tag}" dir="${direction}"><meta charset="utf-8"><style>${fontFaces(allFonts)}${style}
@page{size:${paperWidth}pt ${paperHeight(lines.length)}pt;margin:0}
body{width:${paperWidth}pt;height:${paperHeight(lines.length) - 1}pt;position:relative}</style><body>${rows.join('\n')}</body></html>`,
  );
  await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (const row of document.querySelectorAll('div')) {
      const baseline = row.querySelector('i')?.getBoundingClientRect().bottom ?? 0;
      row.style.top = `${(Number(row.dataset['baseline']) * 96) / 72 - baseline}px`;
    }
  });
  return page.pdf({ preferCSSPageSize: true, printBackground: true });
}

/** Pixels of full ink in one picture of a page that have no ink at all within a pixel of their place in the other. */
function lonelyInk(one: Picture, two: Picture): number[] {
  const hasInkNear = (x: number, y: number) => {
    for (let dy = -1; dy <= 1; dy += 1)
      for (let dx = -1; dx <= 1; dx += 1)
        if ((two.gray[(y + dy) * two.width + x + dx] ?? 255) < 200) return true;
    return false;
  };
  const rows: number[] = [];
  for (let y = 0; y < one.height; y += 1)
    for (let x = 0; x < one.width; x += 1)
      if ((one.gray[y * one.width + x] as number) < 110 && !hasInkNear(x, y)) rows.push(y);
  return rows;
}

/** How many pixels of ink stand more than a pixel from any ink of the other page, line by line. */
export function strayInk(one: Picture, two: Picture, lines: number): number[] {
  const rows = [...lonelyInk(one, two), ...lonelyInk(two, one)];
  const line = (y: number) =>
    Math.min(lines - 1, Math.max(0, Math.round((y * 72) / goldenDpi / set.pitch + 0.1) - 1));
  return Array.from({ length: lines }, (_, index) => rows.filter((y) => line(y) === index).length);
}
