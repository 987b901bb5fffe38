/** What each guide must hold: both depths, first steps, questions, teach-back, a source for each section. */
import type { Section } from '../../../contract/document.ts';
import type { Content, Guide, Problem } from '../content.ts';
import { factsIn } from '../lapses.ts';
import { guideReading } from './reading.ts';

/** Sections every guide has. The last two restate the guide, so they need no source of their own. */
const required = ['do-first', 'ask', 'teach-back'] as const;
const restating = new Set<string>(['ask', 'teach-back']);
const questions = 3;
/** The short depth is about a third of the guide's words. */
const shortShare = { from: 0.25, to: 0.42 };
/** Sources that settle nothing: general knowledge, and numbers that must first be called. */
const unconfirmedSources = new Set(['GK', 'DIR']);

function checkSections(guide: Guide, sections: Section[]): Problem[] {
  const file = `guides/${guide.id}`;
  const problems: Problem[] = required
    .filter((id) => !sections.some((section) => section.id === id))
    .map((id) => ({ file, what: `no section "${id}"`, mend: 'content/README.md says what it holds' }));
  const first = sections.find((section) => section.id === 'do-first');
  if (first && !first.blocks.some((block) => block.type === 'steps'))
    problems.push({ file, what: 'do-first holds no :::steps', mend: 'say in steps what to do first' });
  const teachBack = sections.find((section) => section.id === 'teach-back');
  const asked =
    teachBack?.blocks.filter((block) => block.type === 'callout' && block.level === 'question') ?? [];
  if (teachBack && asked.length !== questions)
    problems.push({
      file,
      what: `teach-back asks ${asked.length} questions`,
      mend: `ask ${questions}, each a :::question[…] with its answer inside`,
    });
  return problems;
}

function checkShort(content: Content, guide: Guide, sections: Section[]): Problem[] {
  const { short } = guide.meta;
  const problems: Problem[] = [];
  const say = (what: string, mend: string) => problems.push({ file: guide.file, what, mend });
  const unknown = short.filter((id) => !sections.some((section) => section.id === id));
  if (unknown.length > 0) say(`short names no section: ${unknown.join(', ')}`, 'use ids of the text');
  if (sections[0] && !short.includes(sections[0].id))
    say('short leaves the first section out', `add ${sections[0].id}`);
  if (!short.includes('do-first')) say('short does not say what to do first', 'add do-first');
  const reading = guideReading(content, guide, content.source);
  if (!reading) return problems;
  const words = reading.sections
    .filter(({ id }) => short.includes(id))
    .reduce((sum, section) => sum + section.reading.words, 0);
  const share = words / reading.words;
  if (share < shortShare.from || share > shortShare.to)
    say(
      `the short depth is ${Math.round(share * 100)} % of the guide`,
      `choose sections that make ${shortShare.from * 100} to ${shortShare.to * 100} %`,
    );
  return problems;
}

function checkSources(content: Content, guide: Guide, sections: Section[]): Problem[] {
  const { sources, awaiting = [] } = guide.meta;
  const problems: Problem[] = [];
  const say = (what: string, mend: string) => problems.push({ file: guide.file, what, mend });
  for (const { id } of sections)
    if (!restating.has(id) && !sources[id]) say(`section ${id} has no source`, 'add its codes to sources');
  for (const id of [...Object.keys(sources), ...awaiting.map((entry) => entry.section)])
    if (!sections.some((section) => section.id === id))
      say(`no section "${id}" in the text`, 'correct the id under sources or awaiting');
  for (const section of sections) {
    if (restating.has(section.id) || awaiting.some((entry) => entry.section === section.id)) continue;
    const codes = (sources[section.id] ?? []).filter((code) => unconfirmedSources.has(code));
    const facts = [...factsIn([section])].filter((id) => content.facts.get(id)?.confirmed === false);
    if (codes.length > 0 || facts.length > 0)
      say(
        `section ${section.id} rests on what is unconfirmed: ${[...new Set([...codes, ...facts])].join(', ')}`,
        'name the statement under awaiting, for the clinical reviewer',
      );
  }
  return problems;
}

/** A sum of money means nothing without its day (facts 4A.39, 4A.48). */
function checkMoney(content: Content, guide: Guide, sections: Section[]): Problem[] {
  return sections.flatMap((section): Problem[] => {
    const facts = [...factsIn([section])];
    const kinds = facts.map((id) => content.facts.get(id)?.kind);
    const dated = kinds.includes('date') || facts.some((id) => id.endsWith('-year'));
    return kinds.includes('money') && !dated
      ? [
          {
            file: `guides/${guide.id}`,
            what: `section ${section.id} names money without a date`,
            mend: 'say "in {{poverty-year}}" or give the day of the price (facts 4A.39)',
          },
        ]
      : [];
  });
}

/** Every row of the seed map is answered in a guide or left out for a reason. */
function checkTopics(content: Content): Problem[] {
  const file = 'topics.yaml';
  const answered = new Set(content.guides.flatMap((guide) => guide.meta.topics));
  const { rows, leftOut } = content.topics;
  const problems: Problem[] = [];
  for (let row = 1; row <= rows; row += 1) {
    const out = String(row) in leftOut;
    if (!answered.has(row) && !out)
      problems.push({
        file,
        what: `row ${row} is in no guide`,
        mend: 'answer it, or leave it out with a reason',
      });
    if (answered.has(row) && out)
      problems.push({ file, what: `row ${row} is left out and answered`, mend: 'keep one of the two' });
  }
  for (const row of [...answered, ...Object.keys(leftOut).map(Number)])
    if (row < 1 || row > rows)
      problems.push({ file, what: `there is no row ${row}`, mend: 'correct the number' });
  return problems;
}

export function checkShape(content: Content): Problem[] {
  return [
    ...content.guides.flatMap((guide) => {
      const sections = guide.texts.get(content.source.tag)?.sections ?? [];
      return [
        ...checkSections(guide, sections),
        ...checkShort(content, guide, sections),
        ...checkSources(content, guide, sections),
        ...checkMoney(content, guide, sections),
      ];
    }),
    ...checkTopics(content),
  ];
}
