import { describe, expect, it } from 'vitest';
import {
  jobStates,
  jobWord,
  type DeviceAnswer,
  type DeviceWord,
  type SpoolerWord,
} from '../../../../electron/services/printers/job-state.ts';

const { pending, held, processing, stopped, canceled, aborted, completed } = jobStates;
const [idle, busy, halted] = [3, 4, 5];

const cups = (
  job: number | null,
  reasons: string[] = [],
  printer = busy,
  own: string[] = [],
): SpoolerWord => ({
  job: job === null ? null : { state: job, reasons: own },
  printer: { state: printer, reasons },
});
const device = (jobs: number[], reasons: string[] = ['none'], state = busy): DeviceAnswer => ({
  jobs: jobs.map((one) => ({ state: one, reasons: ['none'] })),
  printer: { state, reasons },
});

type Case = [name: string, spooler: SpoolerWord, device: DeviceWord, state: string, reason: string];

const cases: Case[] = [
  // The end: only the printer's own word makes "printed".
  ['completed, and the printer says so', cups(completed), device([completed]), 'printed', ''],
  ['two copies, both completed', cups(completed), device([completed, completed]), 'printed', ''],
  ['two copies, one aborted', cups(completed), device([completed, aborted]), 'failed', ''],
  ['two copies, one to go', cups(completed), device([completed, processing]), 'printing', ''],
  ['completed, but the printer aborted', cups(completed), device([aborted]), 'failed', ''],
  ['completed, but canceled at the printer', cups(completed), device([canceled]), 'canceled', ''],
  ['completed, but the printer still prints', cups(completed), device([processing]), 'printing', ''],
  ['completed, but it waits at the printer', cups(completed), device([pending]), 'waiting', ''],
  ['completed, but held at the printer', cups(completed), device([held]), 'held', 'held'],
  [
    'completed, no paper at the printer',
    cups(completed),
    device([processing], ['media-empty']),
    'out-of-paper',
    'media-empty',
  ],
  ['completed, the printer knows no such job', cups(completed), device([]), 'sent', 'unknown-to-printer'],
  ['completed, the printer is silent', cups(completed), 'silent', 'offline', 'silent'],
  ['completed, the printer cannot be asked', cups(completed), 'cannot-be-asked', 'sent', ''],
  ['aborted', cups(aborted, [], idle, ['aborted-by-system']), device([]), 'failed', 'aborted-by-system'],
  ['canceled', cups(canceled, [], idle, ['processing-to-stop-point']), device([canceled]), 'canceled', ''],
  ['canceled, because the printer aborted', cups(canceled), device([aborted]), 'failed', ''],
  ['nobody knows it', cups(null), device([]), 'failed', 'gone'],
  ['nobody but the printer knows it', cups(null), device([completed]), 'failed', 'gone'],

  // On the way, with a printer that can be asked.
  ['behind others', cups(pending), device([]), 'waiting', ''],
  ['CUPS works, the printer has not begun', cups(processing), device([]), 'waiting', ''],
  ['CUPS still takes it in', cups(held, [], idle, ['job-data-insufficient']), device([]), 'waiting', ''],
  ['at the printer', cups(processing), device([processing]), 'printing', ''],
  ['done at the printer, CUPS has not heard', cups(processing), device([completed]), 'printing', ''],
  ['no paper', cups(processing), device([processing], ['media-empty-error']), 'out-of-paper', 'media-empty'],
  [
    'paper wanted',
    cups(processing),
    device([stopped], ['media-needed-report']),
    'out-of-paper',
    'media-needed',
  ],
  ['paper low: prints on', cups(processing), device([processing], ['media-low-warning']), 'printing', ''],
  ['toner low: prints on', cups(processing), device([processing], ['toner-low-warning']), 'printing', ''],
  [
    'jam before no paper',
    cups(processing),
    device([processing], ['media-empty', 'media-jam']),
    'jammed',
    'media-jam',
  ],
  ['door', cups(processing), device([stopped], ['door-open-error']), 'held', 'door-open'],
  ['stopped without a reason', cups(processing), device([stopped], ['none'], halted), 'held', 'stopped'],
  [
    'what CUPS remembers is stale',
    cups(processing, ['media-empty-warning']),
    device([processing]),
    'printing',
    '',
  ],
  ['switched off', cups(processing), 'silent', 'offline', 'silent'],
  ['the queue is stopped', cups(pending, ['paused'], halted), device([]), 'held', 'paused'],
  ['the queue is stopped, the printer off', cups(pending, ['paused'], halted), 'silent', 'held', 'paused'],
  [
    'a password is wanted',
    cups(held, [], idle, ['cups-held-for-authentication']),
    device([]),
    'held',
    'cups-held-for-authentication',
  ],

  // On the way, with a printer that cannot be asked: CUPS' word is all there is.
  ['raw: waiting', cups(pending, [], idle), 'cannot-be-asked', 'waiting', ''],
  ['raw: printing', cups(processing), 'cannot-be-asked', 'printing', ''],
  [
    'raw: no answer yet',
    cups(processing, ['connecting-to-device']),
    'cannot-be-asked',
    'waiting',
    'connecting-to-device',
  ],
  ['raw: unplugged', cups(processing, ['offline-report']), 'cannot-be-asked', 'offline', 'offline'],
  [
    'raw: no paper',
    cups(processing, ['media-empty-warning']),
    'cannot-be-asked',
    'out-of-paper',
    'media-empty',
  ],
  ['raw: stopped', cups(pending, [], halted), 'cannot-be-asked', 'held', 'stopped'],
  [
    'raw: held',
    cups(held, [], idle, ['job-hold-until-specified']),
    'cannot-be-asked',
    'held',
    'job-hold-until-specified',
  ],
];

describe('what staff read of a job', () => {
  it.each(cases)('%s', (_, spooler, word, state, reason) => {
    expect(jobWord(spooler, word)).toEqual({ state, reason });
  });

  it('is printed only when CUPS and every job at the printer are completed', () => {
    const states = Object.values(jobStates);
    const printers = [idle, busy, halted];
    const reasons = [['none'], ['media-empty'], ['media-jam-error'], ['paused']];
    const words: DeviceWord[] = ['silent', 'cannot-be-asked', device([])];
    for (const a of states)
      for (const b of states)
        for (const state of printers)
          for (const said of reasons) words.push(device([a], said, state), device([a, b], said, state));
    let printed = 0;
    for (const job of [null, ...states])
      for (const printer of printers)
        for (const said of reasons)
          for (const word of words) {
            if (jobWord(cups(job, said, printer), word).state !== 'printed') continue;
            printed += 1;
            expect(job).toBe(completed);
            expect(typeof word === 'object' && word.jobs.length > 0).toBe(true);
            expect(typeof word === 'object' && word.jobs.every((one) => one.state === completed)).toBe(true);
          }
    expect(printed).toBeGreaterThan(0);
  });
});
