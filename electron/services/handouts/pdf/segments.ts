/** Divides a sheet into stretches that run over the whole width and stretches that flow through two columns. */
import type { Part, Sheet, Text } from '../sheet.ts';

export interface Segment {
  parts: Part[];
  inColumns: boolean;
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

/** The title and what stands with it, over the whole width; then, in one language and normal print, text in columns. */
export function segmentsOf(sheet: Sheet): Segment[] {
  const flows = sheet.print === 'normal' && sheet.languages.length === 1;
  const [head = [], ...rest] = splitHead(sheet.parts);
  const found: Segment[] = [{ parts: head, inColumns: false }];
  for (const group of groups(rest.flat(), 2)) {
    const inColumns = flows && !group.some(isWide);
    const last = found.at(-1) as Segment;
    if (found.length > 1 && last.inColumns === inColumns) last.parts.push(...group);
    else found.push({ parts: [...group], inColumns });
  }
  return found.map((segment, index) => ({
    ...segment,
    inColumns: segment.inColumns && (segment.parts.length >= leastParts || index === found.length - 1),
  }));
}

function splitHead(parts: Part[]): Part[][] {
  const first = parts.findIndex((part) => part.type === 'heading' && part.level > 1);
  return first < 0 ? [parts] : [parts.slice(0, first), parts.slice(first)];
}

const inLanguage = (texts: Text[], at: number): Text[] => [texts[at] as Text];

/** A part with the text of one language only; null where it does not come in each. */
function only(part: Part, at: number, count: number): Part | null {
  const whole = (texts: Text[]) => texts.length === count;
  switch (part.type) {
    case 'heading':
    case 'paragraph':
      return whole(part.texts) ? { ...part, texts: inLanguage(part.texts, at) } : null;
    case 'list':
      return part.items.every(whole)
        ? { ...part, items: part.items.map((texts) => inLanguage(texts, at)) }
        : null;
    case 'callout': {
      const inner = part.parts.map((one) => only(one, at, count));
      if (!whole(part.titles) || inner.includes(null)) return null;
      return { ...part, titles: inLanguage(part.titles, at), parts: inner as typeof part.parts };
    }
    case 'table':
    case 'card':
    case 'code':
    case 'lines':
      return null;
    default:
      return part satisfies never;
  }
}

/**
 * Where two languages do not fit beside each other: each section whole in the first, then whole in the second. A section
 * that holds what stands once, such as a table or typed words, keeps its languages one under the other.
 */
export function oneAfterAnother(sheet: Sheet): Part[] {
  const count = sheet.languages.length;
  return groups(sheet.parts, 3).flatMap((group) => {
    const versions = sheet.languages.map((_, at) => group.map((part) => only(part, at, count)));
    const isWhole = versions.every((version) => version.every((part) => part !== null));
    return isWhole ? (versions.flat() as Part[]) : group;
  });
}
