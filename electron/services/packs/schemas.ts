/** What each hand-written file in `content/` must look like. */
import { z } from 'zod';
import { directionSchema, factKinds } from '../../contract/document.ts';

export const idYaml = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');
const id = idYaml;
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
  /** `some`: the language has joined with part of the guides; the kiosk shows those and says that there are more. */
  guides: z.enum(['all', 'some']),
  ui: z.strictObject({ method: methodYaml, review: reviewYaml }),
  plainLanguage: z.string(),
});
export type LanguageYaml = z.infer<typeof languageYaml>;

const patterns = z.array(z.string()).min(1);

/** `languages/<tag>/plain-language.yaml`: how plainness is measured in a language, and how plain a guide must be. */
export const plainLanguageYaml = z.strictObject({
  formula: z.enum(['flesch-kincaid', 'inflesz', 'none']),
  /** `guide` and `section` in the formula's own unit; words and words a sentence of a whole guide. */
  bars: z.strictObject({
    guide: z.number().optional(),
    section: z.number().optional(),
    wordsPerSentence: z.number().optional(),
    words: z.number().optional(),
  }),
  /** The passive voice (regular expressions, flags "iu") in steps and callouts, and anywhere; with examples. */
  passive: z
    .strictObject({ asking: patterns, anywhere: patterns, caught: patterns, allowed: patterns })
    .optional(),
});
export type PlainLanguage = z.infer<typeof plainLanguageYaml>;

/** `languages/<tag>/search.yaml`: see the service for searching. */
export const searchYaml = z.strictObject({
  stemmer: z.string().nullable(),
  alike: z.array(z.tuple([z.string(), z.string()])),
  ignore: z.array(z.string()),
});

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
  /** No address: what was compared in several places, or general knowledge. */
  z.strictObject({ title: z.string(), url: z.url().optional(), seen: day }),
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
  /** Drawings beside the headings of sections, by section. */
  pictograms: z.record(id, id),
  /** Sections of the short depth: about a third of the guide, which stands alone. */
  short: z.array(id).min(2),
  /** By section: where its claims come from. */
  sources: z.record(id, z.array(z.string()).min(1)),
  officialSource: z.url(),
  related: z.array(id).min(1),
  /** Rows of the seed map (topics.yaml) that this guide answers. */
  topics: z.array(z.number().int()),
  checked: day,
  expires: day,
  /** Statements that wait for the clinical reviewer's word. */
  awaiting: z.array(z.strictObject({ section: id, what: z.string().min(1) })).optional(),
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

/** `content/safety.yaml`: the rules, the same for all languages. */
export const safetyYaml = z.strictObject({
  required: z.array(
    z.strictObject({
      where: z.union([z.strictObject({ group: id }), z.strictObject({ guides: z.array(id) })]),
      flags: z.array(id).min(1),
      source: z.string(),
    }),
  ),
  /** `rule` is the number in facts 4A; `says` the statement in short. */
  never: z.array(z.strictObject({ id, rule: z.number().int(), says: z.string().min(1) })),
});
export type Safety = z.infer<typeof safetyYaml>;

/** `content/safety/<tag>.yaml`: how each rule is recognised in a language (regular expressions, flags "iu"). */
export const safetyPatternsYaml = z.strictObject({
  /** Pieces that patterns share, such as "not denied before": `{name}` in a pattern stands for the piece. */
  parts: z.record(id, z.string().min(1)),
  rules: z.record(
    id,
    z.strictObject({
      patterns: z.array(z.string()).min(1),
      caught: z.array(z.string()).min(1),
      allowed: z.array(z.string()).min(1),
    }),
  ),
});
export type SafetyPatterns = z.infer<typeof safetyPatternsYaml>;

/** Names of medicines by language; a name that is a word of the language may bend, so each form is listed. */
export const medicinesYaml = z.record(id, z.record(z.string(), z.array(z.string().min(1)).min(1)));

/** Rows of the seed map that no guide answers, and why; the rest must be some guide's `topics`. */
export const topicsYaml = z.strictObject({
  rows: z.number().int(),
  leftOut: z.record(z.string().regex(/^\d+$/), z.string().min(1)),
});
export type Topics = z.infer<typeof topicsYaml>;

export const stringsJson = z.record(z.string(), z.string());
