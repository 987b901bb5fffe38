/** `npm run bench -- handout`: how fast and how large a four-page handout is, beside three engines in the same run. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bundleHandoutWorker } from '../../../electron/cli/lib/build-steps.ts';
import { systemClock } from '../../../electron/services/clock.ts';
import { FontStore } from '../../../electron/services/handouts/fonts/font-store.ts';
import { ensureFonts } from '../../../electron/services/handouts/fonts/install-fonts.ts';
import { renderSheets } from '../../../electron/services/handouts/pdf/render.ts';
import { createLibrary } from '../../../electron/services/library/library.ts';
import type { Library } from '../../../electron/services/library/types.ts';
import { packBytes } from '../../../electron/services/packs/compile.ts';
import { openPack } from '../../../electron/services/packs/open-pack.ts';
import { readContent } from '../../../electron/services/packs/read-content.ts';
import type { Job } from './child.ts';
import { allBlocks, fillPages, type BenchDocument, type Block, type Half } from './content.ts';
import { sheetOf, workerFile } from './engines/sala.ts';
import { measure, soak, type Effort, type Measured } from './measure.ts';

const languages = { en: 'English (with Spanish)', ar: 'Arabic', 'zh-Hans': 'Chinese (Simplified)' };

const full: Effort = { rounds: 2, coldStarts: 5, documents: 30 };
const quick: Effort = { rounds: 1, coldStarts: 0, documents: 3 };

const head = ({ rounds, coldStarts, documents }: Effort) => `# How fast a handout is made

Written by \`npm run -s bench -- handout > docs/handout-speed.md\` on ${os.cpus().length} cores (${os.cpus()[0]?.model.trim() ?? 'unknown'}),
Node ${process.versions.node}. The same four pages (two of English, two of the language named; real guides: headings, paragraphs, lists) with the same
font files go to each engine, each in a process of its own, all of them open at once and asked in turn, one document at a
time. "To ours" is the median of the turns, each time beside ours of the same turn, so that what else the machine does falls
on all alike.

- **Cold**: from the start of the process to the bytes of its first document, ${rounds + coldStarts} starts.
- **Warm**: ${documents} documents (Chromium: ${Math.min(12, documents)}) after 3 to warm up, in each of ${rounds} processes. Sala's goes to its worker thread and back,
  and its words, being the pack's, are shaped once and kept. 95 % of them took no longer than the figure under that head.
- **Reads back**: text in the order of drawing (ActualText, else ToUnicode) is the source, letter for letter, spaces and compatibility
  forms aside; else the share of texts found whole. **Figures**: share of numbers whose figures are drawn in the right order.
  An engine is correct when both are whole.
- **Tagged**: each heading stands in the structure tree. **Memory**: most resident memory of the engine's process; for Chromium that of
  its driver and, by share, of the browser's processes.`;

/** The document of one language: as many blocks of each half as fill two of our own pages. */
async function documentOf(
  library: Library,
  store: FontStore,
  tags: [string, string],
): Promise<BenchDocument> {
  const halves: Half[] = [];
  for (const [index, tag] of tags.entries()) {
    const info = library.languages().find((one) => one.tag === tag);
    if (!info) throw new Error(`no language ${tag}`);
    const half: Half = { language: tag, direction: info.direction, fonts: info.fonts, blocks: [] };
    // A second language, if only an empty one, lets the text go over the whole width as it will in the document.
    const pagesOf = async (blocks: Block[]) => {
      const all = [...halves, { ...half, blocks }, half].slice(0, 2);
      return (await renderSheets([sheetOf({ title: 'Bench', halves: all })], store)).pages;
    };
    halves.push({ ...half, blocks: await fillPages(allBlocks(library, tag), 2 * (index + 1), pagesOf) });
  }
  const [title] = halves[0]?.blocks ?? [];
  return { title: title?.type === 'heading' ? title.text : 'Bench', halves };
}

const rounded = (value: number) => String(Math.round(value));
const percent = (share: number) => `${Math.floor(share * 1000) / 10} %`;

function printTable(title: string, all: Measured[]): void {
  const correct = all.filter(({ back }) => back.isSource && back.figures === 1);
  const smallest = Math.min(...correct.map(({ bytes }) => bytes));
  console.log(`\n### ${title}\n`);
  console.log(
    '| Engine | Reads back | Figures | Tagged | Pages | Cold ms | to ours | Warm ms | 95 % | to ours | KB | of smallest correct | Memory MB |',
  );
  console.log('| --- | --- | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const { name, back, cold, warm, bytes, memory } of all) {
    const cells = [
      name,
      back.isSource ? 'yes' : `no (${percent(back.found)})`,
      percent(back.figures),
      back.isTagged ? 'yes' : 'no',
      String(back.pages),
      rounded(cold.ms),
      `${cold.ratio.toFixed(2)}x`,
      warm.ms.toFixed(1),
      warm.most.toFixed(1),
      `${warm.ratio.toFixed(2)}x`,
      (bytes / 1024).toFixed(1),
      `${(bytes / smallest).toFixed(2)}x`,
      memory.others > 0 ? `${rounded(memory.peak)} + ${rounded(memory.others)}` : rounded(memory.peak),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}

async function printSoak(jobFiles: string[]): Promise<void> {
  console.log('\n### Memory over 500 documents\n');
  console.log(
    'One process of ours, a hundred documents at a time of the three languages in turn, each with a name and number of its own.\n',
  );
  console.log('| Documents | Resident MB |\n| ---: | ---: |');
  for (const { documents, now } of await soak(jobFiles, 500, 100))
    console.log(`| ${documents} | ${rounded(now)} |`);
}

/** `option` `quick` measures one round with few documents, to see that everything runs. */
export async function benchHandout(root: string, option?: string): Promise<void> {
  const { content } = readContent(path.join(root, 'content'));
  if (!content) throw new Error('the content cannot be read: npm run content');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sala-bench-'));
  const effort = option === 'quick' ? quick : full;
  try {
    const file = path.join(folder, 'bench.pack');
    writeFileSync(file, packBytes(content));
    const library = createLibrary({ pack: openPack(file), mode: 'demonstration', clock: systemClock });
    await bundleHandoutWorker(root, workerFile);
    const store = new FontStore(ensureFonts(root));
    const jobs = new Map<string, { document: BenchDocument; file: string }>();
    for (const tag of Object.keys(languages)) {
      const document = await documentOf(library, store, ['en', tag === 'en' ? 'es' : tag]);
      const job: Job = { document, fonts: { folder: store.folder, manifest: store.manifest } };
      const jobFile = path.join(folder, `${tag}.json`);
      writeFileSync(jobFile, JSON.stringify(job));
      jobs.set(tag, { document, file: jobFile });
    }
    library.close();
    console.log(head(effort));
    for (const [tag, title] of Object.entries(languages)) {
      const job = jobs.get(tag) as { document: BenchDocument; file: string };
      printTable(title, await measure(job.document, job.file, folder, effort));
    }
    if (option !== 'quick') await printSoak([...jobs.values()].map((job) => job.file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
