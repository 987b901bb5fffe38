/**
 * Places near the clinic that staff entered, for patients to turn to. `name_key` is the name as duplicates are told by; one
 * kind holds a name once. An id is never given twice, so that a screen left open cannot change another place.
 */
export const localResources = `
  CREATE TABLE local_resources (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    phone TEXT,
    address TEXT,
    hours TEXT,
    languages TEXT,
    cost TEXT,
    notes TEXT,
    last_checked TEXT NOT NULL,
    UNIQUE (kind, name_key)
  );
`;
