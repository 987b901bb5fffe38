import type { GuideDocument } from '../../contract/document.ts';
import { KioskError } from '../../contract/errors.ts';
import type { HandoutRequest } from '../../contract/handout-request.ts';
import { today, type Clock } from '../clock.ts';
import type { Library } from '../library/types.ts';
import { Composer, type Side } from './compose-parts.ts';
import { guideParts } from './compose-guide.ts';
import type { Part, Run, Sheet, Text } from './sheet.ts';

function readSides(request: HandoutRequest, library: Library): Side[] {
  if (request.secondLanguage === request.language) {
    throw new KioskError('bad-input', {
      path: 'secondLanguage',
      expected: 'another language than "language"',
    });
  }
  return [request.language, request.secondLanguage].flatMap((tag, index) => {
    if (tag === undefined) return [];
    const info = library.languages().find((language) => language.tag === tag);
    if (!info) {
      const known = library
        .languages()
        .map((language) => language.tag)
        .join(', ');
      throw new KioskError('bad-input', {
        path: index === 0 ? 'language' : 'secondLanguage',
        expected: `one of: ${known || 'no language is reviewed'}`,
      });
    }
    return [
      {
        tag,
        direction: info.direction,
        fonts: info.fonts,
        locale: info.locale,
        strings: library.strings(tag),
      },
    ];
  });
}

function readGuide(id: string, index: number, language: string, library: Library): GuideDocument {
  try {
    return library.guide(id, language);
  } catch (error) {
    if (error instanceof KioskError && error.code === 'not-found') {
      throw new KioskError('bad-input', {
        path: `guides.${index}`,
        expected: 'the id of a guide in this pack',
      });
    }
    throw error;
  }
}

/** Said first on every sheet with a text that nobody qualified has read (rule R1). */
function composeNotice(compose: Composer): Part {
  return {
    type: 'callout',
    level: 'note',
    titles: compose.words('handout.unreviewed', true),
    parts: [{ type: 'paragraph', texts: compose.words('handout.unreviewed.why') }],
  };
}

/** The foot of each page, in the first language: Poison Help and clinic, edition and review, page. */
function composeFoot(
  compose: Composer,
  firsts: GuideDocument[],
  review: string,
  library: Library,
): Sheet['foot'] {
  const { tag, direction, strings } = compose.sides[0] as Side;
  const phone = compose.request.clinic?.phone;
  const text = (...runs: Run[]): Text => ({ runs, language: tag, direction, where: 'foot' });
  const poison = { text: library.fact('poison-help', tag), kind: 'phone' as const };
  const clinic: Run[] = phone
    ? [{ text: ` · ${strings['handout.foot.clinic']} ` }, { text: phone, kind: 'phone' }]
    : [];
  const edition = firsts.map((guide) => `${guide.code}-${guide.edition}`).join(' ');
  return {
    help: text({ text: `${strings['handout.foot.help']} ` }, poison, ...clinic),
    edition: text({ text: edition, kind: 'name' }, { text: ` · ${strings[review]}` }),
    page: text({ text: strings['handout.foot.page'] ?? '' }),
  };
}

/** A guide alone is the whole sheet, under its own title; with anything personal it comes after that. */
function composeBody(compose: Composer, guides: GuideDocument[][]): Part[] {
  const personal = compose.personal();
  const [only, ...others] = guides;
  if (only && others.length === 0 && personal.length === 0) {
    const [title, summary, ...rest] = guideParts(only, compose.request, 1) as [Part, Part, ...Part[]];
    return [title, summary, ...compose.patient(), ...rest];
  }
  const title: Part = { type: 'heading', level: 1, texts: compose.words('handout.title', true) };
  return [
    title,
    ...compose.patient(),
    ...personal,
    ...guides.flatMap((guide) => guideParts(guide, compose.request, 2)),
  ];
}

/**
 * Turns a request into a sheet. Throws `bad-input` with the field's path for what the pack does not have, and
 * `not-reviewed` in clinic mode.
 */
export function composeSheet(request: HandoutRequest, library: Library, clock: Clock): Sheet {
  const sides = readSides(request, library);
  for (const id of Object.keys(request.sections ?? {})) {
    if (request.guides.includes(id)) continue;
    throw new KioskError('bad-input', { path: `sections.${id}`, expected: 'a guide named in "guides"' });
  }
  const guides = request.guides.map((id, index) =>
    sides.map((side) => readGuide(id, index, side.tag, library)),
  );
  const firsts = guides.map((one) => one[0] as GuideDocument);
  const compose = new Composer(request, sides);
  const reviewed = guides.flat().every((guide) => guide.review.state === 'reviewed');
  const body = composeBody(compose, guides);
  const title = body.find((part) => part.type === 'heading')?.texts[0];
  return {
    title: (title?.runs ?? []).map((run) => run.text).join(''),
    languages: sides.map(({ tag, direction, fonts }) => ({ tag, direction, fonts })),
    parts: [...(reviewed ? [] : [composeNotice(compose)]), ...body, ...compose.sources(firsts)],
    foot: composeFoot(compose, firsts, reviewed ? 'handout.reviewed' : 'handout.unreviewed', library),
    pictograms: library.pictograms(),
    paper: request.paper,
    print: request.print,
    day: today(clock),
  };
}
