import type { CallOutput } from '../../contract/calls.ts';
import type { Library } from '../library/types.ts';
import type { Pack } from '../packs/open-pack.ts';
import { within } from './distance.ts';
import { foldWords } from './fold.ts';

export type SearchAnswer = CallOutput<'search.query'>;

export interface Search {
  /** Guides for what a person typed, in any language, with titles in `language`. Never throws for what was typed. */
  query(text: string, language: string): SearchAnswer;
}

/** Letters a mistyped word may differ by; short words and Han pairs must be right. */
const slack = (word: string) =>
  /\p{Script=Han}/u.test(word) || word.length < 4 ? 0 : word.length < 8 ? 1 : 2;

/** Letters two words begin with in common: people mistype the end of a word more than its start. */
function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** A query word as the index may hold it: itself, or known words close to it. */
interface Meant {
  forms: string[];
  corrected: string | null;
}

/** Weight of a match by column: guide and language are not searched, then title, search words, headings, body. */
const weights = '0, 0, 10, 8, 4, 1';
/** A row in the reader's own language ranks this much higher. */
const ownLanguage = 1.2;

export function createSearch({ pack, library }: { pack: Pack; library: Library }): Search {
  const vocabulary = pack.db
    .prepare<[], [string, string]>('SELECT folded, word FROM vocabulary ORDER BY folded, word')
    .raw()
    .all();
  const known = new Set(vocabulary.map(([folded]) => folded));
  const match = pack.db
    .prepare<[string], [string, string, number]>(
      `SELECT guide, language, -bm25(search, ${weights}) FROM search WHERE search MATCH ? ORDER BY 3 DESC LIMIT 200`,
    )
    .raw();

  function meant(word: string, isLast: boolean): Meant {
    const isKnown = known.has(word) || /\p{Script=Han}/u.test(word) || /^\p{N}+$/u.test(word);
    if (isKnown) return { forms: [isLast ? `"${word}"*` : `"${word}"`], corrected: null };
    if (isLast && vocabulary.some(([folded]) => folded.startsWith(word)))
      return { forms: [`"${word}"*`], corrected: null };
    const limit = slack(word);
    for (let letters = 1; letters <= limit; letters += 1) {
      const close = vocabulary.filter(([folded]) => within(word, folded, letters));
      close.sort(([a], [b]) => sharedStart(word, b) - sharedStart(word, a));
      if (close.length > 0) {
        const forms = [...new Set(close.map(([folded]) => `"${folded}"`))];
        return { forms, corrected: close[0]?.[1] ?? null };
      }
    }
    return { forms: [], corrected: null };
  }

  function ranked(words: Meant[], language: string): Map<string, number> {
    const groups = words
      .filter((word) => word.forms.length > 0)
      .map((word) => `(${word.forms.join(' OR ')})`);
    const best = new Map<string, number>();
    if (groups.length === 0) return best;
    const all = match.all(groups.join(' AND '));
    const rows = all.length > 0 ? all : match.all(groups.join(' OR '));
    for (const [guide, rowLanguage, score] of rows) {
      const own = score * (rowLanguage === language ? ownLanguage : 1);
      if (own > (best.get(guide) ?? 0)) best.set(guide, own);
    }
    return best;
  }

  return {
    query(text, language) {
      const words = foldWords(text).slice(0, 24);
      const meanings = words.map((word, index) => meant(word, index === words.length - 1));
      const best = ranked(meanings, language);
      const byCode = library.guideByCode(text);
      if (byCode) best.set(byCode, Number.MAX_SAFE_INTEGER);
      const cards = new Map(
        library
          .home(language)
          .flatMap((group) => group.guides)
          .map((card) => [card.id, card]),
      );
      const results = [...best]
        .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
        .flatMap(([id, score]) => {
          const card = cards.get(id);
          return card
            ? [{ id, code: card.code, title: card.title, language, score: Math.round(score * 1000) / 1000 }]
            : [];
        });
      const didYouMean = [...new Set(meanings.flatMap((word) => (word.corrected ? [word.corrected] : [])))];
      return { query: text, language, results, didYouMean };
    },
  };
}
