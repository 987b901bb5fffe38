import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Household } from '../../../../electron/contract/household.ts';
import type { PatientResource } from '../../../../electron/contract/local-resource.ts';
import type { PrintedList } from '../../../../electron/contract/printed-list.ts';
import { createAssistance } from '../../../../electron/services/assistance/assistance.ts';
import { printedList } from '../../../../electron/services/assistance/printed-list.ts';
import { anyHousehold } from '../../../support/any-household.ts';
import { fixedClock, packOf } from '../../../support/fixtures.ts';

const finder = () => createAssistance({ pack: packOf().pack, mode: 'demonstration', clock: fixedClock() });
const mother: Household = {
  ...{ state: 'TX', householdSize: 3, age: 34, pregnant: false, childUnder19: true },
  ...{ medicare: false, insurance: 'none', jobOffer: 'none', income: { amount: 2400, per: 'month' } },
};
const of = (list: Partial<PrintedList>, resources: PatientResource[] = [], assistance = finder()) =>
  printedList(
    { household: mother, language: 'en', length: 'short', print: 'normal', ...list },
    assistance,
    resources,
    'letter',
  );
const titles = (list: Partial<PrintedList>, tag = 'en') =>
  (of(list).assistance ?? []).map(({ texts }) => texts[tag]?.title);

describe('the printed list', () => {
  it('holds what to do first with why, phone, papers and how, then what helps everyone', () => {
    const { assistance: entries = [] } = of({});
    const children = entries.find(({ texts }) => texts['en']?.title === 'Medicaid for children');
    expect(children).toMatchObject({
      group: 'first',
      phone: '1-877-543-7669',
      confirmed: false,
      texts: { en: { why: expect.stringContaining('$56,279.20'), how: expect.stringContaining('free') } },
    });
    expect(children?.texts['en']?.papers).toContain('Photo ID, if you have one');
    expect([...new Set(entries.map(({ group }) => group))]).toEqual(['first', 'everyone']);
  });

  it('holds what may help only when the whole list is asked for, each program once', () => {
    expect(titles({})).not.toContain('NeedyMeds');
    const whole = titles({ length: 'whole' });
    expect(whole).toContain('NeedyMeds');
    expect(new Set(whole).size).toBe(whole.length);
  });

  it('tells who falls into the coverage gap what is left, and nobody else', () => {
    const poor = { ...mother, income: { amount: 2000, per: 'month' as const } };
    expect(of({ household: poor, secondLanguage: 'es' }).assistanceNote).toEqual({
      en: expect.stringContaining('You may fall in a gap.'),
      es: expect.any(String),
    });
    expect(of({}).assistanceNote).toBeUndefined();
  });

  it('never names what would not help: probably not, or hidden', () => {
    const { results, always } = finder().screen('en', mother);
    const away = results.filter(({ group }) => group === 'probably-not' || group === 'hidden');
    expect(away.length).toBeGreaterThan(10);
    const everyone = always.map(({ program }) => program);
    const whole = titles({ length: 'whole' });
    for (const { name, program } of away) if (!everyone.includes(program)) expect(whole).not.toContain(name);
  });

  it('says each entry in both languages', () => {
    for (const { texts } of of({ language: 'ar', secondLanguage: 'zh-Hans', length: 'whole' }).assistance ??
      [])
      expect(Object.keys(texts)).toEqual(['ar', 'zh-Hans']);
  });

  it('holds three places of a kind and twelve in all, in the order of kinds', () => {
    const place = (kind: PatientResource['kind'], index: number): PatientResource => ({
      ...{ kind, name: `${kind} ${index}`, lastChecked: '2026-11-01', age: 'fresh' },
    });
    const kinds = ['clinic', 'pharmacy', 'food', 'transport', 'legal-aid'] as const;
    const all = kinds.flatMap((kind) => Array.from({ length: 5 }, (_, index) => place(kind, index)));
    const names = of({}, all).places?.map(({ name }) => name) ?? [];
    expect(names).toHaveLength(12);
    expect(names.filter((name) => name.startsWith('clinic'))).toEqual(['clinic 0', 'clinic 1', 'clinic 2']);
    expect(of({}).places).toBeUndefined();
  });

  it('refuses a language without the finder, and the same language twice', () => {
    expect(() => of({ secondLanguage: 'tlh' })).toThrowError(/not-found/);
    expect(() => of({ secondLanguage: 'en' })).toThrowError(/bad-input/);
  });

  it('is a handout that the contract takes, for any household in any pair of languages', () => {
    const assistance = finder();
    const tag = fc.constantFrom('en', 'es', 'ar', 'zh-Hans');
    fc.assert(
      fc.property(anyHousehold, tag, tag, (household, language, second) => {
        const two = second === language ? {} : { secondLanguage: second };
        const { assistance: entries = [] } = of(
          { household, language, ...two, length: 'whole' },
          [],
          assistance,
        );
        expect(entries.length).toBeGreaterThan(6);
      }),
      { numRuns: 100 },
    );
  });
});
