/** Households and days at random. */
import fc from 'fast-check';
import {
  householdSchema,
  incomePeriods,
  insuranceKinds,
  jobOffers,
  stateCodes,
  type Household,
} from '../../electron/contract/household.ts';

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
/** Half of all incomes lie near a limit, where answers turn. */
const amount = fc
  .oneof(fc.integer({ min: 0, max: 400_000_00 }), fc.integer({ min: 0, max: 9_000_00 }))
  .map((cents) => cents / 100);

/** Any household that the schema lets pass; half of the answers are left out. */
export const anyHousehold: fc.Arbitrary<Household> = fc
  .record({
    state: fc.constantFrom(...stateCodes),
    householdSize: fc.integer({ min: 1, max: 20 }),
    income: maybe(fc.record({ amount, per: fc.constantFrom(...incomePeriods) })),
    age: maybe(fc.integer({ min: 0, max: 120 })),
    pregnant: maybe(fc.boolean()),
    childUnder19: maybe(fc.boolean()),
    disabled: maybe(fc.boolean()),
    medicare: maybe(fc.boolean()),
    insurance: maybe(fc.constantFrom(...insuranceKinds, 'unknown' as const)),
    jobOffer: maybe(fc.constantFrom(...jobOffers, 'unknown' as const)),
    kidneyTransplant: maybe(
      fc.oneof(
        fc.constant(null),
        fc.constant({}),
        fc.record({ monthsAgo: fc.integer({ min: 0, max: 100 }) }),
      ),
    ),
    veteran: maybe(fc.boolean()),
    tribal: maybe(fc.boolean()),
    conditions: maybe(fc.subarray(['lupus', 'rheumatoid-arthritis', 'crohns', 'autoimmune-hepatitis'])),
    medicine: maybe(fc.constantFrom('azathioprine', 'azasan')),
  })
  .filter((household) => householdSchema.safeParse(household).success);

/** Days on which a guideline is in force, before and after figures change. */
export const anyDay = fc.constantFrom(
  '2025-02-01',
  '2025-11-15',
  '2026-01-05',
  '2026-04-30',
  '2026-07-01',
  '2026-10-31',
  '2026-11-01',
  '2026-11-25',
  '2026-12-31',
  '2027-01-01',
  '2027-02-01',
  '2027-06-30',
  '2028-03-01',
);
