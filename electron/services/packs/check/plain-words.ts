/**
 * Every word a guide uses is an everyday word of the language's list, a name, or explained in the glossary. So no medical
 * word, and no slip of the keyboard, reaches a patient unnoticed.
 */
import type { Inline } from '../../../contract/document.ts';
import type { Content, Guide, Language, Problem } from '../content.ts';
import { sectionLines } from '../texts.ts';
import { namePattern } from './reading.ts';

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/\p{L}[\p{L}']*(?<!')/gu) ?? [];

/** Names that may stand unexplained: programs, places, and medicines. */
function nameFinder(content: Content, language: Language): RegExp | null {
  const medicines = [...content.medicines.values()].flatMap((forms) => forms.get(language.tag) ?? []);
  return namePattern([...content.names, ...medicines]);
}

/** Facts are figures and names, and the words of a term are explained on tap: neither is asked about here. */
const ownWords = (line: Inline[]) =>
  line.map((inline) => (inline.type === 'fact' || inline.type === 'term' ? ' ' : inline.text)).join('');

const termWords = (lines: Inline[][]) =>
  lines
    .flat()
    .flatMap((inline) => (inline.type === 'term' ? wordsOf(inline.text) : []));

function strangeWords(text: string, known: (word: string) => boolean, names: RegExp | null): string[] {
  const bare = names ? text.replace(names, ' ') : text;
  return wordsOf(bare).filter((word) => !known(word));
}

function checkGuide(content: Content, guide: Guide, language: Language, names: RegExp | null): Problem[] {
  const text = guide.texts.get(language.tag);
  const everyday = language.plainWords;
  if (!text || !everyday) return [];
  const lines = text.sections.flatMap(sectionLines);
  const explained = new Set(termWords(lines));
  const known = (word: string) => everyday.has(word) || explained.has(word);
  const strange = [text.front.title, text.front.summary, ...lines.map(ownWords)].flatMap((line) =>
    strangeWords(line, known, names),
  );
  return [...new Set(strange)].map((word) => ({
    file: text.file,
    what: `"${word}" is not an everyday word`,
    mend: `use a plainer word, explain it with :term[${word}]{#…}, or add it to ${language.folder}/plain-words.txt`,
  }));
}

/** Definitions and danger signs must be plain too; a definition may lean on other terms. */
function checkGlossary(language: Language, names: RegExp | null): Problem[] {
  const everyday = language.plainWords;
  if (!everyday) return [];
  const terms = new Set([...language.glossary.values()].flatMap(({ term }) => wordsOf(term)));
  const known = (word: string) => everyday.has(word) || terms.has(word);
  const texts: [file: string, id: string, text: string][] = [
    ...[...language.glossary].map(([id, { definition }]): [string, string, string] => [
      `glossary/${language.tag}.yaml`,
      id,
      definition,
    ]),
    ...[...language.redFlags].map(([id, text]): [string, string, string] => [
      `red-flags/${language.tag}.yaml`,
      id,
      text,
    ]),
  ];
  return texts.flatMap(([file, id, text]) =>
    strangeWords(text.replace(/\{\{[^}]*\}\}/g, ' '), known, names).map((word) => ({
      file,
      what: `${id}: "${word}" is not an everyday word`,
      mend: `use a plainer word, or add it to ${language.folder}/plain-words.txt`,
    })),
  );
}

export function checkPlainWords(content: Content): Problem[] {
  return content.languages.flatMap((language) => {
    const names = nameFinder(content, language);
    return [
      ...content.guides.flatMap((guide) => checkGuide(content, guide, language, names)),
      ...checkGlossary(language, names),
    ];
  });
}
