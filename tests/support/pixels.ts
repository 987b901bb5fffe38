import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './fixtures.ts';

export interface Page {
  /** In mm. */
  width: number;
  height: number;
  /** Whether there is ink within a rectangle; all in mm from the top left. */
  inked(x0: number, y0: number, x1: number, y1: number): boolean;
}

const perMillimetre = 10;

/** Draws the first page of a PDF with Poppler at ten pixels a millimetre. */
export function drawPage(pdf: Uint8Array): Page {
  const file = path.join(temporaryFolder(), 'page.pdf');
  writeFileSync(file, pdf);
  const image = execFileSync(
    'pdftoppm',
    ['-gray', '-r', String(25.4 * perMillimetre), '-f', '1', '-l', '1', file],
    { maxBuffer: 1 << 28 },
  );
  const [head = '', width = '', height = ''] =
    /^P5\s(\d+)\s(\d+)\s255\s/.exec(image.toString('latin1', 0, 64)) ?? [];
  const [columns, rows] = [Number(width), Number(height)];
  const pixels = image.subarray(head.length);
  const clamp = (value: number, most: number) =>
    Math.min(most, Math.max(0, Math.round(value * perMillimetre)));
  return {
    width: columns / perMillimetre,
    height: rows / perMillimetre,
    inked(x0, y0, x1, y1) {
      for (let y = clamp(y0, rows); y < clamp(y1, rows); y += 1)
        for (let x = clamp(x0, columns); x < clamp(x1, columns); x += 1)
          if ((pixels[y * columns + x] as number) < 160) return true;
      return false;
    },
  };
}
