import type { FontStore, Room } from '../fonts/font-store.ts';
import type { Text } from '../sheet.ts';
import { visualOrder } from './bidi-order.ts';
import { lineBreaks, type Break } from './breaks.ts';
import { fillLines, type Measured } from './fill.ts';
import type { ShapeCache } from './shape-cache.ts';
import type { ShapedRun } from './shaped-run.ts';
import { Shaper } from './shaper.ts';
import { cutPieces } from './tokens.ts';
import { Itemizer, type Unit } from './units.ts';

/** A line ready to draw: runs in reading order, each with its place from the line's left edge. Units: points. */
export interface Line {
  /** Without the spaces at its end, which hang out beyond the edge. */
  width: number;
  runs: { run: ShapedRun; x: number }[];
}

export interface Paragraph {
  lines: Line[];
  /** Distance from one line to the next, and from a line's top to its baseline, in points. */
  leading: number;
  baseline: number;
  text: Text;
  size: number;
}

interface Prepared {
  text: Text;
  letters: string;
  units: (Unit | null)[];
  breaks: Break[];
}

/** How far the tallest and the lowest letter may pass beyond their line, in ems: they seldom stand over each other. */
const overlap = 0.1;

/**
 * Leading and baseline as multiples of the size: as wished, unless the letters of a script need more, or the ink of a line
 * would run into that of the next.
 */
function setLeading(lines: Line[], spacing: number, room: Room): { leading: number; baseline: number } {
  const reach = (side: 'ascent' | 'descent') =>
    Math.max(0, ...lines.flatMap((line) => line.runs.map(({ run }) => run[side]))) / 1000 - overlap;
  const [up, down] = [reach('ascent'), reach('descent')];
  const leading = Math.max(spacing, room.ascent + room.descent, up + down + overlap);
  const middle = (leading - room.ascent - room.descent) / 2 + room.ascent;
  return { leading, baseline: Math.min(Math.max(middle, up), leading - down) };
}

type LevelRun = ShapedRun & { level: number };

/** Sets texts into lines. Keeps shaped words between paragraphs of one document; those of the pack longer, when given `shapes`. */
export class Typesetter {
  readonly #itemizer: Itemizer;
  readonly #shaper: Shaper;

  /** `fonts` gives each language's font families. */
  constructor(store: FontStore, fonts: Map<string, string[]>, shapes?: ShapeCache) {
    this.#itemizer = new Itemizer(store, fonts);
    this.#shaper = new Shaper(shapes);
  }

  /** What a text is drawn with, and where its lines may end. */
  #prepare(text: Text): Prepared {
    const pieces = cutPieces(text);
    const letters = pieces.map((piece) => piece.text).join('');
    const bold = new Uint8Array(letters.length);
    let at = 0;
    for (const piece of pieces) {
      if (piece.bold) bold.fill(1, at, at + piece.text.length);
      at += piece.text.length;
    }
    const units = this.#itemizer.units(text, letters, (offset) => bold[offset] === 1);
    return { text, letters, units, breaks: lineBreaks(letters) };
  }

  /** Width of a part of a text, in points at `size`. */
  #measure(prepared: Prepared, size: number): Measured {
    return (from, to) =>
      this.#runs(prepared, from, to).reduce((sum, run) => sum + run.advance, 0) * (size / 1000);
  }

  /** Width of the widest word, in points: a narrower line would cut it. */
  widestWord(text: Text, size: number): number {
    const prepared = this.#prepare(text);
    const measure = this.#measure(prepared, size);
    const words = prepared.breaks.map(({ offset }, index) => {
      const from = prepared.breaks[index - 1]?.offset ?? 0;
      return measure(from, from + prepared.letters.slice(from, offset).trimEnd().length);
    });
    return Math.max(0, ...words);
  }

  /**
   * Lays a text out in `width` points at `size` points; `spacing` is the leading as a multiple of the size, and grows where
   * the letters of a script need more.
   */
  set(text: Text, width: number, size: number, spacing: number): Paragraph {
    const prepared = this.#prepare(text);
    const { letters, breaks } = prepared;
    const place = (from: number, to: number) => this.#place(prepared, from, to, size);
    const lines = fillLines(letters, breaks, width, this.#measure(prepared, size), place);
    const room = this.#itemizer.room(text, prepared.units);
    const { leading, baseline } = setLeading(lines, spacing, room);
    return { lines, leading: leading * size, baseline: baseline * size, text, size };
  }

  /** Runs of one face, level and script in reading order. */
  #runs({ letters, units, text }: Prepared, from: number, to: number): LevelRun[] {
    const runs: LevelRun[] = [];
    let start = from;
    const flush = (end: number) => {
      const unit = units[start];
      if (!unit || end === start) return;
      const rtl = unit.level % 2 === 1;
      const { face, script, level } = unit;
      const words = letters.slice(start, end);
      runs.push({ ...this.#shaper.shape(words, face, rtl, script, text.language, text.fromPack), level });
    };
    for (let at = from; at <= to; at += 1) {
      const here = at < to ? units[at] : null;
      const first = units[start];
      const isSame =
        here &&
        first &&
        here.face === first.face &&
        here.level === first.level &&
        here.script === first.script;
      if (isSame) continue;
      flush(at);
      start = at;
    }
    return runs;
  }

  #place(prepared: Prepared, from: number, to: number, size: number): Line {
    const { letters, units, text } = prepared;
    const base = text.direction === 'rtl' ? 1 : 0;
    const visibleEnd = from + letters.slice(from, to).trimEnd().length;
    const end = units.slice(visibleEnd, to);
    // UAX 9 L1: spaces at a line's end take the paragraph's own level, so that they stand at its end.
    const isMixed = end.some((unit) => unit && unit.level !== base);
    const level = isMixed ? units.slice() : units;
    if (isMixed)
      for (let at = visibleEnd; at < to; at += 1) {
        const unit = units[at];
        if (unit) level[at] = { ...unit, level: base };
      }
    const runs = this.#runs({ ...prepared, units: level }, from, to);
    const scale = size / 1000;
    const trailing = (runs.at(-1)?.trailing ?? 0) * scale;
    const places = new Map<ShapedRun, number>();
    // Spaces at the end of a right-to-left line hang out to the left: they take no room.
    let x = base === 1 ? -trailing : 0;
    for (const run of visualOrder(runs)) {
      places.set(run, x);
      x += run.advance * scale;
    }
    const width = base === 1 ? x : x - trailing;
    return { width, runs: runs.map((run) => ({ run, x: places.get(run) as number })) };
  }
}
