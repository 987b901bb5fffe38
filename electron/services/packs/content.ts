import type { Section } from '../../contract/document.ts';
import type { Fact, FrontMatter, GuideYaml, LanguageYaml, Safety } from './schemas.ts';

/** Something wrong in `content/`, and how a person mends it. */
export interface Problem {
  file: string;
  line?: number;
  what: string;
  mend: string;
}

export interface GuideText {
  file: string;
  front: FrontMatter;
  sections: Section[];
  /** SHA-256 of the file, in hexadecimal. */
  hash: string;
}

export interface Guide {
  id: string;
  file: string;
  meta: GuideYaml;
  texts: Map<string, GuideText>;
}

export interface Language {
  tag: string;
  folder: string;
  info: LanguageYaml;
  /** Interface strings by key, and the file each one stands in. */
  strings: Map<string, { file: string; text: string }>;
  sameAsSource: Set<string>;
  glossary: Map<string, { term: string; definition: string }>;
  redFlags: Map<string, string>;
}

/** All of `content/`, read and parsed. */
export interface Content {
  folder: string;
  languages: Language[];
  source: Language;
  guides: Guide[];
  groups: string[];
  facts: Map<string, Fact & { file: string }>;
  sources: Map<string, { title: string; url: string; seen: string }>;
  safety: Safety;
  pictograms: Map<string, string[]>;
  /** Medicine and place names that count as one easy word in the reading grade. */
  easyNames: string[];
  /** SHA-256 over every file, in hexadecimal. */
  digest: string;
}
