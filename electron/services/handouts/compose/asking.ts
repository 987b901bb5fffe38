/** Questions to ask, and questions by which a person tells it back. */
import type { GuideDocument } from '../../../contract/document.ts';
import { KioskError } from '../../../contract/errors.ts';
import type { Heading, Part } from '../sheet.ts';
import type { Composer } from './composer.ts';
import { askSection, plainText, readings, sectionBody, teachBackSection } from './guide-parts.ts';

/** Lines for what the reader wants to ask. */
const ownLines = 3;

/** One section of each guide, under the guide's title where there are several. */
function sectionOfEach(guides: GuideDocument[][], section: string): Part[] {
  const having = guides.filter((sides) => readings(sides, section).length > 0);
  return having.flatMap((sides): Part[] => {
    const title: Heading = {
      type: 'heading',
      level: 3,
      texts: sides.map((guide) => plainText(guide, guide.title, true)),
    };
    return [...(having.length > 1 ? [title] : []), ...sectionBody(readings(sides, section))];
  });
}

function refuseEmpty(parts: Part[], path: string): Part[] {
  if (parts.length > 0) return parts;
  throw new KioskError('bad-input', { path, expected: 'a guide in "guides" that has this part' });
}

const asBoxes = (part: Part): Part => (part.type === 'list' ? { ...part, mark: 'box' } : part);

export function questionParts(compose: Composer, guides: GuideDocument[][]): Part[] {
  const { questions } = compose.request;
  if (!questions) return [];
  const list: Part[] =
    questions === true
      ? refuseEmpty(sectionOfEach(guides, askSection), 'questions').map(asBoxes)
      : [
          {
            type: 'list',
            mark: 'box',
            items: questions.map((text, index) => [compose.typed(text, `questions.${index}`)]),
          },
        ];
  return [
    compose.heading(2, 'handout.questions', 'question'),
    ...list,
    { type: 'lines', count: ownLines, texts: compose.words('handout.questions.own') },
  ];
}

export function teachBackParts(compose: Composer, guides: GuideDocument[][]): Part[] {
  if (!compose.request.teachBack) return [];
  return [
    compose.heading(2, 'handout.teach-back', 'interpreter'),
    ...refuseEmpty(sectionOfEach(guides, teachBackSection), 'teachBack'),
  ];
}
