import { readFileSync } from 'node:fs';
import path from 'node:path';
import { create, type Font } from 'fontkit';
import * as hb from 'harfbuzzjs';
import { KnownGlyphs } from './known-glyphs.ts';

export interface FontManifest {
  [family: string]: { regular: string; bold: string; fallback?: boolean };
}

/** One font file, opened once: fontkit embeds its subset, HarfBuzz shapes with it. */
export interface Face {
  id: string;
  kit: Font;
  shaper: hb.Font;
  /** Thousandths of an em a font unit. */
  scale: number;
  covers(codePoint: number): boolean;
  glyphs: KnownGlyphs;
}

function openFace(id: string, file: string): Face {
  const bytes = readFileSync(file);
  const kit = create(bytes);
  const shaper = new hb.Font(new hb.Face(new hb.Blob(bytes), 0));
  return {
    id,
    kit,
    shaper,
    scale: 1000 / kit.unitsPerEm,
    covers: (codePoint) => kit.hasGlyphForCodePoint(codePoint),
    glyphs: new KnownGlyphs(kit),
  };
}

/** The bundled fonts of one folder (`manifest.json` names them), opened when first needed and kept. */
export class FontStore {
  readonly folder: string;
  readonly manifest: FontManifest;
  readonly #faces = new Map<string, Face>();

  constructor(folder: string) {
    this.folder = folder;
    this.manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as FontManifest;
  }

  /** File of a family in a weight, which is also its face's id. */
  fileOf(family: string, bold: boolean): string {
    const entry = this.manifest[family];
    if (!entry) throw new Error(`no font family ${family}`);
    return bold ? entry.bold : entry.regular;
  }

  face(family: string, bold: boolean): Face {
    const file = this.fileOf(family, bold);
    let face = this.#faces.get(file);
    if (!face) {
      face = openFace(file, path.join(this.folder, file));
      this.#faces.set(file, face);
    }
    return face;
  }

  /** Families to try for a language, in order: its own, the other scripts, then the symbol fonts. */
  chain(families: string[]): string[] {
    const rest = Object.keys(this.manifest).filter((family) => !families.includes(family));
    const isFallback = (family: string) => this.manifest[family]?.fallback === true;
    return [...families, ...rest.filter((family) => !isFallback(family)), ...rest.filter(isFallback)];
  }
}
