/** Sala's handout worker, asked as the handout service asks it. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Sheet, Text } from '../../../../electron/services/handouts/sheet.ts';
import type { RenderAnswer, RenderRequest } from '../../../../electron/services/handouts/worker.ts';
import type { BenchDocument, Block, Half } from '../content.ts';
import type { OpenEngine } from './engine.ts';

const textOf =
  ({ language, direction }: Half) =>
  (text: string, bold = false, typed = false): Text => ({
    runs: [{ text, ...(bold ? { bold } : {}) }],
    language,
    direction,
    where: 'bench',
    fromPack: !typed,
  });

function partsOf(half: Half): Sheet['parts'] {
  const text = textOf(half);
  return half.blocks.map((block: Block) => {
    switch (block.type) {
      case 'heading':
        return { type: 'heading', level: block.level, texts: [text(block.text, true)] };
      case 'paragraph':
        return { type: 'paragraph', texts: [text(block.text, false, block.typed)] };
      case 'list':
        return { type: 'list', mark: 'bullet', items: block.items.map((item) => [text(item)]) };
      default:
        return block satisfies never;
    }
  });
}

/** The document as a sheet; no foot, as the other engines draw none. */
export function sheetOf({ title, halves }: BenchDocument): Sheet {
  const [first] = halves as [Half];
  const empty = { ...textOf(first)(''), runs: [] };
  return {
    title,
    languages: halves.map(({ language, direction, fonts }) => ({ tag: language, direction, fonts })),
    parts: halves.flatMap(partsOf),
    closing: [],
    foot: { help: empty, edition: empty, page: empty },
    pictograms: {},
    paper: 'letter',
    print: 'normal',
    day: '2026-11-24',
  };
}

/** Where the bench puts the worker as it is shipped: the other engines come as built packages too. */
export const workerFile = path.join(import.meta.dirname, '../../../../dist/bench/handout-worker.mjs');

export const open: OpenEngine = async ({ folder }) => {
  const worker = new Worker(workerFile, {
    workerData: { fontsFolder: folder },
  });
  return {
    render: (document) =>
      new Promise((resolve, reject) => {
        worker.once('error', reject);
        worker.once('message', (answer: RenderAnswer) => {
          worker.off('error', reject);
          if (answer.ok) resolve(answer.pdf);
          else reject(new Error(`the document could not be drawn ${answer.stack}`));
        });
        worker.postMessage({ id: 1, sheets: [sheetOf(document)], twoSided: true } satisfies RenderRequest);
      }),
    close: async () => void (await worker.terminate()),
  };
};
