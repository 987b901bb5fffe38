import type { Database } from 'better-sqlite3';
import type { Clinic } from '../../contract/handout-request.ts';
import { guardStorage } from '../../db/open.ts';

/** The clinic's own name, phone and address: the only thing staff can keep. */
export interface ClinicSettings {
  read(): Clinic | null;
  save(clinic: Clinic): void;
}

export function createClinic({ db }: { db: Database }): ClinicSettings {
  return {
    read() {
      const row = db
        .prepare<[], { name: string; phone: string | null; address: string | null }>(
          'SELECT name, phone, address FROM clinic',
        )
        .get();
      if (!row) return null;
      return {
        name: row.name,
        ...(row.phone ? { phone: row.phone } : {}),
        ...(row.address ? { address: row.address } : {}),
      };
    },
    save({ name, phone, address }) {
      guardStorage(() =>
        db
          .prepare('INSERT OR REPLACE INTO clinic VALUES (1, ?, ?, ?)')
          .run(name, phone ?? null, address ?? null),
      );
    },
  };
}
