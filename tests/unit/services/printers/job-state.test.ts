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
const device = (
  jobs: number[],
  reasons: string[] = ['none'],
  state = busy,
  mostCopies = 999,
): DeviceAnswer => ({
  jobs: jobs.map((one) => ({ state: one, reasons: ['none'] })),
  printer: { state, reasons },
  mostCopies,
});
/** A printer that takes each copy as a job of its own. */
const oneByOne = (...jobs: number[]) => device(jobs, ['none'], busy, 1);

type Case = [
  name: string,
  spooler: SpoolerWord,
  device: DeviceWord,
  state: string,
  reason: string,
  copies?: number,
];

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

  // Three copies: in one job, or in a job each.
  ['three in one job', cups(completed), device([completed]), 'printed', '', 3],
  ['three of three', cups(completed), oneByOne(completed, completed, completed), 'printed', '', 3],
  ['one of three', cups(completed), oneByOne(completed), 'sent', 'fewer-than-copies', 3],
  ['two of three, one to go', cups(completed), oneByOne(completed, completed, pending), 'printing', '', 3],
  [
    'three in one job, of a printer that takes two',
    cups(completed),
    device([completed], ['none'], busy, 2),
    'sent',
    'fewer-than-copies',
    3,
  ],

  // CUPS forgot it or gave it up, and the printer has it.
  ['forgotten, done at the printer', cups(null), device([completed]), 'sent', 'completed-at-printer'],
  ['forgotten, still at the printer', cups(null), device([processing]), 'printing', ''],
  ['forgotten, and no paper', cups(null), device([stopped], ['media-empty']), 'out-of-paper', 'media-empty'],
  ['forgotten, given up by the printer', cups(null), device([aborted]), 'failed', ''],
  ['forgotten, canceled at the printer', cups(null), device([canceled]), 'canceled', ''],
  ['forgotten, the printer is silent', cups(null), 'silent', 'offline', 'silent'],
  ['forgotten, the printer cannot be asked', cups(null), 'cannot-be-asked', 'failed', 'gone'],
  ['given up, done at the printer', cups(aborted), device([completed]), 'sent', 'completed-at-printer'],
  ['given up, still at the printer', cups(aborted), device([processing]), 'printing', ''],
  [
    'given up by both',
    cups(aborted, [], idle, ['job-canceled-at-device']),
    device([aborted]),
    'failed',
    'job-canceled-at-device',
  ],
  ['given up, the printer is silent', cups(aborted), 'silent', 'failed', ''],

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
  it.each(cases)('%s', (_, spooler, word, state, reason, copies = 1) => {
    expect(jobWord(spooler, word, copies)).toEqual({ state, reason });
  });

  /** Every word of CUPS with every word of a printer, for one copy and for two. */
  function everyPair(see: (word: string, job: number | null, device: DeviceWord, copies: number) => void) {
    const states = Object.values(jobStates);
    const printers = [idle, busy, halted];
    const reasons = [['none'], ['media-empty'], ['media-jam-error'], ['paused']];
    const words: DeviceWord[] = ['silent', 'cannot-be-asked', device([])];
    for (const a of states)
      for (const b of states)
        for (const state of printers)
          for (const said of reasons)
            for (const most of [1, 999])
              words.push(device([a], said, state, most), device([a, b], said, state, most));
    for (const job of [null, ...states])
      for (const printer of printers)
        for (const said of reasons)
          for (const word of words)
            for (const copies of [1, 2])
              see(jobWord(cups(job, said, printer), word, copies).state, job, word, copies);
  }
  const allCompleted = (word: DeviceWord) =>
    typeof word === 'object' && word.jobs.length > 0 && word.jobs.every(({ state }) => state === completed);

  it('is printed only when CUPS and every job at the printer are completed, and no copy is missing', () => {
    let printed = 0;
    const wrong: unknown[] = [];
    everyPair((state, job, word, copies) => {
      if (state !== 'printed') return;
      printed += 1;
      const all = typeof word === 'object' && (word.mostCopies >= copies || word.jobs.length >= copies);
      if (job !== completed || !allCompleted(word) || !all) wrong.push([job, word, copies]);
    });
    expect(wrong).toEqual([]);
    expect(printed).toBeGreaterThan(0);
  });

  it('has never failed when the printer completed all that it got', () => {
    const wrong: unknown[] = [];
    everyPair((state, job, word) => {
      if (state === 'failed' && allCompleted(word)) wrong.push([job, word]);
    });
    expect(wrong).toEqual([]);
  });
});
