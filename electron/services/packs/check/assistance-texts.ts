/** The finder's texts: complete in each language that has a file, with the same figures, and plain. */
import type { AssistanceTexts } from '../assistance-schemas.ts';
import type { Content, Language, Problem } from '../content.ts';
import { factText } from '../facts.ts';
import { assistanceFolder } from '../read-assistance.ts';
import { engineReasons, programReasons, type Usage } from './assistance-rules.ts';
import { namePattern, readingOf } from './reading.ts';

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{([^}]*)\}\}/g)].map((match) => match[1] as string).sort();

/** Every sentence of a file by a path such as `reasons.income-at-most-yes`. */
function sentences(texts: AssistanceTexts): Map<string, string> {
  const lines = (part: string, id: string, list: string[]) =>
    list.map((text, index): [string, string] => [`${part}.${id}.${index}`, text]);
  return new Map([
    ...Object.entries(texts.programs).flatMap(([id, { name, gives }]): [string, string][] => [
      [`programs.${id}.name`, name],
      ...lines('programs', id, gives),
    ]),
    ...Object.entries(texts.apply).flatMap(([id, list]) => lines('apply', id, list)),
    ...Object.entries(texts.papers).map(([id, text]): [string, string] => [`papers.${id}`, text]),
    ...Object.entries(texts.reasons).map(([id, text]): [string, string] => [`reasons.${id}`, text]),
  ]);
}

/** What the programs need words for, by part of the file. */
function needed({
  assistance: { programs },
}: Content): Record<'programs' | 'apply' | 'papers' | 'reasons', Set<string>> {
  return {
    programs: new Set(programs.map(({ id }) => id)),
    apply: new Set(programs.map(({ apply }) => apply)),
    papers: new Set(programs.flatMap(({ papers }) => papers)),
    reasons: new Set([
      ...engineReasons,
      ...programs.flatMap((program) => programReasons(program).map(({ id }) => id)),
    ]),
  };
}

function checkComplete(content: Content, file: string, texts: AssistanceTexts): Problem[] {
  return Object.entries(needed(content)).flatMap(([part, ids]) => {
    const have = Object.keys(texts[part as keyof ReturnType<typeof needed>]);
    return [
      ...[...ids]
        .filter((id) => !have.includes(id))
        .map((id) => ({
          file,
          what: `${part}: no text for "${id}"`,
          mend: 'write it, or correct the id in the program',
        })),
      ...have
        .filter((id) => !ids.has(id))
        .map((id) => ({ file, what: `${part}: "${id}" is used nowhere`, mend: 'remove it' })),
    ];
  });
}

/** A sentence may use only what is given to it: in reasons the rule's own figures, elsewhere facts. */
function checkPlaceholders(content: Content, file: string, texts: AssistanceTexts): Problem[] {
  const problems: Problem[] = [];
  const say = (what: string, mend: string) => problems.push({ file, what, mend });
  const usages: Usage[] = content.assistance.programs.flatMap(programReasons);
  for (const [id, text] of Object.entries(texts.reasons))
    for (const name of placeholders(text))
      if (!usages.filter((usage) => usage.id === id).every(({ values }) => values.includes(name)))
        say(`reasons.${id}: nothing fills {{${name}}}`, 'use a figure that its rule or note gives');
  for (const [where, text] of sentences(texts)) {
    if (where.startsWith('reasons.')) continue;
    for (const id of placeholders(text)) {
      const fact = content.facts.get(id);
      if (!fact) say(`${where}: {{${id}}} is not a fact`, 'correct the id, or add the fact');
      else if (where.endsWith('.name') && fact.until !== null)
        say(`${where}: {{${id}}} can run out`, 'a name must last: use a fact without an end');
    }
  }
  return problems;
}

function checkAgainstSource(content: Content, file: string, texts: AssistanceTexts): Problem[] {
  const source = content.assistance.texts.get(content.source.tag);
  if (!source) return [];
  const problems: Problem[] = [];
  const say = (what: string, mend: string) => problems.push({ file, what, mend });
  if (texts.translation?.of !== source.hash)
    say('translated from another text', `bring it up to date, then write "of: ${source.hash}"`);
  const own = sentences(texts);
  for (const [where, text] of sentences(source.texts)) {
    const translated = own.get(where);
    const want = placeholders(text).join(' ');
    if (translated === undefined) say(`${where} is missing`, `translate: ${text}`);
    else if (placeholders(translated).join(' ') !== want)
      say(`${where} has other placeholders`, `keep ${want || 'none'}`);
    else if (translated === text && /\p{Ll}{3} \p{L}/u.test(text) && !where.endsWith('.name'))
      say(`${where} reads as in the source language`, 'translate it');
  }
  return problems;
}

function checkPlain(content: Content, language: Language, file: string, texts: AssistanceTexts): Problem[] {
  const { formula, bars } = language.plain;
  const names = namePattern([
    ...content.names,
    ...[...content.medicines.values()].flatMap((forms) => forms.get(language.tag) ?? []),
    ...Object.values(texts.programs).map(({ name }) => name),
    'HealthCare.gov',
    'Marketplace',
  ]);
  const fill = (text: string) =>
    text.replace(/\{\{([^}]*)\}\}/g, (_, id: string) => {
      const fact = content.facts.get(id);
      return fact ? factText(fact, language.info.locale) : '1';
    });
  const read = (lines: string[]) => readingOf(lines.map(fill), formula, names);
  const lines = [...sentences(texts)].filter(([where]) => !where.endsWith('.name'));
  const reading = read(lines.map(([, text]) => text));
  const misses = (score: number | null, bar: number | undefined) =>
    score !== null && bar !== undefined && (formula === 'inflesz' ? score < bar : score > bar);
  const problems: Problem[] = [];
  const say = (what: string, mend: string) => problems.push({ file, what, mend });
  if (misses(reading.score, bars.guide))
    say(`${formula} ${reading.score?.toFixed(1)}`, `shorter sentences and words: ${bars.guide}`);
  if (bars.wordsPerSentence !== undefined && reading.wordsPerSentence > bars.wordsPerSentence)
    say(`${reading.wordsPerSentence.toFixed(1)} words a sentence`, `${bars.wordsPerSentence} or less`);
  return problems;
}

export function checkFinderTexts(content: Content): Problem[] {
  const { texts } = content.assistance;
  const missing = texts.has(content.source.tag)
    ? []
    : [
        {
          file: `${assistanceFolder}/texts/${content.source.tag}.yaml`,
          what: 'the source language has no texts for the finder',
          mend: 'write them first: the other languages are translated from it',
        },
      ];
  return [
    ...missing,
    ...content.languages.flatMap((language) => {
      const entry = texts.get(language.tag);
      if (!entry) return [];
      const { file, texts: own } = entry;
      return [
        ...checkComplete(content, file, own),
        ...checkPlaceholders(content, file, own),
        ...(language === content.source ? [] : checkAgainstSource(content, file, own)),
        ...checkPlain(content, language, file, own),
      ];
    }),
  ];
}
