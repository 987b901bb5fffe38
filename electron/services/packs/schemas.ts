/** What each hand-written file in `content/` must look like. */
import { z } from 'zod';
import { directionSchema, factKinds } from '../../contract/document.ts';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');
const day = z.iso.date();

/** `unreviewed`, or who read it (rule R1: name, qualification, day). */
export const reviewYaml = z.union([
  z.literal('unreviewed'),
  z.strictObject({ by: z.string().min(1), qualification: z.string().min(1), date: day }),
]);
export const methodYaml = z.enum(['machine', 'human']);

export const languageYaml = z.strictObject({
  ownName: z.string().min(1),
  englishName: z.string().min(1),
  direction: directionSchema,
  locale: z.string().min(2),
  fonts: z.array(z.string()).min(1),
  keyboard: z.string(),
  order: z.number().int(),
  /** True for the one language that the others are translated from. */
  source: z.boolean().optional(),
  ui: z.strictObject({ method: methodYaml, review: reviewYaml }),
  plainLanguage: z.string(),
});
export type LanguageYaml = z.infer<typeof languageYaml>;

const amount = z.union([z.number(), z.strictObject({ from: z.number(), to: z.number() })]);
export const factYaml = z.strictObject({
  kind: z.enum(factKinds),
  value: z.union([
    z.string(),
    amount,
    z.array(z.number()).min(1),
    z.strictObject({ celsius: z.number(), fahrenheit: z.number() }),
  ]),
  /** For durations an Intl unit such as `day`; for strengths a unit such as `mg`. */
  unit: z.string().optional(),
  source: z.string(),
  from: day,
  until: day.nullable(),
  confirmed: z.boolean(),
});
export type Fact = z.infer<typeof factYaml>;
export const factsYaml = z.record(id, factYaml);

export const sourcesYaml = z.record(
  z.string(),
  z.strictObject({ title: z.string(), url: z.url(), seen: day }),
);
export const groupsYaml = z.array(id);
export const glossaryYaml = z.record(
  id,
  z.strictObject({ term: z.string().min(1), definition: z.string().min(1) }),
);
export const redFlagsYaml = z.record(id, z.strictObject({ text: z.string().min(1) }));

export const guideYaml = z.strictObject({
  code: z.string().regex(/^\d{4}$/),
  group: id,
  order: z.number().int(),
  pictogram: id,
  sources: z.array(z.string()).min(1),
  officialSource: z.url(),
  related: z.array(id),
  checked: day,
  expires: day,
  /** Statements that wait for the clinical reviewer's word. */
  awaiting: z.array(z.string()).optional(),
});
export type GuideYaml = z.infer<typeof guideYaml>;

export const frontMatter = z.strictObject({
  title: z.string().min(1),
  summary: z.string().min(1),
  search: z.array(z.string()).min(1),
  /** How the text was made: of the source language here, of a translation under `translation`. */
  method: methodYaml.optional(),
  translation: z.strictObject({ of: z.string().regex(/^[0-9a-f]{64}$/), method: methodYaml }).optional(),
  review: reviewYaml,
});
export type FrontMatter = z.infer<typeof frontMatter>;

const byLanguage = z.record(z.string(), z.array(z.string()).min(1));
export const safetyYaml = z.strictObject({
  required: z.array(
    z.strictObject({
      where: z.union([z.strictObject({ group: id }), z.strictObject({ guides: z.array(id) })]),
      flags: z.array(id).min(1),
      source: z.string(),
    }),
  ),
  never: z.array(
    z.strictObject({
      id,
      rule: z.number().int(),
      patterns: byLanguage,
      caught: byLanguage,
      allowed: byLanguage,
    }),
  ),
});
export type Safety = z.infer<typeof safetyYaml>;

export const stringsJson = z.record(z.string(), z.string());
