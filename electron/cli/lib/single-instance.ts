import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';

/**
 * Holds a data folder for one kiosk at a time. The lock is the operating system's, on a file that SQLite keeps locked while
 * this process lives, so that a crash never leaves it behind. Returns how to let go, or null when another kiosk has it.
 * A folder that may not be written is not held: the kiosk then shows its screen for that.
 */
export function holdDataFolder(dataFolder: string): (() => void) | null {
  const file = path.join(dataFolder, 'kiosk.lock');
  let db: Database.Database | undefined;
  try {
    mkdirSync(dataFolder, { recursive: true });
    db = new Database(file, { timeout: 0 });
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
    const held = db;
    return () => {
      held.close();
      rmSync(file, { force: true });
    };
  } catch (error) {
    db?.close();
    return (error as { code?: string }).code === 'SQLITE_BUSY' ? null : () => undefined;
  }
}
