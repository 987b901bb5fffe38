/** Sala's search and three libraries that do the same job, each over the same texts of one language. */
import { Charset, Document } from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { SearchTexts } from '../../../electron/services/search/search-index.ts';
import type { Search } from '../../../electron/services/search/search.ts';

export interface Engine {
  name: string;
  /** Ids of the guides found, the best first. */
  find(query: string): string[];
}

type FlatTexts = {
  id: string;
  title: string;
  phrases: string;
  summary: string;
  headings: string;
  body: string;
};

const fields = ['title', 'phrases', 'summary', 'headings', 'body'] as const;
/** The libraries get the weights of our own fields. */
const boost = { title: 3, phrases: 3, summary: 1.6, headings: 1.4, body: 0.6 };

const flat = (texts: Map<string, SearchTexts>): FlatTexts[] =>
  [...texts].map(([id, { title, phrases, summary, headings, body }]) => ({
    id,
    title,
    phrases: phrases.join('\n'),
    summary,
    headings: headings.join('\n'),
    body: body.join('\n'),
  }));

const withoutAccents = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

export const sala = (search: Search, language: string): Engine => ({
  name: 'Sala',
  find: (query) => search.query(query, language).results.map(({ id }) => id),
});

/** MiniSearch as its documentation advises for forgiving search: prefix and fuzzy 0.2, fields boosted. */
export function miniSearch(texts: Map<string, SearchTexts>): Engine {
  const index = new MiniSearch<FlatTexts>({
    fields: [...fields],
    processTerm: (term) => withoutAccents(term),
    searchOptions: { boost, prefix: true, fuzzy: 0.2 },
  });
  index.addAll(flat(texts));
  return { name: 'MiniSearch', find: (query) => index.search(query).map(({ id }) => String(id)) };
}

/** FlexSearch with its forgiving Latin encoder and suggestions, fields merged in the order of their weight. */
export function flexSearch(texts: Map<string, SearchTexts>): Engine {
  const index = new Document<FlatTexts>({
    document: { id: 'id', index: [...fields] },
    tokenize: 'forward',
    encoder: Charset.LatinAdvanced,
  });
  for (const one of flat(texts)) index.add(one);
  return {
    name: 'FlexSearch',
    find: (query) => [
      ...new Set(
        index.search(query, { suggest: true, limit: 30 }).flatMap(({ result }) => result.map(String)),
      ),
    ],
  };
}

/** Fuse.js with words joined by "or" in its extended search, which it needs for questions of many words. */
export function fuse(texts: Map<string, SearchTexts>): Engine {
  const index = new Fuse(flat(texts), {
    keys: fields.map((name) => ({ name, weight: boost[name] })),
    ignoreLocation: true,
    ignoreDiacritics: true,
    threshold: 0.3,
    includeScore: true,
    useExtendedSearch: true,
  });
  return {
    name: 'Fuse.js',
    find: (query) => {
      const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
      return words.length === 0 ? [] : index.search(words.join(' | ')).map(({ item }) => item.id);
    },
  };
}
