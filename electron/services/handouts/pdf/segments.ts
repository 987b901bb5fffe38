/** Divides a sheet into stretches that run over the whole width and stretches that flow through two columns. */
import type { Part, PlainPart, Sheet, Text } from '../sheet.ts';

export interface Segment {
  parts: Part[];
  inColumns: boolean;
  /** Begins on paper of its own. */
  newLeaf?: boolean;
}

const isWide = (part: Part) => part.type === 'table' || part.type === 'card';

/** A stretch this short is not worth two columns between two others. */
const leastParts = 5;

/** Parts from one heading to the next of at most this level. */
function groups(parts: Part[], level: number): Part[][] {
  return parts.reduce<Part[][]>((all, part) => {
    const last = all.at(-1);
    if (!last || (part.type === 'heading' && part.level <= level)) all.push([part]);
    else last.push(part);
    return all;
  }, []);
}

/** Sections of level 2; one that holds something wide by its own sections, so that the rest of it flows. */
const sections = (parts: Part[]): Part[][] =>
  groups(parts, 2).flatMap((group) => (group.some(isWide) ? groups(group, 3) : [group]));

/** The title and what stands with it, over the whole width; then, in one language and normal print, text in columns. */
function flowSegments(sheet: Sheet): Segment[] {
  const flows = sheet.print === 'normal' && sheet.languages.length === 1;
  const [head = [], ...rest] = splitHead(sheet.parts);
  const found: Segment[] = [{ parts: [...head], inColumns: false }];
  for (const group of sections(rest.flat())) {
    const inColumns = flows && !group.some(isWide);
    const last = found.at(-1) as Segment;
    if (found.length > 1 && last.inColumns === inColumns) last.parts.push(...group);
    else found.push({ parts: [...group], inColumns });
  }
  found.at(-1)?.parts.push(...sheet.closing);
  return found.map((segment, index) => ({
    ...segment,
    inColumns: segment.inColumns && (segment.parts.length >= leastParts || index === found.length - 1),
  }));
}

/**
 * The sheet's stretches in order. A card to cut out comes last, behind what closes the sheet. One that is the whole sheet
 * stands where it begins, if `fitsFirstPage` says that its parts have room there.
 */
export function segmentsOf(sheet: Sheet, fitsFirstPage: (parts: Part[]) => boolean = () => true): Segment[] {
  const at = sheet.parts.findIndex((part) => part.type === 'heading' && part.cutOut);
  const [before, card] = [sheet.parts.slice(0, at), sheet.parts.slice(at)];
  const isWhole = before.every((part) => part.type !== 'heading');
  if (at <= 0 || (isWhole && fitsFirstPage(sheet.parts))) return flowSegments(sheet);
  return [...flowSegments({ ...sheet, parts: before }), { parts: card, inColumns: false, newLeaf: true }];
}

/** Where a sheet of one part has its boxes: they stand beside each other below its title. */
function firstBox(parts: Part[]): number {
  const title = parts.findIndex((part) => part.type === 'heading');
  return parts.findIndex((part, index) => index > title && part.type === 'callout');
}

function splitHead(parts: Part[]): Part[][] {
  const section = parts.findIndex((part) => part.type === 'heading' && part.level > 1);
  const first = section < 0 ? firstBox(parts) : section;
  return first < 0 ? [parts] : [parts.slice(0, first), parts.slice(first)];
}

/** Whether a part stands once, whatever the languages: a table, a card, typed words. */
function standsOnce(part: Part, count: number): boolean {
  switch (part.type) {
    case 'heading':
    case 'paragraph':
      return part.texts.some(({ typed }) => typed);
    case 'list':
      return part.items.some((texts) => texts.some(({ typed }) => typed));
    case 'callout':
      return part.titles.length === count && part.parts.some((one) => standsOnce(one, count));
    case 'table':
    case 'card':
    case 'code':
      return true;
    case 'lines':
      return false;
    default:
      return part satisfies never;
  }
}

/** What a part says in one of the languages; nothing where it says it in the other only. */
function inLanguage(part: Part, tags: string[], at: number): Part[] {
  const pick = (texts: Text[]): Text[] =>
    texts.length === tags.length
      ? [texts[at] as Text]
      : texts.filter(({ language }) => language === tags[at]);
  switch (part.type) {
    case 'heading':
    case 'paragraph': {
      const texts = pick(part.texts);
      return texts.length > 0 ? [{ ...part, texts }] : [];
    }
    case 'list': {
      const items = part.items.map(pick).filter((texts) => texts.length > 0);
      return items.length > 0 ? [{ ...part, items }] : [];
    }
    case 'callout': {
      const titles = pick(part.titles);
      // A callout in one language may quote the other: it goes whole with its title.
      const isOwn = part.titles.length < tags.length;
      const parts = isOwn
        ? part.parts
        : part.parts.flatMap((one) => inLanguage(one, tags, at) as PlainPart[]);
      return titles.length > 0 ? [{ ...part, titles, parts }] : [];
    }
    case 'lines':
      return at === tags.length - 1 ? [part] : [];
    case 'table':
    case 'card':
    case 'code':
      return [part];
    default:
      return part satisfies never;
  }
}

/**
 * Where two languages do not fit beside each other: each section whole in the first, then whole in the second. A section
 * that holds what stands once, such as a table or typed words, keeps its languages one under the other.
 */
export function oneAfterAnother(sheet: Sheet): Part[] {
  const tags = sheet.languages.map(({ tag }) => tag);
  return groups(sheet.parts, 4).flatMap((group) => {
    if (group.length === 1 || group.some((part) => standsOnce(part, tags.length))) return group;
    return tags.flatMap((_, at) => group.flatMap((part) => inLanguage(part, tags, at)));
  });
}
