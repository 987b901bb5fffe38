/** `npm run content`: checks everything in `content/` and says how to mend it. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkContent } from '../services/packs/check/check-content.ts';
import { guideReading } from '../services/packs/check/readability.ts';
import type { Content } from '../services/packs/content.ts';
import { systemClock, today } from '../services/clock.ts';

const help = `Usage: npm run content -- [options]
  --on DATE       check as of another day, such as 2027-02-01
  --hash GUIDE    print the hash of a guide's source text, for "translation: of:"
  --readability   print the reading grade of each guide
  --unconfirmed   list what waits for the clinical reviewer
  --folder DIR    another content folder`;

function printReadability(content: Content): void {
  console.log(
    '| Guide | Words | Words a sentence | Grade | Grade, names counted as they are |\n| --- | ---: | ---: | ---: | ---: |',
  );
  for (const guide of content.guides) {
    const reading = guideReading(content, guide);
    const cells = [
      guide.id,
      reading.words,
      reading.wordsPerSentence.toFixed(1),
      reading.grade.toFixed(1),
      reading.strictGrade.toFixed(1),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}

function printUnconfirmed(content: Content): void {
  for (const [id, fact] of content.facts)
    if (!fact.confirmed) console.log(`${fact.file}  ${id}: ${JSON.stringify(fact.value)}`);
  for (const guide of content.guides)
    for (const note of guide.meta.awaiting ?? []) console.log(`${guide.file}  ${note}`);
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
  const folder = values.folder ?? path.join(import.meta.dirname, '../../content');
  const { content, problems } = checkContent(folder, values.on ?? today(systemClock));
  if (content && values.hash) {
    const hash = content.guides
      .find((guide) => guide.id === values.hash)
      ?.texts.get(content.source.tag)?.hash;
    console.log(hash ?? 'no such guide');
    return hash ? 0 : 2;
  }
  if (content && values.readability) printReadability(content);
  if (content && values.unconfirmed) printUnconfirmed(content);
  if (values.readability || values.unconfirmed) return 0;
  for (const { file, line, what, mend } of problems)
    console.log(`${file}${line ? `:${line}` : ''}  ${what}\n    To mend: ${mend}`);
  if (!content || problems.length > 0) {
    console.log(`${problems.length} problems`);
    return 1;
  }
  const languages = content.languages.map((language) => language.tag).join(', ');
  console.log(
    `${content.guides.length} guides in ${languages}: ${content.facts.size} facts, ${content.safety.never.length} safety rules, no problem`,
  );
  return 0;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(`${(error as Error).message}\n${help}`);
  process.exitCode = 2;
}
