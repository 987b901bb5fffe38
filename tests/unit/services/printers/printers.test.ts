import { describe, expect, it } from 'vitest';
import { createCups } from '../../../../electron/services/printers/cups.ts';
import { printServer } from '../../../../electron/services/printers/ipp.ts';
import { createPrinters } from '../../../../electron/services/printers/printers.ts';
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
});
