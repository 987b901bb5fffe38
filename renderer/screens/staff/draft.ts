import type { HandoutRequestInput, DayPart } from '../../../electron/contract/handout-request.ts';

export interface MedicineDraft {
  name: string;
  strength: string;
  directions: string;
  dayParts: Record<DayPart, string>;
}

/** What staff have typed so far. Lives in the builder's memory only. */
export interface Draft {
  guides: string[];
  depth: 'short' | 'full';
  /** Chosen sections by guide; a guide not here is printed in the chosen depth. */
  sections: Record<string, string[]>;
  language: string;
  secondLanguage: string;
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

export const emptyMedicine: MedicineDraft = {
  name: '',
  strength: '',
  directions: '',
  dayParts: { morning: '', noon: '', evening: '', bedtime: '' },
};

export const emptyDraft = (language: string): Draft => ({
  guides: [],
  depth: 'full',
  sections: {},
  language,
  secondLanguage: '',
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

const filled = (text: string) => text.trim() !== '';

function toMedicine({ name, strength, directions, dayParts }: MedicineDraft) {
  const amounts = Object.entries(dayParts).filter(([, amount]) => filled(amount));
  return {
    name,
    ...(filled(strength) ? { strength } : {}),
    ...(filled(directions) ? { directions } : {}),
    ...(amounts.length > 0 ? { dayParts: Object.fromEntries(amounts) } : {}),
  };
}

/** The request for what is filled in; null while no guide is chosen. */
export function toRequest(draft: Draft): HandoutRequestInput | null {
  if (draft.guides.length === 0) return null;
  const sections = Object.fromEntries(
    Object.entries(draft.sections).filter(([guide, ids]) => draft.guides.includes(guide) && ids.length > 0),
  );
  const medicines = draft.medicines.filter(({ name }) => filled(name)).map(toMedicine);
  const dates = draft.testDates.filter(filled);
  return {
    guides: draft.guides,
    depth: draft.depth,
    language: draft.language,
    paper: draft.paper,
    print: draft.print,
    ...(Object.keys(sections).length > 0 ? { sections } : {}),
    ...(filled(draft.secondLanguage) ? { secondLanguage: draft.secondLanguage } : {}),
    ...(filled(draft.patientName) ? { patient: { name: draft.patientName } } : {}),
    ...(medicines.length > 0 ? { medicines } : {}),
    ...(filled(draft.testStart) && dates.length > 0 ? { bloodTests: { start: draft.testStart, dates } } : {}),
    ...(filled(draft.visitDate)
      ? {
          appointment: {
            date: draft.visitDate,
            ...(filled(draft.visitTime) ? { time: draft.visitTime } : {}),
          },
        }
      : {}),
    ...(filled(draft.clinicName)
      ? {
          clinic: {
            name: draft.clinicName,
            ...(filled(draft.clinicPhone) ? { phone: draft.clinicPhone } : {}),
            ...(filled(draft.clinicAddress) ? { address: draft.clinicAddress } : {}),
          },
        }
      : {}),
    ...(filled(draft.note) ? { note: draft.note } : {}),
  };
}

/** Whether anything personal was typed, which leaving would lose. */
export const hasTyped = (draft: Draft) =>
  [draft.patientName, draft.note, draft.testStart, draft.visitDate].some(filled) ||
  draft.medicines.length > 0 ||
  draft.guides.length > 0;
