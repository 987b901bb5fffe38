import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { calls } from '../../../../electron/contract/calls.ts';
import { localResourceSchema, type LocalResource } from '../../../../electron/contract/local-resource.ts';
import { fieldLimits, optionalFields, resourceKinds } from '../../../../electron/contract/resource-fields.ts';
import { openDatabase } from '../../../../electron/db/open.ts';
import { ageOn, createLocalResources } from '../../../../electron/services/clinic/local-resources.ts';
import { resourceKey } from '../../../../electron/services/clinic/resource-csv.ts';
import { day, fixedClock, temporaryFolder } from '../../../support/fixtures.ts';

function open(file = path.join(temporaryFolder(), 'kiosk.sqlite')) {
  const db = openDatabase(file);
  onTestFinished(() => void db.close());
  const clock = fixedClock();
  return { db, file, clock, resources: createLocalResources({ db, clock }) };
}

const pantry: LocalResource = { kind: 'food', name: 'Corner Pantry', phone: '555-0101', lastChecked: day };
const clinic: LocalResource = {
  kind: 'clinic',
  name: 'Ñandú Free Clinic',
  address: '12 Main Street',
  hours: 'Mon to Fri, 9 to 5',
  languages: 'English, Español',
  cost: 'Free',
  notes: 'Bring a paper with your address.\nNo appointment.',
  lastChecked: '2026-10-01',
};
const secondsInDay = 24 * 60 * 60;

describe('the list of local help', () => {
  it('is kept, by kind and then by name, through a restart', () => {
    const { db, file, resources } = open();
    resources.save(pantry);
    resources.save({ ...clinic, name: 'Zeta' });
    resources.save(clinic);
    resources.save({ ...clinic, name: 'álamo' });
    const names = ['álamo', 'Ñandú Free Clinic', 'Zeta', 'Corner Pantry'];
    expect(resources.forStaff('es').map(({ name }) => name)).toEqual(names);
    db.close();
    const again = open(file).resources.forPatients('es');
    expect(again.map(({ name }) => name)).toEqual(names);
    expect(again[1]).toEqual({ ...clinic, age: 'fresh' });
  });

  it('is changed in place, and never holds a kind and name twice', () => {
    const { resources } = open();
    const id = resources.save(pantry);
    expect(resources.save({ ...pantry, phone: undefined, notes: 'Saturdays' }, id)).toBe(id);
    expect(resources.forStaff('en')).toEqual([
      { id, kind: 'food', name: 'Corner Pantry', notes: 'Saturdays', lastChecked: day, age: 'fresh' },
    ]);
    expect(() => resources.save({ ...pantry, name: 'CORNER PANTRY' })).toThrow('resource-exists');
    const other = resources.save({ ...pantry, kind: 'housing' });
    expect(() => resources.save(pantry, other)).toThrow('resource-exists');
    expect(() => resources.save({ ...pantry, name: 'New' }, 999)).toThrow('not-found');
    expect(resources.forStaff('en')).toHaveLength(2);
  });

  it('gives back what was taken out, whole, and its number to nobody else', () => {
    const { resources } = open();
    const id = resources.save(clinic);
    const removed = resources.remove(id);
    expect(removed).toEqual(clinic);
    expect(resources.forStaff('en')).toEqual([]);
    expect(() => resources.remove(id)).toThrow('not-found');
    expect(resources.save(removed)).not.toBe(id);
    expect(resources.forPatients('en')).toEqual([{ ...clinic, age: 'fresh' }]);
  });

  it('does not believe a check on a day to come', () => {
    const { resources } = open();
    expect(() => resources.save({ ...pantry, lastChecked: '2026-11-25' })).toThrow('bad-input');
    expect(resources.forStaff('en')).toEqual([]);
  });
});

describe('the age of a place', () => {
  it('turns old after 180 days and stale after 365, to the day', () => {
    const at = (iso: string) => ageOn(day, iso);
    expect([at('2026-11-24'), at('2026-05-28')]).toEqual(['fresh', 'fresh']); // 0 and 180 days
    expect([at('2026-05-27'), at('2025-11-24')]).toEqual(['old', 'old']); // 181 and 365 days
    expect(at('2025-11-23')).toBe('stale'); // 366 days
    expect(at('2027-01-01')).toBe('fresh'); // a clock that was set back
  });

  it('moves with the clock: patients are warned, then no longer see it; staff always do', () => {
    const { resources, clock } = open();
    const id = resources.save(pantry);
    clock.move(181 * secondsInDay);
    expect(resources.forPatients('en')).toEqual([{ ...pantry, age: 'old' }]);
    clock.move(185 * secondsInDay);
    expect(resources.forPatients('en')).toEqual([]);
    expect(resources.forStaff('en')).toEqual([{ ...pantry, id, age: 'stale' }]);
    resources.save({ ...pantry, lastChecked: '2027-11-25' }, id);
    expect(resources.forPatients('en')).toMatchObject([{ age: 'fresh' }]);
  });
});

describe('what may be entered', () => {
  const save = (resource: unknown) =>
    calls['staff.resources.save'].input.safeParse({ session: 's', resource }).success;

  it('is of known parts and limited length', () => {
    expect(save(clinic)).toBe(true);
    expect(save({ ...clinic, patient: 'x' })).toBe(false);
    expect(save({ ...clinic, kind: 'bank' })).toBe(false);
    expect(save({ ...clinic, name: ' \u200e\u0000 ' })).toBe(false);
    expect(save({ ...clinic, lastChecked: '2026-02-30' })).toBe(false);
    for (const field of ['name', ...optionalFields] as const) {
      expect(save({ ...clinic, [field]: 'x'.repeat(fieldLimits[field]) }), field).toBe(true);
      expect(save({ ...clinic, [field]: 'x'.repeat(fieldLimits[field] + 1) }), field).toBe(false);
    }
  });

  it('is plain text: no control or direction marks, one line but for notes', () => {
    const parsed = localResourceSchema.parse({
      ...pantry,
      name: '  \u202eCorner\t\r\nPantry\u0007 ',
      notes: 'One \r\n\r\n\r\n\r\ntwo\u2066',
    });
    expect(parsed).toMatchObject({ name: 'Corner Pantry', notes: 'One\n\ntwo' });
  });
});

/** Any place that may be entered, with what spreadsheets stumble over more often than by chance. */
const text = (max: number) =>
  fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.string({ unit: fc.constantFrom(...'=\'+-@＝,;\t"\n\r a٣字é'), maxLength: 12 }),
    )
    .map((one) => one.slice(0, max));
const anyResource = fc
  .record({
    kind: fc.constantFrom(...resourceKinds),
    name: text(120),
    ...Object.fromEntries(optionalFields.map((field) => [field, fc.option(text(fieldLimits[field]))])),
    lastChecked: fc
      .date({ min: new Date('1990-01-01'), max: new Date(day), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
  })
  .map((given) => {
    const filled = Object.entries(given).filter(([, value]) => value !== null && value !== '');
    return localResourceSchema.safeParse(Object.fromEntries(filled)).data;
  })
  .filter((resource) => resource !== undefined);

describe('a list saved and read again', () => {
  it('is the same list', () => {
    const from = open();
    const to = open();
    const list = fc.uniqueArray(anyResource, { selector: resourceKey, maxLength: 12 });
    fc.assert(
      fc.property(list, (all) => {
        for (const { db } of [from, to]) db.exec('DELETE FROM local_resources');
        for (const one of all) from.resources.save(one);
        const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(from.resources.exportCsv());
        if (all.length === 0) {
          expect(to.resources.previewImport(csv).problem).toMatchObject({ code: 'empty' });
          return;
        }
        expect(to.resources.previewImport(csv)).toMatchObject({ problem: null, problems: [] });
        expect(to.resources.importCsv(csv)).toEqual({ created: all.length, changed: 0 });
        const bare = (list: { id: number }[]) => list.map(({ id: _id, ...rest }) => rest);
        expect(bare(to.resources.forStaff('en'))).toEqual(bare(from.resources.forStaff('en')));
        expect(to.resources.importCsv(csv)).toEqual({ created: 0, changed: 0 });
      }),
      { numRuns: 150 },
    );
  });

  it('runs no formula in a spreadsheet', () => {
    const { resources } = open();
    resources.save({ ...pantry, name: '=HYPERLINK("x")', phone: '+1 555', notes: "'@cmd" });
    expect(resources.forPatients('en')[0]).toMatchObject({ name: '=HYPERLINK("x")', phone: '+1 555' });
    const csv = Buffer.from(resources.exportCsv()).toString('utf8');
    expect(csv.startsWith('\ufeff"kind","name",')).toBe(true);
    expect(csv).toContain(`"'=HYPERLINK(""x"")","'+1 555"`);
    expect(csv).toContain(`"''@cmd"`);
  });
});
