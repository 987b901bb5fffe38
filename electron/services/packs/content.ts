import type { SearchRules } from '../search/analyzer.ts';
import type { Section } from '../../contract/document.ts';
import type { AssistanceTexts, Guidelines, Program, StateTable } from './assistance-schemas.ts';
import type {
  Fact,
  FrontMatter,
  GuideYaml,
  LanguageYaml,
  PlainLanguage,
  Safety,
  SafetyPatterns,
  Topics,
} from './schemas.ts';

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
  plain: PlainLanguage;
  search: SearchRules;
  /** Everyday words a text may use unexplained, folded to lower case; null where the language keeps no list. */
  plainWords: Set<string> | null;
  /** Interface strings by key, and the file each one stands in. */
  strings: Map<string, { file: string; text: string }>;
  sameAsSource: Set<string>;
  glossary: Map<string, { term: string; definition: string }>;
  redFlags: Map<string, string>;
  /** Rules by the ids of `content/safety.yaml`. */
  safety: SafetyPatterns;
}

/** `content/assistance/`: the finder's tables, its programs by `order`, and its texts by language tag. */
export interface AssistanceContent {
  guidelines: Guidelines;
  states: StateTable;
  programs: (Program & { id: string })[];
  /** A language without a file does not have the finder. */
  texts: Map<string, { file: string; texts: AssistanceTexts; hash: string }>;
}

/** All of `content/`, read and parsed. */
export interface Content {
  folder: string;
  languages: Language[];
  source: Language;
  guides: Guide[];
  groups: string[];
  facts: Map<string, Fact & { file: string }>;
  sources: Map<string, { title: string; url?: string | undefined; seen: string }>;
  safety: Safety;
  /** Forms of each medicine's name by language tag. */
  medicines: Map<string, Map<string, string[]>>;
  topics: Topics;
  pictograms: Map<string, string[]>;
  assistance: AssistanceContent;
  /** Names of places, programs and people that count as one easy word in the reading grade, as medicines' names do. */
  names: string[];
  /** SHA-256 over every file, in hexadecimal. */
  digest: string;
}
