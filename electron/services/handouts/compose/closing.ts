/** What stands at the end of a sheet and at the foot of each page. */
import type { GuideDocument } from '../../../contract/document.ts';
import type { Library } from '../../library/types.ts';
import type { Part, Run, Sheet, Text } from '../sheet.ts';
import { stringOf, type Composer } from './composer.ts';

/** Where the facts come from, and the code to the official page of each guide. */
export function sourceParts(compose: Composer, guides: GuideDocument[], backing: GuideDocument[]): Part[] {
  const sources = [...guides, ...backing].flatMap((guide) => guide.sources);
  const titles = [...new Map(sources.map((source) => [source.code, source.title])).values()];
  const urls = [...new Set(guides.map((guide) => guide.officialSource))];
  const english = (runs: Run[], where: string): Text => ({
    runs,
    language: 'en',
    direction: 'ltr',
    where,
    fromPack: true,
  });
  const list: Part[] =
    titles.length === 0
      ? []
      : [
          { type: 'paragraph', size: 'smallest', texts: compose.words('handout.sources', true) },
          {
            type: 'paragraph',
            size: 'smallest',
            texts: [english([{ text: titles.join(' · ') }], 'sources')],
          },
        ];
  return [
    { type: 'paragraph', size: 'small', texts: compose.words('handout.not-a-doctor') },
    ...list,
    ...urls.map((url): Part => ({
      type: 'code',
      url,
      alt: stringOf(compose.first, 'handout.code.alt'),
      texts: [...compose.words('handout.code'), english([{ text: url, kind: 'url' }], 'officialSource')],
    })),
  ];
}

/** Poison Help and clinic, codes with edition and review, page: in the sheet's first language. */
export function composeFoot(
  compose: Composer,
  guides: GuideDocument[],
  isReviewed: boolean,
  library: Library,
): Sheet['foot'] {
  const { tag, direction } = compose.first;
  const word = (key: string) => stringOf(compose.first, key);
  const { clinic } = compose.request;
  const text = (...runs: Run[]): Text => ({ runs, language: tag, direction, where: 'foot' });
  const poison: Run = { text: library.fact('poison-help', tag), kind: 'phone' };
  const phone: Run[] = clinic?.phone ? [{ text: ' ' }, { text: clinic.phone, kind: 'phone' }] : [];
  const codes = guides.map((guide) => `${guide.code}-${guide.edition}`);
  // Each code is one thing to read: a line ends between two of them only.
  const edition = (codes.length > 0 ? codes : [library.edition]).flatMap((code, at): Run[] => [
    ...(at > 0 ? [{ text: ' ' }] : []),
    { text: code, kind: 'name' },
  ]);
  return {
    help: text({ text: `${word('handout.foot.help')} ` }, poison),
    ...(clinic ? { clinic: text({ text: clinic.name, kind: 'name' }, ...phone) } : {}),
    edition: text(...edition),
    review: text({ text: word(isReviewed ? 'handout.reviewed' : 'handout.unreviewed') }),
    page: text({ text: word('handout.foot.page') }),
  };
}
