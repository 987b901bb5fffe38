/** The same medicines named in each section of each language (facts: drug names identical across languages). */
import type { Section } from '../../../contract/document.ts';
import type { Content, Guide, GuideText, Language, Problem } from '../content.ts';
import { lineText, sectionLines } from '../texts.ts';
import { namePattern } from './reading.ts';

type Finder = (text: string) => Set<string>;

/** Finds which medicines a text of a language names, by any of their forms. */
function finderOf(content: Content, language: Language): Finder {
  const hasSpaces = language.plain.bars.wordsPerSentence !== undefined;
  const patterns = [...content.medicines].map(([id, forms]): [string, RegExp | null] => {
    const own = forms.get(language.tag) ?? [];
    if (hasSpaces && language.info.direction === 'ltr') return [id, namePattern(own)];
    // Chinese has no spaces, and Arabic joins "and", "the" and "for" to a name.
    return [id, own.length > 0 ? new RegExp(own.join('|'), 'iu') : null];
  });
  return (text) =>
    new Set(patterns.filter(([, pattern]) => pattern && text.search(pattern) >= 0).map(([id]) => id));
}

const sectionText = (section: Section) =>
  sectionLines(section)
    .map((line) => lineText(line, () => ' '))
    .join('\n');

function compare(source: GuideText, text: GuideText, finders: [Finder, Finder]): Problem[] {
  return source.sections.flatMap((section, index): Problem[] => {
    const other = text.sections[index];
    if (!other) return [];
    const want = finders[0](sectionText(section));
    const have = finders[1](sectionText(other));
    const missing = [...want].filter((id) => !have.has(id));
    const extra = [...have].filter((id) => !want.has(id));
    return missing.length + extra.length === 0
      ? []
      : [
          {
            file: text.file,
            what: `section ${section.id}: medicines differ from the source text: ${[
              ...missing.map((id) => `without ${id}`),
              ...extra.map((id) => `with ${id}`),
            ].join(', ')}`,
            mend: 'name the same medicines, in a form that medicines.yaml lists',
          },
        ];
  });
}

function checkForms(content: Content): Problem[] {
  return [...content.medicines].flatMap(([id, forms]) =>
    content.languages
      .filter((language) => !forms.has(language.tag))
      .map((language) => ({
        file: 'medicines.yaml',
        what: `${id} has no form in "${language.tag}"`,
        mend: 'add how the language writes it',
      })),
  );
}

export function checkMedicines(content: Content): Problem[] {
  const finder = new Map(content.languages.map((language) => [language.tag, finderOf(content, language)]));
  const compareGuide = (guide: Guide) => {
    const source = guide.texts.get(content.source.tag);
    const from = finder.get(content.source.tag);
    return [...guide.texts].flatMap(([tag, text]) => {
      const to = finder.get(tag);
      return source && text !== source && from && to ? compare(source, text, [from, to]) : [];
    });
  };
  return [...checkForms(content), ...content.guides.flatMap(compareGuide)];
}
