import { readFileSync, writeFileSync, chmodSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migrations, openDatabase } from '../../../../electron/db/open.ts';
import { createPrinterMargins } from '../../../../electron/services/printers/margins.ts';
import { createClinic } from '../../../../electron/services/clinic/clinic.ts';
import { createStaff } from '../../../../electron/services/staff/staff.ts';
import { fixedClock, temporaryFolder } from '../../../support/fixtures.ts';

function open(file = path.join(temporaryFolder(), 'kiosk.sqlite')) {
  const db = openDatabase(file);
  onTestFinished(() => void db.close());
  return { db, file };
}

describe('the database', () => {
  it('has the schema that was agreed, and one file', () => {
    const { db, file } = open();
    const schema = db
      .prepare<[], string>("SELECT sql FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .pluck()
      .all();
    expect(schema).toMatchSnapshot();
    expect(db.pragma('user_version', { simple: true })).toBe(migrations.length);
    db.close();
    expect(readFileSync(file).subarray(0, 15).toString()).toBe('SQLite format 3');
  });

  it('keeps old rows when it is opened again', () => {
    const { db, file } = open();
    createClinic({ db }).save({ name: 'Clínica Uno', phone: '555' });
    db.close();
    expect(createClinic(open(file)).read()).toEqual({ name: 'Clínica Uno', phone: '555' });
  });

  it('takes over a database of the first version with its rows, and gives it what later versions keep', () => {
    const file = path.join(temporaryFolder(), 'kiosk.sqlite');
    const old = new Database(file);
    old.exec(migrations[0] as string);
    old.exec(
      `PRAGMA application_id = ${0x53616c41};
       PRAGMA user_version = 1;
       INSERT INTO staff_pin VALUES (1, x'0102', x'0304', 15);
       UPDATE staff_tries SET wrong = 4, at = 1700000000;
       INSERT INTO clinic VALUES (1, 'Clínica Uno', '555', NULL);`,
    );
    old.close();
    const { db } = open(file);
    const rows = (table: string) => db.prepare(`SELECT * FROM ${table}`).all();
    expect(rows('staff_pin')).toEqual([
      { only: 1, salt: Buffer.from([1, 2]), hash: Buffer.from([3, 4]), cost: 15 },
    ]);
    expect(rows('staff_tries')).toEqual([{ only: 1, wrong: 4, at: 1700000000 }]);
    expect(rows('clinic')).toEqual([{ only: 1, name: 'Clínica Uno', phone: '555', address: null }]);
    expect(rows('local_resources')).toEqual([]);
    expect(db.pragma('user_version', { simple: true })).toBe(migrations.length);
    expect(createPrinterMargins({ db }).read('Clinic')).toBeNull();
  });

  it('keeps margins by printer, and forgets them', () => {
    const { db, file } = open();
    const margins = { top: 4, right: 5.5, bottom: 18, left: 6 };
    createPrinterMargins({ db }).save('Clinic', { ...margins, top: 1 });
    createPrinterMargins({ db }).save('Clinic', margins);
    db.close();
    const again = createPrinterMargins(open(file));
    expect(again.read('Clinic')).toEqual(margins);
    expect(again.read('Other')).toBeNull();
    again.save('Clinic', null);
    expect(again.read('Clinic')).toBeNull();
  });

  it('refuses a newer one, a damaged one and a foreign one, and leaves each as it was', () => {
    const newer = path.join(temporaryFolder(), 'a.sqlite');
    new Database(newer).exec('PRAGMA user_version = 99').close();
    expect(() => openDatabase(newer)).toThrow('database-newer');
    const damaged = path.join(temporaryFolder(), 'b.sqlite');
    writeFileSync(damaged, 'SQLite format 3\0 but not really'.repeat(200));
    const before = readFileSync(damaged);
    expect(() => openDatabase(damaged)).toThrow('database-corrupt');
    expect(readFileSync(damaged).equals(before)).toBe(true);
    const foreign = path.join(temporaryFolder(), 'c.sqlite');
    new Database(foreign).exec('PRAGMA application_id = 7; CREATE TABLE t (x)').close();
    expect(() => openDatabase(foreign)).toThrow('database-corrupt');
  });

  it('says when its folder cannot be used', () => {
    const file = path.join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    chmodSync(file, 0o400);
    expect(() => openDatabase(path.join(file, 'kiosk.sqlite'))).toThrow('data-folder-denied');
  });
});

describe('the PIN', () => {
  it('is set once, opens, and is nowhere in the file', async () => {
    const { db, file } = open();
    const staff = createStaff({ db, clock: fixedClock() });
    expect(staff.status().pinSet).toBe(false);
    staff.requireSession(await staff.setPin('73519426'));
    await expect(staff.setPin('1111')).rejects.toThrow('pin-already-set');
    staff.requireSession(await staff.unlock('73519426'));
    await expect(staff.unlock('73519427')).rejects.toThrow('pin-wrong');
    expect(readFileSync(file).includes('73519426')).toBe(false);
  });

  it('waits longer after each wrong try, through a restart and a clock set back', async () => {
    const { db, file } = open();
    const clock = fixedClock();
    const staff = createStaff({ db, clock });
    await staff.setPin('2468');
    const waits: number[] = [];
    for (let wrong = 1; wrong <= 7; wrong += 1) {
      const error = (await staff.unlock('0000').catch((caught: unknown) => caught)) as {
        fields: { waitSeconds: number };
      };
      waits.push(error.fields.waitSeconds);
      clock.move(error.fields.waitSeconds);
    }
    expect(waits).toEqual([0, 0, 5, 15, 60, 300, 300]);
    await staff.unlock('0000').catch(() => undefined);
    await expect(staff.unlock('2468')).rejects.toThrow('pin-wait');
    clock.move(-100_000);
    await expect(staff.unlock('2468')).rejects.toThrow('pin-wait');
    db.close();
    const again = createStaff({ db: open(file).db, clock });
    await expect(again.unlock('2468')).rejects.toThrow('pin-wait');
    clock.move(100_000 + 300);
    again.requireSession(await again.unlock('2468'));
    expect(again.status().waitSeconds).toBe(0);
  });

  it('opens a session that ends when it is locked, or after ten quiet minutes', async () => {
    const clock = fixedClock();
    const staff = createStaff({ ...open(), clock });
    const session = await staff.setPin('2468');
    clock.move(599);
    staff.requireSession(session);
    clock.move(601);
    expect(() => staff.requireSession(session)).toThrow('session-ended');
    const next = await staff.unlock('2468');
    staff.lock(next);
    expect(() => staff.requireSession(next)).toThrow('session-ended');
    expect(() => staff.requireSession('')).toThrow('session-ended');
  });
});
