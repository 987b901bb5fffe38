/**
 * Every word a guide uses is an everyday word of the language's list, a name, or explained in the glossary. So no medical
 * word, and no slip of the keyboard, reaches a patient unnoticed.
 */
import type { Block, Inline } from '../../../contract/document.ts';
import { createAnalyzer, type Analyzer } from '../../search/analyzer.ts';
import type { Content, Guide, Language, Problem } from '../content.ts';
import { blockLines } from '../texts.ts';
import { namePattern } from './reading.ts';

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/\p{L}[\p{L}']*(?<!')/gu) ?? [];

/** Lines of a block without its red flags, which are checked once where they are written. */
function ownLines(block: Block): Inline[][] {
  const without = <B extends Block>(of: B): B => {
    if (of.type === 'callout') return { ...of, blocks: of.blocks.map(without) };
    return 'items' in of ? { ...of, items: of.items.filter((item) => !item.flag) } : of;
  };
  return blockLines(without(block));
}

/** Figures are not words, and the words of a term are explained on tap: neither is asked about. */
const ownWords = (line: Inline[]) =>
  line.map((inline) => (inline.type === 'fact' || inline.type === 'term' ? ' ' : inline.text)).join('');

class PlainWords {
  readonly #language: Language;
  readonly #everyday: Set<string>;
  readonly #names: RegExp | null;
  readonly #analyzer: Analyzer;

  constructor(content: Content, language: Language, everyday: Set<string>) {
    // A text may also show the English name that stands on the bottle.
    const medicines = [...content.medicines.values()].flatMap((forms) =>
      [language.tag, content.source.tag].flatMap((tag) => forms.get(tag) ?? []),
    );
    this.#language = language;
    this.#everyday = everyday;
    this.#names = namePattern([...content.names, ...medicines]);
    this.#analyzer = createAnalyzer(language.search);
  }

  #stems(texts: string[]): Set<string> {
    return new Set(texts.flatMap((text) => this.#analyzer.words(text)).map(({ stem }) => stem));
  }

  /** Words of a text that are neither everyday words, nor names, nor forms of what is explained. */
  #strange(text: string, explained: Set<string>): string[] {
    const bare = this.#names ? text.replace(this.#names, ' ') : text;
    return wordsOf(bare).filter(
      (word) =>
        !this.#everyday.has(word) && !this.#analyzer.words(word).every(({ stem }) => explained.has(stem)),
    );
  }

  guide(guide: Guide): Problem[] {
    const { tag, folder } = this.#language;
    const text = guide.texts.get(tag);
    if (!text) return [];
    const lines = text.sections.flatMap((section) => [section.title, ...section.blocks.flatMap(ownLines)]);
    const terms = lines.flat().flatMap((inline) => (inline.type === 'term' ? [inline.text] : []));
    const explained = this.#stems(terms);
    const strange = [text.front.title, text.front.summary, ...lines.map(ownWords)].flatMap((line) =>
      this.#strange(line, explained),
    );
    return [...new Set(strange)].map((word) => ({
      file: text.file,
      what: `"${word}" is not an everyday word`,
      mend: `use a plainer word, explain it with :term[${word}]{#…}, or add it to ${folder}/plain-words.txt`,
    }));
  }

  /** Definitions and danger signs must be plain too; they may lean on other terms. */
  glossary(): Problem[] {
    const { tag, folder, glossary, redFlags } = this.#language;
    const explained = this.#stems([...glossary.values()].map(({ term }) => term));
    const texts: [file: string, id: string, text: string][] = [
      ...[...glossary].map(([id, { definition }]): [string, string, string] => [
        `glossary/${tag}.yaml`,
        id,
        definition,
      ]),
      ...[...redFlags].map(([id, text]): [string, string, string] => [`red-flags/${tag}.yaml`, id, text]),
    ];
    return texts.flatMap(([file, id, text]) =>
      this.#strange(text.replace(/\{\{[^}]*\}\}/g, ' '), explained).map((word) => ({
        file,
        what: `${id}: "${word}" is not an everyday word`,
        mend: `use a plainer word, or add it to ${folder}/plain-words.txt`,
      })),
    );
  }
}

export function checkPlainWords(content: Content): Problem[] {
  return content.languages.flatMap((language) => {
    if (!language.plainWords) return [];
    const check = new PlainWords(content, language, language.plainWords);
    return [...content.guides.flatMap((guide) => check.guide(guide)), ...check.glossary()];
  });
}
