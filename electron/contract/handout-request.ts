/** What a staff member, a script or a record system asks for: one handout for one patient. Held in memory only. */
import { z } from 'zod';
import { localResourceSchema } from './local-resource.ts';

export const dayParts = ['morning', 'noon', 'evening', 'bedtime'] as const;
export type DayPart = (typeof dayParts)[number];

const line = (max: number) => z.string().trim().min(1).max(max);
export const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as "es"');
export const guideId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id such as "azathioprine-taking"');
export const printSize = z.enum(['normal', 'large']);

export const clinicSchema = z.strictObject({
  name: line(120),
  phone: line(40).optional(),
  address: line(200).optional(),
});
export type Clinic = z.infer<typeof clinicSchema>;

export const medicineSchema = z.strictObject({
  name: line(80),
  strength: line(40).optional(),
  /** What the patient takes it for, printed as typed. */
  purpose: line(80).optional(),
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

/** A card to cut out. What is left out comes from `patient`, `clinic` and `medicines`, or is a line to write on. */
export const walletCardSchema = z.strictObject({
  name: line(120).optional(),
  phone: line(40).optional(),
  medicines: z.array(line(80)).min(1).max(8).optional(),
});
export type WalletCard = z.infer<typeof walletCardSchema>;

/** Under which heading a program stands, in this order; the headings are those of the finder's screen. */
export const assistanceGroups = ['first', 'everyone', 'may'] as const;

/** One program of the assistance list, as the assistance service words it in one language. */
export const assistanceTextSchema = z.strictObject({
  title: line(160),
  /** What it gives. */
  what: line(800).optional(),
  /** Why it stands on this list: "likely", "unlikely" or "cannot tell", and the reason. */
  why: line(800).optional(),
  papers: z.array(line(240)).max(16).optional(),
  how: line(800).optional(),
});
export const assistanceEntrySchema = z.strictObject({
  /** By language: each language of the sheet must be there. */
  texts: z.record(languageTag, assistanceTextSchema),
  group: z.enum(assistanceGroups).optional(),
  phone: line(60).optional(),
  /** An address to type, without `https://`. */
  url: line(120).optional(),
  /** False while nobody has called the number, or the rule rests on general knowledge. */
  confirmed: z.boolean().optional(),
  /** Day on which its source was last read. */
  checked: z.iso.date().optional(),
});
export type AssistanceEntry = z.infer<typeof assistanceEntrySchema>;

/** A second sheet in the same job, for the person who helps the patient: all parts but the wallet card. */
export const carerSchema = z.strictObject({ language: languageTag, print: printSize.optional() });

const partsSchema = z.strictObject({
  guides: z.array(guideId).max(12).default([]),
  /**
   * Whether guides are printed whole, in their short depth, or only in the parts asked for (`questions`, `teachBack`,
   * `helpCard`). `sections` goes before.
   */
  depth: z.enum(['short', 'full', 'none']).default('full'),
  /** Only these sections of a guide, in this order. A guide not named here is printed in the chosen depth. */
  sections: z.record(guideId, z.array(guideId).min(1).max(40)).optional(),
  language: languageTag,
  secondLanguage: languageTag.optional(),
  paper: z.enum(['letter', 'a4']).default('letter'),
  print: printSize.default('normal'),
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
  /** Questions to ask: those of the guides, or these. */
  questions: z.union([z.boolean(), z.array(line(200)).min(1).max(10)]).optional(),
  /** The teach-back questions of the guides, with their answers. */
  teachBack: z.boolean().optional(),
  /** When to get help: the danger signs of the guides, or of the emergency guide where they have none. */
  helpCard: z.boolean().optional(),
  walletCard: walletCardSchema.optional(),
  /** Notice that language help is free (rules R2 and R3). */
  languageHelp: z.boolean().optional(),
  assistance: z.array(assistanceEntrySchema).min(1).max(60).optional(),
  /** Said before the assistance list, in each language of the sheet. */
  assistanceNote: z.record(languageTag, line(600)).optional(),
  /** Places near the clinic, as staff entered them. */
  places: z.array(localResourceSchema).min(1).max(20).optional(),
  carer: carerSchema.optional(),
});

type Parts = z.infer<typeof partsSchema>;

const isEmpty = (request: Parts) =>
  ![
    request.guides.length > 0,
    (request.medicines ?? []).length > 0,
    request.bloodTests,
    request.appointment,
    request.note,
    request.questions,
    request.teachBack,
    request.helpCard,
    request.walletCard,
    request.languageHelp,
    request.assistance,
    request.places,
  ].some(Boolean);

/** With `depth` "none", something must be asked of each guide. */
const asksNothingOfGuides = (request: Parts) =>
  request.depth === 'none' &&
  request.questions !== true &&
  !request.teachBack &&
  !request.helpCard &&
  request.guides.some((guide) => !request.sections?.[guide]);

export const handoutRequestSchema = partsSchema.superRefine((request, context) => {
  const refuse = (path: string, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message });
  if (isEmpty(request)) refuse('guides', 'a guide, or another part such as "medicines" or "helpCard"');
  if (asksNothingOfGuides(request))
    refuse('depth', 'with "none", also "questions": true, "teachBack", "helpCard" or "sections"');
  if (request.guides.length === 0 && request.questions === true)
    refuse('questions', 'with true, also a guide in "guides"; or a list of questions');
  if (request.guides.length === 0 && request.teachBack) refuse('teachBack', 'also a guide in "guides"');
  const { walletCard, carer, ...rest } = request;
  if (walletCard && carer && isEmpty({ ...rest }))
    refuse('carer', 'a part for the carer: the wallet card is for the patient');
});
export type HandoutRequest = z.infer<typeof handoutRequestSchema>;
/** As callers write it, defaults still open. */
export type HandoutRequestInput = z.input<typeof handoutRequestSchema>;
