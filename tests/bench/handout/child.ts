/** One engine in a process of its own: draws as soon as it starts, and again each time it is asked. */
import { readFileSync } from 'node:fs';
import type { BenchDocument, Block, Half } from './content.ts';
import type { Engine, Fonts, OpenEngine } from './engines/engine.ts';
import { treeMemory } from './memory.ts';

export type Job = { document: BenchDocument; fonts: Fonts };
export type Ask =
  { do: 'render'; document?: number; mark?: string } | { do: 'memory' } | { do: 'fetch' } | { do: 'end' };
export type Answer =
  | { type: 'drawn'; ms: number; bytes: number }
  /** Megabytes of this process at their highest, and of the processes it started as they are. */
  | { type: 'memory'; peak: number; now: number; others: number }
  | { type: 'pdf'; base64: string };

const [name = '', ...jobFiles] = process.argv.slice(2);
const jobs = jobFiles.map((file) => JSON.parse(readFileSync(file, 'utf8')) as Job);
const [{ fonts }] = jobs as [Job];
const { open } = (await import(`./engines/${name}.ts`)) as { open: OpenEngine };
const engine: Engine = await open(fonts);
let last: Uint8Array = new Uint8Array();

const answer = (message: Answer) => process.send?.(message);

/** The document with one more paragraph. */
function marked(document: BenchDocument, mark: string): BenchDocument {
  const [first, ...rest] = document.halves as [Half, ...Half[]];
  const blocks: Block[] = [...first.blocks, { type: 'paragraph', text: mark, typed: true }];
  return { ...document, halves: [{ ...first, blocks }, ...rest] };
}

async function draw(index: number, mark?: string): Promise<void> {
  const { document } = jobs[index] as Job;
  const drawn = mark ? marked(document, mark) : document;
  const start = performance.now();
  last = await engine.render(drawn);
  answer({ type: 'drawn', ms: performance.now() - start, bytes: last.length });
}

process.on('message', (ask: Ask) => {
  switch (ask.do) {
    case 'render':
      return void draw(ask.document ?? 0, ask.mark);
    case 'memory':
      return void answer({
        type: 'memory',
        peak: process.resourceUsage().maxRSS / 1024,
        now: process.memoryUsage.rss() / 2 ** 20,
        others: treeMemory(process.pid),
      });
    case 'fetch':
      return void answer({ type: 'pdf', base64: Buffer.from(last).toString('base64') });
    case 'end':
      return void engine.close().then(() => process.disconnect());
    default:
      return ask satisfies never;
  }
});
// A bench that was stopped leaves no engine behind.
process.on('disconnect', () => process.exit());
await draw(0);
