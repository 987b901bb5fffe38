/**
 * What a person may tell about their household to find help with paying. Held in memory only; no status, no name, no address.
 * Everything but state and size may be left out: a question that was skipped is unknown, never "no".
 */
import { z } from 'zod';

/** The 50 states and DC. No poverty guideline is published for the territories. */
export const stateCodes = [
  ...['AL', 'AK', 'AZ', 'AR', 'CA', 'CO', 'CT', 'DE', 'DC', 'FL', 'GA', 'HI', 'ID', 'IL', 'IN', 'IA', 'KS'],
  ...['KY', 'LA', 'ME', 'MD', 'MA', 'MI', 'MN', 'MS', 'MO', 'MT', 'NE', 'NV', 'NH', 'NJ', 'NM', 'NY', 'NC'],
  ...['ND', 'OH', 'OK', 'OR', 'PA', 'RI', 'SC', 'SD', 'TN', 'TX', 'UT', 'VT', 'VA', 'WA', 'WV', 'WI', 'WY'],
] as const;

export const incomePeriods = ['week', 'two-weeks', 'twice-a-month', 'month', 'year'] as const;
export type IncomePeriod = (typeof incomePeriods)[number];
export const insuranceKinds = ['none', 'medicaid', 'medicare', 'private', 'marketplace'] as const;
export type Insurance = (typeof insuranceKinds)[number];
export const jobOffers = ['none', 'affordable', 'unaffordable'] as const;
export type JobOffer = (typeof jobOffers)[number];

/** Large enough for any household, small enough that cents times a percentage stay exact in a number. */
const mostDollars = 1_000_000_000;
const dollars = z
  .number()
  .min(0)
  .max(mostDollars)
  .refine((amount) => /^-?\d+(\.\d{1,2})?$/.test(String(amount)), 'dollars with at most two digits of cents');
const word = z.string().trim().min(1).max(80);

export const householdSchema = z
  .strictObject({
    state: z.enum(stateCodes),
    householdSize: z.number().int().min(1).max(20),
    income: z.strictObject({ amount: dollars, per: z.enum(incomePeriods) }).optional(),
    age: z.number().int().min(0).max(120).optional(),
    pregnant: z.boolean().optional(),
    /** A child under 19 lives with them. */
    childUnder19: z.boolean().optional(),
    disabled: z.boolean().optional(),
    medicare: z.boolean().optional(),
    insurance: z.enum([...insuranceKinds, 'unknown']).optional(),
    /** Whether a job offers health insurance, and whether they can pay for it. */
    jobOffer: z.enum([...jobOffers, 'unknown']).optional(),
    /** Null: no transplant. `{}`: yes, it is not known when. Left out: unknown. */
    kidneyTransplant: z
      .strictObject({ monthsAgo: z.number().int().min(0).max(1200).optional() })
      .nullable()
      .optional(),
    veteran: z.boolean().optional(),
    tribal: z.boolean().optional(),
    conditions: z.array(word).max(40).optional(),
    medicine: word.optional(),
  })
  .refine(({ medicare, insurance }) => !(medicare === false && insurance === 'medicare'), {
    path: ['insurance'],
    message: 'cannot be "medicare" where medicare is false',
  });
export type Household = z.infer<typeof householdSchema>;
