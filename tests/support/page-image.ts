/** Pages as gray pictures, and how far two of them differ. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';

export interface Picture {
  width: number;
  height: number;
  /** One byte a pixel, 255 is white. */
  gray: Uint8Array;
}

export const goldenDpi = 110;

/** The first page of a PDF file, drawn by poppler into `file`.png. */
export function drawPage(pdfFile: string): Picture {
  const out = pdfFile.replace(/\.pdf$/, '');
  execFileSync('pdftoppm', ['-r', String(goldenDpi), '-gray', '-png', '-singlefile', pdfFile, out]);
  return readPicture(`${out}.png`);
}

export function readPicture(file: string): Picture {
  const { width, height, data } = PNG.sync.read(readFileSync(file));
  return {
    width,
    height,
    gray: Uint8Array.from({ length: width * height }, (_, at) => data[at * 4] as number),
  };
}

/** As a small file: 16 shades of gray, rows below the last ink cut off. */
export function smallPng({ width, height, gray }: Picture): Buffer {
  let last = height - 1;
  while (last > 0 && gray.subarray(last * width, (last + 1) * width).every((shade) => shade > 250)) last -= 1;
  const png = new PNG({ width, height: last + 1, colorType: 0, inputColorType: 0, bitDepth: 8 });
  png.data = Buffer.from(gray.subarray(0, width * (last + 1)).map((shade) => Math.round(shade / 17) * 17));
  return PNG.sync.write(png, { colorType: 0, inputColorType: 0, deflateLevel: 9 });
}

const tile = 6;

/**
 * The greatest difference between the mean shades of two pages in any square of 6 by 6 pixels (1.4 mm), of 255. Edges drawn
 * a little softer by another poppler hardly count; a dot or vowel sign that is missing or moved does.
 */
export function worstTile(one: Picture, two: Picture): number {
  const shade = ({ width, height, gray }: Picture, x: number, y: number) =>
    x < width && y < height ? (gray[y * width + x] as number) : 255;
  let worst = 0;
  for (let top = 0; top < Math.max(one.height, two.height); top += tile / 2) {
    for (let left = 0; left < Math.max(one.width, two.width); left += tile / 2) {
      let sum = 0;
      for (let y = top; y < top + tile; y += 1)
        for (let x = left; x < left + tile; x += 1) sum += shade(one, x, y) - shade(two, x, y);
      worst = Math.max(worst, Math.abs(sum) / (tile * tile));
    }
  }
  return worst;
}
