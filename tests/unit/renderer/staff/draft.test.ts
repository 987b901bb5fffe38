import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handoutRequestSchema } from '../../../../electron/contract/handout-request.ts';
import { handoutTemplateSchema } from '../../../../electron/contract/handout-template.ts';
import type { LocalResource } from '../../../../electron/contract/local-resource.ts';
import {
  emptyDraft,
  emptyMedicine,
  hasTyped,
  ownQuestions,
  placeKey,
  type Draft,
} from '../../../../renderer/screens/staff/draft.ts';
import {
  missingGuides,
  toTemplate,
  withTemplate,
} from '../../../../renderer/screens/staff/template-draft.ts';
import { toRequest } from '../../../../renderer/screens/staff/to-request.ts';

const resources: LocalResource[] = ['Pantry', 'Clinic'].map((name) => ({
  ...{ kind: 'food', name, lastChecked: '2026-11-24' },
}));
const languages = ['en', 'es', 'ar', 'zh-Hans'];
const guideIds = ['a', 'b-c', 'd'];

/** Text as a field may hold it: nothing, blanks, lines, letters of several scripts. */
const text = (maxLength: number) =>
  fc.oneof(
    fc.constant(''),
    fc.constant('  \n '),
    fc.string({ maxLength, unit: fc.constantFrom('a', ' ', 'ñ', '病', '\n', '1') }),
  );
const day = fc.constantFrom('', '2026-12-01', '12026-12-01');
const chosen = <T>(...items: T[]) => fc.subarray(items);
const drafts: fc.Arbitrary<Draft> = fc.record({
  guides: chosen(...guideIds),
  depth: fc.constantFrom('short', 'full', 'none'),
  sections: fc.dictionary(fc.constantFrom(...guideIds), chosen('one', 'two')),
  questions: fc.constantFrom('no', 'guides', 'own'),
  ownQuestions: fc.array(text(260), { maxLength: 14 }).map((lines) => lines.join('\n')),
  teachBack: fc.boolean(),
  helpCard: fc.boolean(),
  walletCard: fc.boolean(),
  languageHelp: fc.boolean(),
  places: chosen(...resources.map(placeKey), 'food gone'),
  language: fc.constantFrom(...languages),
  secondLanguage: fc.constantFrom('', ...languages),
  carerLanguage: fc.constantFrom('', ...languages),
  carerPrint: fc.constantFrom('normal', 'large'),
  patientName: text(120),
  medicines: fc.array(
    fc.record({
      ...{ name: text(80), strength: text(40), purpose: text(80), directions: text(300) },
      dayParts: fc.record({ morning: text(20), noon: text(20), evening: text(20), bedtime: text(20) }),
    }),
    { maxLength: 3 },
  ),
  testStart: day,
  testDates: fc.array(day, { maxLength: 4 }),
  visitDate: day,
  visitTime: fc.constantFrom('', '09:30'),
  note: text(200),
  clinicName: text(120),
  clinicPhone: text(40),
  clinicAddress: text(200),
  paper: fc.constantFrom('letter', 'a4'),
  print: fc.constantFrom('normal', 'large'),
});

describe('a draft', () => {
  it('becomes a request of what is filled in, and nothing else', () => {
    const draft = emptyDraft('es');
    expect(toRequest(draft)).toBeNull();
    expect(hasTyped(draft)).toBe(false);
    const common = { language: 'es', paper: 'letter', print: 'normal' };
    expect(toRequest({ ...draft, guides: ['a'], note: '  ', medicines: [emptyMedicine] })).toEqual({
      ...{ guides: ['a'], depth: 'full', ...common },
    });
    const dayParts = { ...emptyMedicine.dayParts, noon: '2' };
    const medicines = [{ ...emptyMedicine, name: 'm', purpose: 'gut', dayParts }];
    expect(toRequest({ ...draft, guides: ['a'], sections: { a: ['x'], b: ['y'] }, medicines })).toMatchObject(
      {
        sections: { a: ['x'] },
        medicines: [{ name: 'm', purpose: 'gut', dayParts: { noon: '2' } }],
      },
    );
    expect(toRequest({ ...draft, languageHelp: true })).toEqual({
      ...{ guides: [], depth: 'full', languageHelp: true, ...common },
    });
  });

  it('is always a request that is taken, or none', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const request = toRequest(draft, resources);
        if (request) expect(handoutRequestSchema.safeParse(request).error).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });

  it('is no request only while nothing that was ticked or typed can be printed', () => {
    const on = (next: Partial<Draft>) => toRequest({ ...emptyDraft('en'), ...next }, resources);
    for (const nothing of [
      { guides: ['a'], depth: 'none' as const },
      { questions: 'guides' as const },
      { questions: 'own' as const, ownQuestions: ' \n' },
      { teachBack: true },
      { patientName: 'Ana', clinicName: 'Clinic' },
      { carerLanguage: 'es' },
      { places: ['food gone'] },
    ])
      expect(on(nothing)).toBeNull();
    for (const something of [
      { helpCard: true },
      { walletCard: true },
      { languageHelp: true },
      { questions: 'own' as const, ownQuestions: 'Why?' },
      { places: ['food Pantry'] },
      { note: 'Call us.' },
      { guides: ['a'], depth: 'none' as const, teachBack: true },
      { guides: ['a'], depth: 'none' as const, sections: { a: ['one'] } },
    ])
      expect(on(something)).not.toBeNull();
  });

  it('leaves out what would have nothing: guides nobody asks, a carer with a wallet card alone', () => {
    const draft = { ...emptyDraft('en'), guides: ['a', 'd'], note: 'Call us.' };
    const sections = { d: ['one'] };
    expect(toRequest({ ...draft, depth: 'none' })?.guides).toEqual([]);
    expect(toRequest({ ...draft, depth: 'none', sections })?.guides).toEqual(['d']);
    expect(toRequest({ ...draft, depth: 'none', sections, helpCard: true })?.guides).toEqual(['a', 'd']);
    const card = { ...emptyDraft('en'), walletCard: true, carerLanguage: 'es' };
    expect(toRequest(card)).not.toHaveProperty('carer');
    expect(toRequest({ ...card, helpCard: true })?.carer).toEqual({ language: 'es', print: 'normal' });
  });

  it('says when typed questions are too many or too long', () => {
    expect(ownQuestions(' Why? \n\n How? ')).toEqual({ printed: ['Why?', 'How?'], tooMuch: false });
    const eleven = Array.from({ length: 11 }, (_, index) => `q${index}`);
    expect(ownQuestions(eleven.join('\n'))).toEqual({ printed: eleven.slice(0, 10), tooMuch: true });
    expect(ownQuestions('x'.repeat(201))).toEqual({ printed: [], tooMuch: true });
  });

  it('has something of a patient once that is typed, and not for its structure', () => {
    const draft = emptyDraft('en');
    const structure = { guides: ['a'], helpCard: true, secondLanguage: 'es', clinicName: 'Clinic' };
    expect(hasTyped({ ...draft, ...structure, medicines: [emptyMedicine] })).toBe(false);
    for (const typed of [
      { patientName: 'Ana' },
      { note: 'n' },
      { testStart: '2026-12-01' },
      { visitDate: '2026-12-01' },
      { visitTime: '09:30' },
      { ownQuestions: 'Why?' },
      { medicines: [{ ...emptyMedicine, purpose: 'gut' }] },
      { medicines: [{ ...emptyMedicine, dayParts: { ...emptyMedicine.dayParts, noon: '1' } }] },
    ])
      expect(hasTyped({ ...draft, ...typed })).toBe(true);
  });
});

describe('a draft and a template', () => {
  const known = { guides: guideIds, languages };
  const personal = (draft: Draft) => {
    const {
      patientName,
      medicines,
      testStart,
      testDates,
      visitDate,
      visitTime,
      note,
      ownQuestions: own,
    } = draft;
    return { patientName, medicines, testStart, testDates, visitDate, visitTime, note, own };
  };

  it('give a template that is taken, with nothing of the patient in it', () => {
    const canary = 'Zx7canary';
    fc.assert(
      fc.property(drafts, (draft) => {
        const marked = {
          ...draft,
          ...{ patientName: canary, note: canary, ownQuestions: canary, clinicName: canary },
          medicines: [{ ...emptyMedicine, name: canary, purpose: canary }],
        };
        const template = toTemplate(marked);
        expect(handoutTemplateSchema.safeParse(template).error).toBeUndefined();
        expect(JSON.stringify(template)).not.toContain(canary);
      }),
    );
  });

  it('keep what was typed for the patient, and take over the rest', () => {
    fc.assert(
      fc.property(drafts, drafts, (draft, other) => {
        const template = toTemplate(other);
        const next = withTemplate(draft, template, known);
        expect(personal(next)).toEqual(personal(draft));
        const keepsTyped = draft.questions === 'own' && draft.ownQuestions.trim() !== '';
        const { parts, ...rest } = toTemplate(next);
        expect(rest).toEqual({ ...template, parts: undefined });
        if (keepsTyped) expect(next.questions).toBe('own');
        else expect(parts).toEqual(template.parts);
      }),
    );
  });

  it('leave out guides and languages that are not here', () => {
    const template = {
      ...{ guides: ['gone', 'a'], sections: { gone: ['x'], a: ['y'] }, depth: 'short' as const, parts: [] },
      languages: { first: 'fr', second: 'en', carer: { language: 'fr' } },
    };
    const next = withTemplate(emptyDraft('es'), template, known);
    expect(next).toMatchObject({
      guides: ['a'],
      sections: { a: ['y'] },
      language: 'es',
      secondLanguage: 'en',
    });
    expect(next.carerLanguage).toBe('');
    expect(missingGuides(template, known.guides)).toBe(1);
  });
});
