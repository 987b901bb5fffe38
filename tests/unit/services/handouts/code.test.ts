import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { expect, it, onTestFinished } from 'vitest';
import { handoutRequestSchema } from '../../../../electron/contract/handout-request.ts';
import { createHandouts } from '../../../../electron/services/handouts/handouts.ts';
import { fixedClock, libraryOf, root, temporaryFolder } from '../../../support/fixtures.ts';

/** Dots an inch of a cheap printer read by a cheap camera. */
const dpi = 150;

it.each(['normal', 'large'] as const)(
  'the code to the official page is read from a gray page at 150 dpi, %s print',
  async (print) => {
    const { library } = libraryOf();
    const handouts = createHandouts({
      ...{ library, fontsFolder: path.join(root, 'dist/fonts'), clock: fixedClock() },
    });
    onTestFinished(() => handouts.close());
    const guide = 'azathioprine-taking';
    const request = { guides: [guide], depth: 'short', language: 'ar', secondLanguage: 'en', print };
    const { pdf, pages } = await handouts.render(handoutRequestSchema.parse(request));
    const file = path.join(temporaryFolder(), 'sheet');
    writeFileSync(`${file}.pdf`, pdf);
    const page = ['-f', String(pages), '-l', String(pages), '-singlefile'];
    execFileSync('pdftoppm', ['-r', String(dpi), '-gray', '-png', ...page, `${file}.pdf`, file]);
    const { data, width, height } = PNG.sync.read(readFileSync(`${file}.png`));
    const found = (jsQR as unknown as typeof jsQR.default)(new Uint8ClampedArray(data), width, height);
    expect(found?.data).toBe(library.guide(guide, 'en').officialSource);
  },
);
