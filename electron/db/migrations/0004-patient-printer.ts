/** The printer on which patients may print their own list; no row, and staff print it for them. */
export const patientPrinter = `
  CREATE TABLE patient_printer (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    printer TEXT NOT NULL
  );
`;
