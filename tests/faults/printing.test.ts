import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelAtDevice, deviceOf } from '../../electron/services/printers/device.ts';
import { canPrint, startCups, type TestCups } from '../support/cups.ts';
import { breakPrintAnswer } from '../support/broken-line.ts';
import { canary, falsePrinted, tableOf, Watched, type Row } from '../support/fault-matrix.ts';
import { until } from '../support/until.ts';

const rows: Row[] = [];

afterAll(() => {
  if (rows.length === 0) return;
  console.log(`\n${tableOf(rows)}`);
  expect(falsePrinted(rows)).toEqual([]);
});

describe.skipIf(!canPrint)('printing with faults, on a real CUPS and a real IPP printer', () => {
  let cups: TestCups;
  beforeAll(async () => {
    cups = await startCups(8634, 8635);
  }, 90_000);
  afterAll(() => cups?.stop());

  /** One fault: what is done, what staff read, whether paper came out. Nothing may be left in CUPS afterwards. */
  function fault(name: string, paper: boolean, act: (kiosk: Watched) => Promise<void>): void {
    it(name, async () => {
      const kiosk = new Watched(cups);
      cups.printer.hold();
      try {
        await act(kiosk);
      } finally {
        rows.push({ fault: name, seen: kiosk.seen, paper });
        await kiosk.close();
      }
      expect(kiosk.seen.includes('printed')).toBe(paper);
      expect(cups.spooled()).toEqual([]);
      expect(cups.filesWith(canary)).toEqual([]);
    });
  }

  /** Prints, and waits until the printer has begun. */
  async function printing(kiosk: Watched): Promise<string> {
    const before = cups.printer.begun().length;
    const job = await kiosk.print();
    await until('the printer begins', () => cups.printer.begun().length > before, { why: cups.log });
    return job;
  }

  fault('no fault', true, async (kiosk) => {
    const job = await printing(kiosk);
    await kiosk.shows(job, 'printing');
    expect(cups.filesWith(canary)).not.toEqual([]);
    cups.printer.order('end 0');
    await kiosk.shows(job, 'printed');
  });

  fault('slow: nothing but printing until it ends', true, async (kiosk) => {
    const job = await printing(kiosk);
    await until('CUPS has asked the printer four times', async () => {
      await kiosk.look(job);
      return cups.printer.askedByCups() >= 4;
    });
    expect(kiosk.seen).toEqual(['printing']);
    cups.printer.order('end 0');
    await kiosk.shows(job, 'printed');
  });

  fault('queue stopped', true, async (kiosk) => {
    cups.run('cupsdisable', 'Clinic');
    const job = await kiosk.print();
    await kiosk.shows(job, 'held');
    expect((await kiosk.printers.list())[0]?.state).toBe('stopped');
    cups.printer.printAtOnce();
    cups.run('cupsenable', 'Clinic');
    await kiosk.shows(job, 'printed');
  });

  fault('queue takes no jobs', false, async (kiosk) => {
    cups.run('cupsreject', 'Clinic');
    await expect(kiosk.print()).rejects.toMatchObject({ code: 'printer-refused' });
    cups.run('cupsaccept', 'Clinic');
  });

  const says: [fault: string, keyword: string, state: 'out-of-paper' | 'jammed' | 'held'][] = [
    ['no paper, then filled', 'media-empty', 'out-of-paper'],
    ['jam, then cleared', 'media-jam', 'jammed'],
    ['door open, then closed', 'cover-open', 'held'],
    ['printer paused, then resumed', 'paused', 'held'],
    ['ink used up, then replaced', 'marker-supply-empty', 'held'],
  ];
  for (const [name, keyword, state] of says) {
    fault(name, true, async (kiosk) => {
      const job = await printing(kiosk);
      cups.printer.order(`state +${keyword}`);
      expect((await kiosk.shows(job, state)).reason).toBe(keyword);
      cups.printer.order(`state -${keyword}`);
      await kiosk.shows(job, 'printing');
      cups.printer.order('end 0');
      await kiosk.shows(job, 'printed');
    });
  }

  fault('jam, and the printer gives the job up', false, async (kiosk) => {
    const job = await printing(kiosk);
    cups.printer.order('state +media-jam');
    await kiosk.shows(job, 'jammed');
    cups.printer.order('state -media-jam', 'end 1');
    await kiosk.shows(job, 'failed');
  });

  fault('the printer gives a job up, and another try', true, async (kiosk) => {
    const job = await printing(kiosk);
    cups.printer.order('end 1');
    expect((await kiosk.shows(job, 'failed')).canRetry).toBe(true);
    cups.printer.printAtOnce();
    const next = await kiosk.printers.queue.retry(job);
    await kiosk.shows(next, 'printed');
    await expect(kiosk.printers.queue.retry(next)).rejects.toThrow('not-found');
  });

  fault('switched off before the job', false, async (kiosk) => {
    cups.printer.switchOff();
    const job = await kiosk.print();
    await kiosk.shows(job, 'offline');
    await kiosk.printers.queue.cancel(job);
    await kiosk.shows(job, 'canceled');
    await cups.printer.switchOn();
  });

  fault('switched off in mid-job, and on again', false, async (kiosk) => {
    const job = await printing(kiosk);
    await kiosk.shows(job, 'printing');
    cups.printer.switchOff();
    await kiosk.shows(job, 'offline');
    await cups.printer.switchOn();
    await kiosk.shows(job, 'sent', 'failed');
  });

  fault('switched off in mid-job, and given up by staff', false, async (kiosk) => {
    const job = await printing(kiosk);
    cups.printer.switchOff();
    await kiosk.shows(job, 'offline');
    await kiosk.printers.queue.cancel(job);
    await kiosk.shows(job, 'canceled');
    await cups.printer.switchOn();
  });

  fault('canceled by staff in mid-job', false, async (kiosk) => {
    const job = await printing(kiosk);
    await kiosk.shows(job, 'printing');
    await kiosk.printers.queue.cancel(job);
    expect((await kiosk.shows(job, 'canceled')).canRetry).toBe(false);
    cups.printer.order('end 0');
    await until('the printer is free', async () => (await kiosk.printers.list())[0]?.state === 'ready');
  });

  fault("canceled at the printer's own panel", false, async (kiosk) => {
    const job = await printing(kiosk);
    await kiosk.shows(job, 'printing');
    const panel = deviceOf(cups.printer.uri);
    if (!panel) throw new Error('the test printer is not on this computer');
    const [name = ''] = cups.printer.begun().at(-1)?.split('|') ?? [];
    await cancelAtDevice(panel, name);
    cups.printer.order('end 0');
    expect((await kiosk.shows(job, 'canceled')).canRetry).toBe(true);
  });

  fault("the printer's disk is full", false, async (kiosk) => {
    cups.printer.switchOff();
    await cups.printer.switchOn({ spoolSize: '64k' });
    const job = await kiosk.print();
    await kiosk.shows(job, 'failed', 'held');
    await kiosk.printers.queue.cancel(job);
    await kiosk.shows(job, 'failed', 'canceled');
    cups.printer.switchOff();
    await cups.printer.switchOn();
    cups.run('cupsenable', 'Clinic'); // CUPS stops a queue whose printer takes nothing
  });

  fault('the printer wants a password', false, async (kiosk) => {
    cups.printer.switchOff();
    await cups.printer.switchOn({ extra: ['-A', '--pam-service', 'cups'] });
    const job = await kiosk.print();
    await kiosk.shows(job, 'held');
    await kiosk.printers.queue.cancel(job);
    await kiosk.shows(job, 'canceled');
    cups.printer.switchOff();
    await cups.printer.switchOn();
  });

  fault('the print service wants a password', false, async (kiosk) => {
    cups.run('lpadmin', '-p', 'Clinic', '-o', 'printer-op-policy=locked');
    await expect(kiosk.print()).rejects.toMatchObject({
      code: 'printer-refused',
      fields: { reason: 'credentials' },
    });
    cups.run('lpadmin', '-p', 'Clinic', '-o', 'printer-op-policy=default');
  });

  fault('a printer that cannot be asked', false, async (kiosk) => {
    const swallows = createServer((socket) => socket.resume());
    await new Promise<void>((resolve) => swallows.listen(8636, '127.0.0.1', resolve));
    try {
      cups.run('lpadmin', '-p', 'Raw', '-E', '-v', 'socket://127.0.0.1:8636', '-m', 'raw');
      expect((await kiosk.printers.list()).find(({ name }) => name === 'Raw')?.tellsEnd).toBe(false);
      const job = await kiosk.print({}, 'Raw');
      await kiosk.shows(job, 'sent');
      cups.run('lpadmin', '-x', 'Raw');
    } finally {
      swallows.close();
    }
  });

  fault('the print service dies in mid-job', false, async (kiosk) => {
    const job = await printing(kiosk);
    await kiosk.shows(job, 'printing');
    await cups.crash();
    await kiosk.shows(job, 'offline');
    await cups.restart();
    await kiosk.printers.queue.cancel(job);
    await kiosk.shows(job, 'canceled');
    cups.printer.order('end 1');
  });

  fault('the answer to the print is lost', true, async (direct) => {
    const line = await breakPrintAnswer(8634, 8647);
    const kiosk = new Watched(cups, line.address);
    try {
      const job = await printing(kiosk);
      expect(line.hasBroken()).toBe(true);
      await kiosk.shows(job, 'printing');
      cups.printer.order('end 0');
      await kiosk.shows(job, 'printed');
      direct.seen.push(...kiosk.seen);
      expect(cups.spooled()).toEqual([]);
    } finally {
      await kiosk.close();
      line.close();
    }
  });

  fault('the kiosk is quit in mid-job', false, async (kiosk) => {
    const job = await printing(kiosk);
    await kiosk.shows(job, 'printing');
    await kiosk.close();
    expect(cups.spooled()).toEqual([]);
    cups.printer.order('end 0');
    await kiosk.shows(job, 'canceled', 'failed');
  });

  fault('the kiosk dies, and what it left is removed at the next start', false, async (kiosk) => {
    cups.run('cupsdisable', 'Clinic');
    const job = await kiosk.print();
    await kiosk.shows(job, 'held');
    expect(cups.filesWith(canary)).not.toEqual([]);
    const next = new Watched(cups); // the first is not closed: nobody told it
    await next.printers.list();
    expect(cups.spooled()).toEqual([]);
    await next.close();
    cups.run('cupsenable', 'Clinic');
    await kiosk.shows(job, 'failed', 'canceled');
  });
});

describe.skipIf(!canPrint)('printing on a disk that is full', () => {
  it('the print service has no room: the job is refused', async () => {
    const cups = await startCups(8637, 8638, { spoolSize: '64k' });
    const kiosk = new Watched(cups);
    try {
      await expect(kiosk.print()).rejects.toMatchObject({
        code: expect.stringMatching(/^printer-(refused|unavailable)$/) as string,
      });
      expect(await kiosk.printers.queue.jobs()).toEqual([]);
      rows.push({ fault: "the print service's disk is full", seen: [], paper: false });
    } finally {
      await kiosk.close();
      cups.stop();
    }
  }, 90_000);
});

describe.skipIf(!canPrint)('printing with a CUPS that keeps no history', () => {
  it('the printer completes what CUPS forgot at once: neither printed nor failed', async () => {
    const cups = await startCups(8639, 8640, { settings: 'PreserveJobHistory No' });
    const kiosk = new Watched(cups);
    try {
      const job = await kiosk.print();
      await kiosk.shows(job, 'sent');
      rows.push({ fault: 'the print service keeps no history', seen: kiosk.seen, paper: true });
      expect(cups.spooled()).toEqual([]);
    } finally {
      await kiosk.close();
      cups.stop();
    }
  }, 90_000);
});
