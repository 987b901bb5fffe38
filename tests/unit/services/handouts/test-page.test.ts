import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { handoutRequestSchema } from '../../../../electron/contract/handout-request.ts';
import { createHandouts } from '../../../../electron/services/handouts/handouts.ts';
import { ensureFonts } from '../../../../electron/services/handouts/fonts/install-fonts.ts';
import { deepestLine, lengthLine } from '../../../../electron/services/handouts/pdf/test-page.ts';
import { hasProgram } from '../../../setup/programs.ts';
import { fixedClock, libraryOf, root, temporaryFolder } from '../../../support/fixtures.ts';
import { drawPage, type Page } from '../../../support/pixels.ts';
import { drawnText, flatten, readPdf, structureOf } from '../../../support/read-pdf.ts';

const fontsFolder = ensureFonts(root);

function service() {
  const { library } = libraryOf();
  const handouts = createHandouts({ library, fontsFolder, clock: fixedClock() });
  onTestFinished(() => handouts.close());
  return { library, handouts };
}

/** Ink `at` mm from an edge, in the strip of the line that stands there; `index` counts from 0. */
function lineAt(page: Page, side: 'top' | 'right' | 'bottom' | 'left', index: number): boolean {
  const corner = 31;
  const isFlat = side === 'top' || side === 'bottom';
  const step = ((isFlat ? page.width : page.height) - 2 * corner) / deepestLine;
  const middle = corner + (index + 0.5) * step;
  const depth = index + 1;
  const [a, b] = [depth - 0.2, depth + 0.2];
  switch (side) {
    case 'top':
      return page.inked(middle - 0.1, a, middle + 0.1, b);
    case 'bottom':
      return page.inked(middle - 0.1, page.height - b, middle + 0.1, page.height - a);
    case 'left':
      return page.inked(a, middle - 0.1, b, middle + 0.1);
    case 'right':
      return page.inked(page.width - b, middle - 0.1, page.width - a, middle + 0.1);
  }
}

describe.skipIf(!hasProgram('qpdf') || !hasProgram('pdftoppm'))('the test page of a printer', () => {
  it('is one tagged page in each language', async () => {
    const { handouts, library } = service();
    const squeeze = (text: string) => text.replace(/[\s\u00a0\u2066\u2069]+/g, '');
    for (const { tag } of library.languages()) {
      const { pdf, pages } = await handouts.testPage('letter', tag);
      expect(pages).toBe(1);
      const file = path.join(temporaryFolder(), 'test-page.pdf');
      writeFileSync(file, pdf);
      const read = readPdf(file);
      const title = library.strings(tag)['handout.test-page.title'] ?? '';
      expect(squeeze(drawnText(read))).toContain(squeeze(title));
      expect(flatten(structureOf(read)).map(({ type }) => type)).toEqual(['Document', 'H1', 'P', 'P', 'P']);
    }
  });

  it('has a line at each millimetre from each edge, on both papers', async () => {
    const { handouts } = service();
    for (const paper of ['letter', 'a4'] as const) {
      const page = drawPage((await handouts.testPage(paper, 'en')).pdf);
      for (const side of ['top', 'right', 'bottom', 'left'] as const)
        for (let index = 0; index < deepestLine; index += 1)
          expect(lineAt(page, side, index), `${paper} ${side} ${index + 1}`).toBe(true);
    }
  });

  it('has a line of 100 mm in the middle', async () => {
    const { handouts } = service();
    const page = drawPage((await handouts.testPage('letter', 'en')).pdf);
    const [left, right] = [(page.width - lengthLine) / 2, (page.width + lengthLine) / 2];
    const tick = (x: number) => {
      for (let y = 60; y < 200; y += 0.2) if (page.inked(x - 0.2, y, x + 0.2, y + 3)) return true;
      return false;
    };
    expect(tick(left) && tick(right)).toBe(true);
  });

  it('refuses a language that the kiosk does not have', async () => {
    await expect(service().handouts.testPage('letter', 'xx')).rejects.toThrow('bad-input');
  });
});

describe.skipIf(!hasProgram('pdftoppm'))('the margins of a printer', () => {
  const request = handoutRequestSchema.parse({ guides: ['azathioprine-taking'], language: 'en' });
  /** Width in mm of the frame without ink, up to 60. */
  function frame({ width, height, inked }: Page): number {
    for (let margin = 0; margin < 60; margin += 0.5) {
      const [m, n] = [margin, margin + 0.5];
      const edges = [
        inked(m, m, width - m, n),
        inked(m, height - n, width - m, height - m),
        inked(m, m, n, height - m),
        inked(width - n, m, width - m, height - m),
      ];
      if (edges.some(Boolean)) return margin;
    }
    return 60;
  }

  it('are kept clear where they are wider than the sheet’s own, and change nothing else', async () => {
    const { handouts } = service();
    const own = frame(drawPage((await handouts.render(request)).pdf));
    expect(own).toBeGreaterThanOrEqual(14.5);
    expect(own).toBeLessThan(17);
    const narrow = { top: 3, right: 3, bottom: 5, left: 3 };
    const same = await handouts.render(request, { margins: narrow, twoSided: true });
    expect(Buffer.from(same.pdf).equals(Buffer.from((await handouts.render(request)).pdf))).toBe(true);
    const wide = await handouts.render(request, { margins: { ...narrow, bottom: 22 }, twoSided: true });
    expect(frame(drawPage(wide.pdf))).toBeGreaterThanOrEqual(21.5);
  });

  it('leave room for words even at their widest', async () => {
    const { handouts } = service();
    const margins = { top: 40, right: 40, bottom: 40, left: 40 };
    for (const print of ['normal', 'large'] as const)
      for (const secondLanguage of [undefined, 'ar'])
        await handouts.render(
          { ...request, print, ...(secondLanguage ? { secondLanguage } : {}) },
          { margins, twoSided: true },
        );
  });
});
