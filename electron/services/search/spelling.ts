import { within } from './distance.ts';

/** A known word that a typed one may stand for, and how sure that is, from 0 to 1. */
export interface Guess {
  word: string;
  sureness: number;
}

/** Words this long may differ by one letter, and by two. */
const lengthForOne = 3;
const lengthForTwo = 8;
const sure = { sound: 0.85, one: 0.9, two: 0.5, begins: 0.5 };

/** The word with every single letter left out, and itself. */
function shortened(word: string): string[] {
  const letters = [...word];
  return [word, ...letters.map((_, index) => letters.filter((_letter, at) => at !== index).join(''))];
}

const twiceShortened = (word: string) => new Set(shortened(word).flatMap(shortened));

function add(map: Map<string, string[]>, key: string, word: string): void {
  const known = map.get(key);
  if (known) known.push(word);
  else map.set(key, [word]);
}

/**
 * Finds known words near a typed one. Both sides are looked up with letters left out (the symmetric delete method), so that
 * a query costs a few look-ups instead of a comparison with every word.
 */
export class Spelling {
  readonly #near = new Map<string, string[]>();
  readonly #sounds = new Map<string, string[]>();
  readonly #sorted: string[];
  readonly #sound: (word: string) => string;

  constructor(words: Iterable<string>, sound: (word: string) => string) {
    this.#sound = sound;
    this.#sorted = [...words].sort();
    for (const word of this.#sorted) {
      add(this.#sounds, sound(word), word);
      const keys = word.length >= lengthForTwo ? twiceShortened(word) : new Set(shortened(word));
      for (const key of keys) add(this.#near, key, word);
    }
  }

  /** Known words that begin with what is being typed, at most 24. */
  beginning(start: string): Guess[] {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle] as string) < start) low = middle + 1;
      else high = middle;
    }
    const found: Guess[] = [];
    for (let at = low; at < this.#sorted.length && found.length < 24; at += 1) {
      const word = this.#sorted[at] as string;
      if (!word.startsWith(start)) break;
      if (word !== start) found.push({ word, sureness: sure.begins });
    }
    return found;
  }

  /** Known words that sound like `word` or differ from it by a letter or two, the surest first. */
  near(word: string): Guess[] {
    const best = new Map<string, number>();
    const put = (known: string, sureness: number) => {
      if (known !== word && sureness > (best.get(known) ?? 0)) best.set(known, sureness);
    };
    if (word.length >= lengthForOne && !/[\p{Script=Han}\p{N}]/u.test(word)) {
      for (const known of this.#sounds.get(this.#sound(word)) ?? []) put(known, sure.sound);
      const keys = word.length >= lengthForTwo ? twiceShortened(word) : shortened(word);
      for (const known of new Set([...keys].flatMap((key) => this.#near.get(key) ?? []))) {
        const shorter = Math.min(known.length, word.length);
        if (shorter >= lengthForOne - 1 && within(word, known, 1)) put(known, sure.one);
        else if (shorter >= lengthForTwo - 1 && within(word, known, 2)) put(known, sure.two);
      }
    }
    return [...best]
      .map(([known, sureness]) => ({ word: known, sureness }))
      .sort((a, b) => b.sureness - a.sureness || sharedStart(word, b.word) - sharedStart(word, a.word));
  }
}

/** Letters two words begin with in common: people mistype the end of a word more than its start. */
function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
