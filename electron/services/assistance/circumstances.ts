import type { Household, Insurance, JobOffer } from '../../contract/household.ts';
import { yearlyCents } from './income.ts';

/** A household's answers as rules ask for them; what is not known is left out. */
export interface Circumstances {
  state: string;
  householdSize: number;
  /** Of a year. */
  incomeCents?: number | undefined;
  age?: number | undefined;
  pregnant?: boolean | undefined;
  childUnder19?: boolean | undefined;
  disabled?: boolean | undefined;
  medicare?: boolean | undefined;
  insurance?: Insurance | undefined;
  jobOffer?: JobOffer | undefined;
  kidneyTransplant?: boolean | undefined;
  transplantMonths?: number | undefined;
  veteran?: boolean | undefined;
  tribal?: boolean | undefined;
  conditions?: string[] | undefined;
  medicine?: string | undefined;
}

const known = <T extends string>(value: T | 'unknown' | undefined) =>
  value === 'unknown' ? undefined : (value as T | undefined);
/** As ids are written: `Rheumatoid arthritis` and `rheumatoid-arthritis` are the same. */
const asId = (text: string) =>
  text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join('-');

export function circumstancesOf(household: Household): Circumstances {
  const {
    income,
    insurance,
    jobOffer,
    kidneyTransplant: transplant,
    conditions,
    medicine,
    ...rest
  } = household;
  return {
    ...rest,
    incomeCents: income && yearlyCents(income),
    insurance: known(insurance),
    jobOffer: known(jobOffer),
    medicare: insurance === 'medicare' ? true : household.medicare,
    kidneyTransplant: transplant === undefined ? undefined : transplant !== null,
    transplantMonths: transplant?.monthsAgo,
    conditions: conditions?.map(asId),
    medicine: medicine === undefined ? undefined : asId(medicine),
  };
}
