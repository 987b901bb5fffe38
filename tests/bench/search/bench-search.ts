/** `npm run bench -- search`: how often the right guide comes first, beside three libraries in the same run. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { systemClock } from '../../../electron/services/clock.ts';
import { createLibrary } from '../../../electron/services/library/library.ts';
import { packBytes } from '../../../electron/services/packs/compile.ts';
import { openPack, type Pack } from '../../../electron/services/packs/open-pack.ts';
import { readContent } from '../../../electron/services/packs/read-content.ts';
import type { SearchTexts } from '../../../electron/services/search/search-index.ts';
import { createSearch } from '../../../electron/services/search/search.ts';
import { flexSearch, fuse, miniSearch, sala, type Engine } from './engines.ts';
import { readQuestions, slips, type Question } from './questions.ts';

const head = `# How well the search finds

Written by \`npm run -s bench -- search > docs/search.md\`: every search runs on the same questions in the same process, one
after the other. The everyday questions were set aside before the search was tuned and none was used to choose a weight or
a search word. The slips drop, add, change or swap one letter in every title and every search word.
The last table is the set the weights were chosen on: it shows the fit, not how well the search finds.
${os.cpus().length} cores, Node ${process.versions.node}.`;

const languages = { en: 'English', es: 'Spanish' };

function textsOf({ db }: Pack, language: string): Map<string, SearchTexts> {
  return new Map(
    db
      .prepare<[string], [string, string]>('SELECT guide, texts FROM search_texts WHERE language = ?')
      .raw()
      .all(language)
      .map(([guide, texts]) => [guide, JSON.parse(texts) as SearchTexts]),
  );
}

interface Score {
  first: number;
  amongThree: number;
  /** Milliseconds, sorted. */
  times: number[];
}

function scoreOf(engine: Engine, questions: Question[]): Score {
  const score: Score = { first: 0, amongThree: 0, times: [] };
  for (const { ask, right } of questions) {
    const start = performance.now();
    const found = engine.find(ask);
    score.times.push(performance.now() - start);
    if (right.includes(found[0] ?? '')) score.first += 1;
    if (found.slice(0, 3).some((guide) => right.includes(guide))) score.amongThree += 1;
  }
  score.times.sort((a, b) => a - b);
  return score;
}

const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
const timeAt = (times: number[], part: number) =>
  (times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0).toFixed(2);

function printTable(title: string, engines: Engine[], questions: Question[]): void {
  console.log(`\n### ${title} (${questions.length})\n`);
  console.log('| Search | Right guide first | Among the first three | Median ms | 95th percentile ms |');
  console.log('| --- | ---: | ---: | ---: | ---: |');
  for (const engine of engines) {
    scoreOf(engine, questions.slice(0, 50)); // warm
    const { first, amongThree, times } = scoreOf(engine, questions);
    console.log(
      `| ${engine.name} | ${share(first, questions.length)} | ${share(amongThree, questions.length)} | ${timeAt(times, 0.5)} | ${timeAt(times, 0.95)} |`,
    );
  }
}

function printMisses(engine: Engine, questions: Question[], depth: number): void {
  for (const { ask, right } of questions) {
    const found = engine.find(ask).slice(0, 3);
    if (!found.slice(0, depth).some((guide) => right.includes(guide)))
      console.log(`${ask}  → ${found.join(', ')}  (${right.join(', ')})`);
  }
}

/** `misses` prints, for one set, what Sala got wrong instead of the tables: `tuning` or `slips`. */
export function benchSearch(root: string, misses?: string): void {
  const { content } = readContent(path.join(root, 'content'));
  if (!content) throw new Error('the content cannot be read: npm run content');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sala-bench-'));
  try {
    const file = path.join(folder, 'bench.pack');
    writeFileSync(file, packBytes(content));
    const pack = openPack(file);
    const library = createLibrary({ pack, mode: 'demonstration', clock: systemClock });
    const search = createSearch({ pack, library });
    if (!misses) console.log(head);
    for (const [tag, name] of Object.entries(languages)) {
      const texts = textsOf(pack, tag);
      const own = sala(search, tag);
      if (misses === 'tuning') printMisses(own, readQuestions('tuning', tag), 1);
      else if (misses === 'slips') printMisses(own, slips(texts), 3);
      else {
        const engines = [own, miniSearch(texts), flexSearch(texts), fuse(texts)];
        printTable(`${name}: everyday questions`, engines, readQuestions('questions', tag));
        printTable(`${name}: a one-letter slip in a title or search word`, engines, slips(texts));
        printTable(`${name}: the questions that weights were chosen on`, [own], readQuestions('tuning', tag));
      }
    }
    library.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
