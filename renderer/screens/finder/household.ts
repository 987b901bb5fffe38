/** Turns answers into what the engine takes. Pure. */
import type { Household } from '../../../electron/contract/household.ts';
import { given, type Answers } from './answers.ts';
import { askedQuestions, questions } from './questions.ts';

const monthsOfYear = 12;

/** Answers to questions that are still asked: changing an answer may have made others void. */
function standing(answers: Answers): Answers {
  const asked = askedQuestions(answers);
  return Object.fromEntries(Object.entries(answers).filter(([id]) => asked.some((one) => one === id)));
}

function incomeOf(answers: Answers): Household['income'] {
  const per = given(answers, 'income-per');
  if (per === 'no-income') return { amount: 0, per: 'month' };
  const amount = given(answers, 'income-amount');
  return per === undefined || amount === undefined ? undefined : { amount, per };
}

function familyOf(answers: Answers): Pick<Household, 'pregnant' | 'childUnder19'> {
  const { kind } = questions.family;
  const options = kind.answer === 'several' ? kind.options(answers) : [];
  const family = given(answers, 'family');
  // Not asked at this age: not pregnant. A child at home is not asked of a child, who counts by age.
  if (!options.includes('pregnant'))
    return { pregnant: false, ...(family ? { childUnder19: family.includes('child') } : {}) };
  if (!family) return {};
  return {
    pregnant: family.includes('pregnant'),
    ...(options.includes('child') ? { childUnder19: family.includes('child') } : {}),
  };
}

function coverOf(answers: Answers): Pick<Household, 'insurance' | 'medicare' | 'jobOffer'> {
  const insurance = given(answers, 'insurance');
  const jobOffer = given(answers, 'job-offer');
  const offer = jobOffer === undefined ? {} : { jobOffer };
  if (insurance === undefined) return offer;
  if (insurance === 'both') return { ...offer, insurance: 'medicaid', medicare: true };
  return { ...offer, insurance, medicare: insurance === 'medicare' };
}

function kidneyOf(answers: Answers): Pick<Household, 'kidneyTransplant'> {
  const kidney = given(answers, 'kidney');
  if (kidney === undefined) return {};
  if (kidney === 'no') return { kidneyTransplant: null };
  const years = given(answers, 'kidney-when');
  return { kidneyTransplant: years === undefined ? {} : { monthsAgo: Number(years) * monthsOfYear } };
}

function groupsOf(answers: Answers): Pick<Household, 'disabled' | 'veteran' | 'tribal'> {
  const groups = given(answers, 'groups');
  if (!groups) return {};
  return {
    disabled: groups.includes('disabled'),
    veteran: groups.includes('veteran'),
    tribal: groups.includes('tribal'),
  };
}

/** Null without a state or a household size: the engine answers nothing then. What was passed over is left out. */
export function toHousehold(all: Answers): Household | null {
  const answers = standing(all);
  const state = given(answers, 'state');
  const householdSize = given(answers, 'household');
  if (state === undefined || householdSize === undefined) return null;
  const income = incomeOf(answers);
  const age = given(answers, 'age');
  return {
    state,
    householdSize,
    ...(income ? { income } : {}),
    ...(age === undefined ? {} : { age }),
    ...familyOf(answers),
    ...coverOf(answers),
    ...kidneyOf(answers),
    ...groupsOf(answers),
  };
}

/** What helps everyone does not depend on the household, so any household asks for it. */
export const anyHousehold: Household = { state: 'AL', householdSize: 1 };
