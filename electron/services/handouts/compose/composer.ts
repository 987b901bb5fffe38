import type { HandoutRequest } from '../../../contract/handout-request.ts';
import type { Heading, Part, SheetLanguage, Text } from '../sheet.ts';
import { typedDirection, typedLanguage } from './typed-text.ts';

/** One of the sheet's languages, with its words. */
export interface Side extends SheetLanguage {
  locale: string;
  /** Whether somebody qualified has read its interface strings. */
  reviewed: boolean;
  strings: Record<string, string>;
}

/** A string of one language; throws when the pack has none. Empty when a figure in it has run out. */
export function stringOf(side: Side, key: string, fill: Record<string, string> = {}): string {
  const text = side.strings[key];
  if (text === undefined) throw new Error(`no string ${key}`);
  return Object.entries(fill).reduce(
    (filled, [name, value]) => filled.replaceAll(`{{${name}}}`, value),
    text,
  );
}

/** Name of a spoken language inside a sentence: "español" and not "Español", "Chinese" for either way of writing it. */
export const spokenName = ({ tag }: Side, inside: Side): string => {
  const { language } = new Intl.Locale(tag);
  return new Intl.DisplayNames(inside.locale, { type: 'language' }).of(language) ?? language;
};

/** Words of one language on the sheet. */
export const sideText = (side: Side, text: string, where: string, bold = false): Text => ({
  runs: [{ text, bold }],
  language: side.tag,
  direction: side.direction,
  where,
});

/** A request and the languages of its sheet, and how words of either get onto it. */
export class Composer {
  readonly request: HandoutRequest;
  readonly sides: Side[];
  /** Whether this sheet is the carer's. */
  readonly forCarer: boolean;

  constructor(request: HandoutRequest, sides: Side[], forCarer = false) {
    this.request = request;
    this.sides = sides;
    this.forCarer = forCarer;
  }

  get first(): Side {
    return this.sides[0] as Side;
  }

  /** A string in each of the sheet's languages. */
  words(key: string, bold = false): Text[] {
    return this.sides.map((side) => ({ ...sideText(side, stringOf(side, key), key, bold), fromPack: true }));
  }

  /** A string as a paragraph; nothing where a figure in it has run out. */
  paragraph(key: string, bold = false): Part[] {
    const texts = this.words(key, bold);
    return texts.every(({ runs }) => runs[0]?.text === '') ? [] : [{ type: 'paragraph', texts }];
  }

  heading(level: Heading['level'], key: string, pictogram?: string): Heading {
    return {
      type: 'heading',
      level,
      texts: this.words(key, true),
      ...(pictogram ? { pictogram } : {}),
    };
  }

  /** What a person typed: printed once, in its own direction and language. */
  typed(text: string, where: string, bold = false): Text {
    const languages = this.sides.map(({ tag }) => tag);
    const direction = typedDirection(text, this.first.direction);
    return {
      runs: [{ text, bold }],
      language: typedLanguage(text, languages, direction),
      direction,
      where,
      typed: true,
    };
  }

  phone(text: string, where: string, bold = false): Text {
    return { ...this.typed(text, where), runs: [{ text, bold, kind: 'phone' }] };
  }

  /** A string with a day such as `2026-11-24` for its `{{date}}`, in each language. */
  dated(key: string, day: string, dateStyle: 'long' | 'medium', where: string): Text[] {
    const dates = this.formatted(`${day}T00:00Z`, { dateStyle }, where);
    return this.sides.map((side, at) => {
      const date = dates[at]?.runs[0]?.text ?? '';
      return sideText(side, stringOf(side, key, { date }), where);
    });
  }

  /** A moment (UTC, ISO 8601) in each language's own manner. */
  formatted(moment: string, style: Intl.DateTimeFormatOptions, where: string, bold = false): Text[] {
    return this.sides.map((side) => {
      const format = new Intl.DateTimeFormat(side.locale, { ...style, timeZone: 'UTC' });
      return sideText(side, format.format(new Date(moment)), where, bold);
    });
  }
}
