/**
 * fontkit decodes every point of every glyph each time it makes a subset, only to learn whether the glyph is made of others.
 * Glyphs do not change: each is decoded once and its bytes are kept with its face. The subset comes out the same.
 */
import type { Font } from 'fontkit';

interface Component {
  glyphID: number;
  /** Where the component's id stands in the glyph's bytes. */
  pos: number;
}

/** fontkit's insides, as of the version that is pinned. */
interface KitInsides {
  loca: { offsets: number[] };
  getGlyph(id: number): {
    advanceWidth: number;
    _decode(): { numberOfContours: number; components?: Component[] } | null;
    _getMetrics(): { leftBearing: number };
  };
  _getTableStream(tag: 'glyf'): { pos: number; readBuffer(length: number): Uint8Array };
}

export interface Subset {
  includeGlyph(id: number): number;
  glyf: Uint8Array[];
  offset: number;
  loca: { offsets: number[] };
  hmtx: { metrics: { advance: number; bearing: number }[] };
  _addGlyph(id: number): number;
}

interface KnownGlyph {
  bytes: Uint8Array;
  components: Component[];
  metrics: { advance: number; bearing: number };
}

function readGlyph(kit: KitInsides, id: number): KnownGlyph {
  const glyph = kit.getGlyph(id);
  const outline = glyph._decode();
  const [from, to] = [kit.loca.offsets[id] as number, kit.loca.offsets[id + 1] as number];
  const stream = kit._getTableStream('glyf');
  stream.pos += from;
  return {
    bytes: stream.readBuffer(to - from),
    components: outline && outline.numberOfContours < 0 ? (outline.components ?? []) : [],
    metrics: { advance: glyph.advanceWidth, bearing: glyph._getMetrics().leftBearing },
  };
}

/** A subset's bytes of a glyph; one made of others names them by their places in the subset. */
function bytesIn(subset: Subset, { bytes, components }: KnownGlyph): Uint8Array {
  if (components.length === 0) return bytes;
  const own = new Uint8Array(bytes);
  const view = new DataView(own.buffer);
  for (const { glyphID, pos } of components) view.setUint16(pos, subset.includeGlyph(glyphID));
  return own;
}

/** Glyphs of one face that were needed before. */
export class KnownGlyphs {
  readonly #kit: KitInsides;
  readonly #glyphs = new Map<number, KnownGlyph>();

  constructor(kit: Font) {
    this.#kit = kit as unknown as KitInsides;
  }

  #glyph(id: number): KnownGlyph {
    let glyph = this.#glyphs.get(id);
    if (!glyph) {
      glyph = readGlyph(this.#kit, id);
      this.#glyphs.set(id, glyph);
    }
    return glyph;
  }

  /** Lets a subset of a TrueType face take its glyphs from here. */
  serve(subset: Subset): void {
    subset._addGlyph = (id) => {
      const glyph = this.#glyph(id);
      const bytes = bytesIn(subset, glyph);
      subset.glyf.push(bytes);
      subset.loca.offsets.push(subset.offset);
      subset.hmtx.metrics.push(glyph.metrics);
      subset.offset += bytes.length;
      return subset.glyf.length - 1;
    };
  }
}
