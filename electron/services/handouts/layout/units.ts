import bidiFactory from 'bidi-js';
import { KioskError } from '../../../contract/errors.ts';
import type { Face, FontStore, Room } from '../fonts/font-store.ts';
import type { Text } from '../sheet.ts';
import { scriptOf, writingOf } from './scripts.ts';
import { isControl } from './tokens.ts';

const bidi = bidiFactory();
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Letters that HarfBuzz draws without a glyph of their own: spaces of every width, joiners, invisible breaks. */
const blank = /^[\u00a0\u034f\u17b4\u17b5\u180b-\u180e\u2000-\u200f\u202f\u205f-\u206f\u3000\ufe00-\ufe0f]$/u;
const needsNoGlyph = (letter: string) =>
  letter === ' ' || letter === '\n' || (letter > '~' && blank.test(letter));
const lettersOrDigits = /^[\p{L}\p{M}\p{N}]/u;
const nonBreakingHyphen = 0x2011;
const hyphen = 0x2010;

/** What a character is drawn with. */
export interface Unit {
  face: Face;
  level: number;
  script: string;
}

/** Script of a language's first letters, for text that begins with a digit or a sign. */
const ownScript: Record<string, string> = { Hans: 'Hani', Hant: 'Hani', Jpan: 'Hani', Kore: 'Hang' };

/** Finds the font, script and direction of each character. One for each document. */
export class Itemizer {
  readonly #store: FontStore;
  readonly #fonts: Map<string, string[]>;
  /** Font of a single character by chain and weight. */
  readonly #chosen = new Map<string, Map<string, Face>>();

  /** `fonts` gives each language's families; another language starts from the first one's. */
  constructor(store: FontStore, fonts: Map<string, string[]>) {
    this.#store = store;
    this.#fonts = fonts;
  }

  #families(language: string): string[] {
    return this.#fonts.get(language) ?? [];
  }

  /** How far up and down the letters of a text may reach: its language's, and those of every font that it uses. */
  room(text: Text, units: (Unit | null)[]): Room {
    const faces = new Set(this.#families(text.language).map((family) => this.#store.face(family, false)));
    for (const unit of units) if (unit) faces.add(unit.face);
    const rooms = [...faces].map((face) => face.room);
    return {
      ascent: Math.max(0, ...rooms.map(({ ascent }) => ascent)),
      descent: Math.max(0, ...rooms.map(({ descent }) => descent)),
    };
  }

  #face(cluster: string, bold: boolean, text: Text): Face {
    const key = `${text.language}|${bold}`;
    const chosen = this.#chosen.get(key) ?? new Map<string, Face>();
    this.#chosen.set(key, chosen);
    const found = chosen.get(cluster);
    if (found) return found;
    const chain = this.#store.chain(this.#families(text.language), !lettersOrDigits.test(cluster));
    const points = [...cluster]
      .filter((letter) => !needsNoGlyph(letter))
      .map((letter) => letter.codePointAt(0) as number);
    const has = (face: Face, point: number) =>
      face.covers(point) || (point === nonBreakingHyphen && face.covers(hyphen));
    // Looked for one by one, so that no font is opened before it is needed.
    for (const family of chain) {
      const face = this.#store.face(family, bold);
      if (!points.every((point) => has(face, point))) continue;
      chosen.set(cluster, face);
      return face;
    }
    const missing =
      points.find((point) => !chain.some((family) => has(this.#store.face(family, bold), point))) ??
      (points[0] as number);
    throw new KioskError('missing-glyph', {
      character: String.fromCodePoint(missing),
      codePoint: `U+${missing.toString(16).toUpperCase().padStart(4, '0')}`,
      where: text.where,
    });
  }

  /** One unit a UTF-16 code unit of `letters`; null for isolates, which are not drawn. Throws `missing-glyph`. */
  units(text: Text, letters: string, boldAt: (offset: number) => boolean): (Unit | null)[] {
    const { levels } = bidi.getEmbeddingLevels(letters, text.direction);
    const writing = writingOf(text.language) ?? 'Latn';
    const units: (Unit | null)[] = [];
    let script = ownScript[writing] ?? writing;
    for (const { segment, index } of graphemes.segment(letters)) {
      const cluster = isControl(segment[0] as string) ? segment.slice(1) : segment;
      script = (cluster && scriptOf(cluster)) || script;
      let unit: Unit | null = null;
      if (cluster !== '') {
        const face = this.#face(cluster, boldAt(index), text);
        unit = { face, level: levels[index + segment.length - cluster.length] as number, script };
      }
      for (let offset = 0; offset < segment.length; offset += 1)
        units.push(isControl(segment[offset] as string) ? null : unit);
    }
    return units;
  }
}
