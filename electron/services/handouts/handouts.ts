import { Worker } from 'node:worker_threads';
import { KioskError } from '../../contract/errors.ts';
import type { HandoutRequest } from '../../contract/handout-request.ts';
import type { Clock } from '../clock.ts';
import type { Library } from '../library/types.ts';
import { composeSheet } from './compose.ts';
import type { RenderAnswer, RenderRequest } from './worker.ts';

export interface Handouts {
  /** The handout as a PDF. Throws `bad-input`, `not-reviewed`, `missing-glyph` or `language-not-printable`. Keeps nothing of the request. */
  render(request: HandoutRequest): Promise<{ pdf: Uint8Array; pages: number }>;
  close(): Promise<void>;
}

const workerFile = () =>
  new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './handout-worker.mjs', import.meta.url);

type Waiting = {
  resolve: (done: { pdf: Uint8Array; pages: number }) => void;
  reject: (error: Error) => void;
};

/** Handouts of one library, drawn in a worker that stays warm and is replaced when it dies. */
export function createHandouts({
  library,
  fontsFolder,
  clock,
}: {
  library: Library;
  fontsFolder: string;
  clock: Clock;
}): Handouts {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let lastId = 0;

  function settle(answer: RenderAnswer): void {
    const one = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.ok) one?.resolve({ pdf: answer.pdf, pages: answer.pages });
    else if (answer.error) one?.reject(new KioskError(answer.error.code, answer.error.fields));
    else one?.reject(Object.assign(new Error('the handout could not be drawn'), { stack: answer.stack }));
  }

  function start(): Worker {
    const started = new Worker(workerFile(), { workerData: { fontsFolder } });
    const fail = () => {
      if (worker === started) worker = null;
      for (const [id, one] of waiting) {
        waiting.delete(id);
        one.reject(new Error('the handout worker ended'));
      }
    };
    started.on('message', settle);
    started.on('error', fail);
    started.on('exit', fail);
    started.unref();
    worker = started;
    return started;
  }

  return {
    render(request) {
      const sheet = composeSheet(request, library, clock);
      lastId += 1;
      const id = lastId;
      const target = worker ?? start();
      return new Promise((resolve, reject) => {
        target.ref();
        const done = () => {
          if (waiting.size === 0) target.unref();
        };
        waiting.set(id, {
          resolve: (value) => {
            done();
            resolve(value);
          },
          reject: (error) => {
            done();
            reject(error);
          },
        });
        target.postMessage({ id, sheet } satisfies RenderRequest);
      });
    },
    async close() {
      await worker?.terminate();
    },
  };
}
