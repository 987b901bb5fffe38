import type { Database } from 'better-sqlite3';
import { guardStorage } from '../../db/open.ts';

/** The clinic's choice: the printer, by its name in the print service, on which patients print their own list. */
export interface PatientPrinter {
  /** Null where patients ask staff. */
  read(): string | null;
  /** Throws `disk-full` or `data-folder-denied`. */
  save(printer: string | null): void;
}

export function createPatientPrinter({ db }: { db: Database }): PatientPrinter {
  return {
    read: () => db.prepare<[], string>('SELECT printer FROM patient_printer').pluck().get() ?? null,
    save(printer) {
      guardStorage(() => {
        if (printer === null) db.prepare('DELETE FROM patient_printer').run();
        else db.prepare('INSERT OR REPLACE INTO patient_printer VALUES (1, ?)').run(printer);
      });
    },
  };
}
