import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDispatcher } from '../../../../electron/contract/dispatch.ts';
import { screeningSchema } from '../../../../electron/contract/assistance.ts';
import type { Household } from '../../../../electron/contract/household.ts';
import { createAppServices } from '../../../../electron/services/app-services.ts';
import { createAssistance } from '../../../../electron/services/assistance/assistance.ts';
import type { Mode } from '../../../../electron/services/library/types.ts';
import { createLogger } from '../../../../electron/services/logger.ts';
import { anyDay, anyHousehold } from '../../../support/any-household.ts';
import { changedContent, day, fixedClock, packOf, root, temporaryFolder } from '../../../support/fixtures.ts';

const assistanceOf = (contentFolder?: string, mode: Mode = 'demonstration') =>
  createAssistance({ pack: packOf(contentFolder).pack, mode, clock: fixedClock() });
const ohio: Household = {
  ...{ state: 'OH', householdSize: 1, age: 40, medicare: false, insurance: 'none', jobOffer: 'none' },
  income: { amount: 1500, per: 'month' },
};

describe('the finder in words', () => {
  it('fills sentences with the figures of the household', () => {
    const { on, results, povertyLevel } = assistanceOf().screen('en', ohio);
    expect(on).toBe(day);
    expect(povertyLevel).toEqual({ percent: 112.8, guidelineYear: 2026, area: 'contiguous' });
    const adult = results.find(({ program }) => program === 'medicaid-adult');
    expect(adult).toMatchObject({
      answer: 'likely',
      group: 'first',
      phone: '1-877-543-7669',
      phoneConfirmed: false,
    });
    const texts = adult?.reasons.map(({ text }) => text).join('\n');
    expect(texts).toContain('For your household it is $22,024.80 a year.');
    expect(texts).toContain('from 19 to 64 years old');
    expect(texts).toContain('From January 1, 2027, many adults must show 80 hours a month');
  });

  it('tells a phone and an address by state, and none elsewhere', () => {
    const finder = assistanceOf();
    const of = (program: string, state: Household['state']) =>
      finder.screen('en', { ...ohio, state }).results.find((one) => one.program === program);
    expect([of('spap', 'PA')?.phone, of('spap', 'NY')?.phone, of('spap', 'OH')?.phone]).toEqual([
      '1-800-225-7223',
      '1-800-332-3742',
      null,
    ]);
    expect(of('basic-health', 'MN')?.url).toBe('mnsure.org');
  });

  it('leaves a sentence out when its figure has run out', () => {
    const finder = assistanceOf();
    const gives = (on: string) =>
      finder.screen('en', ohio, on).results.find(({ program }) => program === 'msp-qi')?.gives;
    expect(gives('2026-12-31')).toEqual(['Your state pays the Part B premium. It is $202.90 a month.']);
    expect(gives('2027-01-01')).toEqual([]);
  });

  it('gives what holds for everyone, in one order', () => {
    const { always, results } = assistanceOf().screen('en', { state: 'TX', householdSize: 1 });
    expect(always.map(({ program }) => program)).toEqual([
      ...['emergency-care', 'health-center', 'two-one-one', 'hospital-assistance'],
      ...['discount-cards', 'poison-help', 'interpreter'],
    ]);
    expect(always.every(({ text }) => text.length > 20)).toBe(true);
    expect(results.some(({ program }) => program === 'emergency-care')).toBe(false);
  });

  it('never says "eligible", "qualify" or "denied", and leaves no figure open', () => {
    const finder = assistanceOf();
    fc.assert(
      fc.property(anyHousehold, anyDay, (household, on) => {
        const screening = finder.screen('en', household, on);
        screeningSchema.parse(screening);
        const text = JSON.stringify(screening);
        const wrong = /\{\{|eligible|qualif|denied|undefined|\bnan\b/i.exec(text);
        if (wrong) throw new Error(`"${wrong[0]}" is said`);
      }),
      { numRuns: 200 },
    );
  });
});

describe('languages', () => {
  it('have the finder when they have its texts', () => {
    const finder = assistanceOf();
    expect(finder.languages()).toContain('en');
    expect(() => finder.screen('tlh', ohio)).toThrowError(/not-found/);
  });

  it('show it in clinic mode only once a qualified person has read its texts', () => {
    const unread = assistanceOf(undefined, 'clinic');
    expect(unread.languages()).toEqual([]);
    expect(() => unread.screen('en', ohio)).toThrowError(/not-reviewed/);
    const folder = changedContent('assistance/texts/en.yaml', (text) =>
      text.replace(
        'review: unreviewed',
        'review: { by: A Reader, qualification: Pharmacist, date: 2026-11-20 }',
      ),
    );
    expect(assistanceOf(folder, 'clinic').languages()).toEqual(['en']);
  });
});

describe('content alone', () => {
  it('adds a guideline year', () => {
    const folder = changedContent(
      'assistance/guidelines.yaml',
      (text) => `${text}  '2027':
    source: FPL
    from: 2027-01-15
    until: 2028-01-31
    checked: 2027-01-20
    confirmed: true
    contiguous: { first: 16300, more: 5800 }
    alaska: { first: 20380, more: 7250 }
    hawaii: { first: 18750, more: 6670 }
`,
    );
    const { povertyLevel } = assistanceOf(folder).screen('en', ohio, '2027-01-15');
    expect(povertyLevel).toEqual({ percent: 110.4, guidelineYear: 2027, area: 'contiguous' });
  });

  it('adds a condition to a program', () => {
    const folder = changedContent('assistance/programs/needymeds.yaml', (text) =>
      text.replace(/^rule: .*$/m, 'rule: { test: state, in: [TX] }'),
    );
    const { results } = assistanceOf(folder).screen('en', ohio);
    expect(results.find(({ program }) => program === 'needymeds')).toMatchObject({ answer: 'unlikely' });
  });
});

describe('the call', () => {
  it('answers strictly, and leaves nothing of the household in the data folder', async () => {
    const dataFolder = temporaryFolder();
    const clock = fixedClock();
    const services = createAppServices({
      ...{
        dataFolder,
        packFile: packOf().file,
        fontsFolder: path.join(root, 'dist/fonts'),
        mode: 'demonstration',
      },
      ...{ version: '0', clock, logger: createLogger(dataFolder, clock), saveTo: [] },
    });
    onTestFinished(() => services.close());
    const dispatch = createDispatcher(services.handlers, () => {});
    const household = { ...ohio, medicine: 'canary-medicine', conditions: ['canary-illness'] };
    const answer = await dispatch('assistance.screen', { language: 'en', household });
    expect(answer).toMatchObject({ ok: true, value: { povertyLevel: { percent: 112.8 } } });
    const wrong = await dispatch('assistance.screen', {
      language: 'en',
      household: { ...household, income: { amount: 1, per: 'canary' } },
    });
    expect(wrong).toMatchObject({
      ok: false,
      error: { code: 'bad-input', fields: { path: 'household.income.per' } },
    });
    expect(JSON.stringify(wrong)).not.toContain('canary');
    expect(await dispatch('kiosk.state', {})).toMatchObject({
      value: { finder: expect.arrayContaining(['en']) },
    });
    const files = readdirSync(dataFolder, { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    );
    expect(files.length).toBeGreaterThan(0);
    for (const file of files)
      expect(readFileSync(path.join(file.parentPath, file.name), 'latin1')).not.toContain('canary');
  });
});
