/** The finder's questions as data: which kind of answer each wants, and after which answers it is left out. Pure. */
import { finderQuestions, type FinderQuestion, type FinderStep } from '../../lib/session/finder-step.ts';
import {
  familyOptions,
  given,
  groupOptions,
  incomeOptions,
  insuranceOptions,
  isLeft,
  jobOfferOptions,
  kidneyOptions,
  kidneyYears,
  type Answers,
} from './answers.ts';

/** Ages at which pregnancy is asked about. */
const pregnancyAges = { from: 12, to: 55 };
/** Below this age a person is a child to Medicaid and CHIP, whoever lives with them. */
export const adultFrom = 19;

export type Kind =
  | { answer: 'state' }
  | { answer: 'household'; offered: number; most: number }
  | { answer: 'one'; options: readonly string[] }
  | { answer: 'number'; shape: 'money' | 'years'; most: number }
  | { answer: 'several'; options: (answers: Answers) => readonly string[] };

interface Question {
  kind: Kind;
  /** Whether it still matters after what has been answered so far. */
  asked: (answers: Answers) => boolean;
  /** Belongs to the question before it, and counts as one with it. */
  follows?: boolean;
  /** The engine answers nothing without it: what helps everyone is all that can be shown. */
  needed?: boolean;
  help?: boolean;
}

const always = () => true;

/** What of the family is asked: pregnancy at some ages only, and children of adults only. */
function familyOptionsFor(answers: Answers): readonly string[] {
  const age = given(answers, 'age');
  if (age === undefined) return familyOptions;
  const mayBePregnant = age >= pregnancyAges.from && age <= pregnancyAges.to;
  return familyOptions.filter((option) => (option === 'pregnant' ? mayBePregnant : age >= adultFrom));
}

const publicCover: unknown[] = ['medicaid', 'medicare', 'both'] satisfies Answers['insurance'][];

export const questions: Record<FinderQuestion, Question> = {
  state: { kind: { answer: 'state' }, asked: always, needed: true },
  household: {
    kind: { answer: 'household', offered: 8, most: 20 },
    asked: always,
    needed: true,
    help: true,
  },
  'income-per': { kind: { answer: 'one', options: incomeOptions }, asked: always, help: true },
  'income-amount': {
    kind: { answer: 'number', shape: 'money', most: 9_999_999 },
    asked: (answers) => {
      const per = given(answers, 'income-per');
      return per !== undefined && per !== 'no-income';
    },
    follows: true,
    help: true,
  },
  age: { kind: { answer: 'number', shape: 'years', most: 120 }, asked: always },
  family: {
    kind: { answer: 'several', options: familyOptionsFor },
    asked: (answers) => familyOptionsFor(answers).length > 0,
  },
  insurance: { kind: { answer: 'one', options: insuranceOptions }, asked: always },
  // Only the Marketplace asks about the job, and it does not help who has Medicaid or Medicare.
  'job-offer': {
    kind: { answer: 'one', options: jobOfferOptions },
    asked: (answers) => !publicCover.includes(answers.insurance),
    help: true,
  },
  kidney: { kind: { answer: 'one', options: kidneyOptions }, asked: always },
  'kidney-when': {
    kind: { answer: 'one', options: kidneyYears },
    asked: (answers) => answers.kidney === 'yes',
    follows: true,
  },
  groups: { kind: { answer: 'several', options: () => groupOptions }, asked: always },
};

export const mostQuestions = finderQuestions.filter((id) => !questions[id].follows).length;

/** The questions that matter after these answers. They end with one that is needed and was passed over. */
export function askedQuestions(answers: Answers): FinderQuestion[] {
  const asked = finderQuestions.filter((id) => questions[id].asked(answers));
  const end = asked.findIndex((id) => questions[id].needed && isLeft(answers[id]));
  return end < 0 ? asked : asked.slice(0, end + 1);
}

/** The needed question that was passed over, if one was. */
export const missingQuestion = (answers: Answers): FinderQuestion | null =>
  askedQuestions(answers).find((id) => questions[id].needed && isLeft(answers[id])) ?? null;

export const unanswered = (answers: Answers): FinderQuestion | null =>
  askedQuestions(answers).find((id) => answers[id] === undefined) ?? null;

/** Answers with one more or another. What follows from an answer that has changed is asked anew; `undefined` takes it back. */
export function withAnswer(answers: Answers, id: FinderQuestion, answer: unknown): Answers {
  const next = finderQuestions[finderQuestions.indexOf(id) + 1];
  const open = next && questions[next].follows && answers[id] !== answer ? [next] : [];
  const kept = Object.entries(answers).filter(
    ([one]) => one !== id && !open.some((follower) => follower === one),
  );
  return { ...Object.fromEntries(kept), ...(answer === undefined ? {} : { [id]: answer }) };
}

/** Where a question leads. Somebody who changes one answer goes straight back, but for questions that are new by it. */
export function stepAfter(question: FinderQuestion, answers: Answers, changing: boolean): FinderStep {
  const asked = askedQuestions(answers);
  if (changing) return unanswered(answers) ?? 'results';
  return asked[asked.indexOf(question) + 1] ?? 'results';
}

/** Which question of how many, counted as the reader does: what follows belongs to its question. */
export function progressAt(question: FinderQuestion, answers: Answers): { number: number; total: number } {
  // A needed question that was passed over and is looked at again does not shorten the way.
  const asked = finderQuestions.filter((id) => questions[id].asked(answers));
  const counted = (list: FinderQuestion[]) => list.filter((id) => !questions[id].follows).length;
  return { number: counted(asked.slice(0, asked.indexOf(question) + 1)), total: counted(asked) };
}
