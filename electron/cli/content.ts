/** `npm run content`: checks everything in `content/` and says how to mend it. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkContent } from '../services/packs/check/check-content.ts';
import { guideReading } from '../services/packs/check/reading.ts';
import type { Content, Problem } from '../services/packs/content.ts';
import { lapsesOf, type Lapse } from '../services/packs/lapses.ts';
import { systemClock, today } from '../services/clock.ts';

const readabilityHead = `# How plain each guide reads

Written by \`npm run -s content -- --readability > docs/readability.md\`, over the whole guide with every depth open.
English: Flesch-Kincaid grade, lower is plainer; 6.0 or less a guide, 7.0 or less a section.
Spanish: INFLESZ, higher is plainer; 55 or more a guide. Sentences: 15 words or less on average.
A name of a medicine or a place counts as one easy word; the column beside it counts names letter by letter as they are.`;

const help = `Usage: npm run content -- [options]
  --on DATE       list what has run out by a day, such as 2027-02-01, or will within 60 days of it
  --hash GUIDE    print the hash of a guide's source text, for "translation: of:"; "assistance" for the finder's
  --readability   print the reading figures of each guide as a table
  --unconfirmed   list what waits for the clinical reviewer
  --folder DIR    another content folder`;

const row = (cells: (string | number)[]) => console.log(`| ${cells.join(' | ')} |`);
const figure = (value: number | null | undefined) =>
  value === null || value === undefined ? '–' : value.toFixed(1);

/** For each language with a formula: words, sentence length, score, score without the rule for names, hardest section. */
function printReadability(content: Content): void {
  console.log(readabilityHead);
  for (const language of content.languages) {
    const { formula } = language.plain;
    if (formula === 'none') continue;
    const lowerIsPlainer = formula === 'flesch-kincaid';
    console.log(
      `\n### ${language.info.englishName}: ${lowerIsPlainer ? 'Flesch-Kincaid grade' : 'INFLESZ'}\n`,
    );
    row(['Guide', 'Words', 'Words a sentence', 'Score', 'Names counted as they are', 'Hardest section']);
    row(['---', '---:', '---:', '---:', '---:', '---']);
    for (const guide of content.guides) {
      const reading = guideReading(content, guide, language);
      if (!reading) continue;
      const [hardest] = reading.sections.toSorted(
        (a, b) => ((b.reading.score ?? 0) - (a.reading.score ?? 0)) * (lowerIsPlainer ? 1 : -1),
      );
      row([
        guide.id,
        reading.words,
        reading.wordsPerSentence.toFixed(1),
        figure(reading.score),
        figure(reading.strictScore),
        `${hardest?.id} ${figure(hardest?.reading.score)}`,
      ]);
    }
  }
}

function printUnconfirmed(content: Content): void {
  console.log('Facts\n');
  for (const [id, fact] of content.facts)
    if (!fact.confirmed) console.log(`${fact.file}  ${id}: ${JSON.stringify(fact.value)} (${fact.source})`);
  console.log('\nStatements\n');
  for (const guide of content.guides)
    for (const { section, what } of guide.meta.awaiting ?? []) console.log(`${guide.id}#${section}  ${what}`);
  console.log('\nPrograms\n');
  for (const { id, confirmed, sources, languages } of content.assistance.programs) {
    const open = [...(confirmed ? [] : ['its rule']), ...(languages.confirmed ? [] : ['its languages'])];
    if (open.length > 0)
      console.log(`assistance/programs/${id}.yaml  ${open.join(', ')} (${sources.join(', ')})`);
  }
}

const when = (lapse: Lapse) => (lapse.over ? `ended ${lapse.until}` : `ends ${lapse.until}`);

function printLapses(content: Content, day: string): void {
  const guides = content.guides.map(({ id, meta, texts }) => ({
    id,
    expires: meta.expires,
    sections: texts.get(content.source.tag)?.sections ?? [],
  }));
  const lapses = lapsesOf(guides, content.facts, day);
  for (const guide of lapses.guides)
    console.log(`guides/${guide.id}  ${when(guide)}${guide.over ? ': hidden from patients' : ''}`);
  for (const fact of lapses.figures)
    console.log(
      `${content.facts.get(fact.id)?.file}  ${fact.id} ${when(fact)}: ${fact.guides.join(', ') || 'in no guide'}`,
    );
  const count = (list: Lapse[]) =>
    `${list.filter((one) => one.over).length} over, ${list.filter((one) => !one.over).length} within 60 days`;
  console.log(`On ${day}: guides ${count(lapses.guides)}; figures ${count(lapses.figures)}`);
}

function printProblems(problems: Problem[]): void {
  for (const { file, line, what, mend } of problems)
    console.log(`${file}${line ? `:${line}` : ''}  ${what}\n    To mend: ${mend}`);
}

function main(): number {
  const { values } = parseArgs({
    options: {
      on: { type: 'string' },
      hash: { type: 'string' },
      readability: { type: 'boolean' },
      unconfirmed: { type: 'boolean' },
      folder: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  if (values.on && !/^\d{4}-\d{2}-\d{2}$/.test(values.on))
    throw new Error(`--on ${values.on} is not a day such as 2027-02-01`);
  const folder = values.folder ?? path.join(import.meta.dirname, '../../content');
  const { content, problems } = checkContent(folder);
  if (content && values.hash) {
    const { tag } = content.source;
    const texts =
      values.hash === 'assistance'
        ? content.assistance.texts
        : content.guides.find((guide) => guide.id === values.hash)?.texts;
    const hash = texts?.get(tag)?.hash;
    console.log(hash ?? 'no such guide');
    return hash ? 0 : 2;
  }
  if (content && values.readability) printReadability(content);
  if (content && values.unconfirmed) printUnconfirmed(content);
  if (values.readability || values.unconfirmed) return 0;
  printProblems(problems);
  if (!content || problems.length > 0) {
    console.log(`${problems.length} problems`);
    return 1;
  }
  if (values.on || !values.folder) printLapses(content, values.on ?? today(systemClock));
  const languages = content.languages
    .map((language) => {
      const count = content.guides.filter((guide) => guide.texts.has(language.tag)).length;
      return `${count} in ${language.tag}`;
    })
    .join(', ');
  const { programs, texts } = content.assistance;
  console.log(`Finder: ${programs.length} programs in ${[...texts.keys()].join(', ')}`);
  console.log(
    `Guides: ${languages}; ${content.facts.size} facts, ${content.source.glossary.size} terms, ${content.safety.never.length} safety rules, no problem`,
  );
  return 0;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(`${(error as Error).message}\n${help}`);
  process.exitCode = 2;
}
