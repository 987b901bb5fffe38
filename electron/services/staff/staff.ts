import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Database } from 'better-sqlite3';
import { KioskError } from '../../contract/errors.ts';
import { guardStorage } from '../../db/open.ts';
import type { Clock } from '../clock.ts';

export interface Staff {
  status(): { pinSet: boolean; waitSeconds: number };
  /** First use only. Throws `pin-already-set`. */
  setPin(pin: string): Promise<string>;
  /** Returns a session. Throws `pin-wrong` or `pin-wait`, both with `waitSeconds`. */
  unlock(pin: string): Promise<string>;
  lock(session: string): void;
  /** Throws `session-ended` unless the session is alive; keeps it alive for ten more minutes. */
  requireSession(session: string): void;
}

/** Seconds to wait after a number of wrong tries in a row; the last one holds from then on. */
const delays = [0, 0, 0, 5, 15, 60, 300];
const quietMinutes = 10;
/** scrypt cost: 2 to this power. */
const cost = 15;

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
);
const hashPin = (pin: string, salt: Buffer, power: number) =>
  derive(pin, salt, 32, { N: 2 ** power, r: 8, p: 1, maxmem: 256 * 1024 * 1024 });

interface PinRow {
  salt: Buffer;
  hash: Buffer;
  cost: number;
}

/** The staff PIN: scrypt with its own salt, a delay that grows and outlives a restart, sessions in memory only. */
export function createStaff({ db, clock }: { db: Database; clock: Clock }): Staff {
  const sessions = new Map<string, number>();
  const seconds = () => Math.floor(clock.now().getTime() / 1000);
  const readPin = () => db.prepare<[], PinRow>('SELECT salt, hash, cost FROM staff_pin').get();
  const readTries = () =>
    db.prepare<[], { wrong: number; at: number }>('SELECT wrong, at FROM staff_tries').get() ?? {
      wrong: 0,
      at: 0,
    };
  const writeTries = (wrong: number) =>
    guardStorage(() => db.prepare('UPDATE staff_tries SET wrong = ?, at = ?').run(wrong, seconds()));

  function waitSeconds(): number {
    const { wrong, at } = readTries();
    const delay = delays[Math.min(wrong, delays.length - 1)] ?? 0;
    // A clock that was set back must not shorten the wait, and must not lock staff out for years either.
    const passed = Math.max(0, seconds() - at);
    return Math.max(0, delay - passed);
  }

  function open(): string {
    const session = randomBytes(32).toString('base64url');
    sessions.set(session, seconds());
    return session;
  }

  async function check(pin: string): Promise<void> {
    const stored = readPin();
    if (!stored) throw new KioskError('not-found', { what: 'pin' });
    const wait = waitSeconds();
    if (wait > 0) throw new KioskError('pin-wait', { waitSeconds: wait });
    // Counted before it is checked: pulling the plug during the check wins nothing.
    const wrong = readTries().wrong + 1;
    writeTries(wrong);
    const given = await hashPin(pin, stored.salt, stored.cost);
    if (!timingSafeEqual(given, stored.hash))
      throw new KioskError('pin-wrong', { waitSeconds: waitSeconds() });
    writeTries(0);
  }

  return {
    status: () => ({ pinSet: readPin() !== undefined, waitSeconds: waitSeconds() }),
    async setPin(pin) {
      if (readPin()) throw new KioskError('pin-already-set');
      const salt = randomBytes(16);
      const hash = await hashPin(pin, salt, cost);
      const { changes } = guardStorage(() =>
        db.prepare('INSERT OR IGNORE INTO staff_pin VALUES (1, ?, ?, ?)').run(salt, hash, cost),
      );
      if (changes === 0) throw new KioskError('pin-already-set');
      return open();
    },
    async unlock(pin) {
      await check(pin);
      return open();
    },
    lock(session) {
      sessions.delete(session);
    },
    requireSession(session) {
      const last = sessions.get(session);
      const now = seconds();
      if (last === undefined || now - last > quietMinutes * 60 || now < last - 60) {
        sessions.delete(session);
        throw new KioskError('session-ended');
      }
      sessions.set(session, now);
    },
  };
}
