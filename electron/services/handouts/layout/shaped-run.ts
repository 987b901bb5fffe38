import type { Face } from '../fonts/font-store.ts';

export interface Glyph {
  id: number;
  /** Thousandths of the font size, from the run's left edge. */
  x: number;
  y: number;
  /** Natural width of the glyph, in thousandths. */
  width: number;
}

/** Letters that became glyphs together; text is drawn and read back cluster by cluster. */
export interface Cluster {
  text: string;
  glyphs: Glyph[];
}

export interface ShapedRun {
  face: Face;
  text: string;
  rtl: boolean;
  /** ISO 15924. */
  script: string;
  /** In reading order. */
  clusters: Cluster[];
  /** Width, and the part of it that is spaces at the end, in thousandths of the font size. */
  advance: number;
  trailing: number;
  /** How far its ink reaches above and below the baseline, in thousandths of the font size. */
  ascent: number;
  descent: number;
}
