import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { KioskError } from '../../contract/errors.ts';
import { applicationId, packDigest, packVersion } from './pack-schema.ts';

export interface Pack {
  db: Database.Database;
  /** First eight hexadecimal digits of the content's SHA-256. */
  edition: string;
  /** SHA-256 of the content folder it was compiled from. */
  content: string;
  /** Ids of the groups in the order of the home screen. */
  groups: string[];
  close(): void;
}

function verify(db: Database.Database): Omit<Pack, 'db' | 'close'> {
  const pragma = (name: string) => db.pragma(name, { simple: true });
  if (pragma('application_id') !== applicationId || pragma('user_version') !== packVersion)
    throw new Error('not a pack of this version');
  if (pragma('integrity_check') !== 'ok') throw new Error('damaged');
  const meta = new Map(db.prepare<[], [string, string]>('SELECT key, value FROM meta').raw().all());
  if (meta.get('digest') !== packDigest(db)) throw new Error('rows differ from what was compiled');
  return {
    edition: meta.get('edition') ?? '',
    content: meta.get('content') ?? '',
    groups: JSON.parse(meta.get('groups') ?? '[]') as string[],
  };
}

/** Opens a pack read-only after checking every row. Throws `pack-missing` or `pack-corrupt`; never changes the file. */
export function openPack(file: string): Pack {
  if (!existsSync(file)) throw new KioskError('pack-missing');
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
    const opened = db;
    return { db, ...verify(db), close: () => opened.close() };
  } catch (error) {
    db?.close();
    throw new KioskError('pack-corrupt', {}, { cause: error });
  }
}
