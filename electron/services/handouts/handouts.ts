import { Worker } from 'node:worker_threads';
import { KioskError } from '../../contract/errors.ts';
import { handoutRequestSchema, type HandoutRequest } from '../../contract/handout-request.ts';
import type { Margins } from '../../contract/printing.ts';
import type { Clock } from '../clock.ts';
import type { Library } from '../library/types.ts';
import { composeSheets } from './compose/compose.ts';
import { composeTestPage } from './compose/test-page.ts';
import type { RenderAnswer, RenderRequest, RenderWork } from './worker.ts';

interface Rendered {
  pdf: Uint8Array;
  pages: number;
}

/** What a print job knows of its paper. */
export interface PrinterNeeds {
  /** In mm, where they are wider than the sheet's own. */
  margins: Margins | null;
  /** Whether it prints on both sides; a file that is saved may be printed so. */
  twoSided: boolean;
}

export interface Handouts {
  /**
   * The handout as a PDF, for a printer where it is known which. Throws `bad-input`, `not-reviewed`, `missing-glyph` or
   * `language-not-printable`. Keeps nothing of the request.
   */
  render(request: HandoutRequest, printer?: PrinterNeeds): Promise<Rendered>;
  /** The page that shows a printer's margins, with its words in a language. */
  testPage(paper: HandoutRequest['paper'], language: string): Promise<Rendered>;
  /**
   * Draws a guide in each language and throws it away, so that the first real handout does not wait for fonts and code to be
   * read. Ends early when the service is closed.
   */
  warm(): Promise<void>;
  close(): Promise<void>;
}

const workerFile = () =>
  new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './handout-worker.mjs', import.meta.url);

type Waiting = {
  resolve: (done: Rendered) => void;
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
  let isClosed = false;

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

  function draw(work: RenderWork): Promise<Rendered> {
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
      target.postMessage({ id, ...work } satisfies RenderRequest);
    });
  }

  const handouts: Handouts = {
    async render(request, printer) {
      const sheets = composeSheets(request, library, clock);
      const margins = printer?.margins;
      const printerMargin = margins ? Math.max(...Object.values(margins)) : undefined;
      return draw({
        sheets: printerMargin ? sheets.map((sheet) => ({ ...sheet, printerMargin })) : sheets,
        twoSided: printer?.twoSided ?? true,
      });
    },
    async testPage(paper, language) {
      return draw({ testPage: composeTestPage(paper, language, library, clock) });
    },
    async warm() {
      try {
        for (const { tag } of library.languages()) {
          const [guide] = library.cards(tag);
          if (guide && !isClosed)
            await handouts.render(handoutRequestSchema.parse({ guides: [guide.id], language: tag }));
        }
      } catch (error) {
        if (!isClosed) throw error;
      }
    },
    async close() {
      isClosed = true;
      await worker?.terminate();
    },
  };
  return handouts;
}
