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

/*
 * The weights below were chosen on the questions in tests/bench/search/tuning; what is reported is measured on others.
 */

/** How much a word counts by where it stands. */
const fieldWeight = { title: 3, phrases: 2, summary: 1.6, headings: 0.7, body: 0.6 };
/** A word's count flattens: its fifth time says little more than its first. */
const flattening = 6;
/** With few guides a word that only one of them happens to use is not as telling as it looks. */
const mostRare = 1.8;
/** What a phrase that the query repeats counts beside its single words. */
const phraseWeight = 1.4;
/** How sure it is that a known word was meant as another known one, or as joined with its neighbour. */
const sure = { slipOfKnown: 0.45, joined: 0.9 };
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

/** A title or search phrase; `weight` is what its stems tell together. */
interface Phrase {
  guide: string;
  stems: Set<string>;
  weight: number;
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
  /** Titles and search phrases, by the stems they hold. */
  readonly #phrasesWith = new Map<string, Phrase[]>();
  readonly #guides: number;
  /** Stem and written form, by folded word. */
  readonly #words = new Map<string, { stem: string; written: string }>();
  readonly #spelling: Spelling;

  constructor(guides: Map<string, SearchTexts>, analyzer: Analyzer) {
    this.#analyzer = analyzer;
    this.#guides = guides.size;
    for (const [guide, texts] of guides) this.#add(guide, texts);
    for (const phrase of new Set([...this.#phrasesWith.values()].flat()))
      phrase.weight = [...phrase.stems].reduce((sum, stem) => sum + this.#rarity(stem), 0);
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
    for (const text of [texts.title, ...texts.phrases]) {
      const stems = new Set(this.#analyzer.subjectWords(text).map(({ stem }) => stem));
      const phrase: Phrase = { guide, weight: 0, stems };
      for (const stem of stems) this.#phrasesWith.set(stem, [...(this.#phrasesWith.get(stem) ?? []), phrase]);
    }
  }

  /** How much a stem tells: more, the fewer guides have it; 0 for one that none has. */
  #rarity(stem: string): number {
    const having = this.#postings.get(stem)?.size ?? 0;
    const rarity = Math.log(1 + (this.#guides - having + 0.5) / (having + 0.5));
    return having === 0 ? 0 : Math.sqrt(Math.min(rarity, mostRare));
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

  /**
   * For each guide that has one, how much of the query its closest phrase says, and of that phrase the query, as a weight of
   * words. `whole` is the query's own weight.
   */
  #phraseScores(words: Meant[], whole: number): Map<string, number> {
    const shared = new Map<Phrase, number>();
    for (const { stems } of words) {
      const most = new Map<Phrase, number>();
      for (const [stem, sureness] of stems) {
        const weight = sureness * this.#rarity(stem);
        for (const phrase of this.#phrasesWith.get(stem) ?? [])
          if (weight > (most.get(phrase) ?? 0)) most.set(phrase, weight);
      }
      for (const [phrase, weight] of most) shared.set(phrase, (shared.get(phrase) ?? 0) + weight);
    }
    const best = new Map<string, number>();
    for (const [phrase, said] of shared) {
      const score = ((said * said) / Math.max(phrase.weight, said)) * Math.sqrt(said / whole);
      if (score > (best.get(phrase.guide) ?? 0)) best.set(phrase.guide, score);
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
    for (const [guide, score] of this.#phraseScores(words, whole))
      scores.set(guide, (scores.get(guide) ?? 0) + phraseWeight * score);
    return {
      scores,
      known: words.filter((word) => word.known).length,
      corrected: [...new Set(words.flatMap((word) => (word.corrected ? [word.corrected] : [])))],
    };
  }
}
