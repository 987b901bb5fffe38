/** Rules about words and figures in every text: no typed digit, nothing untranslated, clean characters. */
import type { Content, Language, Problem } from '../content.ts';
import { factText } from '../facts.ts';
import { sectionLines } from '../texts.ts';

/** One piece of text a reader may see, with its facts as `{{id}}`. */
export interface Piece {
  file: string;
  where: string;
  text: string;
}

/** Every piece of text in a language: guides, glossary, red flags, interface; search words apart. */
export function pieces(content: Content, language: Language): Piece[] {
  const { tag } = language;
  const out: Piece[] = [];
  for (const guide of content.guides) {
    const text = guide.texts.get(tag);
    if (!text) continue;
    const add = (where: string, words: string) => out.push({ file: text.file, where, text: words });
    add('title', text.front.title);
    add('summary', text.front.summary);
    for (const section of text.sections) {
      for (const line of sectionLines(section)) {
        add(
          section.id,
          line.map((inline) => (inline.type === 'fact' ? `{{${inline.fact}}}` : inline.text)).join(''),
        );
      }
    }
  }
  for (const [id, { term, definition }] of language.glossary) {
    out.push({ file: `glossary/${tag}.yaml`, where: id, text: `${term}: ${definition}` });
  }
  for (const [id, text] of language.redFlags) out.push({ file: `red-flags/${tag}.yaml`, where: id, text });
  for (const [key, { file, text }] of language.strings) out.push({ file, where: key, text });
  return [...out, ...finderPieces(content, tag)];
}

/** What the finder says in a language, if it has it there. */
function finderPieces({ assistance }: Content, tag: string): Piece[] {
  const entry = assistance.texts.get(tag);
  if (!entry) return [];
  const { file, texts } = entry;
  const lists = [
    ...Object.entries(texts.programs).map(([id, { name, gives }]) => [id, [name, ...gives]] as const),
    ...Object.entries(texts.apply),
  ];
  return [
    ...lists.flatMap(([where, lines]) => lines.map((text) => ({ file, where, text }))),
    ...Object.entries({ ...texts.papers, ...texts.reasons }).map(([where, text]) => ({ file, where, text })),
  ];
}

const bidiControl = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

function checkPiece({ file, where, text }: Piece): Problem[] {
  const problems: Problem[] = [];
  const say = (what: string, mend: string) => problems.push({ file, what: `${where}: ${what}`, mend });
  const digit = /\p{Nd}/u.exec(text.replace(/\{\{[^}]*\}\}/g, ''));
  if (digit) say(`the digit "${digit[0]}" is typed`, 'make the figure a fact and write {{id}}');
  if (text !== text.normalize('NFC')) say('not in Unicode form NFC', 'normalize the file');
  if (bidiControl.test(text))
    say('holds an invisible direction mark', 'remove it; the program isolates figures and names');
  if (/\p{Script=Han} +\p{Script=Han}/u.test(text)) say('a space between Han characters', 'remove it');
  if (/\*\*|\]\(|:term\[|\{#/.test(text))
    say('markup that was not understood', 'beside Han punctuation, put the mark outside of ** **');
  if (text.trim() === '') say('empty', 'write the text');
  return problems;
}

const placeholders = (text: string) => (text.match(/\{\{[^}]*\}\}/g) ?? []).sort().join(' ');

function checkStrings(content: Content, language: Language): Problem[] {
  const problems: Problem[] = [];
  for (const [key, { file, text }] of content.source.strings) {
    const own = language.strings.get(key);
    const target = file.replace(content.source.folder, language.folder);
    if (!own) problems.push({ file: target, what: `"${key}" is not translated`, mend: `translate: ${text}` });
    else if (placeholders(own.text) !== placeholders(text)) {
      problems.push({
        file: target,
        what: `"${key}" has placeholders ${placeholders(own.text) || 'none'}`,
        mend: `keep ${placeholders(text) || 'none'}`,
      });
    } else if (own.text === text && language !== content.source && !language.sameAsSource.has(key)) {
      problems.push({
        file: target,
        what: `"${key}" reads as in the source language`,
        mend: `translate it, or list the key in ${language.folder}/same-as-english.yaml`,
      });
    }
  }
  for (const [key, { file }] of language.strings) {
    if (!content.source.strings.has(key))
      problems.push({ file, what: `"${key}" is not used`, mend: 'remove it' });
  }
  return problems;
}

function checkSameIds(content: Content, language: Language): Problem[] {
  const compare = (file: string, want: Iterable<string>, have: Map<string, unknown>): Problem[] => {
    const wanted = [...want];
    const missing = wanted.filter((id) => !have.has(id));
    const extra = [...have.keys()].filter((id) => !wanted.includes(id));
    return [
      ...missing.map((id) => ({
        file,
        what: `"${id}" is missing`,
        mend: 'translate it from the source language',
      })),
      ...extra.map((id) => ({ file, what: `"${id}" is not in the source language`, mend: 'remove it' })),
    ];
  };
  return [
    ...compare(`glossary/${language.tag}.yaml`, content.source.glossary.keys(), language.glossary),
    ...compare(`red-flags/${language.tag}.yaml`, content.source.redFlags.keys(), language.redFlags),
  ];
}

export function checkWords(content: Content): Problem[] {
  return content.languages.flatMap((language) => [
    ...pieces(content, language).flatMap(checkPiece),
    ...checkStrings(content, language),
    ...checkSameIds(content, language),
  ]);
}

/** Facts: sourced, dated, and readable in every language. */
export function checkFacts(content: Content): Problem[] {
  return [...content.facts].flatMap(([id, fact]) => {
    const problems: Problem[] = [];
    const say = (what: string, mend: string) =>
      problems.push({ file: fact.file, what: `${id}: ${what}`, mend });
    if (!content.sources.has(fact.source))
      say(`source "${fact.source}" is not in sources.yaml`, 'add title, address and day seen');
    if (fact.until !== null && fact.until < fact.from) say('ends before it begins', 'correct from and until');
    if (fact.source === 'GK' && fact.confirmed)
      say('general knowledge cannot be confirmed by itself', 'name the source that confirms it');
    if (fact.kind === 'money' && fact.until === null)
      say('money without an end', 'give the last day on which the figure holds (facts 4A.48)');
    for (const language of content.languages) {
      try {
        factText(fact, language.info.locale);
      } catch (error) {
        say((error as Error).message, 'make value and kind fit');
        break;
      }
    }
    return problems;
  });
}
