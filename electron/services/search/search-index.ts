import type { Analyzer } from './analyzer.ts';
import { Spelling } from './spelling.ts';

/** What of a guide is searched, in one language. */
export interface SearchTexts {
  title: string;
  /** What people type for it: words, questions, misspellings. */
  phrases: string[];
  summary: string;
  headings: string[];
  body: string[];
}

/** How much a word counts by where it stands. */
const fieldWeight = { title: 3, phrases: 3, summary: 1.6, headings: 1.4, body: 0.6 };
/** A word's count flattens: its fifth time says little more than its first. */
const flattening = 1.2;
/** What a phrase that the query repeats counts beside its single words. */
const phraseWeight = 1.4;
/** How sure it is that a known word was meant as another known one, or as joined with its neighbour. */
const sure = { slipOfKnown: 0.3, joined: 0.9 };
/** Letters of the shorter half when a word is taken apart. */
const shortestHalf = 3;

/** A query word as the index may hold it. */
interface Meant {
  /** Stems, each with how sure it is that the word stands for it, from 0 to 1. */
  stems: Map<string, number>;
  known: boolean;
  /** The word as it is written, when it was not known as typed. */
  corrected: string | null;
}

export interface IndexAnswer {
  /** Score by guide id; only guides that have something of the query. */
  scores: Map<string, number>;
  /** How many of the query's words the language has as they were typed. */
  known: number;
  corrected: string[];
}

/**
 * The guides of one language, held in memory: some thirty guides and a few thousand words. Words are weighed by field and
 * by how few guides have them (as in BM25F), and a guide whose title or search phrase says the query as a whole comes first.
 */
export class SearchIndex {
  readonly #analyzer: Analyzer;
  /** Weight by guide, by stem. */
  readonly #postings = new Map<string, Map<string, number>>();
  /** Stems of each phrase, by guide. */
  readonly #phrases = new Map<string, Set<string>[]>();
  /** Stem and written form, by folded word. */
  readonly #words = new Map<string, { stem: string; written: string }>();
  readonly #spelling: Spelling;

  constructor(guides: Map<string, SearchTexts>, analyzer: Analyzer) {
    this.#analyzer = analyzer;
    for (const [guide, texts] of guides) this.#add(guide, texts);
    this.#spelling = new Spelling(this.#words.keys(), (word) => analyzer.sound(word));
  }

  #add(guide: string, texts: SearchTexts): void {
    const counts = new Map<string, number>();
    const count = (weight: number, ...lines: string[]) => {
      for (const written of lines.flatMap((line) => line.match(/[\p{L}\p{N}'’]+/gu) ?? [])) {
        for (const { folded, stem } of this.#analyzer.words(written)) {
          counts.set(stem, (counts.get(stem) ?? 0) + weight);
          if (!this.#words.has(folded)) this.#words.set(folded, { stem, written: written.toLowerCase() });
        }
      }
    };
    count(fieldWeight.title, texts.title);
    count(fieldWeight.phrases, ...texts.phrases);
    count(fieldWeight.summary, texts.summary);
    count(fieldWeight.headings, ...texts.headings);
    count(fieldWeight.body, ...texts.body);
    for (const [stem, weight] of counts) {
      const guides = this.#postings.get(stem) ?? new Map<string, number>();
      this.#postings.set(stem, guides.set(guide, weight / (weight + flattening)));
    }
    this.#phrases.set(
      guide,
      [texts.title, ...texts.phrases].map(
        (phrase) => new Set(this.#analyzer.subjectWords(phrase).map(({ stem }) => stem)),
      ),
    );
  }

  /** How much a stem tells: more, the fewer guides have it; 0 for one that none has. */
  #rarity(stem: string): number {
    const having = this.#postings.get(stem)?.size ?? 0;
    return having === 0 ? 0 : Math.log(1 + (this.#phrases.size - having + 0.5) / (having + 0.5));
  }

  #stemOf(folded: string): string {
    return this.#words.get(folded)?.stem ?? folded;
  }

  /** Two known words that a typed one is made of ("painkiller" where guides say "pain killer"), or null. */
  #halves(folded: string): [string, string] | null {
    for (let at = shortestHalf; at <= folded.length - shortestHalf; at += 1) {
      const halves: [string, string] = [folded.slice(0, at), folded.slice(at)];
      if (halves.every((half) => this.#words.has(half))) return halves;
    }
    return null;
  }

  #meant(folded: string, stem: string, isLast: boolean): Meant {
    const stems = new Map<string, number>();
    const put = (key: string, sureness: number) => stems.set(key, Math.max(sureness, stems.get(key) ?? 0));
    if (isLast && folded.length > 1)
      for (const { word, sureness } of this.#spelling.beginning(folded)) put(this.#stemOf(word), sureness);
    const isKnown = this.#postings.has(stem);
    if (isKnown) put(stem, 1);
    const near = this.#spelling.near(folded);
    for (const { word, sureness } of near)
      put(this.#stemOf(word), isKnown ? sureness * sure.slipOfKnown : sureness);
    if (stems.size === 0) for (const half of this.#halves(folded) ?? []) put(this.#stemOf(half), sure.joined);
    const first = near[0]?.word;
    const corrected =
      isKnown || stems.has(folded) || !first ? null : (this.#words.get(first)?.written ?? null);
    return { stems, known: isKnown, corrected };
  }

  #wordScores(words: Meant[]): Map<string, number> {
    const scores = new Map<string, number>();
    for (const { stems } of words) {
      const best = new Map<string, number>();
      for (const [stem, sureness] of stems) {
        const rarity = this.#rarity(stem);
        for (const [guide, weight] of this.#postings.get(stem) ?? [])
          best.set(guide, Math.max(best.get(guide) ?? 0, sureness * weight * rarity));
      }
      for (const [guide, score] of best) scores.set(guide, (scores.get(guide) ?? 0) + score);
    }
    return scores;
  }

  /** How much of the query a guide's closest phrase says, and of that phrase the query, as a weight of words. */
  #phraseScore(guide: string, words: Meant[], whole: number): number {
    let best = 0;
    for (const phrase of this.#phrases.get(guide) ?? []) {
      let shared = 0;
      for (const { stems } of words) {
        let most = 0;
        for (const [stem, sureness] of stems)
          if (phrase.has(stem)) most = Math.max(most, sureness * this.#rarity(stem));
        shared += most;
      }
      if (shared === 0) continue;
      let length = 0;
      for (const stem of phrase) length += this.#rarity(stem);
      best = Math.max(best, ((shared * shared) / Math.max(length, shared)) * Math.sqrt(shared / whole));
    }
    return best;
  }

  /** Never throws for what was typed. */
  query(text: string): IndexAnswer {
    const typed = this.#analyzer.subjectWords(text).slice(0, 24);
    const words = typed.map(({ folded, stem }, at) => this.#meant(folded, stem, at === typed.length - 1));
    typed.slice(1).forEach(({ folded }, at) => {
      const joined = this.#words.get(`${typed[at]?.folded ?? ''}${folded}`);
      if (joined) words.push({ stems: new Map([[joined.stem, sure.joined]]), known: true, corrected: null });
    });
    const whole = words.reduce(
      (sum, { stems }) =>
        sum + Math.max(0, ...[...stems].map(([stem, sureness]) => sureness * this.#rarity(stem))),
      0,
    );
    const scores = this.#wordScores(words);
    for (const [guide, score] of scores)
      scores.set(guide, score + phraseWeight * this.#phraseScore(guide, words, whole));
    return {
      scores,
      known: words.filter((word) => word.known).length,
      corrected: [...new Set(words.flatMap((word) => (word.corrected ? [word.corrected] : [])))],
    };
  }
}
