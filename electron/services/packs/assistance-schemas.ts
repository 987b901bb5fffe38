/** What the files in `content/assistance/` must look like. */
import { z } from 'zod';
import { answers, programKinds, type Answer } from '../../contract/assistance.ts';
import {
  insuranceKinds,
  jobOffers,
  stateCodes,
  type Insurance,
  type JobOffer,
} from '../../contract/household.ts';
import { idYaml, methodYaml, reviewYaml } from './schemas.ts';

const day = z.iso.date();
const state = z.enum(stateCodes);
const percent = z.number().int().min(1).max(1000);
/** Whole dollars a year. */
const dollars = z.number().int().min(1);
const code = z.string().min(1);

/** Columns of `states.yaml` that hold a limit in percent of the poverty level, `none` where the state has no such group. */
export const limitColumns = [
  'adultLimit',
  'parentLimit',
  'pregnantLimit',
  'childLimit',
  'unbornLimit',
  'agedDisabledLimit',
] as const;
export type LimitColumn = (typeof limitColumns)[number];
export const trueColumns = ['expanded', 'mspAssetTest'] as const;
export type TrueColumn = (typeof trueColumns)[number];

const limit = z.union([percent, z.literal('none')]);
const stateRowYaml = z.strictObject({
  expanded: z.boolean(),
  adultLimit: limit,
  parentLimit: limit,
  pregnantLimit: limit,
  childLimit: limit,
  unbornLimit: limit,
  agedDisabledLimit: limit,
  mspAssetTest: z.boolean(),
});
export type StateRow = z.infer<typeof stateRowYaml>;

export const statesYaml = z.strictObject({
  source: code,
  from: day,
  until: day,
  checked: day,
  confirmed: z.boolean(),
  states: z.record(z.string(), stateRowYaml),
});
export type StateTable = z.infer<typeof statesYaml>;

/** Poverty guideline of an area: dollars a year for one person, and for each one more. */
const areaYaml = z.strictObject({ first: dollars, more: dollars });
const guidelineYaml = z.strictObject({
  source: code,
  /** First day of use; a guideline stays in use until a newer one begins. `until` is when a newer one is due. */
  from: day,
  until: day,
  checked: day,
  confirmed: z.boolean(),
  contiguous: areaYaml,
  alaska: areaYaml,
  hawaii: areaYaml,
});
export type Guideline = z.infer<typeof guidelineYaml>;
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a month and day such as 11-01');

export const guidelinesYaml = z.strictObject({
  /** Days of the year on which Marketplace plans for the next year can be chosen. */
  enrollment: z.strictObject({ from: monthDay, until: monthDay, source: code }),
  years: z.record(z.string().regex(/^\d{4}$/, 'a year such as 2026'), guidelineYaml),
});
export type Guidelines = z.infer<typeof guidelinesYaml>;

export const flags = [
  'pregnant',
  'childUnder19',
  'disabled',
  'medicare',
  'veteran',
  'tribal',
  'kidneyTransplant',
] as const;
export type Flag = (typeof flags)[number];

/** Reason ids by outcome that stand in for the usual ones; `none` where the state has no such limit. */
const reasonsYaml = z.strictObject({
  yes: idYaml.optional(),
  no: idYaml.optional(),
  unknown: idYaml.optional(),
  none: idYaml.optional(),
});
type Reasons = z.infer<typeof reasonsYaml>;

export type GuidelineUse = 'current' | 'marketplace';
/** Percent of the poverty level, or the state's own. */
export type Limit = number | LimitColumn;

export interface IncomeRule {
  test: 'income';
  guideline: GuidelineUse;
  atMost?: Limit | undefined;
  under?: Limit | undefined;
  atLeast?: Limit | undefined;
  over?: Limit | undefined;
  /** Dollars a year that the program leaves out of the income. */
  plus?: number | undefined;
  /** The limit is known for one person only: a larger household between that and its own limit is not sure. */
  forOne?: boolean | undefined;
  reasons?: Reasons | undefined;
}

/** A condition as data. Missing answers make it unknown (Kleene's three values). */
export type Rule =
  | { test: 'all' | 'any'; of: Rule[]; reasons?: Reasons | undefined }
  | { test: 'not'; of: Rule; reasons?: Reasons | undefined }
  /** What holds is still not sure: the program asks for more than can be asked here. */
  | { test: 'maybe'; of: Rule; because: string }
  /** The first case whose `when` holds; `when` may test only state and day, so it is always known. */
  | { test: 'choose'; cases: { when?: Rule | undefined; then: Rule }[] }
  | { test: 'always'; answer: 'likely' | 'cannot-tell'; because: string }
  | { test: 'flag'; flag: Flag; reasons?: Reasons | undefined }
  | {
      test: 'age';
      from?: number | undefined;
      to?: number | undefined;
      reasons?: Reasons | undefined;
    }
  | { test: 'state'; in: string[]; reasons?: Reasons | undefined }
  | { test: 'state-has'; column: TrueColumn | LimitColumn; reasons?: Reasons | undefined }
  | IncomeRule
  | { test: 'insurance'; in: Insurance[]; reasons?: Reasons | undefined }
  | { test: 'job-offer'; in: JobOffer[]; reasons?: Reasons | undefined }
  | { test: 'transplant-months'; from: number; reasons?: Reasons | undefined }
  | { test: 'condition'; in: string[]; reasons?: Reasons | undefined }
  | { test: 'medicine'; in: string[]; reasons?: Reasons | undefined }
  | { test: 'day'; from?: string | undefined; until?: string | undefined; reasons?: Reasons | undefined }
  /** Only in notes: what the finder answered for other programs. */
  | { test: 'answered'; programs: string[]; answer: Answer };

const reasons = reasonsYaml.optional();
const years = z.number().int().min(0).max(120).optional();
const limitYaml = z.union([percent, z.enum(limitColumns)]).optional();
const some = <T extends z.ZodType>(type: T) => z.array(type).min(1);

const incomeYaml = z
  .strictObject({
    test: z.literal('income'),
    guideline: z.enum(['current', 'marketplace']),
    atMost: limitYaml,
    under: limitYaml,
    atLeast: limitYaml,
    over: limitYaml,
    plus: dollars.optional(),
    forOne: z.literal(true).optional(),
    reasons,
  })
  .refine(
    (rule) =>
      [rule.atMost, rule.under, rule.atLeast, rule.over].filter((one) => one !== undefined).length === 1,
    'exactly one of atMost, under, atLeast, over',
  )
  .refine((rule) => !rule.forOne || rule.atMost !== undefined, 'forOne goes with atMost');

export const ruleYaml: z.ZodType<Rule> = z.lazy(() =>
  z.discriminatedUnion('test', [
    z.strictObject({ test: z.enum(['all', 'any']), of: some(ruleYaml), reasons }),
    z.strictObject({ test: z.literal('not'), of: ruleYaml, reasons }),
    z.strictObject({ test: z.literal('maybe'), of: ruleYaml, because: idYaml }),
    z.strictObject({
      test: z.literal('choose'),
      cases: some(z.strictObject({ when: ruleYaml.optional(), then: ruleYaml })),
    }),
    z.strictObject({
      test: z.literal('always'),
      answer: z.enum(['likely', 'cannot-tell']),
      because: idYaml,
    }),
    z.strictObject({ test: z.literal('flag'), flag: z.enum(flags), reasons }),
    z
      .strictObject({ test: z.literal('age'), from: years, to: years, reasons })
      .refine(({ from, to }) => from !== undefined || to !== undefined, 'from, to or both'),
    z.strictObject({ test: z.literal('state'), in: some(state), reasons }),
    z.strictObject({
      test: z.literal('state-has'),
      column: z.enum([...trueColumns, ...limitColumns]),
      reasons,
    }),
    incomeYaml,
    z.strictObject({ test: z.literal('insurance'), in: some(z.enum(insuranceKinds)), reasons }),
    z.strictObject({ test: z.literal('job-offer'), in: some(z.enum(jobOffers)), reasons }),
    z.strictObject({ test: z.literal('transplant-months'), from: z.number().int().min(0), reasons }),
    z.strictObject({ test: z.literal('condition'), in: some(idYaml), reasons }),
    z.strictObject({ test: z.literal('medicine'), in: some(idYaml), reasons }),
    z.strictObject({ test: z.literal('day'), from: day.optional(), until: day.optional(), reasons }),
    z.strictObject({ test: z.literal('answered'), programs: some(idYaml), answer: z.enum(answers) }),
  ]),
);

/** A reason beside the answer: attached when `when` holds for sure and `unless` does not. */
const noteYaml = z.strictObject({
  reason: idYaml,
  /** Answers it stands beside; any without. */
  answers: some(z.enum(answers)).optional(),
  when: ruleYaml.optional(),
  unless: ruleYaml.optional(),
  /** Days on which it is attached. */
  from: day.optional(),
  until: day.optional(),
  /** Facts that fill the sentence, by placeholder. When one of them has run out the note is left out … */
  with: z.record(idYaml, idYaml).optional(),
  /** … or says this, without figures. */
  otherwise: idYaml.optional(),
});
export type Note = z.infer<typeof noteYaml>;

/** One for all, or by state. */
const byState = <T extends z.ZodType>(type: T) => z.union([type, z.partialRecord(state, type)]);

export const programYaml = z.strictObject({
  kind: z.enum(programKinds),
  order: z.number().int(),
  /** Shown first when it may help. */
  priority: z.boolean().optional(),
  /** Place among what holds for everyone. */
  always: z.number().int().optional(),
  /** Without a rule it is no program but a right, and stands only among what holds for everyone. */
  rule: ruleYaml.optional(),
  /** Answered once more for the next plan year while people can enroll for it. */
  planYear: z.boolean().optional(),
  /** A little above an income limit is above it: no word that it may still be worth to apply. */
  isStrict: z.boolean().optional(),
  notes: z.array(noteYaml).optional(),
  /** Shown only where this holds for sure. */
  showOnlyWhen: ruleYaml.optional(),
  /** Whether a "cannot tell" is worth asking about, always or where a rule holds; otherwise it is not shown. */
  whenUnsure: z.union([z.enum(['ask', 'leave-out']), ruleYaml]).optional(),
  /** Facts listed with the answer, by fact id. */
  figures: z.array(idYaml).optional(),
  /** Fact ids. */
  phone: byState(idYaml).optional(),
  url: byState(z.string().min(4)).optional(),
  languages: z.strictObject({
    spoken: z.array(z.string()),
    interpreter: z.boolean(),
    confirmed: z.boolean(),
  }),
  area: z.union([z.literal('all'), some(state)]),
  papers: z.array(idYaml),
  apply: idYaml,
  sources: some(code),
  checked: day,
  until: day,
  confirmed: z.boolean(),
});
export type Program = z.infer<typeof programYaml>;

const lines = some(z.string().min(1));

/** `texts/<tag>.yaml`: all that a reader of a language sees. */
export const assistanceTextsYaml = z.strictObject({
  method: methodYaml.optional(),
  /** `of` is the hash of the source language's file: `npm run content -- --hash assistance`. */
  translation: z.strictObject({ of: z.string().regex(/^[0-9a-f]{64}$/), method: methodYaml }).optional(),
  review: reviewYaml,
  programs: z.record(idYaml, z.strictObject({ name: z.string().min(1), gives: lines })),
  apply: z.record(idYaml, lines),
  papers: z.record(idYaml, z.string().min(1)),
  reasons: z.record(idYaml, z.string().min(1)),
});
export type AssistanceTexts = z.infer<typeof assistanceTextsYaml>;
