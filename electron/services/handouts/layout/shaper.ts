import * as hb from 'harfbuzzjs';
import type { Face } from '../fonts/font-store.ts';
import { ShapeCache } from './shape-cache.ts';
import type { Cluster, Glyph, ShapedRun } from './shaped-run.ts';

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

/** How far a glyph may stand back over the one before it and still be read after it, in thousandths of an em. */
const standsBack = 250;

/**
 * Clusters in reading order. Letters written under or into the one before (Bengali conjuncts) belong to its cluster: readers
 * that go by place, such as poppler, would otherwise take the step back for a new line. What ends
 * furthest right is drawn last, for the same readers.
 */
function joinClusters(text: string, byStart: Map<number, Glyph[]>, rtl: boolean): Cluster[] {
  const starts = [...byStart.keys()].sort((a, b) => a - b);
  const clusters: Cluster[] = [];
  let end = 0;
  starts.forEach((start, index) => {
    const glyphs = byStart.get(start) as Glyph[];
    const letters = text.slice(start, starts[index + 1] ?? text.length);
    const last = clusters.at(-1);
    if (!rtl && last && glyphs.some(({ x }) => x < end - standsBack)) {
      last.text += letters;
      last.glyphs = [...last.glyphs, ...glyphs].sort((a, b) => a.x + a.width - b.x - b.width);
    } else clusters.push({ text: letters, glyphs });
    end = Math.max(end, ...glyphs.map(({ x, width }) => x + width));
  });
  return clusters;
}

/** One buffer for all: it is emptied after each run. */
const buffer = new hb.Buffer();

function shapeRun(text: string, face: Face, rtl: boolean, script: string, language: string): ShapedRun {
  buffer.clearContents();
  buffer.addText(text.replaceAll('\n', ' '));
  buffer.setDirection(rtl ? hb.Direction.RTL : hb.Direction.LTR);
  buffer.setScript(script);
  buffer.setLanguage(language);
  hb.shape(face.shaper, buffer);
  const infos = buffer.getGlyphInfos();
  const positions = buffer.getGlyphPositions();
  buffer.clearContents();
  const byCluster = new Map<number, Glyph[]>();
  const lastVisible = text.trimEnd().length;
  let [x, trailing, ascent, descent] = [0, 0, 0, 0];
  for (const [index, { codepoint: id, cluster }] of infos.entries()) {
    const { xAdvance, xOffset, yOffset } = positions[index] as hb.GlyphPosition;
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
  const clusters = joinClusters(text, byCluster, rtl);
  return {
    face,
    text,
    rtl,
    script,
    clusters,
    advance: x * face.scale,
    trailing: trailing * face.scale,
    ascent,
    descent,
  };
}
