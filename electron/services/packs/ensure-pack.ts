import path from 'node:path';
import { compilePack } from './compile.ts';
import { openPack } from './open-pack.ts';
import { digestFolder } from './read-content.ts';

function isCurrent(packFile: string, digest: string): boolean {
  try {
    const pack = openPack(packFile);
    pack.close();
    return pack.content === digest;
  } catch {
    return false; // missing or damaged: compiled again from content, nothing of a person is in it
  }
}

/**
 * The project's own pack, compiled from `content/` when it is missing, damaged or of other content.
 * `onCompile` is told once before it compiles. Returns the file. Throws `ContentProblems`.
 */
export function ensurePack(rootFolder: string, onCompile?: () => void): string {
  const packFile = path.join(rootFolder, 'dist/pack/sala.pack');
  const contentFolder = path.join(rootFolder, 'content');
  if (!isCurrent(packFile, digestFolder(contentFolder))) {
    onCompile?.();
    compilePack(contentFolder, packFile);
  }
  return packFile;
}
