import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  handoutRequestSchema,
  type HandoutRequestInput,
} from '../../../../electron/contract/handout-request.ts';
import { composeSheets } from '../../../../electron/services/handouts/compose/compose.ts';
import { typedDirection, typedLanguage } from '../../../../electron/services/handouts/compose/typed-text.ts';
import { oneAfterAnother, segmentsOf } from '../../../../electron/services/handouts/pdf/segments.ts';
import type { Part, Sheet, Text } from '../../../../electron/services/handouts/sheet.ts';
import { fixedClock, openLibraryIn } from '../../../support/fixtures.ts';
import { assistance, bundle, grouped, kinds } from '../../../support/handout-kinds.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'sala-test-'));
const library = openLibraryIn(folder);
afterAll(() => {
  library.close();
  rmSync(folder, { recursive: true, force: true });
});

const sheetsOf = (request: HandoutRequestInput) =>
  composeSheets(handoutRequestSchema.parse(request), library, fixedClock());
const sheetOf = (request: HandoutRequestInput) => sheetsOf(request)[0] as Sheet;

const wordsOf = ({ runs }: Text) => runs.map(({ text }) => text.replaceAll('\u00a0', ' ')).join('');

/** Every line of a part, in its order. */
function lines(part: Part): Text[] {
  switch (part.type) {
    case 'list':
      return part.items.flat();
    case 'callout':
      return [...part.titles, ...part.parts.flatMap(lines)];
    case 'table':
      return [part.header, ...part.rows].flatMap((cells) => cells.flatMap(({ texts }) => texts));
    case 'card':
      return part.sides.flatMap((side) =>
        side.lines.flatMap((line) => (line.type === 'words' ? [line.text] : [line.label, ...line.values])),
      );
    default:
      return part.texts;
  }
}
const textOf = (sheet: Sheet) => sheet.parts.flatMap(lines).map(wordsOf);
const cardOf = (sheet: Sheet) =>
  sheet.parts.find((part): part is Extract<Part, { type: 'card' }> => part.type === 'card');
const problem = (request: HandoutRequestInput) => {
  const parsed = handoutRequestSchema.safeParse(request);
  return parsed.success ? null : parsed.error.issues.map((issue) => issue.path.join('.'));
};

describe('a sheet', () => {
  it.each([
    ['medicines', 'Your medicines'],
    ['blood tests', 'Your blood tests'],
    ['appointment', 'Your next visit'],
    ['questions', 'Questions to ask'],
    ['teach-back', 'Tell it back in your own words'],
    ['help card', 'When to get help'],
    ['wallet card', 'Wallet card'],
    ['assistance list', 'Help with paying'],
    ['grouped assistance list', 'Help with paying'],
    ['places', 'Help near you'],
    ['language help', 'Language help is free'],
    ['note', 'A note for you'],
    ['a guide', 'How to take azathioprine'],
  ])('that is only %s stands under its own title', (kind, title) => {
    const sheet = sheetOf({ ...kinds[kind], language: 'en' });
    expect(sheet.title).toBe(title);
    const headings = sheet.parts.filter((part) => part.type === 'heading');
    expect(headings.filter(({ level }) => level === 1)).toHaveLength(1);
  });

  it('with several parts stands under the title of a sheet', () => {
    expect(sheetOf({ ...bundle, language: 'en' }).title).toBe('Your medicine sheet');
  });

  it('says nothing twice that stands in a part of its own', () => {
    const asked = { questions: true, teachBack: true, helpCard: true };
    const text = textOf(sheetOf({ guides: ['azathioprine-taking'], language: 'en', ...asked }));
    for (const once of ['When do I order my next refill?', 'Trouble breathing', 'Keep it safe'])
      expect(text.filter((one) => one === once)).toHaveLength(1);
  });

  it('with depth "none" prints the parts asked of a guide, and not the guide', () => {
    const text = textOf(
      sheetOf({ guides: ['azathioprine-taking'], depth: 'none', questions: true, language: 'en' }),
    );
    expect(text).toContain('When do I order my next refill?');
    expect(text).not.toContain('Keep it safe');
  });
});

describe('the help card', () => {
  it('has each sign of several guides once, the gravest first', () => {
    const guides = ['azathioprine-taking', 'azathioprine-blood-tests', 'azathioprine-side-effects'];
    const sheet = sheetOf({ guides, depth: 'none', helpCard: true, language: 'en' });
    const callouts = sheet.parts.filter((part) => part.type === 'callout').slice(1);
    expect(callouts.map(({ level }) => level)).toEqual(['911', 'red', 'note']);
    const signs = callouts.flatMap((one) => one.parts.flatMap(lines)).map(wordsOf);
    expect(new Set(signs).size).toBe(signs.length);
    expect(signs).toContain('Black or bloody stool');
  });

  it.each(['en', 'es', 'ar', 'zh-Hans'])(
    'takes the emergency guide where no guide is asked: %s',
    (language) => {
      const sheet = sheetOf({ helpCard: true, language });
      const [red] = library.guide('azathioprine-emergency', language).sections;
      const first = red?.blocks.find((block) => block.type === 'callout');
      expect(textOf(sheet)).toContain((first?.title ?? []).map(({ text }) => text).join(''));
      expect(wordsOf(sheet.foot.edition)).toContain('1057');
    },
  );
});

describe('the wallet card', () => {
  it.each([
    ['en', undefined, ['en']],
    ['en', 'es', ['en', 'es']],
    ['es', undefined, ['en', 'es']],
    ['ar', 'en', ['en', 'ar']],
    ['zh-Hans', 'ar', ['en', 'zh-Hans']],
  ] as const)(
    'is in English and the language of the patient: %s with %s',
    (language, secondLanguage, wanted) => {
      const card = cardOf(sheetOf({ walletCard: {}, language, secondLanguage }));
      expect(card?.sides.map((side) => side.language)).toEqual(wanted);
      const text = card ? lines(card).map(wordsOf) : [];
      expect(text).toContain('I take azathioprine. My immune system is weak.');
      expect(text).toContain('Fever of 100.4 °F (38 °C) or higher, or shaking chills: I need care now.');
      expect(text.some((one) => one.startsWith('I speak '))).toBe(wanted.length > 1);
    },
  );

  it('takes what it needs from the rest of the request, and its own words before that', () => {
    const valuesOf = (walletCard: HandoutRequestInput['walletCard'], medicines = bundle.medicines) => {
      const card = cardOf(sheetOf({ ...bundle, medicines, walletCard, language: 'en' }));
      return card?.sides[0]?.lines.flatMap((line) =>
        line.type === 'field' ? [line.values.map(wordsOf)] : [],
      );
    };
    const clinic = '(555) 010-0199';
    expect(valuesOf({})).toEqual([['Ana María Núñez'], [clinic], ['azathioprine 50 mg', 'folic acid 1 mg']]);
    expect(valuesOf({ name: 'A', phone: '1', medicines: ['x'] })).toEqual([['A'], ['1'], ['x']]);
    // A list too long for a card is not cut: it stays on its own sheet.
    const many = Array.from({ length: 9 }, (_, at) => ({ name: `medicine ${at}` }));
    expect(valuesOf({}, many)?.[2]).toEqual([]);
  });
});

describe('the list of medicines', () => {
  it('leaves a cell empty where nothing is taken, and says what each is for', () => {
    const table = sheetOf({ ...kinds['medicines'], language: 'en' }).parts.find(
      (part) => part.type === 'table',
    );
    const rows = table?.rows.map((cells) => cells.map(({ texts }) => texts.map(wordsOf).join(' ')));
    expect(rows?.[0]?.slice(1)).toEqual(['Crohn’s disease', '1', '', '', '1']);
    expect(rows?.[1]).toEqual(['folic acid 1 mg', '', '', '1', '', '']);
  });
});

describe('language help and assistance', () => {
  it('gives each reader a line in English to show', () => {
    const text = textOf(sheetOf({ languageHelp: true, language: 'ar' }));
    expect(text).toContain('I speak Arabic. I need a qualified interpreter, please.');
    expect(text).toContain('أتكلم العربية. أحتاج إلى مترجم.');
  });

  it('carries the warning, and refuses an entry without words in a language of the sheet', () => {
    const text = textOf(sheetOf({ assistance, language: 'es' }));
    expect(text.join('\n')).toContain('Nunca pague a nadie para pedir ayuda.');
    const [entry] = assistance;
    const only = [{ ...entry, texts: { en: entry?.texts['en'] } }] as typeof assistance;
    expect(() => sheetOf({ assistance: only, language: 'en', secondLanguage: 'ar' })).toThrow(
      expect.objectContaining({ fields: expect.objectContaining({ path: 'assistance.0.texts.ar' }) }),
    );
  });
});

describe('a list in groups', () => {
  it('has the places first, then the groups in their order, and each paper once', () => {
    const sheet = sheetOf({ ...kinds['grouped assistance list'], language: 'en' });
    const said = textOf(sheet);
    const at = (words: string) => said.findIndex((text) => text.startsWith(words));
    const order = ['Help near you', 'Do first', 'Papers to bring', 'Help for everyone', 'May help'].map(at);
    expect(order.every((index) => index >= 0)).toBe(true);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    const first = grouped[0]?.texts['en']?.papers?.[0] ?? '';
    // Two entries to do first ask for it: it stands once there, and once in each group after.
    expect(said.filter((text) => text === first)).toHaveLength(3);
  });

  it('says where nobody has called yet', () => {
    const said = textOf(sheetOf({ assistance: grouped, language: 'en' }));
    expect(said.filter((text) => text.startsWith('Not confirmed by phone yet. Checked'))).toHaveLength(1);
    const inChinese = textOf(sheetOf({ assistance: grouped, language: 'zh-Hans' }));
    // The stop of Chinese carries its own room.
    expect(inChinese.filter((text) => text.startsWith('还没有打电话确认。核对日期'))).toHaveLength(1);
  });
});

describe('a carer', () => {
  it('gets a sheet in another language and size, without the wallet card', () => {
    const sheets = sheetsOf({ ...bundle, language: 'ar', carer: { language: 'es', print: 'large' } });
    expect(sheets.map((one) => [one.languages.map(({ tag }) => tag), one.print])).toEqual([
      [['ar'], 'normal'],
      [['es'], 'large'],
    ]);
    expect(sheets.map((one) => cardOf(one) !== undefined)).toEqual([true, false]);
    expect(textOf(sheets[1] as Sheet)).toContain('Para la persona que ayuda');
  });

  it('is refused by path where the pack does not have the language', () => {
    expect(() => sheetsOf({ ...bundle, language: 'en', carer: { language: 'xx' } })).toThrow(
      expect.objectContaining({ fields: expect.objectContaining({ path: 'carer.language' }) }),
    );
  });
});

describe('a request', () => {
  it.each([
    ['nothing', {}, ['guides']],
    ['a name and a clinic only', { patient: { name: 'A' }, clinic: { name: 'B' } }, ['guides']],
    ['parts switched off', { questions: false, helpCard: false }, ['guides']],
    ['no medicine in the list', { medicines: [] }, ['guides']],
    ['questions of no guide', { questions: true }, ['questions']],
    ['teach-back of no guide', { teachBack: true }, ['teachBack']],
    ['a guide of which nothing is printed', { guides: ['azathioprine-taking'], depth: 'none' }, ['depth']],
    ['eleven questions', { questions: Array(11).fill('Why?') }, ['questions']],
    ['a carer with only the wallet card', { walletCard: {}, carer: { language: 'es' } }, ['carer']],
    ['an unknown field of the card', { walletCard: { blood: 'A' } }, ['walletCard']],
    [
      'an entry without a title',
      { assistance: [{ texts: { en: { why: 'x' } } }] },
      ['assistance.0.texts.en.title'],
    ],
  ] as [string, object, string[]][])('for %s is refused', (_what, request, where) => {
    expect(problem({ language: 'en', ...request } as HandoutRequestInput)).toEqual(where);
  });
});

describe('two languages', () => {
  const request: HandoutRequestInput = { helpCard: true, language: 'en', secondLanguage: 'ar' };
  const order = (parts: Part[]) => parts.flatMap(lines).map(({ language }) => language);

  it('come one after the other where they do not fit beside each other, section by section', () => {
    const { parts, ...rest } = sheetOf(request);
    const section = parts.slice(1);
    const tags = order(oneAfterAnother({ ...rest, parts: section }));
    expect(tags.lastIndexOf('en')).toBeLessThan(tags.indexOf('ar'));
    expect(tags.toSorted()).toEqual(order(section).toSorted());
  });

  it('stay together where something stands once for both', () => {
    const { parts, ...rest } = sheetOf({ ...kinds['medicines'], language: 'en', secondLanguage: 'ar' });
    const after = oneAfterAnother({ ...rest, parts: parts.slice(1) });
    expect(after.filter((part) => part.type === 'table')).toHaveLength(1);
    expect(after.filter((part) => part.type === 'heading')).toHaveLength(1);
  });

  it('never flow in columns; one language does, but for tables and cards', () => {
    const inColumns = (sheet: Sheet) => segmentsOf(sheet).filter((segment) => segment.inColumns);
    expect(inColumns(sheetOf(request))).toEqual([]);
    expect(inColumns(sheetOf({ ...bundle, language: 'en', print: 'large' }))).toEqual([]);
    const segments = inColumns(sheetOf({ ...bundle, language: 'en' }));
    expect(segments.length).toBeGreaterThan(0);
    expect(
      segments.flatMap(({ parts }) => parts).some(({ type }) => type === 'table' || type === 'card'),
    ).toBe(false);
  });
});

describe('typed text', () => {
  const typedOf = (request: HandoutRequestInput, words: string) =>
    sheetOf(request)
      .parts.flatMap(lines)
      .filter((text) => wordsOf(text).includes(words))
      .map(({ language, direction }) => [language, direction]);

  it('on a sheet from right to left runs so as soon as it has such a letter, whatever it begins with', () => {
    const note = 'Imuran 50 mg: خذوا حبة واحدة';
    expect(typedOf({ note, language: 'ar' }, 'Imuran')).toEqual([['ar', 'rtl']]);
    expect(typedOf({ note: 'Imuran 50 mg', language: 'ar' }, 'Imuran')).toEqual([['en', 'ltr']]);
    expect(typedOf({ note, language: 'en' }, 'Imuran')).toEqual([['en', 'ltr']]);
  });

  it('says its own language, also beside words of the sheet', () => {
    const patient = { name: 'محمد سعيد' };
    const clinic = { name: 'عيادة الأمل', phone: '(555) 010-0199', address: '12 Main St.' };
    const request: HandoutRequestInput = { ...kinds['questions'], patient, clinic, language: 'en' };
    expect(typedOf(request, patient.name)).toEqual([['ar', 'rtl']]);
    expect(typedOf(request, clinic.name)).toEqual([['ar', 'rtl']]);
    expect(typedOf(request, clinic.address)).toEqual([['en', 'ltr']]);
    const own = { ...request, patient: { name: 'Ana' }, clinic: { ...clinic, name: 'Hope Clinic' } };
    expect(sheetOf(own).parts.flatMap(lines).map(wordsOf)).toEqual(
      expect.arrayContaining(['For Ana', 'Hope Clinic · (555) 010-0199 · 12 Main St.']),
    );
  });

  it.each([
    ['Ana', ['zh-Hans'], 'en', 'ltr'],
    ['Ana', ['ar', 'es'], 'es', 'ltr'],
    ['ليلى', ['en', 'ar'], 'ar', 'rtl'],
    ['王伟', ['en'], 'zh', 'ltr'],
    ['王伟', ['en', 'zh-Hans'], 'zh-Hans', 'ltr'],
    ['(555) 010-0199', ['ar'], 'ar', 'ltr'],
    ['Анна', ['en'], 'ru', 'ltr'],
    ['שרה', ['en'], 'he', 'rtl'],
  ] as const)('%s on a sheet in %s is read as %s', (text, languages, language, direction) => {
    expect(typedLanguage(text, [...languages])).toBe(language);
    expect(typedDirection(text)).toBe(direction);
  });
});
