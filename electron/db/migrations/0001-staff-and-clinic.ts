/** The PIN, its waiting time after wrong tries, and the clinic's own address. No patient, ever. */
export const staffAndClinic = `
  CREATE TABLE staff_pin (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    salt BLOB NOT NULL,
    hash BLOB NOT NULL,
    cost INTEGER NOT NULL
  );
  CREATE TABLE staff_tries (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    wrong INTEGER NOT NULL,
    at INTEGER NOT NULL
  );
  INSERT INTO staff_tries VALUES (1, 0, 0);
  CREATE TABLE clinic (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    name TEXT NOT NULL,
    phone TEXT,
    address TEXT
  );
`;
