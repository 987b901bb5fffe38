/** Draws requests with one library, and reads back what stands on the pages. */
import { handoutRequestSchema, type HandoutRequestInput } from '../../electron/contract/handout-request.ts';
import { composeSheets } from '../../electron/services/handouts/compose/compose.ts';
import { renderSheets, type JobOptions } from '../../electron/services/handouts/pdf/render.ts';
import type { Library } from '../../electron/services/library/types.ts';
import { fixedClock } from './fixtures.ts';
import { readDrawn, visualLines, type Drawn, type DrawnPath } from './read-drawn.ts';
import { allFonts } from './specimen-records.ts';

export async function drawRequest(
  library: Library,
  request: HandoutRequestInput,
  options: JobOptions = {},
): Promise<Drawn> {
  const sheets = composeSheets(handoutRequestSchema.parse(request), library, fixedClock());
  return readDrawn((await renderSheets(sheets, allFonts, undefined, options)).pdf);
}

/** Lines of each page as the eye finds them. */
export const linesByPage = ({ pages, glyphs }: Drawn): string[][] =>
  pages.map((_, page) => visualLines(glyphs.filter((glyph) => glyph.page === page)));

/** Frames of cards to cut out. */
export const cardFrames = ({ paths }: Drawn): DrawnPath[] =>
  paths.filter(({ isDashed, left, right }) => isDashed && right - left > 100);

/** Lines below the rule of the foot, page by page. */
export function footLines({ pages, glyphs, paths }: Drawn): string[][] {
  return pages.map((_, page) => {
    const rule = Math.min(
      ...paths.filter((path) => path.page === page && path.isFurniture).map(({ bottom }) => bottom),
    );
    return visualLines(glyphs.filter((glyph) => glyph.page === page && glyph.y < rule));
  });
}
