import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canPrint, startCups, type TestCups } from '../../../support/cups.ts';
import { canary, Watched } from '../../../support/fault-matrix.ts';
import { until } from '../../../support/until.ts';

describe.skipIf(!canPrint)('printing on a real CUPS', () => {
  let cups: TestCups;
  beforeAll(async () => {
    cups = await startCups(8632, 8633);
  }, 90_000);
  afterAll(() => cups?.stop());

  it('lists what the printer can do', async () => {
    const kiosk = new Watched(cups);
    expect(await kiosk.printers.list()).toMatchObject([
      {
        name: 'Clinic',
        state: 'ready',
        isDefault: true,
        twoSided: true,
        color: true,
        papers: ['letter', 'a4'],
        tellsEnd: true,
      },
    ]);
    await kiosk.close();
  });

  it('asks for copies, two sides, colour and paper, and the printer hears it', async () => {
    const kiosk = new Watched(cups);
    const asked = [
      { copies: 3, twoSided: true, color: true, paper: 'a4' },
      { copies: 1, twoSided: false, color: false, paper: 'letter' },
    ] as const;
    for (const options of asked) await kiosk.shows(await kiosk.print(options), 'printed');
    const [first = '', second = ''] = cups.printer.begun();
    expect(first).toMatch(/copies=3\|sides=two-sided-long-edge\|color=color\|media=.*21000.*29700/);
    expect(second).toMatch(/copies=1\|sides=one-sided\|color=monochrome\|media=.*21590.*27940/);
    await kiosk.close();
  });

  it('gives each job a name that says nothing, and leaves nothing in CUPS', async () => {
    const kiosk = new Watched(cups);
    await kiosk.shows(await kiosk.print(), 'printed');
    expect(cups.printer.begun().at(-1)).toMatch(/^Sala sheet [0-9a-f]{8}\|/);
    expect(cups.spooled()).toEqual([]);
    expect(cups.filesWith(canary)).toEqual([]);
    await kiosk.close();
  });

  it('follows its jobs also when no page asks', async () => {
    const kiosk = new Watched(cups);
    const before = cups.printer.begun().length;
    await kiosk.print();
    await until('the job is gone', () => cups.printer.begun().length > before && cups.spooled().length === 0);
    expect(await kiosk.printers.queue.jobs()).toMatchObject([{ state: 'printed' }]);
    await kiosk.close();
  });

  it('leaves the jobs of others alone when it removes leftovers', async () => {
    cups.run('cupsdisable', 'Clinic');
    cups.run('lp', '-d', 'Clinic', '-t', 'Sala sheet of somebody else', 'package.json');
    const spooled = cups.spooled();
    expect(spooled).not.toEqual([]);
    const kiosk = new Watched(cups);
    await kiosk.printers.list();
    expect(cups.spooled()).toEqual(spooled);
    cups.run('cancel', '-a', '-x', 'Clinic');
    cups.run('cupsenable', 'Clinic');
    await kiosk.close();
  });
});
