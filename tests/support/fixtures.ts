import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../electron/services/clock.ts';
import { createLibrary } from '../../electron/services/library/library.ts';
import type { Library, Mode } from '../../electron/services/library/types.ts';
import { readContent } from '../../electron/services/packs/read-content.ts';
import { packBytes } from '../../electron/services/packs/compile.ts';
import { openPack, type Pack } from '../../electron/services/packs/open-pack.ts';

export const root = path.join(import.meta.dirname, '../..');
/** A day on which all shipped content holds. */
export const day = '2026-11-24';

/** A temporary folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sala-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A clock that stands still until it is moved. */
export function fixedClock(iso = `${day}T10:00:00`): Clock & { move(seconds: number): void } {
  let now = new Date(iso).getTime();
  return { now: () => new Date(now), move: (seconds) => (now += seconds * 1000) };
}

/** The shipped content in a folder of its own, with one file changed. */
export function changedContent(file: string, change: (text: string) => string): string {
  const folder = temporaryFolder();
  cpSync(path.join(root, 'content'), folder, { recursive: true });
  const full = path.join(folder, file);
  const before = readFileSync(full, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`nothing changed in ${file}`);
  writeFileSync(full, after);
  return folder;
}

/** A pack of a content folder, checked or not. */
export function packOf(contentFolder = path.join(root, 'content')): { file: string; pack: Pack } {
  const { content } = readContent(contentFolder);
  if (!content) throw new Error('the content cannot be read');
  const file = path.join(temporaryFolder(), 'test.pack');
  writeFileSync(file, packBytes(content));
  const pack = openPack(file);
  onTestFinished(() => pack.close());
  return { file, pack };
}

/** The library of the shipped content, opened once for all tests of a file; the caller closes it and removes `folder`. */
export function openLibraryIn(folder: string): Library {
  const { content } = readContent(path.join(root, 'content'));
  if (!content) throw new Error('the content cannot be read');
  const file = path.join(folder, 'test.pack');
  writeFileSync(file, packBytes(content));
  return createLibrary({ pack: openPack(file), mode: 'demonstration', clock: fixedClock() });
}

export function libraryOf(options: { contentFolder?: string; mode?: Mode; clock?: Clock } = {}): {
  pack: Pack;
  library: Library;
} {
  const { pack } = packOf(options.contentFolder);
  return {
    pack,
    library: createLibrary({
      pack,
      mode: options.mode ?? 'demonstration',
      clock: options.clock ?? fixedClock(),
    }),
  };
}
