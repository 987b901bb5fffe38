/** Notice that language help is free (45 CFR 92.11), and the words to show to staff. */
import type { Part } from '../sheet.ts';
import { spokenName, sideText, stringOf, type Composer, type Side } from './composer.ts';

const lines = ['say', 'free', 'no-children', 'papers', 'senses'].map(
  (name) => `handout.language-help.${name}`,
);

/** What a reader of another language shows: in English, which staff read. */
function showCard(side: Side, english: Side): Part[] {
  if (side.tag === english.tag) return [];
  const title = sideText(side, stringOf(side, 'interpreter.free'), 'interpreter.free', true);
  const says = stringOf(english, 'interpreter.english', { language: spokenName(side, english) });
  const own = stringOf(side, 'interpreter.says', { language: spokenName(side, side) });
  return [
    {
      type: 'callout',
      level: 'note',
      titles: [title],
      parts: [
        { type: 'paragraph', texts: [sideText(english, says, 'interpreter.english', true)] },
        { type: 'paragraph', texts: [sideText(side, own, 'interpreter.says')] },
      ],
    },
  ];
}

export function languageHelpParts(compose: Composer, english: Side): Part[] {
  if (!compose.request.languageHelp) return [];
  const items = lines.map((key) => compose.words(key));
  const complaint = compose.paragraph('handout.language-help.rights');
  return [
    compose.heading(2, 'handout.language-help', 'interpreter'),
    { type: 'list', mark: 'bullet', items },
    ...compose.sides.flatMap((side) => showCard(side, english)),
    ...complaint,
  ];
}
