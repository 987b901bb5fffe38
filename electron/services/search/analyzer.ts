import { newStemmer } from 'snowball-stemmers';
import { foldWords } from './fold.ts';

/** How a language is searched: `languages/<tag>/search.yaml`. */
export interface SearchRules {
  /** Name of a Snowball stemmer, or null. */
  stemmer: string | null;
  /** Letters that sound alike, as regular expression and replacement, in order. */
  alike: [string, string][];
  /** Words of a question that say nothing about its subject. */
  ignore: string[];
}

/** One word of a text: its folded letters, and the stem under which the index holds it. */
export interface Word {
  folded: string;
  stem: string;
}

/** Takes the texts of one language apart into words, and words into how they sound. */
export interface Analyzer {
  words(text: string): Word[];
  /** Words that carry a question's subject; all of them when none does. */
  subjectWords(text: string): Word[];
  /** Equal for words that sound alike. */
  sound(folded: string): string;
}

export function createAnalyzer({ stemmer, alike, ignore }: SearchRules): Analyzer {
  const snowball = stemmer ? newStemmer(stemmer) : null;
  const ignored = new Set(ignore.flatMap(foldWords));
  const replacements = alike.map(([from, to]) => [new RegExp(from, 'gu'), to] as const);
  // An apostrophe joins: "can't" and "cant" are one word, "l'hôpital" too.
  const words = (text: string) =>
    foldWords(text.replace(/(?<=\p{L})['’](?=\p{L})/gu, '')).map((folded) => ({
      folded,
      stem: snowball ? snowball.stem(folded) : folded,
    }));
  return {
    words,
    subjectWords(text) {
      const all = words(text);
      const subject = all.filter(({ folded }) => !ignored.has(folded));
      return subject.length > 0 ? subject : all;
    },
    sound: (folded) => replacements.reduce((letters, [from, to]) => letters.replace(from, to), folded),
  };
}
