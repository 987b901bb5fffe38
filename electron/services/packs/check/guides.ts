/** Rules about the shape of guides: the same in every language, every id known, every link alive. */
import type { Section } from '../../../contract/document.ts';
import type { Content, Guide, GuideText, Problem } from '../content.ts';
import { blockItems, sectionLines } from '../texts.ts';

/** Luhn check over four digits, so that one mistyped digit never opens another guide. */
export function isGuideCode(code: string): boolean {
  const sum = [...code].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return /^\d{4}$/.test(code) && sum % 10 === 0;
}

/** What must be equal in every language, section by section, as readable lines. */
function skeleton(section: Section): { blocks: string; marks: string } {
  const blocks = section.blocks.map((block) =>
    block.type === 'callout'
      ? `${block.level}(${block.blocks.map((inner) => inner.type).join(' ')})`
      : block.type,
  );
  const flags = section.blocks
    .flatMap(blockItems)
    .flatMap((item) => (item.flag ? [`flag ${item.flag}`] : []));
  const marks = sectionLines(section)
    .flat()
    .flatMap((inline) => {
      if (inline.type === 'fact') return [`{{${inline.fact}}}`];
      if (inline.type === 'link') return [`link ${inline.guide}#${inline.section ?? ''}`];
      if (inline.type === 'term') return [`term ${inline.term}`];
      return [];
    });
  return { blocks: blocks.join(', '), marks: [...flags, ...marks].sort().join(', ') };
}

function compareSections(source: GuideText, text: GuideText): Problem[] {
  const ids = (of: GuideText) => of.sections.map((section) => section.id).join(', ');
  if (ids(source) !== ids(text)) {
    return [{ file: text.file, what: `sections are [${ids(text)}]`, mend: `make them [${ids(source)}]` }];
  }
  return source.sections.flatMap((section, index): Problem[] => {
    const want = skeleton(section);
    const have = skeleton(text.sections[index] as Section);
    const where = `section ${section.id}`;
    const problems: Problem[] = [];
    if (want.blocks !== have.blocks)
      problems.push({
        file: text.file,
        what: `${where} has blocks [${have.blocks}]`,
        mend: `make them [${want.blocks}]`,
      });
    if (want.marks !== have.marks)
      problems.push({
        file: text.file,
        what: `${where} has [${have.marks}]`,
        mend: `the source text has [${want.marks}]`,
      });
    return problems;
  });
}

function checkTranslation(content: Content, guide: Guide, tag: string): Problem[] {
  const text = guide.texts.get(tag);
  const source = guide.texts.get(content.source.tag);
  if (!text || !source) return [];
  const { translation, method } = text.front;
  if (tag === content.source.tag) {
    return method
      ? []
      : [{ file: text.file, what: 'no method', mend: 'say "method: machine" or "method: human"' }];
  }
  if (!translation)
    return [
      {
        file: text.file,
        what: 'no translation block',
        mend: 'add translation: {of: <hash>, method: machine or human}',
      },
    ];
  const stale: Problem[] =
    translation.of === source.hash
      ? []
      : [
          {
            file: text.file,
            what: 'translated from another text than the source of today',
            mend: `read the change, then set "of" to ${source.hash}`,
          },
        ];
  return [...stale, ...compareSections(source, text)];
}

function checkLinks(content: Content, guide: Guide): Problem[] {
  const byId = new Map(content.guides.map((one) => [one.id, one]));
  return [...guide.texts].flatMap(([tag, text]) =>
    text.sections
      .flatMap(sectionLines)
      .flat()
      .flatMap((inline): Problem[] => {
        if (inline.type === 'term' && !content.source.glossary.has(inline.term)) {
          return [
            {
              file: text.file,
              what: `term "${inline.term}" is not in the glossary`,
              mend: `add it to glossary/${tag}.yaml`,
            },
          ];
        }
        if (inline.type !== 'link') return [];
        // A language that has joined with part of the guides shows such a link as plain words.
        const texts = byId.get(inline.guide)?.texts;
        const target = texts?.get(tag) ?? texts?.get(content.source.tag);
        const alive =
          target && (!inline.section || target.sections.some((section) => section.id === inline.section));
        return alive
          ? []
          : [
              {
                file: text.file,
                what: `dead link guide:${inline.guide}#${inline.section ?? ''}`,
                mend: 'name a guide and section that exist',
              },
            ];
      }),
  );
}

function checkMeta(content: Content, guide: Guide): Problem[] {
  const { meta, file } = guide;
  const problems: Problem[] = [];
  const say = (what: string, mend: string) => problems.push({ file, what, mend });
  if (!isGuideCode(meta.code))
    say(`code ${meta.code} has a wrong check digit`, 'choose the last digit by the Luhn rule');
  if (content.guides.some((other) => other !== guide && other.meta.code === meta.code))
    say(`code ${meta.code} is used twice`, 'choose another');
  if (!content.groups.includes(meta.group))
    say(`group "${meta.group}" is not in groups.yaml`, 'add it there');
  for (const name of [meta.pictogram, ...Object.values(meta.pictograms)])
    if (!content.pictograms.has(name)) say(`no pictogram "${name}"`, 'draw it or name another');
  for (const id of Object.keys(meta.pictograms))
    if (!guide.texts.get(content.source.tag)?.sections.some((section) => section.id === id))
      say(`no section "${id}" for a pictogram`, 'correct the id under pictograms');
  if (meta.expires <= meta.checked) say('expires before it was checked', 'correct the two dates');
  for (const source of new Set(Object.values(meta.sources).flat())) {
    if (!content.sources.has(source))
      say(`source "${source}" is not in sources.yaml`, 'add title, address and day seen');
  }
  for (const related of meta.related) {
    if (related === guide.id || !content.guides.some((other) => other.id === related))
      say(`related guide "${related}"`, 'name another guide that exists');
  }
  return problems;
}

/** Groups about the medicine itself: every page begins with the danger signs (facts 4B). */
const helpFirst = new Set(['azathioprine', 'condition']);

function checkHelpFirst(guide: Guide): Problem[] {
  return [...guide.texts.values()].flatMap((text): Problem[] => {
    const ids = text.sections.map((section) => section.id);
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    if (twice)
      return [
        {
          file: text.file,
          what: `section id "${twice}" is used twice`,
          mend: 'give each section its own id',
        },
      ];
    if (!helpFirst.has(guide.meta.group)) return [];
    const first = text.sections[0];
    const [block] = first?.blocks ?? [];
    if (first?.id === 'help-now' && block?.type === 'callout' && block.level === '911') return [];
    return [
      {
        file: text.file,
        what: 'does not begin with help-now and its 911 block',
        mend: 'begin with "## … {#help-now}" and ":::emergency[…]" (facts 4B)',
      },
    ];
  });
}

export function checkGuides(content: Content): Problem[] {
  return content.guides.flatMap((guide) => [
    ...checkMeta(content, guide),
    ...checkHelpFirst(guide),
    ...content.languages.flatMap((language) => checkTranslation(content, guide, language.tag)),
    ...checkLinks(content, guide),
  ]);
}
