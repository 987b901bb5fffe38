/**
 * The warm worker: keeps fonts and the shapes of the pack's words, and renders one job after another. Holds nothing of a
 * person once a sheet is drawn.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { KioskError, type ErrorReport } from '../../contract/errors.ts';
import { FontStore } from './fonts/font-store.ts';
import { ShapeCache } from './layout/shape-cache.ts';
import { renderSheets } from './pdf/render.ts';
import { renderTestPage, type TestPage } from './pdf/test-page.ts';
import type { Sheet } from './sheet.ts';

export type RenderWork = { sheets: Sheet[]; twoSided: boolean } | { testPage: TestPage };
export type RenderRequest = RenderWork & { id: number };
export type RenderAnswer =
  | { id: number; ok: true; pdf: Uint8Array; pages: number }
  | { id: number; ok: false; error: ErrorReport | null; stack: string };

const fonts = new FontStore((workerData as { fontsFolder: string }).fontsFolder);
const shapes = new ShapeCache();

const draw = (work: RenderWork) =>
  'sheets' in work
    ? renderSheets(work.sheets, fonts, shapes, { twoSided: work.twoSided })
    : renderTestPage(work.testPage, fonts);

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
