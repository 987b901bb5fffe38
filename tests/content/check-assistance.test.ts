import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkAssistance } from '../../electron/services/packs/check/assistance.ts';
import { checkWords } from '../../electron/services/packs/check/words.ts';
import { readContent } from '../../electron/services/packs/read-content.ts';
import { changedContent, root } from '../support/fixtures.ts';

/** What reading finds, and the finder's own rules. */
function problemsOf(folder: string): string[] {
  const { content, problems } = readContent(folder);
  if (!content) return ['unreadable'];
  return [...problems, ...checkAssistance(content)].map(({ file, what }) => `${file}: ${what}`);
}

const adult = 'assistance/programs/medicaid-adult.yaml';
const texts = 'assistance/texts/en.yaml';
const states = 'assistance/states.yaml';
const years = 'assistance/guidelines.yaml';

/** One bad example a rule: the file, what is done to it, what the check must say. */
const bad: [rule: string, file: string, change: (text: string) => string, says: RegExp][] = [
  [
    'a limit that is no number',
    states,
    (t) => t.replace('parentLimit: 18,', "parentLimit: '18%',"),
    /states\.AL\.parentLimit/,
  ],
  [
    'a limit that is no number in a rule',
    'assistance/programs/hill-burton.yaml',
    (t) => t.replace('atMost: 200 }', 'atMost: two hundred }'),
    /rule\.atMost/,
  ],
  ['a state missing', states, (t) => t.replace(/^ {2}WY:[^]*?\}\n/m, ''), /the state WY is missing/],
  ['a state that is none', states, (t) => t.replace(/^ {2}WY:/m, '  PR:'), /"PR" is not a state/],
  ['a column missing', states, (t) => t.replace('mspAssetTest: false,', ''), /states\.AL\.mspAssetTest/],
  [
    'an unknown column in a rule',
    adult,
    (t) => t.replace('atMost: adultLimit', 'atMost: grownLimit'),
    /rule\.of\.1\.atMost/,
  ],
  [
    'a guideline that ends before it begins',
    years,
    (t) => t.replace('until: 2027-01-30', 'until: 2025-01-31'),
    /2026: ends before it begins/,
  ],
  [
    'a guideline of another year',
    years,
    (t) => t.replace("'2026':", "'2027':"),
    /2027: begins in another year/,
  ],
  [
    'a day that is none',
    years,
    (t) => t.replace('from: 2026-01-13', 'from: 2026-13-01'),
    /years\.2026\.from/,
  ],
  [
    'an area without its figure',
    years,
    (t) => t.replace('hawaii: { first: 18360, more: 6530 }', ''),
    /years\.2026\.hawaii/,
  ],
  ['an unknown source of a program', adult, (t) => t.replace('[KFF1,', '[KFF9,'), /source "KFF9"/],
  ['an unknown source of a guideline', years, (t) => t.replace('source: FPL', 'source: FPQ'), /source "FPQ"/],
  [
    'an unknown reason',
    adult,
    (t) => t.replace('none: no-expansion', 'none: no-expanse'),
    /reasons: no text for "no-expanse"/,
  ],
  [
    'a reason that nothing gives',
    texts,
    (t) => t.replace('reasons:\n', 'reasons:\n  moon: The moon is full.\n'),
    /reasons: "moon" is used nowhere/,
  ],
  [
    'a program without a text',
    texts,
    (t) => t.replace(/^ {2}chip:\n/m, '  chips:\n'),
    /programs: no text for "chip"[^]*"chips" is used nowhere/,
  ],
  ['an unknown paper', adult, (t) => t.replace('photo-id', 'photo'), /papers: no text for "photo"/],
  [
    'an unknown way to apply',
    adult,
    (t) => t.replace('apply: state-medicaid', 'apply: by-pigeon'),
    /apply: no text for "by-pigeon"/,
  ],
  [
    'an unknown phone',
    adult,
    (t) => t.replace('phone: medicaid-line', 'phone: medicaid-lin'),
    /"medicaid-lin" is not a phone/,
  ],
  [
    'a fact that is no phone',
    adult,
    (t) => t.replace('phone: medicaid-line', 'phone: work-hours'),
    /"work-hours" is not a phone/,
  ],
  [
    'an unknown figure',
    'assistance/programs/extra-help.yaml',
    (t) => t.replace('part-d-cap', 'part-d-cup'),
    /"part-d-cup" is not a fact/,
  ],
  [
    'a figure that its rule does not give',
    texts,
    (t) => t.replace(/(income-at-most-yes: .*)\{\{limit\}\}/, '$1{{from}}'),
    /income-at-most-yes: nothing fills \{\{from\}\}/,
  ],
  [
    'a figure that is no fact',
    texts,
    (t) => t.replace('{{part-b-premium}}', '{{part-c-premium}}'),
    /\{\{part-c-premium\}\} is not a fact/,
  ],
  [
    'a name that can run out',
    texts,
    (t) => t.replace('{{local-help-name}}', '{{local-help}}'),
    /name: \{\{local-help\}\} can run out/,
  ],
  [
    'general knowledge called confirmed',
    'assistance/programs/ihs.yaml',
    (t) => t.replace('confirmed: false', 'confirmed: true'),
    /general knowledge cannot be confirmed/,
  ],
  [
    'a program that stays for too long',
    adult,
    (t) => t.replace('until: 2027-05-22', 'until: 2027-05-23'),
    /more than 180 days/,
  ],
  [
    'a program that ends before it was checked',
    adult,
    (t) => t.replace('until: 2027-05-22', 'until: 2026-05-22'),
    /ends before it was checked/,
  ],
  [
    'a choice without a last case',
    'assistance/programs/basic-health.yaml',
    (t) =>
      t.replace(
        '- then: { test: state, in: [MN, NY, OR, DC] }',
        '- { when: { test: state, in: [MN] }, then: { test: state, in: [MN] } }',
      ),
    /whose last case alone/,
  ],
  [
    'a choice by what a person may leave out',
    'assistance/programs/basic-health.yaml',
    (t) => t.replace('when: { test: day, until: 2025-12-31 }', 'when: { test: flag, flag: pregnant }'),
    /asks what a person may leave out/,
  ],
  [
    'an income inside "not"',
    'assistance/programs/hill-burton.yaml',
    (t) => t.replace(/^rule: (.*)$/m, 'rule: { test: not, of: $1 }'),
    /an income inside "not"/,
  ],
  [
    'a rule that rests on another answer',
    'assistance/programs/ihs.yaml',
    (t) => t.replace(/^rule: .*$/m, 'rule: { test: answered, programs: [va], answer: likely }'),
    /"answered" outside of a note/,
  ],
  [
    'a note on a program that is not there',
    'assistance/programs/marketplace-csr.yaml',
    (t) => t.replace('programs: [medicaid-adult,', 'programs: [medicaid-adults,'),
    /no program "medicaid-adults"/,
  ],
  [
    'two limits in one test',
    'assistance/programs/hill-burton.yaml',
    (t) => t.replace('atMost: 200', 'atMost: 200, under: 300'),
    /exactly one of/,
  ],
  ['an unknown field', adult, (t) => `${t}colour: red\n`, /colour/],
  [
    'a hard text',
    texts,
    (t) =>
      t.replace(
        'Anyone can use this.',
        'Notwithstanding organizational administrative considerations, conscientiously investigate pharmaceutical differentiation. '.repeat(
          40,
        ),
      ),
    /flesch-kincaid \d/,
  ],
];

describe('the check of the finder', () => {
  it('finds nothing wrong with what is shipped', () => {
    expect(problemsOf(path.join(root, 'content'))).toEqual([]);
  });

  it.each(bad)('catches: %s', (_rule, file, change, says) => {
    expect(problemsOf(changedContent(file, change)).join('\n')).toMatch(says);
  });

  it('catches a digit typed into a text', () => {
    const { content } = readContent(changedContent(texts, (t) => t.replace('Photo ID,', 'Photo ID (2),')));
    const problems = content ? checkWords(content).map(({ what }) => what) : [];
    expect(problems.join('\n')).toMatch(/photo-id: the digit "2" is typed/);
  });

  it('asks for texts in the source language, and lets another language have none', () => {
    const folder = changedContent(texts, (text) => `${text}\n`);
    rmSync(path.join(folder, texts));
    expect(problemsOf(folder).join('\n')).toMatch(/the source language has no texts/);
  });

  it('catches what is missing in a language that has a file, and what was left in English', () => {
    const folder = changedContent(texts, (text) => `${text}\n`);
    writeFileSync(
      path.join(folder, 'assistance/texts/es.yaml'),
      `method: machine
translation: { of: '${'0'.repeat(64)}', method: machine }
review: unreviewed
programs: { chip: { name: CHIP, gives: ['Paga la atención de los niños.'] } }
apply: { call: ['Llame al número.'] }
papers: { prescription: Su receta, tax-return: Your tax return }
reasons: { income-at-most-yes: 'Su ingreso está dentro del límite.', veteran-yes: You served in the military. }
`,
    );
    const problems = problemsOf(folder)
      .filter((one) => one.includes('/es.yaml'))
      .join('\n');
    expect(problems).toMatch(/translated from another text/);
    expect(problems).toMatch(/programs: no text for "medicaid-adult"/);
    expect(problems).toMatch(/reasons.income-at-most-yes has other placeholders/);
    expect(problems).toMatch(/reasons.veteran-yes reads as in the source language/);
  });
});
