/** What a request names in the pack: its languages and its guides. Refuses by path what the pack does not have. */
import type { GuideDocument } from '../../../contract/document.ts';
import { KioskError } from '../../../contract/errors.ts';
import type { HandoutRequest } from '../../../contract/handout-request.ts';
import type { Library } from '../../library/types.ts';
import type { Side } from './composer.ts';
import { dangerSection, readings } from './guide-parts.ts';

/** The guide whose danger signs stand on a card where the chosen guides have none. */
const emergencyGuide = 'azathioprine-emergency';
/** Guides that the wallet card's sentences are taken from. */
const walletGuides = [emergencyGuide, 'azathioprine-interactions', 'azathioprine-infections-vaccines'];

/** One language of a sheet. Throws `bad-input` with `path` when it may not be shown. */
export function readSide(tag: string, path: string, library: Library): Side {
  const info = library.languages().find((language) => language.tag === tag);
  if (!info) {
    const known = library
      .languages()
      .map((language) => language.tag)
      .join(', ');
    throw new KioskError('bad-input', { path, expected: `one of: ${known || 'no language is reviewed'}` });
  }
  const { direction, fonts, locale, reviewed } = info;
  return {
    tag,
    direction,
    fonts,
    locale,
    reviewed,
    strings: library.strings(tag),
  };
}

/** The sheet's languages, first the reader's. `path` is where the first one is named. */
export function readSides(request: HandoutRequest, library: Library, path: string): Side[] {
  const { language, secondLanguage } = request;
  if (secondLanguage === language) {
    throw new KioskError('bad-input', {
      path: 'secondLanguage',
      expected: 'another language than "language"',
    });
  }
  const first = readSide(language, path, library);
  return secondLanguage ? [first, readSide(secondLanguage, 'secondLanguage', library)] : [first];
}

function readGuide(id: string, path: string, language: string, library: Library): GuideDocument {
  try {
    return library.guide(id, language);
  } catch (error) {
    if (error instanceof KioskError && error.code === 'not-found')
      throw new KioskError('bad-input', { path, expected: `a guide that this pack has in "${language}"` });
    throw error;
  }
}

export interface Guides {
  /** The guides asked for, each in the sheet's languages. */
  asked: GuideDocument[][];
  /** Those whose danger signs stand on the card. */
  danger: GuideDocument[][];
  /** Those behind a part that is not a guide's own text: only their sources are printed. */
  backing: GuideDocument[];
}

export function readGuides(request: HandoutRequest, sides: Side[], library: Library): Guides {
  for (const id of Object.keys(request.sections ?? {})) {
    if (request.guides.includes(id)) continue;
    throw new KioskError('bad-input', { path: `sections.${id}`, expected: 'a guide named in "guides"' });
  }
  const inEach = (id: string, path: string) => sides.map(({ tag }) => readGuide(id, path, tag, library));
  const asked = request.guides.map((id, index) => inEach(id, `guides.${index}`));
  const withSigns = asked.filter((guides) => readings(guides, dangerSection).length > 0);
  const danger =
    withSigns.length > 0 ? withSigns : request.helpCard ? [inEach(emergencyGuide, 'helpCard')] : [];
  const backing = request.walletCard
    ? walletGuides.map((id) => readGuide(id, 'walletCard', 'en', library))
    : [];
  return { asked, danger: request.helpCard ? danger : [], backing };
}
