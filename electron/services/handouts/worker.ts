/** The warm worker: keeps fonts open and renders one sheet after another. Holds no sheet once it is drawn. */
import { parentPort, workerData } from 'node:worker_threads';
import { KioskError, type ErrorReport } from '../../contract/errors.ts';
import { FontStore } from './fonts/font-store.ts';
import { renderSheet } from './pdf/render.ts';
import { renderTestPage, type TestPage } from './pdf/test-page.ts';
import type { Sheet } from './sheet.ts';

export type RenderWork = { sheet: Sheet } | { testPage: TestPage };
export type RenderRequest = RenderWork & { id: number };
export type RenderAnswer =
  | { id: number; ok: true; pdf: Uint8Array; pages: number }
  | { id: number; ok: false; error: ErrorReport | null; stack: string };

const fonts = new FontStore((workerData as { fontsFolder: string }).fontsFolder);

const draw = (work: RenderWork) =>
  'sheet' in work ? renderSheet(work.sheet, fonts) : renderTestPage(work.testPage, fonts);

parentPort?.on('message', ({ id, ...work }: RenderRequest) => {
  draw(work).then(
    ({ pdf, pages }) => parentPort?.postMessage({ id, ok: true, pdf, pages } satisfies RenderAnswer),
    (error: unknown) => {
      const known = error instanceof KioskError ? { code: error.code, fields: error.fields } : null;
      const stack = error instanceof Error ? (error.stack ?? '').split('\n').slice(1).join('\n') : '';
      parentPort?.postMessage({ id, ok: false, error: known, stack } satisfies RenderAnswer);
    },
  );
});
