/** What the finder answers: for each program whether it may help, why, and by which figures. */
import { z } from 'zod';

/** Never "eligible" or "denied": the program itself decides (facts 3E, rule 18). */
export const answers = ['likely', 'cannot-tell', 'unlikely'] as const;
export type Answer = (typeof answers)[number];

/** Where a result stands on the screen and the sheet. `hidden` is never shown. */
export const screenGroups = ['first', 'may', 'probably-not', 'hidden'] as const;
export type ScreenGroup = (typeof screenGroups)[number];

export const programKinds = ['cover', 'medicare', 'care', 'medicine', 'costs', 'illness', 'anyone'] as const;
export type ProgramKind = (typeof programKinds)[number];

const day = z.iso.date();

export const figureSchema = z.strictObject({
  id: z.string(),
  /** Money in dollars, percentages in points of the poverty level, dates as `2027-01-01`. */
  value: z.union([z.number(), z.string()]),
  /** `usd`, `usd-per-year`, `percent-of-poverty`, `percent`, `count`, `date`, or an Intl unit such as `hour`. */
  unit: z.string(),
  /** Year of the table or rule that the figure comes from. */
  year: z.number().int(),
  source: z.string(),
  until: day.nullable(),
});
export type Figure = z.infer<typeof figureSchema>;

export const programResultSchema = z.strictObject({
  program: z.string(),
  kind: z.enum(programKinds),
  name: z.string(),
  answer: z.enum(answers),
  group: z.enum(screenGroups),
  hidden: z.boolean(),
  reasons: z.array(z.strictObject({ id: z.string(), text: z.string() })).min(1),
  figures: z.array(figureSchema),
  /** Sentences; one whose figure has run out is left out. */
  gives: z.array(z.string()),
  apply: z.array(z.string()),
  papers: z.array(z.strictObject({ id: z.string(), text: z.string() })),
  phone: z.string().nullable(),
  /** False while nobody has called the number. */
  phoneConfirmed: z.boolean(),
  /** An address to type, without `https://`. */
  url: z.string().nullable(),
  languages: z.strictObject({ spoken: z.array(z.string()), interpreter: z.boolean() }),
  checked: day,
  /** Last day on which the answer and its figures hold. */
  until: day,
  /** Codes of `content/sources.yaml`. */
  sources: z.array(z.string()),
  /** False where the rule rests on general knowledge. */
  confirmed: z.boolean(),
});
export type ProgramResult = z.infer<typeof programResultSchema>;

export const screeningSchema = z.strictObject({
  on: day,
  povertyLevel: z.strictObject({
    /** For display only, one decimal; every comparison is exact. Null without an income. */
    percent: z.number().nullable(),
    guidelineYear: z.number().int().nullable(),
    area: z.enum(['contiguous', 'alaska', 'hawaii']),
  }),
  results: z.array(programResultSchema),
  /** What holds for everyone, whatever they answered. */
  always: z.array(
    z.strictObject({
      program: z.string(),
      name: z.string(),
      text: z.string(),
      phone: z.string().nullable(),
      url: z.string().nullable(),
    }),
  ),
});
export type Screening = z.infer<typeof screeningSchema>;
