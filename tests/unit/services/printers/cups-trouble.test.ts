import { describe, expect, it } from 'vitest';
import { createCups } from '../../../../electron/services/printers/cups.ts';
import { operations } from '../../../../electron/services/printers/ipp.ts';
import { createPrinters } from '../../../../electron/services/printers/printers.ts';
import type { PrinterInfo } from '../../../../electron/services/printers/types.ts';
import { plain } from '../../../support/fault-matrix.ts';
import { fixedClock } from '../../../support/fixtures.ts';
import { scriptedCups, type Answer } from '../../../support/scripted-cups.ts';

const [notFound, forbidden] = [0x0406, 0x0403];
const printer: PrinterInfo = {
  ...{ name: 'Clinic', label: 'Clinic', state: 'ready', isDefault: true, twoSided: false, color: false },
  ...{ papers: [], margins: null, tellsEnd: false },
};
const pdf = new Uint8Array([1]);

/** Four bytes of a job's id, as they stand in a request. */
const isAbout = (id: number, words: string) => words.includes(`job-id\0\x04\0\0\0${String.fromCharCode(id)}`);

describe('a job of CUPS', () => {
  it('is out only when CUPS no longer knows it, whatever it said to the purge', async () => {
    let purges = 0;
    const server = await scriptedCups((operation): Answer => {
      expect(operation).toBe(operations.cancelJob);
      purges += 1;
      return { status: purges < 4 ? 0 : notFound };
    });
    await createCups(server).remove({ printer: 'Clinic', id: 7, name: 'Sala sheet 0a1b2c3d' });
    expect(purges).toBe(4);
  });

  it('is not out when CUPS refuses', async () => {
    const server = await scriptedCups(() => ({ status: forbidden }));
    const removed = createCups(server).remove({ printer: 'Clinic', id: 7, name: 'Sala sheet 0a1b2c3d' });
    await expect(removed).rejects.toMatchObject({
      code: 'printer-refused',
      fields: { reason: 'credentials' },
    });
  });

  it('is found by its name when the answer to the print was lost', async () => {
    let name = '';
    const server = await scriptedCups((operation, words): Answer => {
      if (operation === operations.printJob) {
        name = /Sala sheet [0-9a-f]{8}/.exec(words)?.[0] ?? '';
        return null;
      }
      if (operation === operations.getJobs)
        return {
          jobs: [
            { id: 4, name: 'Sala sheet 00000000' },
            { id: 5, name },
          ],
        };
      return { status: notFound };
    });
    const { queue, close } = createPrinters({ system: createCups(server), clock: fixedClock() });
    const token = await queue.submit(printer, pdf, plain, 'sheet');
    expect(name).not.toBe('');
    expect(await queue.jobs()).toMatchObject([{ token }]);
    await close();
  });

  it('may have been taken where CUPS names none', async () => {
    const server = await scriptedCups(() => ({}));
    const submitted = createCups(server).submit(printer, pdf, plain, 'Sala sheet 0a1b2c3d');
    await expect(submitted).rejects.toThrow('printer-unavailable');
  });
});

describe('what an earlier run left in CUPS', () => {
  /** Three jobs; the second may not be canceled for a while. */
  async function service() {
    const jobs = new Map([1, 2, 3].map((id) => [id, `Sala sheet 0000000${id}`]));
    const refused = new Set([2]);
    const server = await scriptedCups((operation, words): Answer => {
      if (operation === operations.getJobs) return { jobs: [...jobs].map(([id, name]) => ({ id, name })) };
      if (operation !== operations.cancelJob) return {};
      const id = [...jobs.keys()].find((one) => isAbout(one, words));
      if (id === undefined) return { status: notFound };
      if (refused.has(id)) return { status: forbidden };
      if (words.includes('purge-job')) jobs.delete(id);
      return {};
    });
    return { jobs, refused, cups: createCups(server) };
  }

  it('goes one by one: what cannot be removed stops no other, and is not forgotten', async () => {
    const { jobs, refused, cups } = await service();
    const printers = createPrinters({ system: cups, clock: fixedClock() });
    await printers.list();
    expect([...jobs.keys()]).toEqual([2]);
    refused.clear();
    await printers.list();
    expect([...jobs.keys()]).toEqual([]);
    await printers.close();
  });

  it('is told apart from the jobs of this run', async () => {
    const { jobs, refused, cups } = await service();
    refused.clear();
    jobs.set(9, cups.newName());
    expect(await cups.removeLeftovers()).toBe(true);
    expect([...jobs.keys()]).toEqual([9]);
  });
});
