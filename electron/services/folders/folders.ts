import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { KioskError } from '../../contract/errors.ts';
import { Tokens } from '../tokens.ts';

export interface SaveFolder {
  token: string;
  label: string;
  kind: 'removable' | 'folder';
}

export interface Folders {
  /** Places to save to right now: drives put in, and the folders the kiosk was started with. */
  list(): SaveFolder[];
  /** Writes a new file, whole or not at all, and returns its name. Throws `folder-gone`, `folder-denied`, `disk-full`. */
  save(token: string, day: string, bytes: Uint8Array, what?: SavedFile): string;
}

/** What is saved, and so how the file is called; the name tells nothing about a person. */
export type SavedFile = 'handout' | 'local-help';
const endings: Record<SavedFile, string> = { handout: 'pdf', 'local-help': 'csv' };

/** Where systems mount what a person plugs in; each folder below is one drive. */
const mountPoints: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['/media', '/run/media'],
  darwin: ['/Volumes'],
};

const isFolder = (folder: string) => {
  try {
    return statSync(folder).isDirectory();
  } catch {
    return false; // unplugged meanwhile, or not ours to see
  }
};

const below = (folder: string): string[] => {
  try {
    return readdirSync(folder)
      .map((name) => path.join(folder, name))
      .filter(isFolder);
  } catch {
    return []; // no such mount point on this system
  }
};

/** Drives on Linux stand under the person's name (/media/ana/STICK) or directly (/media/STICK). */
function removableDrives(): string[] {
  const { platform } = process;
  if (platform === 'win32')
    return [...'DEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:\\`).filter(isFolder);
  const device = (folder: string) => statSync(folder).dev;
  return (mountPoints[platform] ?? []).flatMap((point) =>
    [...below(point), ...below(point).flatMap(below)].filter(
      (folder) => isFolder(folder) && device(folder) !== device(path.dirname(folder)),
    ),
  );
}

function saveProblem(error: unknown): KioskError | null {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG')
    return new KioskError('disk-full', {}, { cause: error });
  if (code === 'ENOENT' || code === 'ENODEV' || code === 'EIO' || code === 'ENOTDIR')
    return new KioskError('folder-gone', {}, { cause: error });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new KioskError('folder-denied', {}, { cause: error });
  return null;
}

function writeSynced(file: string, bytes: Uint8Array): void {
  const handle = openSync(file, 'wx', 0o600);
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(handle, bytes, done);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Save places by random token, so that a page never names a path. `saveTo` are folders the kiosk was started with. */
export function createFolders({ saveTo }: { saveTo: string[] }): Folders {
  const tokens = new Tokens();

  return {
    list: () => [
      ...removableDrives().map((folder) => ({
        token: tokens.of(folder),
        label: path.basename(folder) || folder,
        kind: 'removable' as const,
      })),
      ...saveTo.filter(isFolder).map((folder) => ({
        token: tokens.of(folder),
        label: path.basename(folder),
        kind: 'folder' as const,
      })),
    ],
    save(token, day, bytes, what = 'handout') {
      const folder = tokens.value(token);
      if (!folder || !isFolder(folder)) throw new KioskError('folder-gone');
      const temporary = path.join(folder, `.sala-${randomBytes(6).toString('hex')}.tmp`);
      try {
        writeSynced(temporary, bytes);
        for (let number = 1; ; number += 1) {
          const name = `sala-${what}-${day}-${number}.${endings[what]}`;
          if (place(temporary, path.join(folder, name), bytes)) return name;
        }
      } catch (error) {
        throw saveProblem(error) ?? error;
      } finally {
        rmSync(temporary, { force: true });
      }
    },
  };
}

/** Gives the written file its name unless that name is taken; never overwrites. */
function place(temporary: string, file: string, bytes: Uint8Array): boolean {
  try {
    linkSync(temporary, file);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP' && code !== 'ENOSYS') throw error;
  }
  // USB sticks (FAT) know no links: write the file under its own name, and take it away again if that fails.
  rmSync(temporary, { force: true });
  try {
    writeSynced(file, bytes);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    rmSync(file, { force: true });
    throw error;
  }
}
