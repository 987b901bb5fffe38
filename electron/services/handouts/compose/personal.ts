/** The parts of a sheet that are about one patient: who it is for, the next visit, the note from staff. */
import type { Clinic } from '../../../contract/handout-request.ts';
import type { Part, Run } from '../sheet.ts';
import { sideText, stringOf, type Composer } from './composer.ts';

/** Beside its label where both are in one language, else in a paragraph of its own, which says its language. */
function nameParts(compose: Composer, name: string): Part[] {
  const where = 'patient.name';
  const typed = compose.typed(name, where, true);
  if (compose.sides.length > 1 || typed.language !== compose.first.tag) {
    return [
      { type: 'paragraph', texts: compose.words('handout.for') },
      { type: 'paragraph', texts: [typed] },
    ];
  }
  const label = stringOf(compose.first, 'handout.for');
  const text = sideText(compose.first, `${label} `, where);
  return [
    {
      type: 'paragraph',
      texts: [{ ...text, runs: [...text.runs, { text: name, bold: true, isolated: true }] }],
    },
  ];
}

/** Name, phone and address of the clinic in one paragraph, in the direction of its name; an address in another language apart. */
function clinicParts(compose: Composer, { name, phone, address }: Clinic): Part[] {
  const dot: Run = { text: ' · ' };
  const typed = compose.typed(name, 'clinic');
  const place = address ? compose.typed(address, 'clinic') : null;
  const isApart = place !== null && place.language !== typed.language;
  const runs: Run[] = [
    { text: name, bold: true, isolated: true },
    ...(phone ? [dot, { text: phone, kind: 'phone' as const }] : []),
    ...(address && !isApart ? [dot, { text: address, isolated: true }] : []),
  ];
  return [
    { type: 'paragraph', texts: [{ ...typed, runs }] },
    ...(isApart ? [{ type: 'paragraph' as const, texts: [place] }] : []),
  ];
}

/** Who the sheet is for and who gave it. */
export function patientParts(compose: Composer): Part[] {
  const { patient, clinic } = compose.request;
  return [
    ...(compose.forCarer ? compose.paragraph('handout.carer', true) : []),
    ...(patient ? nameParts(compose, patient.name) : []),
    ...(clinic ? clinicParts(compose, clinic) : []),
  ];
}

export function appointmentParts(compose: Composer): Part[] {
  const { appointment } = compose.request;
  if (!appointment) return [];
  const { date, time } = appointment;
  const style: Intl.DateTimeFormatOptions = { dateStyle: 'full', ...(time ? { timeStyle: 'short' } : {}) };
  const texts = compose.formatted(`${date}T${time ?? '00:00'}Z`, style, 'appointment', true);
  return [compose.heading(2, 'handout.appointment', 'calendar'), { type: 'paragraph', size: 'large', texts }];
}

export function noteParts(compose: Composer): Part[] {
  const { note } = compose.request;
  if (!note) return [];
  const lines = note.split(/\r?\n/).filter((line) => line.trim() !== '');
  return [
    compose.heading(2, 'handout.note', 'note'),
    ...lines.map((line): Part => ({ type: 'paragraph', texts: [compose.typed(line, 'note')] })),
  ];
}
