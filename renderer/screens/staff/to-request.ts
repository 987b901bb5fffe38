/** The request that a draft makes: only what is filled in, and only what the contract takes. */
import type { HandoutRequestInput } from '../../../electron/contract/handout-request.ts';
import type { LocalResource } from '../../../electron/contract/local-resource.ts';
import { filled, isDay, mostOf, ownQuestions, placeKey, type Draft, type MedicineDraft } from './draft.ts';

function toMedicine({ name, strength, purpose, directions, dayParts }: MedicineDraft) {
  const amounts = Object.entries(dayParts).filter(([, amount]) => filled(amount));
  return {
    name,
    ...(filled(strength) ? { strength } : {}),
    ...(filled(purpose) ? { purpose } : {}),
    ...(filled(directions) ? { directions } : {}),
    ...(amounts.length > 0 ? { dayParts: Object.fromEntries(amounts) } : {}),
  };
}

function toClinic({ clinicName, clinicPhone, clinicAddress }: Draft) {
  return {
    name: clinicName,
    ...(filled(clinicPhone) ? { phone: clinicPhone } : {}),
    ...(filled(clinicAddress) ? { address: clinicAddress } : {}),
  };
}

/** The clinic as it is kept; null while it has no name. */
export const clinicOf = (draft: Draft) => (filled(draft.clinicName) ? toClinic(draft) : null);

/** What is about this patient and this visit. */
function personalParts(draft: Draft) {
  const medicines = draft.medicines.filter(({ name }) => filled(name)).map(toMedicine);
  const dates = draft.testDates.filter(isDay);
  const time = filled(draft.visitTime) ? { time: draft.visitTime } : {};
  return {
    ...(medicines.length > 0 ? { medicines } : {}),
    ...(isDay(draft.testStart) && dates.length > 0 ? { bloodTests: { start: draft.testStart, dates } } : {}),
    ...(isDay(draft.visitDate) ? { appointment: { date: draft.visitDate, ...time } } : {}),
    ...(filled(draft.note) ? { note: draft.note } : {}),
  };
}

/** The guides that something is asked of, the sections chosen of them, and the parts they give. */
function guideParts(draft: Draft) {
  const chosen = draft.guides.filter((guide) => (draft.sections[guide] ?? []).length > 0);
  const asks = draft.questions === 'guides' || draft.teachBack || draft.helpCard;
  const guides = draft.depth === 'none' && !asks ? chosen : draft.guides;
  const sections = Object.fromEntries(chosen.map((guide) => [guide, draft.sections[guide] ?? []]));
  const hasGuides = guides.length > 0;
  return {
    guides,
    ...(chosen.length > 0 ? { sections } : {}),
    ...(draft.questions === 'guides' && hasGuides ? { questions: true } : {}),
    ...(draft.teachBack && hasGuides ? { teachBack: true } : {}),
    ...(draft.helpCard ? { helpCard: true } : {}),
  };
}

/** Parts that stand on the patient's sheet and the carer's. */
function sharedParts(draft: Draft, resources: readonly LocalResource[]) {
  const { guides, ...ofGuides } = guideParts(draft);
  const own = draft.questions === 'own' ? ownQuestions(draft.ownQuestions).printed : [];
  const places = resources.filter((one) => draft.places.includes(placeKey(one))).slice(0, mostOf.places);
  return {
    ...(guides.length > 0 ? { guides } : {}),
    ...ofGuides,
    ...personalParts(draft),
    ...(own.length > 0 ? { questions: own } : {}),
    ...(draft.languageHelp ? { languageHelp: true } : {}),
    ...(places.length > 0 ? { places } : {}),
  };
}

/**
 * The request for what is filled in, always one that the contract takes; null while nothing would be printed. `resources`
 * are the places that can be chosen.
 */
export function toRequest(
  draft: Draft,
  resources: readonly LocalResource[] = [],
): HandoutRequestInput | null {
  const shared = sharedParts(draft, resources);
  const isShared = Object.keys(shared).length > 0;
  if (!isShared && !draft.walletCard) return null;
  const clinic = clinicOf(draft);
  return {
    guides: [],
    ...shared,
    depth: draft.depth,
    language: draft.language,
    paper: draft.paper,
    print: draft.print,
    ...(draft.walletCard ? { walletCard: {} } : {}),
    ...(filled(draft.secondLanguage) ? { secondLanguage: draft.secondLanguage } : {}),
    ...(filled(draft.patientName) ? { patient: { name: draft.patientName } } : {}),
    ...(clinic ? { clinic } : {}),
    // The wallet card is the patient's alone: a carer's sheet needs another part.
    ...(filled(draft.carerLanguage) && isShared
      ? { carer: { language: draft.carerLanguage, print: draft.carerPrint } }
      : {}),
  };
}
