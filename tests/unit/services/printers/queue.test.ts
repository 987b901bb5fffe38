import { describe, expect, it, onTestFinished } from 'vitest';
import { createQueue, holdFor, waitForLastWord } from '../../../../electron/services/printers/queue.ts';
import type { JobLook, PrinterInfo, PrintSystem } from '../../../../electron/services/printers/types.ts';
import { fixedClock } from '../../../support/fixtures.ts';

const printer: PrinterInfo = {
  name: 'Clinic',
  label: 'Front desk',
  state: 'ready',
  isDefault: true,
  twoSided: true,
  color: false,
  papers: ['letter'],
  margins: null,
  tellsEnd: true,
};
const options = { paper: 'letter', copies: 2, twoSided: true, color: false } as const;

/** A print service whose next words are given: for what a real one cannot be made to do in time. */
function scripted() {
  const said: { look: JobLook; removeFails: boolean } = {
    look: { state: 'waiting', reason: '', lastWordMissing: false },
    removeFails: false,
  };
  const removed: number[] = [];
  let id = 0;
  const system: PrintSystem = {
    printers: async () => [printer],
    submit: async () => ({ printer: 'Clinic', id: (id += 1), name: `job ${id}` }),
    look: async () => said.look,
    cancel: async () => undefined,
    async remove(job) {
      if (said.removeFails) throw new Error('not now');
      removed.push(job.id);
    },
    removeLeftovers: async () => 0,
  };
  const clock = fixedClock();
  const queue = createQueue({ system, clock });
  onTestFinished(() => queue.close());
  return { said, removed, clock, queue };
}

const pdf = new Uint8Array([1]);

describe('the queue', () => {
  it('lists jobs without anything of a patient', async () => {
    const { queue } = scripted();
    const token = await queue.submit(printer, pdf, options, 'sheet');
    const [job] = await queue.jobs();
    expect(job).toEqual({
      token,
      kind: 'sheet',
      printer: 'Front desk',
      copies: 2,
      at: expect.any(Date) as Date,
      state: 'waiting',
      reason: '',
      canRetry: false,
      canCancel: true,
    });
  });

  it('holds the PDF of what did not end well for ten minutes after the last change, then forgets the job', async () => {
    const { said, queue, clock } = scripted();
    const token = await queue.submit(printer, pdf, options, 'sheet');
    clock.move(holdFor / 1000 - 1);
    said.look = { state: 'failed', reason: 'aborted-by-system', lastWordMissing: false };
    expect((await queue.jobs())[0]?.canRetry).toBe(true);
    clock.move(holdFor / 1000 - 1);
    expect((await queue.jobs())[0]?.canRetry).toBe(true);
    clock.move(1);
    await queue.jobs();
    expect(await queue.jobs()).toEqual([]);
    await expect(queue.retry(token)).rejects.toThrow('not-found');
  });

  it('drops the PDF of a job that never moves, but follows the job', async () => {
    const { said, queue, clock } = scripted();
    await queue.submit(printer, pdf, options, 'sheet');
    clock.move(holdFor / 1000);
    await queue.jobs();
    said.look = { state: 'failed', reason: '', lastWordMissing: false };
    expect(await queue.jobs()).toMatchObject([{ state: 'failed', canRetry: false }]);
  });

  it('waits half a minute for the last word of a silent printer, then says what is known: sent', async () => {
    const { said, queue, clock } = scripted();
    await queue.submit(printer, pdf, options, 'sheet');
    said.look = { state: 'offline', reason: 'silent', lastWordMissing: true };
    expect((await queue.jobs())[0]?.state).toBe('offline');
    clock.move(waitForLastWord / 1000 - 1);
    expect((await queue.jobs())[0]?.state).toBe('offline');
    clock.move(1);
    expect((await queue.jobs())[0]).toMatchObject({ state: 'sent', canRetry: true });
  });

  it('takes an ended job out of the print service, again and again until it is gone', async () => {
    const { said, removed, queue } = scripted();
    await queue.submit(printer, pdf, options, 'sheet');
    said.look = { state: 'printed', reason: '', lastWordMissing: false };
    said.removeFails = true;
    expect((await queue.jobs())[0]?.state).toBe('printed');
    expect(removed).toEqual([]);
    said.removeFails = false;
    await queue.jobs();
    await queue.jobs();
    expect(removed).toEqual([1]);
  });
});
