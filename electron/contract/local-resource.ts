/** A place near the clinic that patients can turn to, as staff enter it. Holds nothing of a patient. */
import { z } from 'zod';
import { csvColumns, fieldLimits, resourceKinds, type OptionalField } from './resource-fields.ts';

/** Controls, half characters and invisible direction marks: the screen isolates what is left. */
const unseen = /[\p{Cc}\p{Surrogate}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** One line of text as people see it. */
export const oneLine = (text: string) =>
  text.replace(/\s+/gu, ' ').replace(unseen, '').replace(/ {2,}/g, ' ').trim().normalize('NFC');

const severalLines = (text: string) =>
  text
    .split(/\r\n|\r|\n/)
    .map(oneLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const line = (field: OptionalField | 'name') => z.string().overwrite(oneLine).min(1).max(fieldLimits[field]);

export const localResourceSchema = z.strictObject({
  kind: z.enum(resourceKinds),
  name: line('name'),
  phone: line('phone').optional(),
  address: line('address').optional(),
  hours: line('hours').optional(),
  languages: line('languages').optional(),
  cost: line('cost').optional(),
  notes: z.string().overwrite(severalLines).min(1).max(fieldLimits.notes).optional(),
  /** The day on which staff last asked whether all of this still holds. */
  lastChecked: z.iso.date(),
});
export type LocalResource = z.infer<typeof localResourceSchema>;

/** `old`: may have changed, call first. `stale`: no longer shown to patients. */
export const resourceAges = ['fresh', 'old', 'stale'] as const;
export type ResourceAge = (typeof resourceAges)[number];

export const patientResourceSchema = z.strictObject({
  ...localResourceSchema.shape,
  age: z.enum(resourceAges).exclude(['stale']),
});
export type PatientResource = z.infer<typeof patientResourceSchema>;

export const staffResourceSchema = z.strictObject({
  ...localResourceSchema.shape,
  id: z.number().int().positive(),
  age: z.enum(resourceAges),
});
export type StaffResource = z.infer<typeof staffResourceSchema>;

/** Why a whole file cannot be used. `detail` is a column's name, or empty; `line` counts from 1, or is 0. */
export const fileProblemCodes = [
  'too-large',
  'empty',
  'broken-quotes',
  'column-missing',
  'column-unknown',
  'column-twice',
  'too-many-rows',
] as const;
export const fileProblemSchema = z.strictObject({
  code: z.enum(fileProblemCodes),
  line: z.number().int(),
  detail: z.string(),
});
export type FileProblem = z.infer<typeof fileProblemSchema>;

/** Why one row cannot be used. `number` is the longest length, or the line of the first row of that name, or 0. */
export const rowProblemCodes = [
  'cells',
  'missing',
  'kind',
  'too-long',
  'date',
  'date-future',
  'twice',
] as const;
export const rowProblemSchema = z.strictObject({
  line: z.number().int(),
  column: z.enum(csvColumns).nullable(),
  code: z.enum(rowProblemCodes),
  number: z.number().int(),
});
export type RowProblem = z.infer<typeof rowProblemSchema>;

export const importPreviewSchema = z.strictObject({
  /** Set when nothing of the file can be used; the lists are then empty. */
  problem: fileProblemSchema.nullable(),
  problems: z.array(rowProblemSchema),
  /** What an import would do, in the order of the file. */
  rows: z.array(
    z.strictObject({
      line: z.number().int(),
      kind: z.enum(resourceKinds),
      name: z.string(),
      lastChecked: z.iso.date(),
      effect: z.enum(['new', 'changed', 'same']),
    }),
  ),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;
