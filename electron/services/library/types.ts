import type { CallOutput, LanguageInfo } from '../../contract/calls.ts';
import type { GuideCard, GuideDocument } from '../../contract/document.ts';

export type Mode = 'demonstration' | 'clinic';

/** Guides, strings and drawings of one pack, as they may be shown today in this mode. */
export interface Library {
  readonly edition: string;
  /** Languages in the pack's order; in clinic mode only those with a reviewed interface. */
  languages(): LanguageInfo[];
  /** BCP 47 of a language that may be shown. Throws `not-found`. */
  locale(language: string): string;
  /** Interface strings of a language with facts filled in, empty where a figure has expired. Throws `not-found`. */
  strings(language: string): Record<string, string>;
  /** Path data by pictogram name, on a 24 by 24 grid. */
  pictograms(): Record<string, string[]>;
  home(language: string): { id: string; title: string; guides: GuideCard[] }[];
  /** Every guide that may be shown today, in the order of the home screen. */
  cards(language: string): GuideCard[];
  /** A guide with the figures in force today. Throws `not-found`, or `not-reviewed` in clinic mode. */
  guide(id: string, language: string): GuideDocument;
  /** Id of the guide with this code (digits of any script, spaces ignored), or null. */
  guideByCode(code: string): string | null;
  /** A figure of `content/facts` as it reads in a language today. Throws `not-found`. */
  fact(id: string, language: string): string;
  /** What has run out today or will soon, with titles and figures as they read in a language. */
  attention(language: string): CallOutput<'staff.attention'>;
  close(): void;
}
