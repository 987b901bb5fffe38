import type { Database } from 'better-sqlite3';
import { KioskError } from '../../contract/errors.ts';
import type {
  ImportPreview,
  LocalResource,
  PatientResource,
  ResourceAge,
  StaffResource,
} from '../../contract/local-resource.ts';
import { ageDays, optionalFields, resourceKinds, type ResourceKind } from '../../contract/resource-fields.ts';
import { guardStorage } from '../../db/open.ts';
import { today, type Clock } from '../clock.ts';
import { nameKey, readCsv, resourceKey, writeCsv } from './resource-csv.ts';

/** The clinic's own list of places that help. Nothing of a patient is in it. */
export interface LocalResources {
  /** Without what nobody checked for a year; by kind, then by name in the order of `locale`. */
  forPatients(locale: string): PatientResource[];
  forStaff(locale: string): StaffResource[];
  /** Adds, or changes the one with `id`. Throws `resource-exists`, `not-found`, `bad-input` for a day to come. */
  save(resource: LocalResource, id?: number): number;
  /** Returns what was taken out; saving it undoes this. Throws `not-found`. */
  remove(id: number): LocalResource;
  /** What `importCsv` would do today; changes nothing. */
  previewImport(csv: string): ImportPreview;
  /** Saves every good row or, when that fails, none. Throws `bad-input` when the file as a whole cannot be used. */
  importCsv(csv: string): { created: number; changed: number };
  exportCsv(): Uint8Array;
}

interface Row extends Record<(typeof optionalFields)[number], string | null> {
  id: number;
  kind: string;
  name: string;
  last_checked: string;
}

const day = 24 * 60 * 60 * 1000;

/** How far a place can be trusted on a day, both as `2026-11-24`. A check dated after that day counts as fresh. */
export function ageOn(on: string, lastChecked: string): ResourceAge {
  const days = (Date.parse(on) - Date.parse(lastChecked)) / day;
  if (days > ageDays.stale) return 'stale';
  return days > ageDays.old ? 'old' : 'fresh';
}

function toResource(row: Row): LocalResource {
  const given = optionalFields.flatMap((field) =>
    row[field] === null ? [] : [[field, row[field]] as const],
  );
  return {
    kind: row.kind as ResourceKind,
    name: row.name,
    ...Object.fromEntries(given),
    lastChecked: row.last_checked,
  };
}

const columns = ['kind', 'name', ...optionalFields, 'last_checked'];
const values = (resource: LocalResource) => ({
  kind: resource.kind,
  name: resource.name,
  name_key: nameKey(resource.name),
  ...Object.fromEntries(optionalFields.map((field) => [field, resource[field] ?? null])),
  last_checked: resource.lastChecked,
});

const isSame = (a: LocalResource, b: LocalResource) =>
  JSON.stringify(values(a)) === JSON.stringify(values(b));

/** Reads and writes the table; knows no rules but its own. */
function createTable(db: Database) {
  const select = `SELECT id, ${columns.join(', ')} FROM local_resources`;
  const all = db.prepare<[], Row>(select);
  const one = db.prepare<[number], Row>(`${select} WHERE id = ?`);
  const byName = db.prepare<[string, string], Row>(`${select} WHERE kind = ? AND name_key = ?`);
  const names = [...columns, 'name_key'];
  const insert = db.prepare(
    `INSERT INTO local_resources (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
  );
  const update = db.prepare(
    `UPDATE local_resources SET ${names.map((name) => `${name} = @${name}`).join(', ')} WHERE id = @id`,
  );
  return {
    all: () => all.all(),
    one: (id: number) => one.get(id),
    named: ({ kind, name }: Pick<LocalResource, 'kind' | 'name'>) => byName.get(kind, nameKey(name)),
    insert: (resource: LocalResource) => Number(insert.run(values(resource)).lastInsertRowid),
    update: (id: number, resource: LocalResource) => void update.run({ id, ...values(resource) }),
    remove: (id: number) => void db.prepare('DELETE FROM local_resources WHERE id = ?').run(id),
  };
}

type Table = ReturnType<typeof createTable>;

function sorted(table: Table, locale: string): Row[] {
  const collator = new Intl.Collator(locale);
  const place = ({ kind }: Row) => resourceKinds.indexOf(kind as ResourceKind);
  return table.all().sort((a, b) => place(a) - place(b) || collator.compare(a.name, b.name));
}

/** What each good row of a file would do. What its file has no column for is taken from the place it changes. */
function planImport(table: Table, csv: string, on: string) {
  const { problem, problems, rows, absent } = readCsv(csv, on);
  const known = new Map(table.all().map((row) => [resourceKey(toResource(row)), row]));
  const plan = rows.map(({ line, resource }) => {
    const old = known.get(resourceKey(resource));
    if (!old) return { line, resource, id: null, effect: 'new' as const };
    const before = toResource(old);
    const kept = Object.fromEntries(absent.map((field) => [field, before[field]]));
    const next = { ...resource, ...kept };
    const effect = isSame(before, next) ? ('same' as const) : ('changed' as const);
    return { line, resource: next, id: old.id, effect };
  });
  return { problem, problems, plan };
}

function importCsv(db: Database, table: Table, csv: string, on: string) {
  const { problem, plan } = planImport(table, csv, on);
  if (problem) throw new KioskError('bad-input', { path: 'csv', expected: problem.code });
  db.transaction(() => {
    for (const { id, resource, effect } of plan) {
      if (id === null) table.insert(resource);
      else if (effect === 'changed') table.update(id, resource);
    }
  })();
  const count = (effect: string) => plan.filter((row) => row.effect === effect).length;
  return { created: count('new'), changed: count('changed') };
}

export function createLocalResources({ db, clock }: { db: Database; clock: Clock }): LocalResources {
  const table = createTable(db);
  const aged = (row: Row) => ({ ...toResource(row), age: ageOn(today(clock), row.last_checked) });
  return {
    forPatients: (locale) =>
      sorted(table, locale).flatMap((row) => {
        const { age, ...resource } = aged(row);
        return age === 'stale' ? [] : [{ ...resource, age }];
      }),
    forStaff: (locale) => sorted(table, locale).map((row) => ({ id: row.id, ...aged(row) })),
    save(resource, id) {
      if (resource.lastChecked > today(clock))
        throw new KioskError('bad-input', { path: 'lastChecked', expected: 'a day that has come' });
      const named = table.named(resource);
      if (named && named.id !== id) throw new KioskError('resource-exists');
      if (id === undefined) return guardStorage(() => table.insert(resource));
      if (!table.one(id)) throw new KioskError('not-found', { what: 'resource' });
      guardStorage(() => table.update(id, resource));
      return id;
    },
    remove(id) {
      const row = table.one(id);
      if (!row) throw new KioskError('not-found', { what: 'resource' });
      guardStorage(() => table.remove(id));
      return toResource(row);
    },
    previewImport(csv) {
      const { problem, problems, plan } = planImport(table, csv, today(clock));
      const rows = plan.map(({ line, effect, resource: { kind, name, lastChecked } }) => ({
        ...{ line, kind, name, lastChecked, effect },
      }));
      return { problem, problems, rows };
    },
    importCsv: (csv) => guardStorage(() => importCsv(db, table, csv, today(clock))),
    exportCsv: () => writeCsv(sorted(table, 'en').map(toResource)),
  };
}
