import { describe, expect, it } from 'vitest';
import { createCups } from '../../../../electron/services/printers/cups.ts';
import { printServer } from '../../../../electron/services/printers/ipp.ts';
import { createPrinters } from '../../../../electron/services/printers/printers.ts';
import { toPrinter } from '../../../../electron/services/printers/cups-printers.ts';
import type { PrinterInfo, PrintSystem } from '../../../../electron/services/printers/types.ts';
import { plain } from '../../../support/fault-matrix.ts';
import { fixedClock } from '../../../support/fixtures.ts';

describe('the print service', () => {
  it('is looked for on this computer only', () => {
    expect(printServer('127.0.0.1:631')).toEqual({ host: '127.0.0.1', port: 631 });
    for (const address of ['printer.example:631', '10.0.0.1:631', '127.0.0.1', '127.0.0.1.evil:631'])
      expect(() => printServer(address)).toThrow();
  });

  it('may be missing: no printers, and no job', async () => {
    const nobody = createCups({ host: '127.0.0.1', port: 9 });
    const printers = createPrinters({ system: nobody, clock: fixedClock() });
    expect(await printers.list()).toEqual([]);
    await expect(printers.find('no-token')).rejects.toThrow('printer-unavailable');
    await expect(printers.queue.retry('no-token')).rejects.toThrow('not-found');
    await expect(printers.queue.cancel('no-token')).rejects.toThrow('not-found');
  });

  it('is cleaned when it answers again, and the job of this run stays', async () => {
    const jobs = new Set(['left behind']);
    let answers = false;
    let made = 0;
    const ofThisRun = new Set<string>();
    const system: PrintSystem = {
      ...createCups({ host: '127.0.0.1', port: 9 }),
      newName() {
        const name = `job ${(made += 1)}`;
        ofThisRun.add(name);
        return name;
      },
      async submit(printer, _, __, name) {
        jobs.add(name);
        return { printer: printer.name, id: made, name };
      },
      async removeLeftovers() {
        if (!answers) throw new Error('no answer');
        for (const name of jobs) if (!ofThisRun.has(name)) jobs.delete(name);
        return true;
      },
      remove: async () => undefined,
    };
    const printers = createPrinters({ system, clock: fixedClock() });
    await printers.list();
    const printer = toPrinter(new Map([['printer-name', ['Clinic']]]), 'Clinic') as PrinterInfo;
    await printers.queue.submit(printer, new Uint8Array([1]), plain, 'sheet');
    answers = true;
    await printers.list();
    expect([...jobs]).toEqual(['job 1']);
    await printers.close();
  });
});
