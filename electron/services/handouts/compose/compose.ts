/** Turns a request into the sheets of one job. */
import type { GuideDocument } from '../../../contract/document.ts';
import type { HandoutRequest } from '../../../contract/handout-request.ts';
import { today, type Clock } from '../../clock.ts';
import type { Library } from '../../library/types.ts';
import type { Heading, HeadingLevel, Part, Sheet } from '../sheet.ts';
import { questionParts, teachBackParts } from './asking.ts';
import { assistanceParts } from './assistance.ts';
import { bloodTestParts } from './blood-tests.ts';
import { composeFoot, sourceParts } from './closing.ts';
import { Composer } from './composer.ts';
import { guideParts } from './guide-parts.ts';
import { helpCardParts } from './help-card.ts';
import { languageHelpParts } from './language-help.ts';
import { medicineParts } from './medicines.ts';
import { appointmentParts, noteParts, patientParts } from './personal.ts';
import { readGuides, readSide, readSides, type Guides } from './read-request.ts';
import { walletCardParts } from './wallet-card.ts';

/** Said first on every sheet with a text that nobody qualified has read (rule R1). */
function noticePart(compose: Composer): Part {
  return {
    type: 'callout',
    level: 'note',
    titles: compose.words('handout.unreviewed', true),
    parts: [{ type: 'paragraph', texts: compose.words('handout.unreviewed.why') }],
  };
}

/** What the sheet carries, each under a heading of level 2, in the order in which it is needed. */
function allParts(compose: Composer, guides: Guides, library: Library): Part[][] {
  const { walletCard, languageHelp } = compose.request;
  const english = () => compose.sides.find(({ tag }) => tag === 'en') ?? readSide('en', 'language', library);
  return [
    appointmentParts(compose),
    medicineParts(compose),
    bloodTestParts(compose),
    noteParts(compose),
    helpCardParts(compose, guides.danger),
    ...guides.asked.map((one) => guideParts(one, compose.request)),
    questionParts(compose, guides.asked),
    teachBackParts(compose, guides.asked),
    assistanceParts(compose),
    languageHelp ? languageHelpParts(compose, english()) : [],
    walletCard ? walletCardParts(compose, english()) : [],
  ].filter((parts) => parts.length > 0);
}

/** A part that is the whole sheet: its headings go up by one, and its sections look as they always do. */
const promote = (part: Part): Part =>
  part.type === 'heading' && part.level > 1
    ? {
        ...part,
        level: (part.level - 1) as HeadingLevel,
        ...(part.level === 3 && !part.as ? { as: 3 as const } : {}),
      }
    : part;

/** One part alone is the sheet, under its own title; several come under the sheet's. */
function bodyParts(compose: Composer, all: Part[][]): Part[] {
  const [only] = all;
  if (!only || all.length > 1)
    return [compose.heading(1, 'handout.title'), ...patientParts(compose), ...all.flat()];
  const firstSection = only.findIndex((part, index) => index > 0 && part.type === 'heading');
  // A guide's title and the line that says what it is about stay together.
  const isGuide = firstSection === 2 && only[1]?.type === 'paragraph';
  const head = isGuide ? 2 : 1;
  return [...only.slice(0, head).map(promote), ...patientParts(compose), ...only.slice(head).map(promote)];
}

function composeOne(compose: Composer, library: Library, clock: Clock): Sheet {
  const { request, sides } = compose;
  const guides = readGuides(request, sides, library);
  const behind = [...new Set([...guides.asked, ...guides.danger])];
  const firsts = behind.map((one) => one[0] as GuideDocument);
  const isReviewed =
    behind.flat().every(({ review }) => review.state === 'reviewed') &&
    sides.every(({ reviewed }) => reviewed);
  const body = bodyParts(compose, allParts(compose, guides, library));
  const title = body.find((part): part is Heading => part.type === 'heading')?.texts[0];
  return {
    title: (title?.runs ?? []).map((run) => run.text).join(''),
    languages: sides.map(({ tag, direction, fonts }) => ({ tag, direction, fonts })),
    parts: [...(isReviewed ? [] : [noticePart(compose)]), ...body],
    closing: sourceParts(compose, firsts, guides.backing),
    foot: composeFoot(compose, firsts, isReviewed, library),
    pictograms: library.pictograms(),
    paper: request.paper,
    print: request.print,
    day: today(clock),
  };
}

/** The carer's request: the same parts in the carer's language; the wallet card is the patient's alone. */
function carerRequest({ walletCard: _own, secondLanguage: _second, carer, ...request }: HandoutRequest) {
  if (!carer) return null;
  return { ...request, language: carer.language, print: carer.print ?? request.print };
}

/**
 * The patient's sheet and, where asked for, the carer's. Throws `bad-input` with the field's path for what the pack does
 * not have, and `not-reviewed` in clinic mode.
 */
export function composeSheets(request: HandoutRequest, library: Library, clock: Clock): Sheet[] {
  const own = new Composer(request, readSides(request, library, 'language'));
  const second = carerRequest(request);
  const carer = second ? [new Composer(second, readSides(second, library, 'carer.language'), true)] : [];
  return [own, ...carer].map((compose) => composeOne(compose, library, clock));
}
