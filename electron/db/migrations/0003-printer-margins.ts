/** What staff read off a printer's test page: millimetres from each edge where the first whole line is seen. */
export const printerMargins = `
  CREATE TABLE printer_margins (
    printer TEXT PRIMARY KEY,
    top_mm REAL NOT NULL,
    right_mm REAL NOT NULL,
    bottom_mm REAL NOT NULL,
    left_mm REAL NOT NULL
  ) WITHOUT ROWID;
`;
