import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { within } from '../../../../electron/services/search/distance.ts';
import { foldWords } from '../../../../electron/services/search/fold.ts';
import { createSearch } from '../../../../electron/services/search/search.ts';
import { libraryOf } from '../../../support/fixtures.ts';

const first = (text: string, language = 'en') =>
  createSearch(libraryOf()).query(text, language).results[0]?.id;

describe('folding', () => {
  it.each([
    ['Presión', ['presion']],
    ['ضَغْطِ', ['ضغط']],
    ['إرشادات', ['ارشادات']],
    ['血常规', ['血常', '常规']],
    ['Azasan®', ['azasan']],
  ])('%s', (text, words) => expect(foldWords(text)).toEqual(words));
});

describe('one wrong letter', () => {
  it('is within one step: missing, added, changed, swapped', () => {
    for (const wrong of ['imran', 'imurran', 'imuram', 'imruan'])
      expect(within('imuran', wrong, 1)).toBe(true);
    expect(within('imuran', 'imaran x', 1)).toBe(false);
    expect(within('fever', 'lever s', 1)).toBe(false);
  });
});

describe('search', () => {
  it.each([
    ['imuran', 'azathioprine-overview'],
    ['is imuran a painkiller', 'azathioprine-overview'],
    ["can't afford my pills", 'help-paying-less'],
    ['forgot my pill', 'azathioprine-taking'],
    ['poison', 'azathioprine-emergency'],
    ['side effects', 'azathioprine-side-effects'],
    ['blod test', 'azathioprine-blood-tests'],
    ['1032', 'azathioprine-blood-tests'],
    ['shot for shingles', 'azathioprine-infections-vaccines'],
    ['how do I get rid of old opioids', 'safety-opioids'],
    ['pain killer', 'pain-medicines'],
  ])('finds for "%s" first %s', (text, guide) => expect(first(text)).toBe(guide));

  it.each([
    ['no tengo seguro', 'help-care-without-insurance'],
    ['me salió fiebre', 'azathioprine-emergency'],
    ['me salio fiebre', 'azathioprine-emergency'],
    ['nesesito resetas baratas', 'help-paying-less'],
  ])('finds in Spanish for "%s" first %s', (text, guide) => expect(first(text, 'es')).toBe(guide));

  it.each([
    ['me salió fiebre', 'azathioprine-emergency'],
    ['me salio fiebre', 'azathioprine-emergency'],
    ['análisis de sangre', 'azathioprine-blood-tests'],
    ['analisis', 'azathioprine-blood-tests'],
    ['验血', 'azathioprine-blood-tests'],
    ['فحص الدم', 'azathioprine-blood-tests'],
  ])('understands "%s" whatever language is read', (text, guide) => {
    for (const language of ['en', 'es', 'ar', 'zh-Hans']) {
      const answer = createSearch(libraryOf()).query(text, language);
      expect(answer.results.slice(0, 3).map(({ id }) => id)).toContain(guide);
      expect(answer.results.every((result) => result.language === language)).toBe(true);
    }
  });

  it('finds as one types, and forgives one wrong letter in any brand or generic name', () => {
    const search = createSearch(libraryOf());
    expect(search.query('azat', 'es').results.length).toBeGreaterThan(0);
    const word = 'azathioprine';
    for (let place = 1; place < word.length; place += 1) {
      const wrong = word.slice(0, place) + 'q' + word.slice(place + 1);
      const answer = search.query(wrong, 'en');
      expect(answer.results.length, wrong).toBeGreaterThan(0);
      expect(answer.didYouMean.length, wrong).toBeGreaterThan(0);
    }
  });

  it('suggests the word that begins alike', () => {
    expect(createSearch(libraryOf()).query('fevr', 'en').didYouMean).toEqual(['fever']);
  });

  it('finds nothing for nonsense, and says so quietly', () => {
    expect(createSearch(libraryOf()).query('zzqqxxww', 'en')).toMatchObject({ results: [] });
  });

  it('never throws, whatever is typed', () => {
    const search = createSearch(libraryOf());
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => void search.query(text, 'en')),
      { numRuns: 300 },
    );
    for (const text of ['"', '*', 'a AND', 'NEAR(', '😀', '(((', 'x'.repeat(200), "'; DROP TABLE guides; --"])
      search.query(text, 'ar');
  });
});
