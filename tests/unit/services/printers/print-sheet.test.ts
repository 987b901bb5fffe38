import { expect, it, onTestFinished } from 'vitest';
import { handoutRequestSchema } from '../../../../electron/contract/handout-request.ts';
import { ensureFonts } from '../../../../electron/services/handouts/fonts/install-fonts.ts';
import { createHandouts } from '../../../../electron/services/handouts/handouts.ts';
import { createPrintSheet } from '../../../../electron/services/printers/print-sheet.ts';
import type { Queue } from '../../../../electron/services/printers/queue.ts';
import { clinicPrinter as printer } from '../../../support/clinic-printer.ts';
import { fixedClock, libraryOf, root } from '../../../support/fixtures.ts';
import { readDrawn } from '../../../support/read-drawn.ts';

it('draws empty backs only for paper that is printed on both sides', async () => {
  const { library } = libraryOf();
  const handouts = createHandouts({ library, fontsFolder: ensureFonts(root), clock: fixedClock() });
  onTestFinished(() => handouts.close());
  const pages: number[] = [];
  const submit: Queue['submit'] = async (_printer, pdf) => {
    pages.push(readDrawn(pdf).pages.length);
    return 'job';
  };
  const margins = { read: () => null, save: () => undefined };
  const print = createPrintSheet({ handouts, margins, queue: { submit } as Queue });
  const request = handoutRequestSchema.parse({ helpCard: true, language: 'en', carer: { language: 'es' } });
  const options = { copies: 1, twoSided: true, color: false };
  await print(printer, request, options, 'sheet');
  await print(printer, request, { ...options, twoSided: false }, 'sheet');
  // Asked to print on both sides, this one cannot.
  await print({ ...printer, twoSided: false }, request, options, 'sheet');
  expect(pages).toEqual([3, 2, 2]);
});
