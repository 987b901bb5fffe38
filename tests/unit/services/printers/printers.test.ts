import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createPrinters,
  printServer,
  type Printers,
} from '../../../../electron/services/printers/printers.ts';
import { canPrint, startCups, type TestCups } from '../../../support/cups.ts';
import { root } from '../../../support/fixtures.ts';

describe('the print service', () => {
  it('is looked for on this computer only', () => {
    expect(printServer('127.0.0.1:631')).toEqual({ host: '127.0.0.1', port: 631 });
    for (const address of ['printer.example:631', '10.0.0.1:631', '127.0.0.1', '127.0.0.1.evil:631'])
      expect(() => printServer(address)).toThrow();
  });

  it('may be missing: no printers, and no job', async () => {
    const printers = createPrinters({ server: { host: '127.0.0.1', port: 9 } });
    expect(await printers.list()).toEqual([]);
    await expect(printers.print('no-token', new Uint8Array(), 1, 'letter')).rejects.toThrow(
      'printer-unavailable',
    );
    await expect(printers.job('no-token')).rejects.toThrow('not-found');
  });
});

describe.skipIf(!canPrint)('printing on a real CUPS', () => {
  let cups: TestCups;
  let printers: Printers;
  const pdf = () => readFileSync(path.join(root, 'tests/support/one-page.pdf'));

  beforeAll(async () => {
    cups = await startCups(8632, 8633);
    printers = createPrinters({ server: printServer(cups.address) });
  }, 90_000);
  afterAll(() => cups?.stop());

  async function until(job: string, ends: string[]): Promise<string> {
    for (let tries = 0; tries < 200; tries += 1) {
      const { state } = await printers.job(job);
      if (ends.includes(state)) return state;
      await wait(200);
    }
    throw new Error(`the job did not end; CUPS says:\n${cups.log()}`);
  }

  it('says printed when the printer says so, and leaves nothing in the spooler', async () => {
    const [printer] = await printers.list();
    expect(printer).toMatchObject({ isDefault: true });
    const job = await printers.print(printer?.token ?? '', pdf(), 1, 'letter');
    expect(await until(job, ['printed', 'failed', 'canceled'])).toBe('printed');
    expect(cups.received()).toHaveLength(1);
    expect(cups.spooled()).toEqual([]);
    expect((await printers.job(job)).state).toBe('printed');
  });

  it('never says printed while the printer stands still', async () => {
    const [printer] = await printers.list();
    cups.disable();
    const before = cups.received().length;
    const job = await printers.print(printer?.token ?? '', pdf(), 1, 'letter');
    for (let tries = 0; tries < 10; tries += 1) {
      expect((await printers.job(job)).state).not.toBe('printed');
      await wait(100);
    }
    expect(cups.received()).toHaveLength(before);
    expect((await printers.list())[0]?.state).toBe('stopped');
    cups.enable();
    expect(await until(job, ['printed', 'failed', 'canceled'])).toBe('printed');
  });

  it('says so when the printer refuses', async () => {
    const [printer] = await printers.list();
    await expect(
      printers.print(printer?.token ?? '', new TextEncoder().encode('no pdf'), 0, 'letter'),
    ).rejects.toThrow(/printer-refused|printer-unavailable/);
  });
});
