import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Content, Guide, Language, Problem } from './content.ts';
import { parseGuide } from './parse-guide.ts';
import { readAssistance } from './read-assistance.ts';
import { byName, list, Reader } from './reader.ts';
import {
  factsYaml,
  glossaryYaml,
  groupsYaml,
  guideYaml,
  languageYaml,
  medicinesYaml,
  plainLanguageYaml,
  redFlagsYaml,
  safetyPatternsYaml,
  safetyYaml,
  searchYaml,
  sourcesYaml,
  stringsJson,
  topicsYaml,
} from './schemas.ts';

/** Every file below a folder, as paths from it, in one order on every machine. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort(byName);
}

/** SHA-256 over the names and bytes of every file below a folder, in hexadecimal. */
export function digestFolder(folder: string): string {
  const hash = createHash('sha256');
  for (const file of listFiles(folder))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(folder, file)))
      .update('\0');
  return hash.digest('hex');
}

function readLanguage(reader: Reader, tag: string): Language | null {
  const folder = `languages/${tag}`;
  const info = reader.data(`${folder}/language.yaml`, languageYaml.nullable(), null);
  if (!info) return null;
  const strings: Language['strings'] = new Map();
  for (const name of list(path.join(reader.folder, folder, 'ui')).filter((name) => name.endsWith('.json'))) {
    const file = `${folder}/ui/${name}`;
    for (const [key, text] of Object.entries(reader.data(file, stringsJson, {}))) {
      if (strings.has(key))
        reader.problems.push({ file, what: `"${key}" stands in two files`, mend: 'keep one of them' });
      strings.set(key, { file, text });
    }
  }
  const same = `${folder}/same-as-english.yaml`;
  const sameAsSource = existsSync(path.join(reader.folder, same)) ? reader.data(same, groupsOrKeys, []) : [];
  const glossary = new Map(Object.entries(reader.data(`glossary/${tag}.yaml`, glossaryYaml, {})));
  const redFlags = new Map(
    Object.entries(reader.data(`red-flags/${tag}.yaml`, redFlagsYaml, {})).map(([id, { text }]) => [
      id,
      text,
    ]),
  );
  const safety = reader.data(`safety/${tag}.yaml`, safetyPatternsYaml, { parts: {}, rules: {} });
  const plain = reader.data(`${folder}/plain-language.yaml`, plainLanguageYaml, {
    formula: 'none',
    bars: {},
  });
  const search = reader.data(`${folder}/search.yaml`, searchYaml, { stemmer: null, alike: [], ignore: [] });
  const wordsFile = `${folder}/plain-words.txt`;
  const words = existsSync(path.join(reader.folder, wordsFile)) ? reader.text(wordsFile) : null;
  const plainWords = words === null ? null : new Set(words.split(/\s+/).filter((word) => word !== ''));
  return {
    ...{ tag, folder, info, plain, search, plainWords, strings, glossary, redFlags, safety },
    sameAsSource: new Set(sameAsSource),
  };
}

const groupsOrKeys = stringsJson.keyType.array();

function readGuide(reader: Reader, id: string, languages: Language[], facts: Content['facts']): Guide | null {
  const file = `guides/${id}/guide.yaml`;
  const meta = reader.data(file, guideYaml.nullable(), null);
  if (!meta) return null;
  const texts: Guide['texts'] = new Map();
  for (const language of languages) {
    const textFile = `guides/${id}/${language.tag}.md`;
    if (language.info.guides === 'some' && !existsSync(path.join(reader.folder, textFile))) continue;
    const text = reader.text(textFile);
    const parsed =
      text === null ? null : parseGuide(textFile, text, facts, language.redFlags, reader.problems);
    if (parsed) texts.set(language.tag, parsed);
  }
  return { id, file, meta, texts };
}

function readPictograms(reader: Reader): Content['pictograms'] {
  const pictograms: Content['pictograms'] = new Map();
  for (const name of list(path.join(reader.folder, 'pictograms')).filter((name) => name.endsWith('.svg'))) {
    const file = `pictograms/${name}`;
    const svg = reader.text(file) ?? '';
    const paths = [...svg.matchAll(/<path\b[^>]*\bd="([^"]+)"/g)].map((match) => match[1] as string);
    if (!svg.includes('viewBox="0 0 24 24"') || paths.length === 0 || /<(?!\/?(svg|path)\b)/.test(svg)) {
      reader.problems.push({
        file,
        what: 'not a drawing of paths on a 24 by 24 grid',
        mend: 'use <svg viewBox="0 0 24 24"> and <path d="…"/> only',
      });
    }
    pictograms.set(name.slice(0, -4), paths);
  }
  return pictograms;
}

function readFacts(reader: Reader): Content['facts'] {
  const facts: Content['facts'] = new Map();
  for (const name of list(path.join(reader.folder, 'facts'))) {
    const file = `facts/${name}`;
    for (const [id, fact] of Object.entries(reader.data(file, factsYaml, {}))) {
      if (facts.has(id))
        reader.problems.push({ file, what: `fact "${id}" stands in two files`, mend: 'keep one of them' });
      facts.set(id, { ...fact, file });
    }
  }
  return facts;
}

/** Reads all of `content/`. `content` is null when too little is right to go on; `problems` then says what. */
export function readContent(folder: string): { content: Content | null; problems: Problem[] } {
  const reader = new Reader(folder);
  const languages = list(path.join(folder, 'languages'))
    .map((tag) => readLanguage(reader, tag))
    .filter((language) => language !== null)
    .sort((a, b) => a.info.order - b.info.order);
  const sources = languages.filter((language) => language.info.source);
  const source = sources[0];
  if (!source || sources.length > 1) {
    reader.problems.push({
      file: 'languages',
      what: `${sources.length} source languages`,
      mend: 'give exactly one language.yaml "source: true"',
    });
  }
  if (!source) return { content: null, problems: reader.problems };
  const facts = readFacts(reader);
  const groups = reader.data('groups.yaml', groupsYaml, []);
  const guides = list(path.join(folder, 'guides'))
    .map((id) => readGuide(reader, id, languages, facts))
    .filter((guide) => guide !== null)
    .sort(
      (a, b) => groups.indexOf(a.meta.group) - groups.indexOf(b.meta.group) || a.meta.order - b.meta.order,
    );
  const content: Content = {
    folder,
    languages,
    source,
    guides,
    groups,
    facts,
    sources: new Map(Object.entries(reader.data('sources.yaml', sourcesYaml, {}))),
    safety: reader.data('safety.yaml', safetyYaml, { required: [], never: [] }),
    medicines: new Map(
      Object.entries(reader.data('medicines.yaml', medicinesYaml, {})).map(([id, forms]) => [
        id,
        new Map(Object.entries(forms)),
      ]),
    ),
    topics: reader.data('topics.yaml', topicsYaml, { rows: 0, leftOut: {} }),
    pictograms: readPictograms(reader),
    assistance: readAssistance(reader, languages),
    names: reader.data('names.yaml', groupsOrKeys, []),
    digest: digestFolder(folder),
  };
  return { content, problems: reader.problems };
}
