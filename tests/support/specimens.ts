/** Specimens of type: one a language, in tests/unit/services/handouts/specimens. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Part, Sheet, SheetLanguage, Text } from '../../electron/services/handouts/sheet.ts';

const folder = path.join(import.meta.dirname, '../unit/services/handouts/specimens');

const specimenSchema = z.strictObject({
  direction: z.enum(['ltr', 'rtl']),
  fonts: z.array(z.string()).min(1),
  heading: z.string(),
  paragraph: z.string(),
  list: z.array(z.string()).min(3),
  /** Names in another direction than the text's. */
  names: z.string(),
  /** Figures in the digits of the language's own script. */
  digits: z.string().optional(),
});

export interface Specimen extends z.infer<typeof specimenSchema> {
  tag: string;
  /** Every text of it, in order. */
  texts: string[];
}

export const specimenTags = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => path.basename(name, '.yaml'))
  .sort();

export function readSpecimen(tag: string): Specimen {
  const one = specimenSchema.parse(parse(readFileSync(path.join(folder, `${tag}.yaml`), 'utf8')));
  const texts = [one.heading, one.paragraph, ...one.list, one.names, ...(one.digits ? [one.digits] : [])];
  return { tag, texts, ...one };
}

export const languageOf = ({ tag, direction, fonts }: Specimen): SheetLanguage => ({ tag, direction, fonts });

export const textOf = ({ tag, direction }: SheetLanguage, text: string, bold = false): Text => ({
  runs: [{ text, ...(bold ? { bold } : {}) }],
  language: tag,
  direction,
  where: 'specimen',
});

/** A sheet of parts without anything else; its foot holds a phone and the page. */
export function sheetOf(languages: SheetLanguage[], parts: Part[], more: Partial<Sheet> = {}): Sheet {
  const first = languages[0] as SheetLanguage;
  return {
    title: 'Specimen',
    languages,
    parts,
    closing: [],
    foot: {
      help: textOf(first, '1-800-222-1222'),
      edition: textOf(first, '1032-1'),
      page: textOf(first, '{{page}}/{{pages}}'),
    },
    pictograms: {},
    paper: 'letter',
    print: 'normal',
    day: '2026-11-24',
    ...more,
  };
}

export function specimenSheet(specimen: Specimen, more: Partial<Sheet> = {}): Sheet {
  const { heading, paragraph, list, names, digits } = specimen;
  const language = languageOf(specimen);
  const text = (words: string, bold = false) => textOf(language, words, bold);
  const parts: Part[] = [
    { type: 'heading', level: 1, texts: [text(heading, true)] },
    { type: 'paragraph', texts: [text(paragraph)] },
    { type: 'list', mark: 'bullet', items: list.map((item) => [text(item)]) },
    { type: 'paragraph', texts: [text(names, true)] },
    ...(digits ? [{ type: 'paragraph' as const, texts: [text(digits)] }] : []),
  ];
  return sheetOf([language], parts, more);
}
