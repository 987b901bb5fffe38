import bidiFactory from 'bidi-js';
import type { Face, FontStore, Room } from '../fonts/font-store.ts';
import type { Text } from '../sheet.ts';
import { FaceChain } from './face-chain.ts';
import { graphemesOf } from './graphemes.ts';
import { scriptOf, writingOf } from './scripts.ts';
import { isControl } from './tokens.ts';

const bidi = bidiFactory();

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
  readonly #chains = new Map<string, FaceChain>();

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
    const rooms = new Set(this.#families(text.language).map((family) => this.#store.roomOf(family)));
    for (const unit of units) if (unit) rooms.add(unit.face.room);
    return {
      ascent: Math.max(0, ...[...rooms].map(({ ascent }) => ascent)),
      descent: Math.max(0, ...[...rooms].map(({ descent }) => descent)),
    };
  }

  #chain(language: string, bold: boolean): FaceChain {
    const key = `${language}|${bold}`;
    let chain = this.#chains.get(key);
    if (!chain) {
      chain = new FaceChain(this.#store, this.#families(language), bold);
      this.#chains.set(key, chain);
    }
    return chain;
  }

  /** One unit a UTF-16 code unit of `letters`; null for isolates, which are not drawn. Throws `missing-glyph`. */
  units(text: Text, letters: string, boldAt: (offset: number) => boolean): (Unit | null)[] {
    const { levels } = bidi.getEmbeddingLevels(letters, text.direction);
    const writing = writingOf(text.language) ?? 'Latn';
    const chains = { plain: this.#chain(text.language, false), bold: this.#chain(text.language, true) };
    const units: (Unit | null)[] = [];
    let script = ownScript[writing] ?? writing;
    for (const { segment, index } of graphemesOf(letters)) {
      if (isControl(segment)) {
        units.push(null);
        continue;
      }
      const chain = boldAt(index) ? chains.bold : chains.plain;
      const level = levels[index] as number;
      // Letters of two scripts may be one grapheme (a virama joins what follows): then each has its own face.
      for (const part of chain.whole(segment) ? [segment] : segment) {
        script = scriptOf(part) || script;
        const unit = { face: chain.choose(part, text.where), level, script };
        for (let offset = 0; offset < part.length; offset += 1) units.push(unit);
      }
    }
    return units;
  }
}
