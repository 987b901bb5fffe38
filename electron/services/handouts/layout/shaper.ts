import * as hb from 'harfbuzzjs';
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
  /** In reading order. */
  clusters: Cluster[];
  /** Width, and the part of it that is spaces at the end, in thousandths of the font size. */
  advance: number;
  trailing: number;
  /** How far its ink reaches above and below the baseline, in thousandths of the font size. */
  ascent: number;
  descent: number;
}

const maxCached = 20_000;

/** Shapes runs with HarfBuzz and remembers them. */
export class Shaper {
  readonly #cache = new Map<string, ShapedRun>();

  /** `script` is an ISO 15924 tag; `language` a BCP 47 tag, which chooses local letter forms. */
  shape(text: string, face: Face, rtl: boolean, script: string, language: string): ShapedRun {
    const key = `${face.id}|${rtl ? 1 : 0}|${script}|${language}|${text}`;
    let run = this.#cache.get(key);
    if (!run) {
      if (this.#cache.size >= maxCached) this.#cache.clear();
      run = shapeRun(text, face, rtl, script, language);
      this.#cache.set(key, run);
    }
    return run;
  }
}

/** One for all: emptied before each run. */
const buffer = new hb.Buffer();

function shapeRun(text: string, face: Face, rtl: boolean, script: string, language: string): ShapedRun {
  buffer.reset();
  buffer.addText(text.replaceAll('\n', ' '));
  buffer.setDirection(rtl ? hb.Direction.RTL : hb.Direction.LTR);
  buffer.setScript(script);
  buffer.setLanguage(language);
  hb.shape(face.shaper, buffer);
  const byCluster = new Map<number, Glyph[]>();
  const lastVisible = text.trimEnd().length;
  let [x, trailing, ascent, descent] = [0, 0, 0, 0];
  for (const {
    codepoint: id,
    cluster,
    xAdvance = 0,
    xOffset = 0,
    yOffset = 0,
  } of buffer.getGlyphInfosAndPositions()) {
    if (id === 0) throw new Error(`no glyph in ${face.id}`);
    const measures = face.measures(id);
    const y = yOffset * face.scale;
    const glyph: Glyph = { id, x: (x + xOffset) * face.scale, y, width: measures.width };
    const glyphs = byCluster.get(cluster);
    if (glyphs) glyphs.push(glyph);
    else byCluster.set(cluster, [glyph]);
    x += xAdvance;
    if (cluster >= lastVisible) trailing += xAdvance;
    ascent = Math.max(ascent, y + measures.ascent);
    descent = Math.max(descent, measures.descent - y);
  }
  const starts = [...byCluster.keys()].sort((a, b) => a - b);
  const clusters = starts.map((start, index) => ({
    text: text.slice(start, starts[index + 1] ?? text.length),
    glyphs: byCluster.get(start) as Glyph[],
  }));
  return {
    face,
    text,
    rtl,
    clusters,
    advance: x * face.scale,
    trailing: trailing * face.scale,
    ascent,
    descent,
  };
}
