/** What a reader gets back out of a PDF: measured on the bytes, for each engine alike. */
import { writeFileSync } from 'node:fs';
import { drawnText, flatten, readPdf, structureOf, type PdfFile } from '../../support/read-pdf.ts';
import { textsOf, type BenchDocument } from './content.ts';

export interface ReadBack {
  pages: number;
  /** Whether text in the order of drawing is the source, letter for letter; and the share of its texts found whole. */
  isSource: boolean;
  found: number;
  /** Share of numbers drawn with their figures and signs in the right order. */
  figures: number;
  /** Whether each heading is in a structure tree. */
  isTagged: boolean;
}

const squeeze = (text: string) =>
  text.normalize('NFKC').replace(/[\s\u00a0\u200b-\u200f\u2066\u2069•]+/g, '');
/** Numbers of two figures and more: ranges, times, temperatures, telephones. */
const figures = /\d[\d.,:/–-]*\d/g;

function countFigures(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [figure] of text.matchAll(figures)) counts.set(figure, (counts.get(figure) ?? 0) + 1);
  return counts;
}

/** The share of the source's numbers that are drawn as often. Glyphs are drawn from left to right, as numbers are read. */
function shareOfFigures(source: string, drawn: string): number {
  const found = countFigures(drawn);
  const wanted = [...countFigures(source)];
  const all = wanted.reduce((sum, [, count]) => sum + count, 0);
  return wanted.reduce((sum, [figure, count]) => sum + Math.min(count, found.get(figure) ?? 0), 0) / all;
}

const typeOf = ({ value }: PdfFile['objects'][string]) =>
  (value as Record<string, unknown> | undefined)?.['/Type'];

export function readBack(pdfFile: string, bytes: Uint8Array, document: BenchDocument): ReadBack {
  writeFileSync(pdfFile, bytes);
  const pdf = readPdf(pdfFile);
  const text = drawnText(pdf);
  const drawn = squeeze(text);
  const texts = textsOf(document).map(squeeze);
  const objects = Object.values(pdf.objects);
  const headings = document.halves.flatMap(({ blocks }) => blocks).filter(({ type }) => type === 'heading');
  return {
    pages: objects.filter((object) => typeOf(object) === '/Page').length,
    isSource: drawn === texts.join(''),
    found: texts.filter((text) => drawn.includes(text)).length / texts.length,
    figures: shareOfFigures(textsOf(document).join('\n'), text),
    isTagged:
      objects.some((object) => typeOf(object) === '/StructTreeRoot') &&
      flatten(structureOf(pdf)).filter(({ type }) => /^H\d$/.test(type)).length === headings.length,
  };
}
