import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  historyReducer,
  mostSteps,
  startHistory,
  type History,
  type HistoryAction,
} from '../../../../renderer/screens/staff/use-draft-history.ts';

const run = (history: History<string>, ...actions: HistoryAction<string>[]) =>
  actions.reduce(historyReducer<string>, history);
const type = (text: string, field?: string): HistoryAction<string> => ({
  ...{ type: 'change', change: () => text, field },
});
const undo: HistoryAction<string> = { type: 'undo' };
const redo: HistoryAction<string> = { type: 'redo' };

describe('the steps of a form', () => {
  it('take typing in one field as one step, until the field is left', () => {
    const typed = run(startHistory(''), type('A', 'name'), type('An', 'name'), type('Ana', 'name'));
    expect(typed.past).toEqual(['']);
    expect(run(typed, undo).present).toBe('');
    const settled = run(typed, { type: 'settle' }, type('Anna', 'name'));
    expect(settled.past).toEqual(['', 'Ana']);
    expect(run(typed, type('n', 'note')).past).toEqual(['', 'Ana']);
    expect(run(typed, type('x'), type('y')).past).toEqual(['', 'Ana', 'x']);
    expect(run(typed, undo, type('B', 'name')).past).toEqual(['']);
  });

  it('go back and forth, and drop what was undone at the next change', () => {
    const three = run(startHistory('0'), type('1'), type('2'), type('3'));
    expect(run(three, undo, undo)).toMatchObject({ past: ['0'], present: '1', future: ['2', '3'] });
    expect(run(three, undo, undo, redo, redo)).toMatchObject({ present: '3', future: [] });
    expect(run(three, undo, type('4'), redo)).toMatchObject({ past: ['0', '1', '2'], present: '4' });
    expect(run(startHistory('0'), undo, redo)).toEqual(startHistory('0'));
  });

  it('are at most fifty', () => {
    const many = run(startHistory('0'), ...Array.from({ length: 70 }, (_, index) => type(`${index + 1}`)));
    expect(many.past).toHaveLength(mostSteps);
    expect(run(many, ...Array.from({ length: 80 }, () => undo)).present).toBe('20');
  });

  it('take no step for what comes from elsewhere, and have it in each', () => {
    const amended = run(startHistory('a'), type('b'), type('c'), undo, {
      ...{ type: 'amend', change: (text: string) => `${text}!` },
    });
    expect(amended).toMatchObject({ past: ['a!'], present: 'b!', future: ['c!'] });
  });

  it('lead back to the start and forth to the end, whatever was done', () => {
    const actions = fc.array(
      fc.oneof(
        fc
          .tuple(fc.string(), fc.option(fc.constantFrom('a', 'b'), { nil: undefined }))
          .map(([text, field]) => type(text, field)),
        fc.constantFrom<HistoryAction<string>>(undo, redo, { type: 'settle' }),
      ),
      { maxLength: 45 },
    );
    fc.assert(
      fc.property(actions, (list) => {
        const end = run(startHistory('start'), ...list);
        const steps = end.past.length;
        const back = run(end, ...Array.from({ length: steps }, () => undo));
        expect(back.present).toBe('start');
        expect(run(back, ...Array.from({ length: steps }, () => redo)).present).toBe(end.present);
      }),
    );
  });
});
