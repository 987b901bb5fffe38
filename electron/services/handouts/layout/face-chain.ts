import { KioskError } from '../../../contract/errors.ts';
import type { Face, FontStore } from '../fonts/font-store.ts';

/** Letters that HarfBuzz draws without a glyph of their own: spaces of every width, joiners, invisible breaks. */
const blank = /^[\u00a0\u034f\u17b4\u17b5\u180b-\u180e\u2000-\u200f\u202f\u205f-\u206f\u3000\ufe00-\ufe0f]$/u;
const needsNoGlyph = (letter: string) =>
  letter === ' ' || letter === '\n' || (letter > '~' && blank.test(letter));
const lettersOrDigits = /^[\p{L}\p{M}\p{N}]/u;
const nonBreakingHyphen = 0x2011;
const hyphen = 0x2010;

const has = (face: Face, point: number) =>
  face.covers(point) || (point === nonBreakingHyphen && face.covers(hyphen));

const pointsOf = (cluster: string) =>
  [...cluster].filter((letter) => !needsNoGlyph(letter)).map((letter) => letter.codePointAt(0) as number);

/** The faces to try for one language in one weight, each opened when it is first needed. One for each document. */
export class FaceChain {
  readonly #store: FontStore;
  readonly #families: string[];
  readonly #bold: boolean;
  readonly #chosen = new Map<string, Face>();

  /** `families` are the language's own. */
  constructor(store: FontStore, families: string[], bold: boolean) {
    this.#store = store;
    this.#families = families;
    this.#bold = bold;
  }

  #find(chain: string[], test: (face: Face) => boolean): Face | undefined {
    for (const family of chain) {
      const face = this.#store.face(family, this.#bold);
      if (test(face)) return face;
    }
    return undefined;
  }

  /** The first face with every letter of a grapheme; null when there is none. */
  whole(cluster: string): Face | null {
    const found = this.#chosen.get(cluster);
    if (found) return found;
    const points = pointsOf(cluster);
    const face = this.#find(this.#chainFor(cluster), (one) => points.every((point) => has(one, point)));
    if (face) this.#chosen.set(cluster, face);
    return face ?? null;
  }

  /** As `whole`, but throws `missing-glyph`, naming `where`. */
  choose(cluster: string, where: string): Face {
    const face = this.whole(cluster);
    if (!face) throw this.#missing(this.#chainFor(cluster), pointsOf(cluster), where);
    return face;
  }

  #chainFor(cluster: string): string[] {
    return this.#store.chain(this.#families, !lettersOrDigits.test(cluster));
  }

  #missing(chain: string[], points: number[], where: string): KioskError {
    const missing =
      points.find((point) => !this.#find(chain, (one) => has(one, point))) ?? (points[0] as number);
    return new KioskError('missing-glyph', {
      character: String.fromCodePoint(missing),
      codePoint: `U+${missing.toString(16).toUpperCase().padStart(4, '0')}`,
      where,
    });
  }
}
