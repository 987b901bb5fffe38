import bidiFactory from 'bidi-js';
import type { Face, FontStore } from '../fonts/font-store.ts';
import type { Text } from '../sheet.ts';
import { lineBreaks } from './breaks.ts';
import { FaceChain } from './face-chain.ts';
import { graphemesOf } from './graphemes.ts';
import type { ShapeCache } from './shape-cache.ts';
import { Shaper, type ShapedRun } from './shaper.ts';
import { cutPieces, isControl } from './tokens.ts';

const bidi = bidiFactory();

/** A line ready to draw: runs in reading order, each with its place from the line's left edge. Units: points. */
export interface Line {
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
  /** The words as a reader hears them, without isolates. */
  actual: string;
}

/** One character position: what it is drawn with. */
interface Unit {
  face: Face;
  level: number;
  script: string;
}

const scriptTags = [
  'Latn',
  'Arab',
  'Hans',
  'Hebr',
  'Deva',
  'Beng',
  'Guru',
  'Ethi',
  'Khmr',
  'Thai',
  'Mymr',
  'Cyrl',
  'Grek',
  'Hang',
  'Kana',
] as const;
const scriptTests = [
  'Latin',
  'Arabic',
  'Han',
  'Hebrew',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Ethiopic',
  'Khmer',
  'Thai',
  'Myanmar',
  'Cyrillic',
  'Greek',
  'Hangul',
  'Katakana',
].map((name) => new RegExp(`\\p{Script=${name}}`, 'u'));
function scriptOf(letter: string): string | null {
  const index = scriptTests.findIndex((test) => test.test(letter));
  return index < 0 ? null : (scriptTags[index] as string);
}

/** Sets texts into lines. Keeps shaped words between paragraphs of one document; those of the pack longer, when given `shapes`. */
export class Typesetter {
  readonly #store: FontStore;
  readonly #fonts: Map<string, string[]>;
  readonly #shaper: Shaper;
  readonly #chains = new Map<string, FaceChain>();
  readonly #scripts = new Map<string, string | null>();

  /** `fonts` gives each language's font families. */
  constructor(store: FontStore, fonts: Map<string, string[]>, shapes?: ShapeCache) {
    this.#store = store;
    this.#fonts = fonts;
    this.#shaper = new Shaper(shapes);
  }

  #chain(language: string, bold: boolean): FaceChain {
    const key = `${language}|${bold}`;
    let chain = this.#chains.get(key);
    if (!chain) {
      chain = new FaceChain(this.#store, this.#store.chain(this.#fonts.get(language) ?? []), bold);
      this.#chains.set(key, chain);
    }
    return chain;
  }

  #scriptOf(segment: string): string | null {
    let script = this.#scripts.get(segment);
    if (script === undefined) {
      script = scriptOf(segment);
      this.#scripts.set(segment, script);
    }
    return script;
  }

  #units(text: Text, letters: string, boldAt: (offset: number) => boolean): (Unit | null)[] {
    const { levels } = bidi.getEmbeddingLevels(letters, text.direction);
    const chains = { plain: this.#chain(text.language, false), bold: this.#chain(text.language, true) };
    const units: (Unit | null)[] = [];
    let script: string | null = null;
    let before: Unit | null = null;
    for (const { segment, index } of graphemesOf(letters)) {
      script = this.#scriptOf(segment) ?? script;
      let unit: Unit | null = null;
      if (!isControl(segment)) {
        const chain = boldAt(index) ? chains.bold : chains.plain;
        // A space is drawn with the letters before it.
        const keep: Face | null =
          before && /^\s+$/u.test(segment) && chain.has(before.face) ? before.face : null;
        unit = {
          face: keep ?? chain.choose(segment.replace(/[\u2066\u2069]/g, ''), text.where),
          level: levels[index] as number,
          script: script ?? 'Latn',
        };
        before = unit;
      }
      for (let offset = 0; offset < segment.length; offset += 1)
        units.push(isControl(segment[offset] as string) ? null : unit);
    }
    return units;
  }

  /** What a text is drawn with, where its lines may end, and how wide a part of it is, in points at `size`. */
  #prepare(text: Text, size: number) {
    const pieces = cutPieces(text.runs);
    const letters = pieces.map((piece) => piece.text).join('');
    const bold = new Uint8Array(letters.length);
    const fixed = new Uint8Array(letters.length);
    let at = 0;
    for (const piece of pieces) {
      if (piece.bold) bold.fill(1, at, at + piece.text.length);
      if (piece.fixed) fixed.fill(1, at + 1, at + piece.text.length);
      at += piece.text.length;
    }
    const units = this.#units(text, letters, (offset) => bold[offset] === 1);
    const measure = (from: number, to: number) =>
      this.#runs(letters, units, text, from, to).reduce((sum, run) => sum + run.advance, 0) * (size / 1000);
    return { letters, units, breaks: lineBreaks(letters, (offset) => fixed[offset] === 1), measure };
  }

  /** Width of the widest word, in points: a narrower line would cut it. */
  widestWord(text: Text, size: number): number {
    const { letters, breaks, measure } = this.#prepare(text, size);
    const words = breaks.map(({ offset }, index) => {
      const from = breaks[index - 1]?.offset ?? 0;
      return measure(from, from + letters.slice(from, offset).trimEnd().length);
    });
    return Math.max(0, ...words);
  }

  /** Lays a text out in `width` points at `size` points; `spacing` is the leading as a multiple of the size. */
  set(text: Text, width: number, size: number, spacing: number): Paragraph {
    const { letters, units, breaks, measure } = this.#prepare(text, size);
    const lines = this.#fill(letters, breaks, width, measure).map(([from, to]) =>
      this.#place(letters, units, text, from, to, size),
    );
    const leading = size * spacing;
    return {
      lines,
      leading,
      baseline: (leading - size) / 2 + size * 0.86,
      text,
      size,
      actual: letters.replace(/[\u2066\u2069]/g, ''),
    };
  }

  /** Greedy fill; a word wider than the line is broken between graphemes. */
  #fill(
    letters: string,
    breaks: { offset: number; required: boolean }[],
    width: number,
    measure: (from: number, to: number) => number,
  ): [number, number][] {
    const lines: [number, number][] = [];
    let start = 0;
    let end = 0;
    let used = 0;
    const trimmed = (from: number, to: number) => from + letters.slice(from, to).trimEnd().length;
    for (const { offset, required } of breaks) {
      const word = measure(end, offset);
      const visible = measure(end, trimmed(end, offset));
      if (used + visible > width && end > start) {
        lines.push([start, end]);
        start = end;
        used = 0;
      }
      if (used === 0 && visible > width) {
        for (const { segment, index } of graphemesOf(letters.slice(end, offset))) {
          const at = end + index;
          if (at > start && measure(start, at + segment.length) > width) {
            lines.push([start, at]);
            start = at;
          }
        }
        used = measure(start, offset);
      } else used += word;
      end = offset;
      if (required) {
        lines.push([start, end]);
        start = end;
        used = 0;
      }
    }
    if (start < letters.length) lines.push([start, letters.length]);
    return lines;
  }

  /** Runs of one face, level and script in reading order. */
  #runs(
    letters: string,
    units: (Unit | null)[],
    text: Text,
    from: number,
    to: number,
  ): (ShapedRun & { level: number })[] {
    const runs: (ShapedRun & { level: number })[] = [];
    let start = from;
    const flush = (end: number) => {
      const unit = units[start];
      if (unit && end > start) {
        const rtl = unit.level % 2 === 1;
        runs.push({
          ...this.#shaper.shape(
            letters.slice(start, end),
            unit.face,
            rtl,
            unit.script,
            text.language,
            text.fromPack,
          ),
          level: unit.level,
        });
      }
    };
    for (let at = from; at <= to; at += 1) {
      const here = at < to ? units[at] : null;
      const first = units[start] ?? null;
      const same =
        at < to &&
        here &&
        first &&
        here.face === first.face &&
        here.level === first.level &&
        here.script === first.script;
      if (same) continue;
      flush(at);
      start = at;
    }
    return runs;
  }

  #place(letters: string, units: (Unit | null)[], text: Text, from: number, to: number, size: number): Line {
    const base = text.direction === 'rtl' ? 1 : 0;
    const visibleEnd = from + letters.slice(from, to).trimEnd().length;
    // UAX 9 L1: spaces at a line's end take the paragraph's own level, so that they stand at its end.
    const lineUnits = units.slice(from, to);
    for (let at = visibleEnd - from; at < lineUnits.length; at += 1) {
      const unit = lineUnits[at];
      if (unit && unit.level !== base) lineUnits[at] = { ...unit, level: base };
    }
    const runs = this.#runs(letters.slice(from, to), lineUnits, text, 0, to - from);
    const visual = reorder(runs);
    const scale = size / 1000;
    const trailing = runs.filter((run) => run.level === base && run.text.trim() === '').at(-1);
    const places = new Map<ShapedRun, number>();
    let x = 0;
    for (const run of visual) {
      if (base === 1 && run === trailing && visual[0] === run) {
        places.set(run, -run.advance * scale); // hangs out to the left: it takes no room
        continue;
      }
      places.set(run, x);
      x += run.advance * scale;
    }
    const hanging = visual.at(-1);
    const width = base === 0 && hanging ? x - hanging.trailing * scale : x;
    return { width, runs: runs.map((run) => ({ run, x: places.get(run) as number })) };
  }
}

/** UAX 9 L2: reverses every stretch of runs at or above each level, from the highest to the lowest odd one. */
function reorder<T extends { level: number }>(runs: T[]): T[] {
  const out = [...runs];
  const levels = out.map((run) => run.level);
  for (let level = Math.max(0, ...levels); level >= 1; level -= 1) {
    for (let start = 0; start < out.length; start += 1) {
      if ((out[start] as T).level < level) continue;
      let end = start;
      while (end < out.length && (out[end] as T).level >= level) end += 1;
      out.splice(start, end - start, ...out.slice(start, end).reverse());
      start = end;
    }
  }
  return out;
}
