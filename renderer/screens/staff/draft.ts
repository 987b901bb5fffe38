/** What staff have filled in so far. Lives in the builder's memory only. */
import type { DayPart } from '../../../electron/contract/handout-request.ts';
import type { LocalResource } from '../../../electron/contract/local-resource.ts';

export interface MedicineDraft {
  name: string;
  strength: string;
  purpose: string;
  directions: string;
  dayParts: Record<DayPart, string>;
}

export interface Draft {
  guides: string[];
  /** `none`: guides give only the parts that are ticked. */
  depth: 'short' | 'full' | 'none';
  /** Chosen sections by guide; a guide not here is printed in the chosen depth. */
  sections: Record<string, string[]>;
  questions: 'no' | 'guides' | 'own';
  /** One a line. */
  ownQuestions: string;
  teachBack: boolean;
  helpCard: boolean;
  walletCard: boolean;
  languageHelp: boolean;
  /** Keys of places, as `placeKey` makes them. */
  places: string[];
  language: string;
  secondLanguage: string;
  /** Empty: no sheet for a carer. */
  carerLanguage: string;
  carerPrint: 'normal' | 'large';
  patientName: string;
  medicines: MedicineDraft[];
  testStart: string;
  testDates: string[];
  visitDate: string;
  visitTime: string;
  note: string;
  clinicName: string;
  clinicPhone: string;
  clinicAddress: string;
  paper: 'letter' | 'a4';
  print: 'normal' | 'large';
}

/** As many as a request may hold. */
export const mostOf = {
  ...{ guides: 12, medicines: 30, testDates: 60, questions: 10, questionLetters: 200, places: 20 },
};

export const emptyMedicine: MedicineDraft = {
  name: '',
  strength: '',
  purpose: '',
  directions: '',
  dayParts: { morning: '', noon: '', evening: '', bedtime: '' },
};

export const emptyDraft = (language: string): Draft => ({
  guides: [],
  depth: 'full',
  sections: {},
  questions: 'no',
  ownQuestions: '',
  teachBack: false,
  helpCard: false,
  walletCard: false,
  languageHelp: false,
  places: [],
  language,
  secondLanguage: '',
  carerLanguage: '',
  carerPrint: 'normal',
  patientName: '',
  medicines: [],
  testStart: '',
  testDates: [],
  visitDate: '',
  visitTime: '',
  note: '',
  clinicName: '',
  clinicPhone: '',
  clinicAddress: '',
  paper: 'letter',
  print: 'normal',
});

export const filled = (text: string) => text.trim() !== '';
/** A day that a sheet can have: a date field also gives what is half typed, and years of five digits. */
export const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);
/** Whether what was typed of a medicine is not printed, because it has no name. */
export const isNameless = ({ name, dayParts, ...texts }: MedicineDraft) =>
  !filled(name) && [...Object.values(texts), ...Object.values(dayParts)].some(filled);
/** A place is known by its kind and name, which the clinic's list holds once. */
export const placeKey = ({ kind, name }: Pick<LocalResource, 'kind' | 'name'>) => `${kind} ${name}`;

/** The typed questions that are printed, and whether some of what was typed is not. */
export function ownQuestions(text: string): { printed: string[]; tooMuch: boolean } {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(filled);
  const printed = lines.slice(0, mostOf.questions).filter((line) => line.length <= mostOf.questionLetters);
  return { printed, tooMuch: printed.length < lines.length };
}

/** Whether anything about a patient was typed, which leaving would lose. */
export const hasTyped = (draft: Draft) =>
  [draft.patientName, draft.note, draft.testStart, draft.visitDate, draft.visitTime, draft.ownQuestions].some(
    filled,
  ) ||
  draft.medicines.some(({ dayParts, ...texts }) =>
    [...Object.values(texts), ...Object.values(dayParts)].some(filled),
  );
