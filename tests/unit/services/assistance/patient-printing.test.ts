import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createClient, type Client } from '../../../../electron/contract/client.ts';
import { createDispatcher } from '../../../../electron/contract/dispatch.ts';
import type { PrintedList } from '../../../../electron/contract/printed-list.ts';
import { createAppServices } from '../../../../electron/services/app-services.ts';
import { createLogger } from '../../../../electron/services/logger.ts';
import { canPrint, startCups, type TestCups } from '../../../support/cups.ts';
import { fixedClock, packOf, root, temporaryFolder } from '../../../support/fixtures.ts';
import { until } from '../../../support/until.ts';

const list: PrintedList = {
  household: { state: 'TX', householdSize: 2, medicine: 'canary-medicine' },
  ...{ language: 'en', secondLanguage: 'es', length: 'short', print: 'normal' },
};

describe.skipIf(!canPrint)('printing by patients', () => {
  let cups: TestCups;
  beforeAll(async () => {
    cups = await startCups(8645, 8646);
    process.env['SALA_CUPS'] = cups.address;
  }, 90_000);
  afterEach(() => cups.printer.printAtOnce());
  afterAll(() => {
    delete process.env['SALA_CUPS'];
    cups?.stop();
  });

  /** A kiosk whose staff have a PIN, and a clock to move. */
  async function kiosk() {
    const dataFolder = temporaryFolder();
    const clock = fixedClock();
    const services = createAppServices({
      ...{ dataFolder, packFile: packOf().file, fontsFolder: path.join(root, 'dist/fonts') },
      ...{ mode: 'demonstration', version: '0', clock, saveTo: [] },
      logger: createLogger(dataFolder, clock),
    });
    onTestFinished(() => services.close());
    const client: Client = createClient(
      createDispatcher(services.handlers, (_, error) => {
        throw error;
      }),
    );
    const { session } = await client['staff.setPin']({ pin: '2468' });
    const allow = async () => {
      const [printer] = (await client['printers.list']({ session })).printers;
      await client['printers.forPatients']({ session, printer: printer?.token ?? null });
    };
    const ends = async (job: string) => {
      let state = '';
      await until('the list is printed', async () => {
        ({ state } = await client['assistance.printJob']({ job }));
        return state === 'printed';
      });
    };
    return { client, clock, session, allow, ends };
  }
  const refused = (code: string) => expect.objectContaining({ code });

  it('is refused until the clinic has chosen a printer for it, and again afterwards', async () => {
    const { client, session, allow, ends } = await kiosk();
    expect(await client['assistance.printing']({})).toEqual({ atKiosk: false });
    await expect(client['assistance.print'](list)).rejects.toEqual(refused('forbidden'));
    await allow();
    expect(await client['assistance.printing']({})).toEqual({ atKiosk: true });
    expect((await client['printers.list']({ session })).printers).toMatchObject([{ forPatients: true }]);
    await ends((await client['assistance.print'](list)).job);
    expect(cups.filesWith('canary-medicine')).toEqual([]);
    await client['printers.forPatients']({ session, printer: null });
    await expect(client['assistance.print'](list)).rejects.toEqual(refused('forbidden'));
  });

  it('lets one list at a time, and five within ten minutes', async () => {
    const { client, clock, allow, ends } = await kiosk();
    await allow();
    cups.printer.hold();
    const before = cups.printer.begun().length;
    const { job } = await client['assistance.print'](list);
    await until('the printer begins', () => cups.printer.begun().length > before);
    await expect(client['assistance.print'](list)).rejects.toEqual(refused('print-wait'));
    cups.printer.order('end 0');
    await ends(job);
    cups.printer.printAtOnce();
    for (let count = 2; count <= 5; count += 1) await ends((await client['assistance.print'](list)).job);
    await expect(client['assistance.print'](list)).rejects.toEqual(refused('print-wait'));
    clock.move(10 * 60);
    await ends((await client['assistance.print'](list)).job);
  });

  it('makes one list also of two presses that overlap', async () => {
    const { client, allow, ends } = await kiosk();
    await allow();
    const before = cups.printer.begun().length;
    const both = await Promise.allSettled([
      client['assistance.print'](list),
      client['assistance.print'](list),
    ]);
    expect(both[1]).toEqual({ status: 'rejected', reason: refused('print-wait') });
    if (both[0].status === 'rejected') throw both[0].reason;
    await ends(both[0].value.job);
    expect(cups.printer.begun()).toHaveLength(before + 1);
  });

  it('tells a patient nothing of other jobs, and takes nothing but the list', async () => {
    const { client, session, allow } = await kiosk();
    await allow();
    const [printer] = (await client['printers.list']({ session })).printers;
    const { job } = await client['printers.testPage']({
      ...{ session, printer: printer?.token ?? '', paper: 'letter', language: 'en' },
    });
    await expect(client['assistance.printJob']({ job })).rejects.toEqual(refused('not-found'));
    const more = { ...list, note: 'anything' } as PrintedList;
    await expect(client['assistance.print'](more)).rejects.toEqual(refused('bad-input'));
    await expect(client['assistance.list']({ session: 'guessed', paper: 'letter', list })).rejects.toEqual(
      refused('session-ended'),
    );
  });
});
