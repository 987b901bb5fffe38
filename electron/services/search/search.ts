import type { CallOutput } from '../../contract/calls.ts';
import type { Library } from '../library/types.ts';
import type { Pack } from '../packs/open-pack.ts';
import { createAnalyzer, type SearchRules } from './analyzer.ts';
import { SearchIndex, type SearchTexts } from './search-index.ts';

export type SearchAnswer = CallOutput<'search.query'>;

export interface Search {
  /** Guides for what a person typed, in any language, with titles in `language`. Never throws for what was typed. */
  query(text: string, language: string): SearchAnswer;
}

/** What a match in another language than the reader's counts. */
const otherLanguage = 0.7;
/** After the third guide, one that fits less than this share of the best only clutters the list; and never more than `most`. */
const worthShowing = 0.25;
const most = 10;

const parse = <T>(json: string) => JSON.parse(json) as T;

function indexesOf({ db }: Pack): Map<string, SearchIndex> {
  const rows = db
    .prepare<[], [string, string, string]>('SELECT language, guide, texts FROM search_texts')
    .raw()
    .all();
  const rules = db.prepare<[], [string, string]>('SELECT language, rules FROM search_rules').raw().all();
  return new Map(
    rules.map(([language, json]) => {
      const texts = rows
        .filter(([of]) => of === language)
        .map(([, guide, text]) => [guide, parse<SearchTexts>(text)] as const);
      return [language, new SearchIndex(new Map(texts), createAnalyzer(parse<SearchRules>(json)))];
    }),
  );
}

function add(best: Map<string, number>, scores: Map<string, number>, factor: number): void {
  for (const [guide, score] of scores) best.set(guide, Math.max(best.get(guide) ?? 0, score * factor));
}

export function createSearch({ pack, library }: { pack: Pack; library: Library }): Search {
  const indexes = indexesOf(pack);
  return {
    query(text, language) {
      const best = new Map<string, number>();
      const own = indexes.get(language)?.query(text);
      if (own) add(best, own.scores, 1);
      for (const [tag, index] of indexes) {
        if (tag === language) continue;
        const other = index.query(text);
        // A language that knows no more of the words only adds chance likenesses.
        if (other.known > (own?.known ?? 0)) add(best, other.scores, otherLanguage);
      }
      const byCode = library.guideByCode(text);
      if (byCode) best.set(byCode, Number.MAX_SAFE_INTEGER);
      const cards = new Map(library.cards(language).map((card) => [card.id, card]));
      const sorted = [...best].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
      const top = sorted.find(([id]) => id !== byCode)?.[1] ?? 0;
      const results = sorted
        .filter(([, score], place) => place < 3 || (place < most && score >= top * worthShowing))
        .flatMap(([id, score]) => {
          const card = cards.get(id);
          return card
            ? [{ id, code: card.code, title: card.title, language, score: Math.round(score * 1000) / 1000 }]
            : [];
        });
      return { query: text, language, results, didYouMean: own?.corrected ?? [] };
    },
  };
}
