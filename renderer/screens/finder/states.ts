import type { StateCode } from './answers.ts';

/** A record, so that a state that is missing does not compile. Names are the strings `finder.state.<code>`. */
const codes: Record<StateCode, true> = {
  ...{ AL: true, AK: true, AZ: true, AR: true, CA: true, CO: true, CT: true, DE: true, DC: true, FL: true },
  ...{ GA: true, HI: true, ID: true, IL: true, IN: true, IA: true, KS: true, KY: true, LA: true, ME: true },
  ...{ MD: true, MA: true, MI: true, MN: true, MS: true, MO: true, MT: true, NE: true, NV: true, NH: true },
  ...{ NJ: true, NM: true, NY: true, NC: true, ND: true, OH: true, OK: true, OR: true, PA: true, RI: true },
  ...{ SC: true, SD: true, TN: true, TX: true, UT: true, VT: true, VA: true, WA: true, WV: true, WI: true },
  WY: true,
};

export interface StateName {
  code: StateCode;
  name: string;
}

/** All states by name, in the order that readers of `locale` (BCP 47) expect. */
export function statesByName(name: (code: StateCode) => string, locale: string): StateName[] {
  const { compare } = new Intl.Collator(locale);
  return (Object.keys(codes) as StateCode[])
    .map((code) => ({ code, name: name(code) }))
    .sort((a, b) => compare(a.name, b.name));
}

/** Without accents and case, so that "mexico" finds "Nuevo México". */
const folded = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ');

/** States with what was typed in their name, or with these two letters. */
export function findStates(states: StateName[], typed: string): StateName[] {
  const text = folded(typed).trim();
  const exact = states.filter(({ code }) => code.toLowerCase() === text);
  const named = states.filter(({ name }) => folded(name).includes(text));
  return [...new Set([...exact, ...named])];
}
