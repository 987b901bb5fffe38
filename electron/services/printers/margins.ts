import type { Database } from 'better-sqlite3';
import type { Margins } from '../../contract/printing.ts';
import { guardStorage } from '../../db/open.ts';

/** Margins read off test pages, by the printer's name in the print service, in mm. */
export interface PrinterMargins {
  read(printer: string): Margins | null;
  /** Null forgets. Throws `disk-full` or `data-folder-denied`. */
  save(printer: string, margins: Margins | null): void;
}

export function createPrinterMargins({ db }: { db: Database }): PrinterMargins {
  return {
    read(printer) {
      const row = db
        .prepare<[string], Margins>(
          `SELECT top_mm AS "top", right_mm AS "right", bottom_mm AS "bottom", left_mm AS "left"
           FROM printer_margins WHERE printer = ?`,
        )
        .get(printer);
      return row ?? null;
    },
    save(printer, margins) {
      guardStorage(() => {
        if (margins === null) db.prepare('DELETE FROM printer_margins WHERE printer = ?').run(printer);
        else
          db.prepare('INSERT OR REPLACE INTO printer_margins VALUES (?, ?, ?, ?, ?)').run(
            printer,
            ...([margins.top, margins.right, margins.bottom, margins.left] as const),
          );
      });
    },
  };
}
