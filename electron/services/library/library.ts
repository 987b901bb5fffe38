import type { LanguageInfo } from '../../contract/calls.ts';
import type { GuideCard, GuideDocument, Source, Term } from '../../contract/document.ts';
import { KioskError } from '../../contract/errors.ts';
import { today, type Clock } from '../clock.ts';
import type { StoredGuide, StoredText } from '../packs/compile.ts';
import { factInSentence, factText, inForce } from '../packs/facts.ts';
import { lapsesOf } from '../packs/lapses.ts';
import type { Pack } from '../packs/open-pack.ts';
import type { Fact } from '../packs/schemas.ts';
import { sectionLines } from '../packs/texts.ts';
import { withoutDeadLinks } from './dead-links.ts';
import { fillSections } from './in-force.ts';
import type { Library, Mode } from './types.ts';

const parse = <T>(json: string) => JSON.parse(json) as T;

/** Digits of any script as 0 to 9, everything else dropped. */
const digitsOf = (text: string) =>
  [...text.normalize('NFKC')]
    .filter((letter) => /\p{Nd}/u.test(letter))
    .map((letter) => {
      let zero = letter.codePointAt(0) as number;
      while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && (letter.codePointAt(0) as number) - zero < 9)
        zero -= 1;
      return (letter.codePointAt(0) as number) - zero;
    })
    .join('');

/** The guides, strings and figures of an open pack. Reading closes nothing; `close` closes the pack. */
export function createLibrary({ pack, mode, clock }: { pack: Pack; mode: Mode; clock: Clock }): Library {
  const { db } = pack;
  const all = <T>(sql: string, ...values: unknown[]) =>
    db
      .prepare(sql)
      .raw()
      .all(...values) as T[];
  const languages = all<[string]>('SELECT info FROM languages ORDER BY position').map(([info]) =>
    parse<LanguageInfo>(info),
  );
  const facts = new Map(
    all<[string, string]>('SELECT id, fact FROM facts').map(([id, fact]) => [id, parse<Fact>(fact)]),
  );
  const sources = new Map(
    all<[string, string]>('SELECT code, source FROM sources').map(([code, source]) => [
      code,
      parse<Source>(source),
    ]),
  );
  const guides = new Map(
    all<[string, string, string]>('SELECT id, code, meta FROM guides ORDER BY position').map(
      ([id, code, meta]) => [id, { id, code, ...parse<StoredGuide>(meta) }],
    ),
  );
  const shown = (review: { state: string }) => mode === 'demonstration' || review.state === 'reviewed';

  function languageInfo(tag: string): LanguageInfo {
    const info = languages.find((language) => language.tag === tag);
    if (!info) throw new KioskError('not-found', { what: 'language' });
    return info;
  }

  function fact(id: string, language: string): string {
    const found = facts.get(id);
    if (!found || !inForce(found, today(clock))) throw new KioskError('not-found', { what: `fact ${id}` });
    return factText(found, languageInfo(language).locale);
  }

  /** A string with its figures; empty when one of them has expired, so that no stale number is shown. */
  function fillString(text: string, language: string): string {
    const ids = [...text.matchAll(/\{\{([a-z0-9-]+)\}\}/g)]
      .map((match) => match[1] as string)
      .filter((id) => facts.has(id));
    if (ids.some((id) => !inForce(facts.get(id) as Fact, today(clock)))) return '';
    const { locale } = languageInfo(language);
    const inWords = (id: string) => factInSentence(facts.get(id) as Fact, locale);
    return ids.reduce((filled, id) => filled.replaceAll(`{{${id}}}`, inWords(id)), text);
  }

  const withText = new Set(
    all<[string, string]>('SELECT guide, language FROM guide_texts').map((key) => key.join(' ')),
  );
  const hasText = (guide: string, language: string) => withText.has(`${guide} ${language}`);

  /** A guide's text for today; throws `not-found` or `not-reviewed`. */
  function readText(id: string, language: string) {
    const { locale } = languageInfo(language);
    const guide = guides.get(id);
    const [row] = all<[string]>(
      'SELECT text FROM guide_texts WHERE guide = ? AND language = ?',
      id,
      language,
    );
    const day = today(clock);
    if (!guide || !row || guide.expires < day) throw new KioskError('not-found', { what: 'guide' });
    const text = parse<StoredText>(row[0]);
    if (!shown(text.review)) throw new KioskError('not-reviewed', { guide: id, language });
    const linked = text.sections.map((section) => withoutDeadLinks(section, (to) => hasText(to, language)));
    const sections = fillSections(linked, { facts, locale, day });
    if (!sections) throw new KioskError('not-found', { what: 'guide' });
    return { guide, text: { ...text, sections } };
  }

  function card(id: string, language: string): GuideCard | null {
    try {
      const { guide, text } = readText(id, language);
      const { code, group, pictogram } = guide;
      return { id, code, group, pictogram, title: text.title, summary: text.summary };
    } catch (error) {
      if (error instanceof KioskError && (error.code === 'not-found' || error.code === 'not-reviewed'))
        return null;
      throw error;
    }
  }

  const cards = (ids: string[], language: string) =>
    ids.map((id) => card(id, language)).filter((one) => one !== null);

  /** Cards by language for one day: they change at midnight only, and each search asks for them. */
  let daily = { day: '', cards: new Map<string, GuideCard[]>() };
  function allCards(language: string): GuideCard[] {
    const day = today(clock);
    if (daily.day !== day) daily = { day, cards: new Map() };
    const known = daily.cards.get(language) ?? cards([...guides.keys()], language);
    daily.cards.set(language, known);
    return known;
  }

  function termsOf(sections: StoredText['sections'], language: string): Term[] {
    const used = new Set(
      sections
        .flatMap(sectionLines)
        .flat()
        .flatMap((inline) => (inline.type === 'term' ? [inline.term] : [])),
    );
    return all<[string, string, string]>(
      'SELECT id, term, definition FROM terms WHERE language = ? ORDER BY id',
      language,
    )
      .filter(([id]) => used.has(id))
      .map(([id, term, definition]) => ({ id, term, definition }));
  }

  return {
    edition: pack.edition,
    languages: () => languages.filter((language) => mode === 'demonstration' || language.reviewed),
    locale(language) {
      const info = this.languages().find(({ tag }) => tag === language);
      if (!info) throw new KioskError('not-found', { what: 'language' });
      return info.locale;
    },
    strings(language) {
      languageInfo(language);
      const rows = all<[string, string]>(
        'SELECT key, text FROM strings WHERE language = ? ORDER BY key',
        language,
      );
      return Object.fromEntries(rows.map(([key, text]) => [key, fillString(text, language)]));
    },
    pictograms: () =>
      Object.fromEntries(
        all<[string, string]>('SELECT name, paths FROM pictograms ORDER BY name').map(([name, paths]) => [
          name,
          parse<string[]>(paths),
        ]),
      ),
    cards: allCards,
    home(language) {
      const strings = this.strings(language);
      return pack.groups
        .map((id) => {
          const inGroup = allCards(language).filter((card) => card.group === id);
          return { id, title: strings[`group.${id}`] ?? '', guides: inGroup };
        })
        .filter((group) => group.guides.length > 0);
    },
    guide(id, language): GuideDocument {
      const { guide, text } = readText(id, language);
      const { code, group, pictogram, officialSource, checked, expires, related } = guide;
      const shown = new Set(text.sections.map((section) => section.id));
      return {
        ...{ id, code, group, pictogram, officialSource, checked, expires },
        short: guide.short.filter((section) => shown.has(section)),
        ...text,
        language,
        direction: languageInfo(language).direction,
        terms: termsOf(text.sections, language),
        related: cards(related, language),
        sources: guide.sources.map((source) => sources.get(source)).filter((source) => source !== undefined),
      };
    },
    guideByCode(code) {
      const digits = digitsOf(code);
      return [...guides.values()].find((guide) => guide.code === digits)?.id ?? null;
    },
    fact,
    attention(language) {
      const { locale } = languageInfo(language);
      const stored = new Map(
        [...guides.keys()].flatMap((id) => {
          const [row] = all<[string]>(
            'SELECT text FROM guide_texts WHERE guide = ? ORDER BY language = ? DESC LIMIT 1',
            id,
            language,
          );
          return row ? [[id, parse<StoredText>(row[0])] as const] : [];
        }),
      );
      const title = (id: string) => stored.get(id)?.title ?? id;
      const lapses = lapsesOf(
        [...guides.values()].map(({ id, expires }) => ({
          id,
          expires,
          sections: stored.get(id)?.sections ?? [],
        })),
        facts,
        today(clock),
      );
      return {
        guides: lapses.guides.map((guide) => ({ ...guide, title: title(guide.id) })),
        figures: lapses.figures.map((figure) => ({
          ...figure,
          text: factText(facts.get(figure.id) as Fact, locale),
          guides: figure.guides.map(title),
        })),
      };
    },
    close: () => pack.close(),
  };
}
