import type { PhrasingContent } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import type { Inline } from '../../contract/document.ts';
import type { Fact } from './schemas.ts';

export type Report = (line: number | undefined, what: string, mend: string) => void;
export type Facts = Map<string, Pick<Fact, 'kind'>>;

const placeholder = /\{\{([a-z0-9-]+)\}\}/g;

/** Splits text at `{{fact}}` placeholders. */
export function parsePlaceholders(
  text: string,
  facts: Facts,
  report: Report,
  line?: number,
  strong?: boolean,
): Inline[] {
  const out: Inline[] = [];
  const mark = strong ? { strong } : {};
  let last = 0;
  for (const match of text.matchAll(placeholder)) {
    if (match.index > last) out.push({ type: 'text', text: text.slice(last, match.index), ...mark });
    const fact = match[1] as string;
    const kind = facts.get(fact)?.kind;
    if (!kind)
      report(
        line,
        `{{${fact}}} is not a fact`,
        'add it to content/facts with its source, or correct the name',
      );
    else out.push({ type: 'fact', fact, kind, text: '', ...mark });
    last = match.index + match[0].length;
  }
  if (last < text.length) out.push({ type: 'text', text: text.slice(last), ...mark });
  return out;
}

const plainText = (nodes: PhrasingContent[]): string =>
  nodes
    .map((node) => ('value' in node ? node.value : 'children' in node ? plainText(node.children) : ''))
    .join('');

function parseTerm(node: TextDirective, report: Report, strong?: boolean): Inline[] {
  const term = node.attributes?.['id'];
  const line = node.position?.start.line;
  if (node.name !== 'term' || !term) {
    report(
      line,
      `":${node.name}" is not known here`,
      'write :term[words]{#id}, or put a space after the colon',
    );
    return [];
  }
  return [{ type: 'term', term, text: plainText(node.children), ...(strong ? { strong } : {}) }];
}

function parseLink(
  url: string,
  text: string,
  line: number | undefined,
  report: Report,
  strong?: boolean,
): Inline[] {
  const match = /^guide:([a-z0-9-]+)(?:#([a-z0-9-]+))?$/.exec(url);
  if (!match) {
    report(
      line,
      `a link to "${url}"`,
      'link to guides only, as (guide:id#section); addresses are facts of kind url',
    );
    return [];
  }
  const section = match[2] ? { section: match[2] } : {};
  return [{ type: 'link', guide: match[1] as string, ...section, text, ...(strong ? { strong } : {}) }];
}

/** Phrasing content to inlines; whatever the restricted Markdown does not allow is reported and left out. */
export function parseInlines(
  nodes: PhrasingContent[],
  facts: Facts,
  report: Report,
  strong?: boolean,
): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    const line = node.position?.start.line;
    switch (node.type) {
      case 'text':
        return parsePlaceholders(node.value.replace(/\s*\n\s*/g, ' '), facts, report, line, strong);
      case 'strong':
        return parseInlines(node.children, facts, report, true);
      case 'textDirective':
        return parseTerm(node, report, strong);
      case 'link':
        return parseLink(node.url, plainText(node.children), line, report, strong);
      default:
        report(
          line,
          `${node.type} is not allowed in a guide`,
          'use plain words, **strong**, :term, {{fact}} and guide links',
        );
        return [];
    }
  });
}
