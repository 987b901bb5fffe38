import * as hb from 'harfbuzzjs';
import type { Face } from '../fonts/font-store.ts';
import { ShapeCache } from './shape-cache.ts';

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
}

/** Shapes runs with HarfBuzz and remembers them: words of the pack in `kept`, all others for this sheet alone. */
export class Shaper {
  readonly #kept: ShapeCache;
  readonly #own = new ShapeCache();

  constructor(kept = new ShapeCache()) {
    this.#kept = kept;
  }

  /** `script` is an ISO 15924 tag; `language` a BCP 47 tag, which chooses local letter forms. */
  shape(
    text: string,
    face: Face,
    rtl: boolean,
    script: string,
    language: string,
    fromPack = false,
  ): ShapedRun {
    const cache = fromPack ? this.#kept : this.#own;
    const key = `${face.id}|${rtl ? 1 : 0}|${script}|${language}|${text}`;
    let run = cache.get(key);
    if (!run) {
      run = shapeRun(text, face, rtl, script, language);
      cache.set(key, run);
    }
    return run;
  }
}

/** One buffer for all: it is emptied after each run. */
const buffer = new hb.Buffer();

function shapeRun(text: string, face: Face, rtl: boolean, script: string, language: string): ShapedRun {
  buffer.clearContents();
  buffer.addText(text);
  buffer.setDirection(rtl ? hb.Direction.RTL : hb.Direction.LTR);
  buffer.setScript(script);
  buffer.setLanguage(language);
  hb.shape(face.shaper, buffer);
  const infos = buffer.getGlyphInfos();
  const positions = buffer.getGlyphPositions();
  buffer.clearContents();
  const byCluster = new Map<number, Glyph[]>();
  let x = 0;
  for (const [index, { codepoint, cluster }] of infos.entries()) {
    if (codepoint === 0 && text.trim() !== '') throw new Error(`no glyph in ${face.id}`);
    const position = positions[index] as hb.GlyphPosition;
    const glyph: Glyph = {
      id: codepoint,
      x: (x + position.xOffset) * face.scale,
      y: position.yOffset * face.scale,
      width: face.shaper.glyphHAdvance(codepoint) * face.scale,
    };
    const glyphs = byCluster.get(cluster);
    if (glyphs) glyphs.push(glyph);
    else byCluster.set(cluster, [glyph]);
    x += position.xAdvance;
  }
  const starts = [...byCluster.keys()].sort((a, b) => a - b);
  const clusters = starts.map((start, index) => ({
    text: text.slice(start, starts[index + 1] ?? text.length),
    glyphs: byCluster.get(start) as Glyph[],
  }));
  const lastVisible = text.trimEnd().length;
  const spaces = text.length - lastVisible;
  const space = spaces > 0 ? face.shaper.glyphHAdvance(face.shaper.nominalGlyph(0x20) ?? 0) * face.scale : 0;
  return {
    face,
    text,
    rtl,
    clusters,
    advance: x * face.scale,
    trailing: Math.min(spaces * space, x * face.scale),
  };
}
