/** Page content as operators: enough of the language of PDF content streams to follow marked content. */

export interface Operation {
  name: string;
  operands: string[];
}

const pattern =
  /%[^\r\n]*|\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)|<<|>>|<[0-9A-Fa-f\s]*>|[[\]]|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+/g;
const isOperand = /^(?:[/([<>\])]|[+-]?[\d.]|true$|false$|null$)/;

/** Operators in order, each with the tokens before it. Inline images are not read: nothing here writes them. */
export function operationsOf(source: string): Operation[] {
  const out: Operation[] = [];
  let operands: string[] = [];
  for (const [token] of source.matchAll(pattern)) {
    if (token.startsWith('%')) continue;
    if (isOperand.test(token)) operands.push(token);
    else {
      out.push({ name: token, operands });
      operands = [];
    }
  }
  return out;
}

const painting = new Set([
  'Tj',
  'TJ',
  "'",
  '"',
  'f',
  'F',
  'f*',
  'B',
  'B*',
  'b',
  'b*',
  'S',
  's',
  'sh',
  'Do',
  'BI',
]);

export interface MarkedContent {
  /** Marked-content ids in the order in which they are opened. */
  ids: number[];
  /** Types of the artifacts, such as `Pagination`; empty where none is named. */
  artifacts: string[];
  /** Operators that paint outside of both. */
  untagged: string[];
  /** Sequences closed without being opened, or left open. */
  unbalanced: number;
  /** Tagged content inside an artifact, or the reverse, or inside other tagged content. */
  nested: number;
}

const valueAfter = (operands: string[], key: string) => operands[operands.indexOf(key) + 1];

/** What a page's content marks, and what it leaves unmarked. */
export function markedContentOf(source: string): MarkedContent {
  const found: MarkedContent = { ids: [], artifacts: [], untagged: [], unbalanced: 0, nested: 0 };
  const stack: ('tagged' | 'artifact' | 'other')[] = [];
  const isMarked = () => stack.some((one) => one !== 'other');
  for (const { name, operands } of operationsOf(source)) {
    if (name === 'BDC' || name === 'BMC') {
      const hasId = operands.includes('/MCID');
      const isArtifact = operands[0] === '/Artifact';
      if ((hasId || isArtifact) && isMarked()) found.nested += 1;
      if (hasId) found.ids.push(Number(valueAfter(operands, '/MCID')));
      if (isArtifact)
        found.artifacts.push(
          operands.includes('/Type') ? String(valueAfter(operands, '/Type')).slice(1) : '',
        );
      stack.push(hasId ? 'tagged' : isArtifact ? 'artifact' : 'other');
    } else if (name === 'EMC') {
      if (stack.length === 0) found.unbalanced += 1;
      stack.pop();
    } else if (painting.has(name) && !isMarked()) found.untagged.push(name);
  }
  found.unbalanced += stack.length;
  return found;
}
