import type { Sheet } from '../sheet.ts';

export const millimetre = 72 / 25.4;
export const papers = { letter: [612, 792], a4: [595.28, 841.89] } as const;
/** In mm; a printer that cannot reach so far out gets a wider one. */
const ownMargin = 15;
/** A column narrower than this many letters is hard to read: the languages then stand one under the other. */
const leastLetters = 24;

/** Lengths of a sheet, in points. */
export interface Metrics {
  page: { width: number; height: number };
  margin: number;
  left: number;
  width: number;
  /** Body size, leading as a multiple of it, and the grid that spaces are made of. */
  size: number;
  spacing: number;
  unit: number;
  gap: number;
  inset: number;
  indent: number;
  sideBySide: boolean;
  /** Columns that the text flows through, each `width` wide, with `gap` between them. */
  columns: 1 | 2;
}

/** Lengths of two columns, for text in one language: short lines, and a whole guide on one sheet. */
export function columnMetrics(metrics: Metrics): Metrics {
  return { ...metrics, width: (metrics.width - metrics.gap) / 2, columns: 2 };
}

/** 12 points for normal print, 18 for large print with one and a half spacing, margins of at least 15 mm (requirements, section 5). */
export function sheetMetrics(sheet: Sheet): Metrics {
  const [width, height] = papers[sheet.paper];
  const margin = Math.max(ownMargin, sheet.printerMargin ?? 0) * millimetre;
  const size = sheet.print === 'large' ? 18 : 12;
  const gap = size * 1.5;
  const inset = size * 0.9;
  const inner = width - 2 * margin;
  const letters = ((inner - 2 * inset - gap) / 2 - size * 1.5) / (size * 0.5);
  return {
    page: { width, height },
    margin,
    left: margin,
    width: inner,
    size,
    spacing: sheet.print === 'large' ? 1.5 : 1.22,
    unit: size * 0.5,
    gap,
    inset,
    indent: size * 1.5,
    sideBySide: sheet.languages.length > 1 && letters >= leastLetters,
    columns: 1,
  };
}
