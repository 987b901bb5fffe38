/** Steps of the form that can be undone. In memory only, and gone with the builder. */
import { useMemo, useReducer } from 'react';
import type { Draft } from './draft.ts';

export interface History<T> {
  /** The oldest first. */
  past: readonly T[];
  present: T;
  /** The next redo first. */
  future: readonly T[];
  /** The field that the last step was typed in; more of the same belongs to that step. */
  field: string | null;
}

export type HistoryAction<T> =
  /** Without a field: a step of its own. */
  | { type: 'change'; change: (present: T) => T; field?: string | undefined }
  /** What comes from elsewhere, such as a service: no step, and so in every step. */
  | { type: 'amend'; change: (state: T) => T }
  /** A field was left: what is typed next is another step. */
  | { type: 'settle' }
  | { type: 'undo' }
  | { type: 'redo' };

export const mostSteps = 50;

export const startHistory = <T>(present: T): History<T> => ({ past: [], present, future: [], field: null });

function step<T>(history: History<T>, change: (present: T) => T, field: string | undefined): History<T> {
  const present = change(history.present);
  if (present === history.present) return history;
  const goesOn = field !== undefined && field === history.field;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-mostSteps);
  return { past, present, future: [], field: field ?? null };
}

export function historyReducer<T>(history: History<T>, action: HistoryAction<T>): History<T> {
  const { past, present, future } = history;
  switch (action.type) {
    case 'change':
      return step(history, action.change, action.field);
    case 'amend':
      return {
        ...history,
        past: past.map(action.change),
        present: action.change(present),
        future: future.map(action.change),
      };
    case 'settle':
      return history.field === null ? history : { ...history, field: null };
    case 'undo': {
      const before = past.at(-1);
      if (before === undefined) return history;
      return { past: past.slice(0, -1), present: before, future: [present, ...future], field: null };
    }
    case 'redo': {
      const [after, ...rest] = future;
      if (after === undefined) return history;
      return { past: [...past, present], present: after, future: rest, field: null };
    }
    default:
      return action satisfies never;
  }
}

/** The draft, and every way to change it. */
export function useDraftHistory(begin: () => Draft) {
  const [history, send] = useReducer(historyReducer<Draft>, null, () => startHistory(begin()));
  const actions = useMemo(
    () => ({
      /** `field` names where it was typed: successive typing in one field is one step. */
      change: (next: Partial<Draft>, field?: string) =>
        send({ type: 'change', change: (draft) => ({ ...draft, ...next }), field }),
      replace: (change: (draft: Draft) => Draft) => send({ type: 'change', change }),
      amend: (change: (draft: Draft) => Draft) => send({ type: 'amend', change }),
      settle: () => send({ type: 'settle' }),
      undo: () => send({ type: 'undo' }),
      redo: () => send({ type: 'redo' }),
    }),
    [],
  );
  return {
    draft: history.present,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    ...actions,
  };
}
