import { readFileSync } from 'node:fs';
import path from 'node:path';
import { create, type Font } from 'fontkit';
import * as hb from 'harfbuzzjs';

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

/** One font file, opened once: fontkit embeds its subset, HarfBuzz shapes with it. */
export interface Face {
  id: string;
  kit: Font;
  shaper: hb.Font;
  /** Thousandths of an em a font unit. */
  scale: number;
  room: Room;
  covers(codePoint: number): boolean;
}

function openFace(id: string, file: string, room: Room): Face {
  const bytes = readFileSync(file);
  const kit = create(bytes);
  const shaper = new hb.Font(new hb.Face(new hb.Blob(bytes), 0));
  return {
    id,
    kit,
    shaper,
    scale: 1000 / kit.unitsPerEm,
    room,
    covers: (codePoint) => kit.hasGlyphForCodePoint(codePoint),
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

  has(family: string): boolean {
    return family in this.manifest;
  }

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

  /** Families to try for a language, in order: its own, the other scripts, then the symbol fonts. */
  chain(families: string[]): string[] {
    const key = families.join('|');
    const found = this.#chains.get(key);
    if (found) return found;
    const rest = Object.keys(this.manifest).filter((family) => !families.includes(family));
    const isFallback = (family: string) => this.manifest[family]?.fallback === true;
    const chain = [...families, ...rest.filter((family) => !isFallback(family)), ...rest.filter(isFallback)];
    this.#chains.set(key, chain);
    return chain;
  }
}
