import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { GuideDocument, Review } from '../../contract/document.ts';
import type { LanguageInfo } from '../../contract/calls.ts';
import type { SearchTexts } from '../search/search-index.ts';
import { checkContent } from './check/check-content.ts';
import type { AssistanceContent, Content, Guide, GuideText, Language, Problem } from './content.ts';
import { factText } from './facts.ts';
import { applicationId, packDigest, packSchema, packVersion } from './pack-schema.ts';
import type { FrontMatter, GuideYaml, LanguageYaml } from './schemas.ts';
import { lineText, sectionLines } from './texts.ts';

/** What `guide_texts.text` holds: a guide's document without what depends on the day or on other guides. */
export type StoredText = Pick<GuideDocument, 'title' | 'summary' | 'sections' | 'review' | 'edition'>;
/** What `guides.meta` holds. */
export type StoredGuide = Pick<
  GuideDocument,
  'group' | 'pictogram' | 'officialSource' | 'checked' | 'expires' | 'short'
> & {
  sources: string[];
  related: string[];
};

export class ContentProblems extends Error {
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    super(`${problems.length} problems in content: npm run content lists them`);
    this.problems = problems;
  }
}

const toReview = (review: FrontMatter['review'], method: Review['method']): Review =>
  review === 'unreviewed' ? { state: 'unreviewed', method } : { state: 'reviewed', method, ...review };

const storedLanguage = (tag: string, info: LanguageYaml): LanguageInfo => ({
  tag,
  ownName: info.ownName,
  englishName: info.englishName,
  direction: info.direction,
  locale: info.locale,
  fonts: info.fonts,
  keyboard: info.keyboard,
  reviewed: info.ui.review !== 'unreviewed',
  complete: info.guides === 'all',
});

function storedText({ front, sections, hash }: GuideText, { pictograms }: GuideYaml): StoredText {
  const method = front.translation?.method ?? front.method ?? 'machine';
  return {
    title: front.title,
    summary: front.summary,
    sections: sections.map((section) => {
      const pictogram = pictograms[section.id];
      return { ...section, ...(pictogram ? { pictogram } : {}) };
    }),
    review: toReview(front.review, method),
    edition: hash.slice(0, 8),
  };
}

function insertLanguage(db: Database.Database, language: Language, position: number): void {
  const { tag } = language;
  db.prepare('INSERT INTO languages VALUES (?, ?, ?)').run(
    tag,
    position,
    JSON.stringify(storedLanguage(tag, language.info)),
  );
  db.prepare('INSERT INTO search_rules VALUES (?, ?)').run(tag, JSON.stringify(language.search));
  const string = db.prepare('INSERT INTO strings VALUES (?, ?, ?)');
  for (const [key, { text }] of language.strings) string.run(tag, key, text);
  const term = db.prepare('INSERT INTO terms VALUES (?, ?, ?, ?)');
  for (const [id, entry] of language.glossary) term.run(tag, id, entry.term, entry.definition);
}

function insertSearchTexts(db: Database.Database, content: Content, guide: Guide, language: Language): void {
  const text = guide.texts.get(language.tag);
  if (!text) return;
  const fill = (id: string) => {
    const fact = content.facts.get(id);
    return fact ? factText(fact, language.info.locale) : '';
  };
  const lines = text.sections.map((section) => sectionLines(section).map((line) => lineText(line, fill)));
  const texts: SearchTexts = {
    title: text.front.title,
    phrases: text.front.search,
    summary: text.front.summary,
    headings: lines.map(([heading]) => heading ?? ''),
    body: lines.flatMap((section) => section.slice(1)),
  };
  db.prepare('INSERT INTO search_texts VALUES (?, ?, ?)').run(language.tag, guide.id, JSON.stringify(texts));
}

function insertGuide(db: Database.Database, content: Content, guide: Guide, position: number): void {
  const { code, group, pictogram, officialSource, checked, expires, short, related } = guide.meta;
  const sources = [...new Set(Object.values(guide.meta.sources).flat())];
  const meta: StoredGuide = { group, pictogram, officialSource, checked, expires, short, sources, related };
  db.prepare('INSERT INTO guides VALUES (?, ?, ?, ?)').run(guide.id, code, position, JSON.stringify(meta));
  for (const language of content.languages) {
    const text = guide.texts.get(language.tag);
    if (!text) continue;
    db.prepare('INSERT INTO guide_texts VALUES (?, ?, ?)').run(
      guide.id,
      language.tag,
      JSON.stringify(storedText(text, guide.meta)),
    );
    insertSearchTexts(db, content, guide, language);
  }
}

function insertAssistance(
  db: Database.Database,
  { guidelines, states, programs, texts }: AssistanceContent,
): void {
  const table = db.prepare('INSERT INTO assistance VALUES (?, ?)');
  for (const [name, data] of Object.entries({ guidelines, states, programs }))
    table.run(name, JSON.stringify(data));
  const text = db.prepare('INSERT INTO assistance_texts VALUES (?, ?)');
  for (const [tag, entry] of texts) text.run(tag, JSON.stringify(entry.texts));
}

/** Builds the pack in memory, so that the same content gives the same bytes: no clock, no path, one order. */
export function packBytes(content: Content): Buffer {
  const db = new Database(':memory:');
  db.pragma('page_size = 4096');
  db.pragma(`application_id = ${applicationId}`);
  db.pragma(`user_version = ${packVersion}`);
  db.exec(packSchema);
  db.transaction(() => {
    content.languages.forEach((language, position) => insertLanguage(db, language, position));
    for (const [name, paths] of content.pictograms)
      db.prepare('INSERT INTO pictograms VALUES (?, ?)').run(name, JSON.stringify(paths));
    for (const [id, { file: _file, ...fact }] of content.facts)
      db.prepare('INSERT INTO facts VALUES (?, ?)').run(id, JSON.stringify(fact));
    for (const [code, source] of content.sources) {
      db.prepare('INSERT INTO sources VALUES (?, ?)').run(code, JSON.stringify({ code, ...source }));
    }
    content.guides.forEach((guide, position) => insertGuide(db, content, guide, position));
    insertAssistance(db, content.assistance);
    const meta = db.prepare('INSERT INTO meta VALUES (?, ?)');
    meta.run('edition', content.digest.slice(0, 8));
    meta.run('content', content.digest);
    meta.run('groups', JSON.stringify(content.groups));
    meta.run('digest', packDigest(db));
  })();
  const bytes = db.serialize();
  db.close();
  return bytes;
}

/**
 * Checks `contentFolder` and writes the pack: whole, under a temporary name first.
 * Throws `ContentProblems` and leaves an older pack alone when anything is wrong.
 */
export function compilePack(contentFolder: string, packFile: string): void {
  const { content, problems } = checkContent(contentFolder);
  if (!content || problems.length > 0) throw new ContentProblems(problems);
  mkdirSync(path.dirname(packFile), { recursive: true });
  const temporary = `${packFile}.${process.pid}.tmp`;
  writeFileSync(temporary, packBytes(content));
  renameSync(temporary, packFile);
}
