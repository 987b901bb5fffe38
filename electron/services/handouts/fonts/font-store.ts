import { readFileSync } from 'node:fs';
import path from 'node:path';
import { create, type Font } from 'fontkit';
import * as hb from 'harfbuzzjs';
import { KnownGlyphs } from './known-glyphs.ts';

/** How far letters reach above and below the baseline, in ems. */
export interface Room {
  ascent: number;
  descent: number;
}

export interface FontManifest {
  [family: string]: { regular: string; bold: string; fallback?: boolean; room?: Room };
}

/** Latin's own reach; families whose letters stand higher or hang lower say so in content/fonts.yaml. */
const plainRoom: Room = { ascent: 0.86, descent: 0.14 };

/** Asked before the fonts of other scripts: it has most letters and signs. */
const latinFamily = 'Noto Sans';

/** One font file, opened once: fontkit embeds its subset, HarfBuzz shapes with it. */
export interface Face {
  id: string;
  kit: Font;
  shaper: hb.Font;
  /** Thousandths of an em a font unit. */
  scale: number;
  room: Room;
  covers(codePoint: number): boolean;
  /** Width of a glyph, and how far its ink reaches above and below the baseline, in thousandths of an em. */
  measures(glyph: number): Measures;
  /** Its outlines, for subsets. */
  glyphs: KnownGlyphs;
}

export interface Measures extends Room {
  width: number;
}

function openFace(id: string, file: string, room: Room): Face {
  const bytes = readFileSync(file);
  const kit = create(bytes);
  const shaper = new hb.Font(new hb.Face(new hb.Blob(bytes), 0));
  const scale = 1000 / kit.unitsPerEm;
  const known = new Map<number, Measures>();
  const measure = (glyph: number): Measures => {
    const ink = shaper.glyphExtents(glyph);
    return {
      width: shaper.glyphHAdvance(glyph) * scale,
      ascent: ink ? ink.yBearing * scale : 0,
      descent: ink ? -(ink.yBearing + ink.height) * scale : 0,
    };
  };
  return {
    id,
    kit,
    shaper,
    scale,
    room,
    covers: (codePoint) => kit.hasGlyphForCodePoint(codePoint),
    measures: (glyph) => {
      let found = known.get(glyph);
      if (!found) {
        found = measure(glyph);
        known.set(glyph, found);
      }
      return found;
    },
    glyphs: new KnownGlyphs(kit),
  };
}

/** The bundled fonts of one folder (`manifest.json` names them), opened when first needed and kept. */
export class FontStore {
  readonly folder: string;
  readonly manifest: FontManifest;
  readonly #faces = new Map<string, Face>();
  readonly #chains = new Map<string, string[]>();

  constructor(folder: string) {
    this.folder = folder;
    this.manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as FontManifest;
  }

  /** Whether the family is installed. */
  has(family: string): boolean {
    return family in this.manifest;
  }

  /** How far the letters of an installed family may reach. */
  roomOf(family: string): Room {
    return this.manifest[family]?.room ?? plainRoom;
  }

  /** A family in a weight, opened when first asked for. Throws where it is not installed. */
  face(family: string, bold: boolean): Face {
    const entry = this.manifest[family];
    if (!entry) throw new Error(`no font family ${family}`);
    const file = bold ? entry.bold : entry.regular;
    let face = this.#faces.get(file);
    if (!face) {
      face = openFace(file, path.join(this.folder, file), entry.room ?? plainRoom);
      this.#faces.set(file, face);
    }
    return face;
  }

  /**
   * Families to try for a language, in order: its own, then those of other scripts and last the fonts of signs; for a sign
   * the fonts of signs go before other scripts, whose signs follow other customs.
   */
  chain(families: string[], isSign: boolean): string[] {
    const key = `${families.join('|')}|${isSign}`;
    const found = this.#chains.get(key);
    if (found) return found;
    const rest = Object.keys(this.manifest).filter((family) => !families.includes(family));
    const signs = rest.filter((family) => this.manifest[family]?.fallback === true);
    const scripts = rest.filter((family) => !signs.includes(family));
    const latin = scripts.filter((family) => family === latinFamily);
    const others = scripts.filter((family) => family !== latinFamily);
    const chain = [...families, ...latin, ...(isSign ? [...signs, ...others] : [...others, ...signs])];
    this.#chains.set(key, chain);
    return chain;
  }
}
