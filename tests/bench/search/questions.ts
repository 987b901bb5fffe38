/** What the search is asked: everyday questions written without sight of the guides' search words, and slips of the finger. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { SearchTexts } from '../../../electron/services/search/search-index.ts';

export interface Question {
  ask: string;
  /** Guides that are a right first answer. */
  right: string[];
}

const questionsYaml = z.array(
  z.strictObject({ ask: z.string().min(1), guide: z.string(), or: z.array(z.string()).max(2).optional() }),
);

/** `questions` is what is reported; `tuning` is what weights were chosen on. */
export function readQuestions(set: 'questions' | 'tuning', language: string): Question[] {
  const file = path.join(import.meta.dirname, set, `${language}.yaml`);
  return questionsYaml
    .parse(parse(readFileSync(file, 'utf8')))
    .map(({ ask, guide, or = [] }) => ({ ask, right: [guide, ...or] }));
}

/** A repeatable random number in [0, 1) (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz';

/** One letter left out, doubled by another, changed, or swapped with the next, at a random place inside a word. */
function slip(text: string, kind: number, random: () => number): string {
  const places = [...text.matchAll(/\p{L}/gu)].map(({ index }) => index);
  const at = places[Math.floor(random() * places.length)] ?? 0;
  const letter = alphabet[Math.floor(random() * alphabet.length)] as string;
  const [before, here, after] = [text.slice(0, at), text[at] ?? '', text.slice(at + 1)];
  if (kind === 0) return before + after;
  if (kind === 1) return before + letter + here + after;
  if (kind === 2) return before + letter + after;
  return before + (after[0] ?? '') + here + after.slice(1);
}

/** Each title and search phrase with each kind of one-letter slip; a phrase of two guides may find either. */
export function slips(texts: Map<string, SearchTexts>): Question[] {
  const owners = new Map<string, string[]>();
  for (const [guide, { title, phrases }] of texts)
    for (const phrase of new Set([title, ...phrases]))
      owners.set(phrase, [...(owners.get(phrase) ?? []), guide]);
  const random = randomFrom(20261125);
  return [...owners].flatMap(([phrase, right]) =>
    [0, 1, 2, 3]
      .map((kind) => slip(phrase, kind, random))
      .filter((ask) => ask.toLowerCase() !== phrase.toLowerCase() && ask.trim() !== '')
      .map((ask) => ({ ask, right })),
  );
}
