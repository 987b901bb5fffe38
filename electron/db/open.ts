import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { KioskError, type ErrorCode } from '../contract/errors.ts';
import { staffAndClinic } from './migrations/0001-staff-and-clinic.ts';
import { localResources } from './migrations/0002-local-resources.ts';
import { printerMargins } from './migrations/0003-printer-margins.ts';
import { patientPrinter } from './migrations/0004-patient-printer.ts';
import { handoutTemplates } from './migrations/0005-handout-templates.ts';

/** In order; a migration that has landed is never changed. */
export const migrations: readonly string[] = [
  staffAndClinic,
  localResources,
  printerMargins,
  patientPrinter,
  handoutTemplates,
];

/** "Sala" with its last letter raised: the kiosk's own data, not a pack. */
const applicationId = 0x53616c41;

/** The kiosk's word for a failure of disk or database; null for what nobody expects. */
export function storageProblem(error: unknown): ErrorCode | null {
  const code = String((error as { code?: unknown }).code ?? '');
  if (code === 'ENOSPC' || code === 'EDQUOT' || code.startsWith('SQLITE_FULL')) return 'disk-full';
  if (
    /^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST)$/.test(code) ||
    /^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)/.test(code)
  )
    return 'data-folder-denied';
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return 'database-corrupt';
  return null;
}

/** Runs what touches the kiosk's own data and turns its failures into codes. */
export function guardStorage<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = error instanceof KioskError ? null : storageProblem(error);
    if (!code) throw error;
    throw new KioskError(code, {}, { cause: error });
  }
}

function migrate(db: Database.Database): void {
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version > migrations.length) throw new KioskError('database-newer');
  migrations.slice(version).forEach((sql, index) => {
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`application_id = ${applicationId}`);
      db.pragma(`user_version = ${version + index + 1}`);
    })();
  });
}

/**
 * Opens the kiosk's own database and brings it up to date, each migration in a transaction. Never deletes or replaces a
 * file. Throws `database-corrupt`, `database-newer`, `data-folder-denied` or `disk-full`.
 */
export function openDatabase(file: string): Database.Database {
  return guardStorage(() => {
    mkdirSync(path.dirname(file), { recursive: true });
    const db = new Database(file);
    try {
      db.pragma('journal_mode = DELETE'); // one file, nothing left beside it, safe when the power goes
      db.pragma('synchronous = FULL');
      db.pragma('secure_delete = ON');
      if (db.pragma('quick_check', { simple: true }) !== 'ok') throw new KioskError('database-corrupt');
      const id = db.pragma('application_id', { simple: true });
      if (id !== 0 && id !== applicationId) throw new KioskError('database-corrupt');
      migrate(db);
      // A start that cannot write would fail later, in front of a person: find out now.
      db.prepare('UPDATE staff_tries SET only = 1').run();
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  });
}
