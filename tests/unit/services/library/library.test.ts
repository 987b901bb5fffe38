import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { guideDocumentSchema } from '../../../../electron/contract/document.ts';
import { changedContent, fixedClock, libraryOf } from '../../../support/fixtures.ts';

describe('the library', () => {
  it('gives every guide in every language, in the contract’s shape, with every figure filled in', () => {
    const { library } = libraryOf();
    const languages = library.languages().map(({ tag }) => tag);
    const complete = new Set(library.languages().flatMap((one) => (one.complete ? [one.tag] : [])));
    expect([...complete]).toEqual(['en', 'es']);
    expect(languages.toSorted()).toEqual(['ar', 'en', 'es', 'zh-Hans']);
    for (const language of languages) {
      const cards = library.home(language).flatMap(({ guides }) => guides);
      expect(cards).toHaveLength(complete.has(language) ? 30 : 6);
      for (const { id } of cards) {
        const document = guideDocumentSchema.parse(library.guide(id, language));
        expect(JSON.stringify(document)).not.toMatch(/"text":""|\{\{/);
      }
    }
  });

  it('says the same figures in every language', () => {
    const { library } = libraryOf();
    const figures = (language: string) =>
      [
        ...JSON.stringify(library.guide('azathioprine-emergency', language).sections).matchAll(
          /"fact":"([^"]+)","kind":"(?:phone|temperature)","text":"([^"]+)"/g,
        ),
      ]
        .map((match) => `${match[1]} ${match[2]?.replace(/\s/g, ' ')}`)
        .toSorted();
    for (const language of ['es', 'ar', 'zh-Hans']) expect(figures(language)).toEqual(figures('en'));
  });

  it('hides a guide after its expiry', () => {
    const { library } = libraryOf({ clock: fixedClock('2027-11-24T00:00:00') });
    expect(() => library.guide('azathioprine-taking', 'en')).toThrow('not-found');
    expect(library.home('en')).toEqual([]);
  });

  it('leaves out the line whose figure has expired, and hides a guide whose danger sign would go', () => {
    const lesser = changedContent('facts/phones.yaml', (text) =>
      text.replace(/(needymeds-phone:[^]*?until: )2027-11-23/, '$12026-11-23'),
    );
    const { library } = libraryOf({ contentFolder: lesser });
    const text = JSON.stringify(library.guide('help-paying-less', 'en'));
    expect(text).not.toContain('NeedyMeds has a free card');
    expect(text).toContain('Ask three pharmacies');
    const graver = changedContent('facts/limits.yaml', (all) =>
      all.replace(/(^fever:[^]*?until: )2027-11-23/m, '$12026-11-23'),
    );
    expect(() => libraryOf({ contentFolder: graver }).library.guide('azathioprine-taking', 'en')).toThrow(
      'not-found',
    );
  });

  it('gives the short depth as sections of the guide, danger signs first', () => {
    const { library } = libraryOf();
    for (const { id } of library.cards('en')) {
      const { short, sections } = library.guide(id, 'en');
      expect(short.length).toBeGreaterThan(1);
      expect(short[0]).toBe(sections[0]?.id);
      expect(short.every((one) => sections.some((section) => section.id === one))).toBe(true);
    }
  });

  it('shows a link to a guide that the language lacks as plain words', () => {
    const { library } = libraryOf();
    const links = (language: string) =>
      [
        ...JSON.stringify(library.guide('azathioprine-overview', language).sections).matchAll(
          /"type":"link","guide":"([^"]+)"/g,
        ),
      ].map((match) => match[1] as string);
    expect(links('en')).toContain('azathioprine-sun-cancer');
    expect(links('ar').length).toBeGreaterThan(0);
    for (const guide of links('ar')) expect(library.guide(guide, 'ar').id).toBe(guide);
  });

  it('still reads well when the figures of a year are gone', () => {
    const { library } = libraryOf({ clock: fixedClock('2027-01-05T09:00:00') });
    const before = libraryOf().library;
    for (const language of ['en', 'es']) {
      expect(library.cards(language)).toHaveLength(30);
      const text = JSON.stringify(library.guide('help-medicare', language).sections);
      expect(JSON.stringify(before.guide('help-medicare', language).sections)).toContain('$121.60');
      expect(text).not.toContain('$121.60');
      expect(text).not.toMatch(/\b2026\b/);
      for (const { id } of library.cards(language))
        expect(library.guide(id, language).sections.map((section) => section.id)).toEqual(
          before.guide(id, language).sections.map((section) => section.id),
        );
    }
  });

  it('lists for staff what has run out and what will soon, and where it stands', () => {
    const on = (day: string) => libraryOf({ clock: fixedClock(`${day}T09:00:00`) }).library.attention('en');
    expect(on('2026-11-25').guides).toEqual([]);
    const premium = (day: string) => on(day).figures.find(({ id }) => id === 'part-b-id-premium');
    expect(premium('2026-11-25')).toMatchObject({
      until: '2026-12-31',
      over: false,
      text: '$121.60',
      guides: ['Help with Medicare costs'],
    });
    expect(premium('2027-01-01')?.over).toBe(true);
    expect(premium('2026-10-01')).toBeUndefined();
    const late = on('2027-12-01').guides;
    expect(late).toHaveLength(30);
    expect(late.every(({ over, title }) => over && title.length > 0)).toBe(true);
  });

  it('shows nothing unreviewed in clinic mode, and what is reviewed with its reviewer', () => {
    expect(libraryOf({ mode: 'clinic' }).library.languages()).toEqual([]);
    const folder = changedContent('languages/en/language.yaml', (text) =>
      text.replace('review: unreviewed', 'review: { by: A. Reader, qualification: RN, date: 2026-11-01 }'),
    );
    const file = path.join(folder, 'guides/azathioprine-taking/en.md');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(
        'review: unreviewed',
        'review: { by: A. Reader, qualification: RN, date: 2026-11-01 }',
      ),
    );
    const { library } = libraryOf({ contentFolder: folder, mode: 'clinic' });
    expect(library.languages().map(({ tag }) => tag)).toEqual(['en']);
    expect(
      library
        .home('en')
        .flatMap(({ guides }) => guides)
        .map(({ id }) => id),
    ).toEqual(['azathioprine-taking']);
    expect(library.guide('azathioprine-taking', 'en').review).toMatchObject({
      state: 'reviewed',
      by: 'A. Reader',
    });
    expect(() => library.guide('azathioprine-overview', 'en')).toThrow('not-reviewed');
  });

  it('finds guides by code in any digits, and nothing for a wrong one', () => {
    const { library } = libraryOf();
    expect(library.guideByCode('1016')).toBe('azathioprine-overview');
    expect(library.guideByCode(' 1 0 1 6 ')).toBe('azathioprine-overview');
    expect(library.guideByCode('١٠١٦')).toBe('azathioprine-overview');
    expect(library.guideByCode('1017')).toBeNull();
  });

  it('is found on disk: a new language touches content alone', () => {
    const root = path.join(import.meta.dirname, '../../../..');
    const named = ['electron', 'renderer'].flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file))
        .filter((file) => /['"](ar|zh-Hans)['"]/.test(readFileSync(path.join(root, folder, file), 'utf8'))),
    );
    expect(named).toEqual([]);
  });
});
