import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';

/** Every file below a folder with its bytes. */
function* filesBelow(folder: string): Generator<[string, Buffer]> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(full);
    else if (entry.isFile() && statSync(full).size < 200_000_000) yield [full, readFileSync(full)];
  }
}

/** No file below the folders holds one of the words, as text of either width or in base64. Call it when the kiosk is closed. */
export function expectNowhere(words: string[], folders: string[]): void {
  const needles = words.flatMap((word) => [
    Buffer.from(word),
    Buffer.from(word, 'utf16le'),
    Buffer.from(Buffer.from(word).toString('base64').slice(0, -3)),
  ]);
  let looked = 0;
  for (const folder of folders) {
    for (const [file, bytes] of filesBelow(folder)) {
      looked += 1;
      expect(needles.filter((needle) => bytes.includes(needle)).map(String), file).toEqual([]);
    }
  }
  expect(looked).toBeGreaterThan(3);
}
