/** The parts of a sheet that are about one patient: who it is for, the next visit, the note from staff. */
import type { Clinic } from '../../../contract/handout-request.ts';
import type { Part, Run } from '../sheet.ts';
import { sideText, stringOf, type Composer } from './composer.ts';

function nameParts(compose: Composer, name: string): Part[] {
  const where = 'patient.name';
  if (compose.sides.length > 1) {
    return [
      { type: 'paragraph', texts: compose.words('handout.for') },
      { type: 'paragraph', texts: [compose.typed(name, where, true)] },
    ];
  }
  const label = stringOf(compose.first, 'handout.for');
  const text = sideText(compose.first, `${label} `, where);
  return [{ type: 'paragraph', texts: [{ ...text, runs: [...text.runs, { text: name, bold: true }] }] }];
}

/** Name, phone and address of the clinic in one paragraph, in the direction of its name. */
function clinicPart(compose: Composer, { name, phone, address }: Clinic): Part {
  const dot: Run = { text: ' · ' };
  const runs: Run[] = [
    { text: name, bold: true },
    ...(phone ? [dot, { text: phone, kind: 'phone' as const }] : []),
    ...(address ? [dot, { text: address }] : []),
  ];
  return { type: 'paragraph', texts: [{ ...compose.typed(name, 'clinic'), runs }] };
}

/** Who the sheet is for and who gave it. */
export function patientParts(compose: Composer): Part[] {
  const { patient, clinic } = compose.request;
  return [
    ...(compose.forCarer ? compose.paragraph('handout.carer', true) : []),
    ...(patient ? nameParts(compose, patient.name) : []),
    ...(clinic ? [clinicPart(compose, clinic)] : []),
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
