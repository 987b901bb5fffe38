import { KioskError } from '../../../contract/errors.ts';
import type { Face, FontStore } from '../fonts/font-store.ts';

const isInvisible = (point: number) => point === 0x200d || point === 0x200c || point === 0xfe0f;

/** The faces to try for one language in one weight, each opened when it is first needed. */
export class FaceChain {
  readonly #store: FontStore;
  readonly #families: string[];
  readonly #bold: boolean;
  readonly #chosen = new Map<string, Face>();

  constructor(store: FontStore, families: string[], bold: boolean) {
    this.#store = store;
    this.#families = families;
    this.#bold = bold;
  }

  #find(test: (face: Face) => boolean): Face | undefined {
    for (const family of this.#families) {
      const face = this.#store.face(family, this.#bold);
      if (test(face)) return face;
    }
    return undefined;
  }

  /** Whether a face that is in use is one of these. */
  has(face: Face): boolean {
    return this.#families.some((family) => this.#store.fileOf(family, this.#bold) === face.id);
  }

  /** The first face with every letter of a grapheme. Throws `missing-glyph`, naming `where`. */
  choose(cluster: string, where: string): Face {
    let face = this.#chosen.get(cluster);
    if (!face) {
      const points = [...cluster]
        .map((letter) => letter.codePointAt(0) as number)
        .filter((point) => !isInvisible(point));
      face = this.#find((one) => points.every((point) => one.covers(point)));
      if (!face) throw this.#missing(points, where);
      this.#chosen.set(cluster, face);
    }
    return face;
  }

  #missing(points: number[], where: string): KioskError {
    const missing = points.find((point) => !this.#find((one) => one.covers(point))) ?? (points[0] as number);
    return new KioskError('missing-glyph', {
      character: String.fromCodePoint(missing),
      codePoint: `U+${missing.toString(16).toUpperCase().padStart(4, '0')}`,
      where,
    });
  }
}
