import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFolders } from '../../../../electron/services/folders/folders.ts';
import { day, temporaryFolder } from '../../../support/fixtures.ts';

const bytes = new Uint8Array(300_000).fill(65);
const isRoot = process.platform === 'linux' && process.getuid?.() === 0;

function only(saveTo: string) {
  const folders = createFolders({ saveTo: [saveTo] });
  const token = folders.list().find(({ label }) => label === path.basename(saveTo))?.token ?? '';
  return { folders, token };
}

/** A disk of one size, mounted for the test. */
function mount(options: string): string {
  const folder = temporaryFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  onTestFinished(() => void execFileSync('umount', [folder]));
  return folder;
}

describe('saving a handout', () => {
  it('never overwrites, and names nobody', () => {
    const folder = temporaryFolder();
    const { folders, token } = only(folder);
    expect(folders.save(token, day, bytes)).toBe(`sala-handout-${day}-1.pdf`);
    expect(folders.save(token, day, bytes)).toBe(`sala-handout-${day}-2.pdf`);
    expect(folders.save(token, day, bytes, 'local-help')).toBe(`sala-local-help-${day}-1.csv`);
    expect(readdirSync(folder).toSorted()).toEqual([
      `sala-handout-${day}-1.pdf`,
      `sala-handout-${day}-2.pdf`,
      `sala-local-help-${day}-1.csv`,
    ]);
  });

  it('knows tokens only, not paths, and says when a place is gone', () => {
    const folder = path.join(temporaryFolder(), 'stick');
    mkdirSync(folder);
    const { folders, token } = only(folder);
    expect(() => folders.save(folder, day, bytes)).toThrow('folder-gone');
    rmSync(folder, { recursive: true });
    expect(() => folders.save(token, day, bytes)).toThrow('folder-gone');
    expect(folders.list().some((one) => one.token === token)).toBe(false);
  });

  it.skipIf(!isRoot)('leaves nothing behind on a full disk (needs root)', () => {
    const folder = mount('size=100k');
    const { folders, token } = only(folder);
    expect(() => folders.save(token, day, bytes)).toThrow('disk-full');
    expect(readdirSync(folder)).toEqual([]);
  });

  it.skipIf(!isRoot)('says when a place may not be written (needs root)', () => {
    const { folders, token } = only(mount('ro,size=1m'));
    expect(() => folders.save(token, day, bytes)).toThrow('folder-denied');
  });
});
