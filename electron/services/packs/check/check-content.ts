import type { Content, Problem } from '../content.ts';
import { readContent } from '../read-content.ts';
import { checkAssistance } from './assistance.ts';
import { checkGuides } from './guides.ts';
import { checkMedicines } from './medicines.ts';
import { checkPlainWords } from './plain-words.ts';
import { checkReadability } from './readability.ts';
import { checkSafety } from './safety.ts';
import { checkShape } from './shape.ts';
import { checkFacts, checkWords } from './words.ts';

/** Strings that content names indirectly: group titles and the words for each drawing. */
function checkNamedStrings(content: Content): Problem[] {
  const keys = [
    ...content.groups.map((group) => `group.${group}`),
    ...[...content.pictograms.keys()].map((name) => `pictogram.${name}`),
  ];
  return keys
    .filter((key) => !content.source.strings.has(key))
    .map((key) => ({ file: `${content.source.folder}/ui`, what: `no string "${key}"`, mend: 'add it' }));
}

/**
 * Reads `content/` and applies every rule that does not depend on the day (`lapsesOf` tells what has run out). Lists all
 * problems, not only the first.
 */
export function checkContent(folder: string): { content: Content | null; problems: Problem[] } {
  const { content, problems } = readContent(folder);
  if (!content) return { content, problems };
  return {
    content,
    problems: [
      ...problems,
      ...checkGuides(content),
      ...checkShape(content),
      ...checkMedicines(content),
      ...checkNamedStrings(content),
      ...checkWords(content),
      ...checkFacts(content),
      ...checkSafety(content),
      ...checkReadability(content),
      ...checkPlainWords(content),
      ...checkAssistance(content),
    ],
  };
}
