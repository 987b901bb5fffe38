import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { noAnswers, type Answers } from './answers.ts';

interface FinderState {
  answers: Answers;
  setAnswers: (answers: Answers) => void;
}

const FinderContext = createContext<FinderState | null>(null);

/** Holds the answers of one visit in memory. They are gone with the visit: nothing else has them. */
export function FinderProvider({ children }: { children: ReactNode }) {
  const [answers, setAnswers] = useState<Answers>(noAnswers);
  const state = useMemo(() => ({ answers, setAnswers }), [answers]);
  return <FinderContext.Provider value={state}>{children}</FinderContext.Provider>;
}

export function useFinder(): FinderState {
  const state = useContext(FinderContext);
  if (!state) throw new Error('useFinder outside of a visit');
  return state;
}
