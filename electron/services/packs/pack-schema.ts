import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';

/** "Sala" in ASCII: marks the file as ours. */
export const applicationId = 0x53616c61;
export const packVersion = 3;

export const packSchema = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE languages (tag TEXT PRIMARY KEY, position INTEGER NOT NULL, info TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE strings (language TEXT, key TEXT, text TEXT NOT NULL, PRIMARY KEY (language, key)) WITHOUT ROWID;
  CREATE TABLE pictograms (name TEXT PRIMARY KEY, paths TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE facts (id TEXT PRIMARY KEY, fact TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE sources (code TEXT PRIMARY KEY, source TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE terms (language TEXT, id TEXT, term TEXT NOT NULL, definition TEXT NOT NULL, PRIMARY KEY (language, id)) WITHOUT ROWID;
  CREATE TABLE guides (id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, position INTEGER NOT NULL, meta TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE guide_texts (guide TEXT, language TEXT, text TEXT NOT NULL, PRIMARY KEY (guide, language)) WITHOUT ROWID;
  CREATE TABLE search_rules (language TEXT PRIMARY KEY, rules TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE search_texts (language TEXT, guide TEXT, texts TEXT NOT NULL, PRIMARY KEY (language, guide)) WITHOUT ROWID;
  CREATE TABLE assistance (name TEXT PRIMARY KEY, data TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE assistance_texts (language TEXT PRIMARY KEY, texts TEXT NOT NULL) WITHOUT ROWID;
`;

const tables = [
  'languages',
  'strings',
  'pictograms',
  'facts',
  'sources',
  'terms',
  'guides',
  'guide_texts',
  'search_rules',
  'search_texts',
  'assistance',
  'assistance_texts',
];

/** SHA-256 over every row a reader can reach; stored when compiled, compared when opened. */
export function packDigest(db: Database): string {
  const hash = createHash('sha256');
  for (const table of tables) {
    for (const row of db.prepare(`SELECT * FROM ${table}`).raw().iterate()) hash.update(JSON.stringify(row));
  }
  return hash.digest('hex');
}
