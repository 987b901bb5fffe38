/** What a staff member, a script or a record system asks for: one handout for one patient. Held in memory only. */
import { z } from 'zod';

export const dayParts = ['morning', 'noon', 'evening', 'bedtime'] as const;
export type DayPart = (typeof dayParts)[number];

const line = (max: number) => z.string().trim().min(1).max(max);
const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as "es"');
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id such as "azathioprine-taking"');

export const clinicSchema = z.strictObject({
  name: line(120),
  phone: line(40).optional(),
  address: line(200).optional(),
});
export type Clinic = z.infer<typeof clinicSchema>;

export const medicineSchema = z.strictObject({
  name: line(80),
  strength: line(40).optional(),
  /** The prescriber's own amount for each day part, printed as typed; nothing is computed from it (rule R13). */
  dayParts: z.partialRecord(z.enum(dayParts), line(20)).optional(),
  /** The prescriber's words, printed as typed. */
  directions: line(300).optional(),
});
export type Medicine = z.infer<typeof medicineSchema>;

export const bloodTestsSchema = z.strictObject({
  start: z.iso.date(),
  /** The dates after staff edited them. Absent: laid out from `start` on the label's calendar. */
  dates: z.array(z.iso.date()).min(1).max(60).optional(),
});

export const handoutRequestSchema = z.strictObject({
  guides: z.array(id).min(1).max(12),
  /** Whether guides are printed whole or in their short depth. `sections` goes before. */
  depth: z.enum(['short', 'full']).default('full'),
  /** Only these sections of a guide, in this order. A guide not named here is printed in the chosen depth. */
  sections: z.record(id, z.array(id).min(1).max(40)).optional(),
  language: languageTag,
  secondLanguage: languageTag.optional(),
  paper: z.enum(['letter', 'a4']).default('letter'),
  print: z.enum(['normal', 'large']).default('normal'),
  patient: z.strictObject({ name: line(120) }).optional(),
  medicines: z.array(medicineSchema).max(30).optional(),
  bloodTests: bloodTestsSchema.optional(),
  appointment: z
    .strictObject({
      date: z.iso.date(),
      time: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as "09:30"')
        .optional(),
    })
    .optional(),
  clinic: clinicSchema.optional(),
  note: z.string().trim().min(1).max(4000).optional(),
});
export type HandoutRequest = z.infer<typeof handoutRequestSchema>;
/** As callers write it, defaults still open. */
export type HandoutRequestInput = z.input<typeof handoutRequestSchema>;
