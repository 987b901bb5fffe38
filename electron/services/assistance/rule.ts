/** Rules as data, answered in three values. Each condition that decided leaves its reason and its figures behind. */
import type { Flag, Rule } from '../packs/assistance-schemas.ts';
import type { Circumstances } from './circumstances.ts';
import { count, trace, type Context, type Finding, type Trace } from './finding.ts';
import { answerIncome } from './income-rule.ts';
import type { Reason, Truth } from './types.ts';

const truthOf = (value: boolean | undefined): Truth =>
  value === undefined ? 'unknown' : value ? 'yes' : 'no';
const opposite: Record<Truth, Truth> = { yes: 'no', no: 'yes', unknown: 'unknown' };

/** Reason of a single condition: the rule's own, or the usual `<name>-yes`, `-no`, `-unknown`. */
function single(
  name: string,
  truth: Truth,
  rule: { reasons?: Partial<Record<Truth, string>> | undefined },
  values: Reason['values'] = {},
): Finding {
  return { truth, traces: [trace(rule.reasons?.[truth] ?? `${name}-${truth}`, values)] };
}

/** `all`: one "no" decides, then one "unknown". `any` is its mirror. */
function joined(rule: Extract<Rule, { test: 'all' | 'any' }>, context: Context): Finding {
  const findings = rule.of.map((part) => evaluate(part, context));
  const strongest: Truth = rule.test === 'all' ? 'no' : 'yes';
  const has = (truth: Truth) => findings.some((finding) => finding.truth === truth);
  const truth = has(strongest) ? strongest : has('unknown') ? 'unknown' : opposite[strongest];
  const own = rule.reasons?.[truth];
  const traces = findings.filter((finding) => finding.truth === truth).flatMap((finding) => finding.traces);
  return { truth, traces: own ? [withReason(own, traces)] : traces };
}

/** One reason for what several conditions decided; their figures stay. */
function withReason(id: string, traces: Trace[]): Trace {
  return trace(
    id,
    {},
    traces.flatMap((one) => one.figures),
    traces.some((one) => one.old),
  );
}

const flagNames: Record<Flag, string> = {
  pregnant: 'pregnant',
  childUnder19: 'child',
  disabled: 'disabled',
  medicare: 'medicare',
  veteran: 'veteran',
  tribal: 'tribal',
  kidneyTransplant: 'transplant',
};

function ageFinding(rule: Extract<Rule, { test: 'age' }>, { age }: Circumstances): Finding {
  const { from = 0, to = Infinity } = rule;
  const name = rule.to === undefined ? 'age-from' : rule.from === undefined ? 'age-to' : 'age-between';
  const values: Reason['values'] = {
    ...(rule.from === undefined ? {} : { from: count(rule.from) }),
    ...(rule.to === undefined ? {} : { to: count(rule.to) }),
  };
  return single(name, truthOf(age === undefined ? undefined : age >= from && age <= to), rule, values);
}

const among = <T>(list: readonly T[], value: T | undefined) =>
  truthOf(value === undefined ? undefined : list.includes(value));

function notFinding(rule: Extract<Rule, { test: 'not' }>, context: Context): Finding {
  const inner = evaluate(rule.of, context);
  const truth = opposite[inner.truth];
  const own = rule.reasons?.[truth];
  return { truth, traces: own ? [withReason(own, inner.traces)] : inner.traces };
}

/** Answers a rule. `when` of a `choose` is always known, because it tests state and day only. */
export function evaluate(rule: Rule, context: Context): Finding {
  const { person, state, day } = context;
  switch (rule.test) {
    case 'all':
    case 'any':
      return joined(rule, context);
    case 'not':
      return notFinding(rule, context);
    case 'maybe': {
      const inner = evaluate(rule.of, context);
      return inner.truth === 'yes'
        ? { truth: 'unknown', traces: [...inner.traces, trace(rule.because)] }
        : inner;
    }
    case 'choose': {
      const chosen = rule.cases.find(({ when }) => !when || evaluate(when, context).truth === 'yes');
      if (!chosen) throw new Error('a choice without a last case');
      return evaluate(chosen.then, context);
    }
    case 'always':
      return { truth: rule.answer === 'likely' ? 'yes' : 'unknown', traces: [trace(rule.because)] };
    case 'flag':
      return single(flagNames[rule.flag], truthOf(person[rule.flag]), rule);
    case 'age':
      return ageFinding(rule, person);
    case 'state':
      return single('state', truthOf(rule.in.includes(person.state)), rule);
    case 'state-has':
      return single(
        'state-has',
        truthOf(state[rule.column] !== 'none' && state[rule.column] !== false),
        rule,
      );
    case 'income':
      return answerIncome(rule, context);
    case 'insurance':
      return single('insurance', among(rule.in, person.insurance), rule);
    case 'job-offer':
      return single('job-offer', among(rule.in, person.jobOffer), rule);
    case 'transplant-months':
      return single('transplant-months', transplantTruth(rule.from, person), rule, {
        from: { kind: 'duration', value: rule.from, unit: 'month' },
      });
    case 'condition':
      return single('condition', truthOf(person.conditions?.some((one) => rule.in.includes(one))), rule);
    case 'medicine':
      return single('medicine', among(rule.in, person.medicine), rule);
    case 'day':
      return single('day', truthOf((rule.from ?? day) <= day && day <= (rule.until ?? day)), rule);
    case 'answered':
      return single(
        'answered',
        truthOf(rule.programs.some((id) => context.answers.get(id) === rule.answer)),
        {},
      );
    default:
      return rule satisfies never;
  }
}

function transplantTruth(from: number, { kidneyTransplant, transplantMonths }: Circumstances): Truth {
  if (kidneyTransplant !== true) return truthOf(kidneyTransplant);
  return truthOf(transplantMonths === undefined ? undefined : transplantMonths >= from);
}
