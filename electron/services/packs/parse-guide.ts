import { createHash } from 'node:crypto';
import type { BlockContent, Heading, List, Paragraph, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { directive } from 'micromark-extension-directive';
import { parse as parseYaml } from 'yaml';
import type { Block, CalloutLevel, Inline, Item, PlainBlock, Section } from '../../contract/document.ts';
import type { GuideText, Problem } from './content.ts';
import { parseInlines, parsePlaceholders, type Facts, type Report } from './parse-inline.ts';
import { frontMatter } from './schemas.ts';

/** Directive names of callouts; Markdown names cannot begin with a digit, hence `emergency` for 911. */
const calloutNames: Record<string, CalloutLevel> = {
  emergency: '911',
  red: 'red',
  yellow: 'yellow',
  green: 'green',
  note: 'note',
  question: 'question',
};

interface Context {
  facts: Facts;
  redFlags: Map<string, string>;
  report: Report;
}

function parseFlag(node: LeafDirective, { facts, redFlags, report }: Context): Item {
  const flag = node.attributes?.['id'] ?? '';
  const text = redFlags.get(flag);
  const line = node.position?.start.line;
  if (node.name !== 'flag' || text === undefined) {
    report(line, `red flag "${flag}" is not in red-flags`, 'add it there or correct the id in ::flag{#id}');
    return { content: [] };
  }
  return { content: parsePlaceholders(text, facts, report, line), flag };
}

function parseItems(list: List, context: Context): Item[] {
  return list.children.map((item): Item => {
    const [first, ...rest] = item.children;
    if (rest.length > 0 || !first) {
      context.report(
        item.position?.start.line,
        'a list entry with more than one paragraph',
        'one line an entry, one idea a line',
      );
    }
    if (first?.type === 'leafDirective') return parseFlag(first, context);
    if (first?.type === 'paragraph')
      return { content: parseInlines(first.children, context.facts, context.report) };
    context.report(item.position?.start.line, 'a list entry that is not a line of text', 'one line an entry');
    return { content: [] };
  });
}

function parsePlainBlock(node: RootContent | BlockContent, context: Context): PlainBlock[] {
  const line = node.position?.start.line;
  if (node.type === 'paragraph') {
    return [{ type: 'paragraph', content: parseInlines(node.children, context.facts, context.report) }];
  }
  if (node.type === 'list' && !node.ordered) return [{ type: 'list', items: parseItems(node, context) }];
  if (node.type === 'containerDirective' && node.name === 'steps') {
    const [list, ...rest] = node.children;
    if (list?.type === 'list' && rest.length === 0)
      return [{ type: 'steps', items: parseItems(list, context) }];
    context.report(
      line,
      ':::steps holds something else than one list',
      'put one "-" list between ::: and :::',
    );
    return [];
  }
  context.report(
    line,
    `${node.type} is not allowed here`,
    'use paragraphs, "-" lists, :::steps and callouts',
  );
  return [];
}

function parseCallout(node: ContainerDirective, level: CalloutLevel, context: Context): Block {
  const label = node.children[0] as Paragraph | undefined;
  const hasLabel = label?.data?.directiveLabel === true;
  if (!hasLabel)
    context.report(
      node.position?.start.line,
      `:::${node.name} has no title`,
      `write :::${node.name}[What to do]`,
    );
  const title: Inline[] = hasLabel ? parseInlines(label.children, context.facts, context.report) : [];
  const body = hasLabel ? node.children.slice(1) : node.children;
  return {
    type: 'callout',
    level,
    title,
    blocks: body.flatMap((child) => parsePlainBlock(child as BlockContent, context)),
  };
}

function parseHeading(node: Heading, context: Context): Section {
  const line = node.position?.start.line;
  if (node.depth !== 2) context.report(line, `a heading of level ${node.depth}`, 'use ## only');
  const last = node.children.at(-1);
  const match = last?.type === 'text' ? /^(.*?)\s*\{#([a-z0-9-]+)\}$/s.exec(last.value) : null;
  if (!match || last?.type !== 'text') {
    context.report(
      line,
      'a heading without a fixed id',
      'write "## Words {#id}" with the id that English has',
    );
    return { id: '', title: [], blocks: [] };
  }
  const words = [...node.children.slice(0, -1), { ...last, value: match[1] as string }].filter(
    (child) => child.type !== 'text' || child.value !== '',
  );
  return { id: match[2] as string, title: parseInlines(words, context.facts, context.report), blocks: [] };
}

function parseSections(body: string, context: Context): Section[] {
  const tree = fromMarkdown(body, { extensions: [directive()], mdastExtensions: [directiveFromMarkdown()] });
  const sections: Section[] = [];
  for (const node of tree.children) {
    if (node.type === 'heading') {
      sections.push(parseHeading(node, context));
      continue;
    }
    const section = sections.at(-1);
    if (!section) {
      context.report(
        node.position?.start.line,
        'text before the first heading',
        'begin with "## Words {#id}"',
      );
      continue;
    }
    const level = node.type === 'containerDirective' ? calloutNames[node.name] : undefined;
    if (node.type === 'containerDirective' && level) section.blocks.push(parseCallout(node, level, context));
    else section.blocks.push(...parsePlainBlock(node, context));
  }
  return sections;
}

/**
 * Parses one guide text into the document model. Problems carry the file's own line numbers.
 * Returns null when the front matter cannot be read.
 */
export function parseGuide(
  file: string,
  text: string,
  facts: Facts,
  redFlags: Map<string, string>,
  problems: Problem[],
): GuideText | null {
  const match = /^---\n(.*?)\n---\n/s.exec(text);
  const add = (line: number | undefined, what: string, mend: string) =>
    problems.push({ file, ...(line ? { line } : {}), what, mend });
  if (!match) {
    add(1, 'no front matter', 'begin with --- title, summary, search, review --- as content/README.md shows');
    return null;
  }
  let yaml: unknown;
  try {
    yaml = parseYaml(match[1] as string);
  } catch (error) {
    add(
      1,
      `the front matter is not YAML: ${(error as Error).message.split('\n')[0]}`,
      'put texts with colons in quotes',
    );
    return null;
  }
  const front = frontMatter.safeParse(yaml);
  if (!front.success) {
    for (const issue of front.error.issues)
      add(1, `front matter ${issue.path.join('.')}: ${issue.message}`, 'see content/README.md');
    return null;
  }
  const skipped = match[0].split('\n').length - 1;
  const report: Report = (line, what, mend) =>
    add(line === undefined ? undefined : line + skipped, what, mend);
  const sections = parseSections(text.slice(match[0].length), { facts, redFlags, report });
  return { file, front: front.data, sections, hash: createHash('sha256').update(text).digest('hex') };
}
