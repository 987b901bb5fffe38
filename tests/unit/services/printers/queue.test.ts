import { describe, expect, it, onTestFinished } from 'vitest';
import { KioskError } from '../../../../electron/contract/errors.ts';
import { watchFor } from '../../../../electron/services/printers/lost-jobs.ts';
import { createQueue, holdFor, waitForLastWord } from '../../../../electron/services/printers/queue.ts';
import type { JobLook, PrintSystem } from '../../../../electron/services/printers/types.ts';
import { clinicPrinter as printer } from '../../../support/clinic-printer.ts';
import { fixedClock } from '../../../support/fixtures.ts';

const options = { paper: 'letter', copies: 2, twoSided: true, color: false } as const;

type Step = 'submit' | 'find' | 'look' | 'cancel' | 'remove';

/** A print service whose next words are given: for what a real one cannot be made to do in time. */
function scripted() {
  const said = {
    look: { state: 'waiting', reason: '', lastWordMissing: false } as JobLook,
    /** What does not answer. */
    fails: new Set<Step>(),
    refuses: false,
  };
  /** Jobs in the service, and what was done to them, by name. */
  const [has, done]: [Set<string>, string[]] = [new Set(), []];
  let id = 0;
  const step = (name: Step) => {
    if (said.fails.has(name)) throw new Error('no answer');
  };
  const system: PrintSystem = {
    printers: async () => [printer],
    newName: () => `job ${(id += 1)}`,
    async submit(_, __, ___, name) {
      if (said.refuses) throw new KioskError('printer-refused');
      step('submit');
      has.add(name);
      return { printer: 'Clinic', id, name };
    },
    async find(_, name) {
      step('find');
      return has.has(name) ? { printer: 'Clinic', id: 1, name } : null;
    },
    async look() {
      step('look');
      return said.look;
    },
    async cancel({ name }) {
      step('cancel');
      done.push(`cancel ${name}`);
    },
    async remove({ name }) {
      step('remove');
      has.delete(name);
      done.push(`remove ${name}`);
    },
    removeLeftovers: async () => true,
  };
  const clock = fixedClock();
  const queue = createQueue({ system, clock });
  onTestFinished(() => queue.close());
  return { said, has, done, system, clock, queue };
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
    const { said, done, queue } = scripted();
    await queue.submit(printer, pdf, options, 'sheet');
    said.look = { state: 'printed', reason: '', lastWordMissing: false };
    said.fails.add('remove');
    expect((await queue.jobs())[0]?.state).toBe('printed');
    expect(done).toEqual([]);
    said.fails.delete('remove');
    await queue.jobs();
    await queue.jobs();
    expect(done).toEqual(['remove job 1']);
  });

  it('prints once where two tries overlap, and once more where a try failed', async () => {
    const { said, has, queue } = scripted();
    const token = await queue.submit(printer, pdf, options, 'sheet');
    said.look = { state: 'failed', reason: '', lastWordMissing: false };
    await queue.jobs();
    said.refuses = true;
    await expect(queue.retry(token)).rejects.toThrow('printer-refused');
    said.refuses = false;
    said.look = { state: 'waiting', reason: '', lastWordMissing: false };
    const both = await Promise.allSettled([queue.retry(token), queue.retry(token)]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(has.size).toBe(1);
  });
});

describe('a print whose answer is lost', () => {
  /** The service takes the job, and its answer does not arrive. */
  function answersNot(system: PrintSystem) {
    const take = system.submit;
    system.submit = async (...job) => {
      await take(...job);
      throw new KioskError('printer-unavailable');
    };
    return () => {
      system.submit = take;
    };
  }

  it('is followed like any other when the service has it', async () => {
    const { said, done, system, queue } = scripted();
    answersNot(system);
    const token = await queue.submit(printer, pdf, options, 'sheet');
    said.look = { state: 'printed', reason: '', lastWordMissing: false };
    expect(await queue.jobs()).toMatchObject([{ token, state: 'printed' }]);
    expect(done).toEqual(['remove job 1']);
  });

  it('is taken out when the service answers again', async () => {
    const { said, has, done, clock, system, queue } = scripted();
    answersNot(system);
    said.fails.add('find');
    await expect(queue.submit(printer, pdf, options, 'sheet')).rejects.toThrow('printer-unavailable');
    await queue.jobs();
    clock.move(2 * (watchFor / 1000)); // it may be off for as long as it likes
    await queue.jobs();
    expect([...has]).toEqual(['job 1']);
    said.fails.delete('find');
    clock.move(60);
    expect(await queue.jobs()).toEqual([]);
    expect(done).toEqual(['cancel job 1', 'remove job 1']);
  });

  it('is taken out when it turns up late, and looked for again when that fails', async () => {
    const { said, has, clock, queue } = scripted();
    said.fails.add('submit');
    await expect(queue.submit(printer, pdf, options, 'sheet')).rejects.toThrow('no answer');
    await queue.jobs();
    has.add('job 1');
    said.fails.add('remove');
    clock.move(60);
    await queue.jobs();
    expect([...has]).toEqual(['job 1']);
    said.fails.delete('remove');
    clock.move(60);
    await queue.jobs();
    expect([...has]).toEqual([]);
  });

  it('is looked for no longer when the service has said long enough that it has none', async () => {
    const { said, has, clock, queue } = scripted();
    said.fails.add('submit');
    await expect(queue.submit(printer, pdf, options, 'sheet')).rejects.toThrow('no answer');
    clock.move(watchFor / 1000);
    await queue.jobs();
    has.add('job 1'); // not ours to find any more: the next start removes it
    clock.move(60);
    await queue.jobs();
    expect([...has]).toEqual(['job 1']);
  });

  it('is not looked for where the service refused it', async () => {
    const { said, has, clock, queue } = scripted();
    said.refuses = true;
    await expect(queue.submit(printer, pdf, options, 'sheet')).rejects.toThrow('printer-refused');
    has.add('job 1');
    clock.move(60);
    await queue.jobs();
    expect([...has]).toEqual(['job 1']);
  });
});

describe('the end of the queue', () => {
  it('cancels what is on its way and takes everything out', async () => {
    const { said, has, done, queue } = scripted();
    await queue.submit(printer, pdf, options, 'sheet');
    said.look = { state: 'printed', reason: '', lastWordMissing: false };
    said.fails.add('remove');
    await queue.jobs();
    await queue.submit(printer, pdf, options, 'sheet');
    said.fails.delete('remove');
    await queue.close();
    expect(done.toSorted()).toEqual(['cancel job 2', 'remove job 1', 'remove job 2']);
    expect([...has]).toEqual([]);
  });

  it('goes on to the next job when one cannot be told', async () => {
    const { said, has, queue } = scripted();
    await queue.submit(printer, pdf, options, 'sheet');
    said.fails.add('cancel');
    await queue.close();
    expect([...has]).toEqual([]);
  });

  it('waits for a print that is being handed over, and takes no other', async () => {
    const { has, system, queue } = scripted();
    let arrive = () => undefined as void;
    const take = system.submit;
    system.submit = async (...job) => {
      await new Promise<void>((resolve) => (arrive = resolve));
      return take(...job);
    };
    const handed = queue.submit(printer, pdf, options, 'sheet');
    const closed = queue.close();
    await expect(queue.submit(printer, pdf, options, 'sheet')).rejects.toThrow('printer-unavailable');
    arrive();
    await handed;
    await closed;
    expect([...has]).toEqual([]);
  });
});
