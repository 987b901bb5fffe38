/** The shape of the golden households. Strict: a misspelt field, program, state or reason shape is an error. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { stateCodes } from '../../../../electron/contract/household.ts';

/** Every program the finder answers for. Two ids are missing here: they stand in `alwaysShown` alone. */
export const programs = [
  ...['medicaid-adult', 'medicaid-parent', 'medicaid-child', 'chip', 'medicaid-pregnancy', 'chip-unborn'],
  ...['medicaid-aged-disabled', 'medicaid-emergency', 'state-funded', 'georgia-pathways'],
  ...['marketplace-credit', 'marketplace-csr', 'basic-health', 'covered-connecticut'],
  ...['medicare-part-b-id', 'extra-help', 'msp-qmb', 'msp-slmb', 'msp-qi', 'ship', 'spap'],
  ...['health-center', 'hospital-assistance', 'hill-burton', 'pharmacy-340b', 'free-clinics'],
  ...['dispensary-of-hope', 'replenishrx', 'bausch-pap', 'copay-cards'],
  ...['totalassist', 'healthwell', 'good-days', 'assistance-fund', 'va', 'ihs'],
  ...['american-kidney-fund', 'nkf-cares', 'nkf-arizona', 'transplant-fundraising'],
  ...['lupus-foundation', 'arthritis-foundation', 'crohns-colitis-foundation', 'liver-foundations'],
  ...['mother-to-baby', 'benefits-checkup', 'ssi-ssdi', 'needymeds', 'needymeds-card', 'rxassist'],
  ...['medicine-assistance-tool', 'rx-outreach', 'discount-cards', 'cost-plus', 'store-lists'],
  ...['paf-case-management', 'imuran-maker', 'two-one-one', 'poison-help', 'crisis-line', 'samhsa-helpline'],
] as const;

/** What every screen of results shows, whatever was answered (rule 3E.2). */
export const alwaysShown = [
  ...['emergency-care', 'health-center', 'two-one-one', 'hospital-assistance'],
  ...['discount-cards', 'poison-help', 'interpreter'],
];

const program = z.enum(programs);
const reasonId = z.enum([
  ...['work-rule-2027', 'no-expansion', 'coverage-gap', 'close-apply-anyway', 'figures-old', 'asset-note'],
  ...['medicaid-comes-first', 'next-year-likely', 'next-year-unlikely', 'listed-sites-only'],
  ...['needs-work-hours', 'pathways-ended-check', 'needs-insurance', 'fund-by-disease'],
  ...['not-with-government-insurance', 'status-not-asked', 'apply-soon', 'after-birth'],
  ...['while-breastfeeding', 'income-for-one-yes', 'income-for-one-unknown', 'state-may-give-more'],
  ...['savings-count', 'savings-under', 'asset-limit'],
] as const);
const someReasons = z.partialRecord(program, z.array(reasonId).min(1)).optional();
const someValues = z.partialRecord(program, z.array(z.number()).min(1)).optional();
const date = z.iso.date();

const household = z.strictObject({
  state: z.enum(stateCodes),
  householdSize: z.int().min(1).max(20),
  income: z
    .strictObject({
      amount: z.number().min(0),
      per: z.enum(['week', 'two-weeks', 'twice-a-month', 'month', 'year']),
    })
    .optional(),
  age: z.int().min(0).max(120).optional(),
  pregnant: z.boolean().optional(),
  childUnder19: z.boolean().optional(),
  disabled: z.boolean().optional(),
  medicare: z.boolean().optional(),
  insurance: z.enum(['none', 'medicaid', 'medicare', 'private', 'marketplace', 'unknown']).optional(),
  jobOffer: z.enum(['none', 'affordable', 'unaffordable', 'unknown']).optional(),
  kidneyTransplant: z
    .strictObject({ monthsAgo: z.int().min(0).optional() })
    .nullable()
    .optional(),
  veteran: z.boolean().optional(),
  tribal: z.boolean().optional(),
  conditions: z
    .array(z.enum(['lupus', 'rheumatoid-arthritis', 'crohns', 'ulcerative-colitis', 'autoimmune-hepatitis']))
    .optional(),
  medicine: z.enum(['azathioprine', 'azasan']).optional(),
});

const goldenCase = z.strictObject({
  name: z.string().min(1),
  on: date,
  household,
  expect: z.partialRecord(program, z.enum(['likely', 'unlikely', 'cannot-tell'])),
  /** Reasons that must be among those given. */
  expectReasons: someReasons,
  /** Reasons that must not be given. */
  withoutReasons: someReasons,
  /** Programs that must be marked as never shown on a screen or sheet. */
  hidden: z.array(program).min(1).optional(),
  /** Dollar values that must be, or must not be, among the figures of a result. */
  figures: someValues,
  withoutFigures: someValues,
  povertyLevel: z
    .strictObject({
      guidelineYear: z.int(),
      area: z.enum(['contiguous', 'alaska', 'hawaii']),
      /** One decimal, or null when there is no income. */
      percent: z.number().nullable(),
    })
    .optional(),
  /** The rule and the arithmetic, by the sections of the facts the finder was built from. */
  why: z.string().min(10),
});

export type GoldenHousehold = z.infer<typeof household>;
export type GoldenCase = z.infer<typeof goldenCase>;

/** Reads one golden file. Throws with the place of everything that is misspelt or missing. */
export function parseGolden(text: string): GoldenCase[] {
  return z.array(goldenCase).min(1).parse(parse(text));
}

/** All golden households, by file. */
export function readGolden(folder = path.join(import.meta.dirname, 'golden')): [string, GoldenCase[]][] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => [file, parseGolden(readFileSync(path.join(folder, file), 'utf8'))]);
}
