import path from 'node:path';
import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../electron/services/packs/check/check-content.ts';
import { isGuideCode } from '../../electron/services/packs/check/guides.ts';
import { readingOf } from '../../electron/services/packs/check/readability.ts';
import { changedContent, day, root } from '../support/fixtures.ts';

const problemsOf = (folder: string, on = day) =>
  checkContent(folder, on).problems.map(({ file, what }) => `${file}: ${what}`);
const taking = 'guides/azathioprine-taking/en.md';

/** One bad example a rule: the file, what is done to it, what the check must say. */
const bad: [rule: string, file: string, change: (text: string) => string, says: RegExp][] = [
  [
    'unknown front matter',
    taking,
    (t) => t.replace('method: machine', 'method: machine\ncolour: red'),
    /front matter .*colour|Unrecognized key/,
  ],
  ['no review line', taking, (t) => t.replace('review: unreviewed\n', ''), /front matter review/],
  ['HTML in a guide', taking, (t) => t.replace('Do not split', '<b>Do</b> not split'), /html is not allowed/],
  ['a heading without id', taking, (t) => t.replace(' {#store}', ''), /heading without a fixed id/],
  [
    'an outside link',
    taking,
    (t) => t.replace('(guide:help-paying-less)', '(https://example.org)'),
    /a link to "https/,
  ],
  [
    'an unknown callout',
    taking,
    (t) => t.replace(':::yellow[', ':::blue['),
    /containerDirective is not allowed/,
  ],
  [
    'an unknown fact',
    taking,
    (t) => t.replace('{{poison-help}}', '{{poison-hlep}}'),
    /poison-hlep.* is not a fact/,
  ],
  [
    'an unknown red flag',
    taking,
    (t) => t.replace('{#never-double}', '{#never-triple}'),
    /red flag "never-triple"/,
  ],
  [
    'a typed digit',
    taking,
    (t) => t.replace('Take it after food.', 'Take 2 after food.'),
    /digit "2" is typed/,
  ],
  [
    'a typed Arabic digit',
    'guides/azathioprine-taking/ar.md',
    (t) => t.replace('خذوه بعد الأكل.', 'خذوا ٢ بعد الأكل.'),
    /digit "٢" is typed/,
  ],
  [
    'a missing translation',
    'languages/es/ui/patient.json',
    (t) => t.replace(/ {2}"home.title".*\n/, ''),
    /"home.title" is not translated/,
  ],
  [
    'an English string left',
    'languages/es/ui/patient.json',
    (t) => t.replace('"Buscar"', '"Search"'),
    /reads as in the source language/,
  ],
  [
    'a lost placeholder',
    'languages/es/ui/patient.json',
    (t) => t.replace('{{number}}', ''),
    /has placeholders none/,
  ],
  ['an empty string', 'languages/es/ui/patient.json', (t) => t.replace('"Buscar"', '""'), /empty/],
  [
    'a stale translation',
    taking,
    (t) => t.replace('Swallow the tablet whole', 'Swallow each tablet whole'),
    /translated from another text/,
  ],
  [
    'a section missing',
    'guides/azathioprine-taking/es.md',
    (t) => t.replace('{#store}', '{#keep}'),
    /sections are \[/,
  ],
  [
    'a block missing',
    'guides/azathioprine-taking/es.md',
    (t) => t.replace(':::yellow[', ':::red['),
    /section missed has blocks/,
  ],
  [
    'a flag missing in a translation',
    'guides/azathioprine-taking/es.md',
    (t) => t.replace('- ::flag{#never-double}\n', ''),
    /section missed has \[/,
  ],
  [
    'a required red flag missing',
    'safety.yaml',
    (t) => t.replace('flags: [overdose, late-effects]', 'flags: [overdose, late-effects, chickenpox]'),
    /red flag "chickenpox" is missing/,
  ],
  [
    'a forbidden statement',
    taking,
    (t) => t.replace('Do not share them.', 'Imuran is a painkiller.'),
    /4A\.1, painkiller/,
  ],
  [
    'a forbidden statement in Chinese',
    'guides/azathioprine-taking/zh-Hans.md',
    (t) => t.replace('不要分给别人。', '硫唑嘌呤是止痛药。'),
    /4A\.1, painkiller/,
  ],
  [
    'a forbidden statement in search words',
    taking,
    (t) => t.replace('search: [take,', 'search: [imuran is a painkiller,'),
    /search: .*painkiller/,
  ],
  [
    'a pattern that misses its example',
    'safety.yaml',
    (t) => t.replace("en: ['Imuran is a painkiller.']", "en: ['Imuran soothes.']"),
    /misses "Imuran soothes/,
  ],
  [
    'a pattern without a language',
    'safety.yaml',
    (t) => t.replace(/(- id: painkiller[^]*?patterns:[^]*?)\n +es:[^]*?(?=\n +ar:)/, '$1'),
    /has no pattern in "es"/,
  ],
  ['a dead link', taking, (t) => t.replace('guide:help-paying-less', 'guide:help-paying-more'), /dead link/],
  [
    'a dead related guide',
    'guides/azathioprine-taking/guide.yaml',
    (t) => t.replace('help-paying-less', 'help-nothing'),
    /related guide "help-nothing"/,
  ],
  ['an unknown term', taking, (t) => t.replace('{#gout}', '{#gaut}'), /term "gaut" is not in the glossary/],
  [
    'a term missing in one language',
    'glossary/es.yaml',
    (t) => t.replace(/^gout:.*\n/m, ''),
    /"gout" is missing/,
  ],
  ['a source missing', 'sources.yaml', (t) => t.replace(/^MIS:.*\n/m, ''), /source "MIS"/],
  [
    'a wrong check digit',
    'guides/azathioprine-taking/guide.yaml',
    (t) => t.replace(/code: '\d{4}'/, "code: '1020'"),
    /wrong check digit/,
  ],
  [
    'no pictogram',
    'guides/azathioprine-taking/guide.yaml',
    (t) => t.replace('pill-clock', 'pill-bottle'),
    /no pictogram "pill-bottle"/,
  ],
  [
    'an expired fact',
    'facts/phones.yaml',
    (t) => t.replace('until: 2027-11-23', 'until: 2026-11-23'),
    /not in force/,
  ],
  [
    'a fact of the wrong shape',
    'facts/limits.yaml',
    (t) => t.replace('{ celsius: 38, fahrenheit: 100.4 }', "'38'"),
    /temperature needs/,
  ],
  ['help not first', taking, (t) => t.replace('{#help-now}', '{#help}'), /does not begin with help-now/],
  [
    'a hard text',
    taking,
    (t) =>
      t.replace(
        'Look at the strength each time',
        'Conscientiously investigate pharmaceutical concentration differentiation notwithstanding organizational administrative considerations '.repeat(
          9,
        ),
      ),
    /reading grade|words a sentence/,
  ],
  [
    'a direction mark',
    'guides/azathioprine-taking/ar.md',
    (t) => t.replace('اقرؤوا الملصق', '\u200fاقرؤوا الملصق'),
    /invisible direction mark/,
  ],
  [
    'markup that was not understood',
    'guides/azathioprine-blood-tests/zh-Hans.md',
    (t) => t.replace('**第一个月**：', '**第一个月：**'),
    /markup that was not understood/,
  ],
  [
    'a drawing with a script',
    'pictograms/pill.svg',
    (t) => t.replace('</svg>', '<script/></svg>'),
    /not a drawing of paths/,
  ],
  ['a group without a title', 'groups.yaml', (t) => `${t}- conditions\n`, /no string "group.conditions"/],
];

describe('the content check', () => {
  it('finds nothing wrong with what is shipped', () => {
    expect(problemsOf(path.join(root, 'content'))).toEqual([]);
  });

  it.each(bad)('catches: %s', (_rule, file, change, says) => {
    expect(problemsOf(changedContent(file, change)).join('\n')).toMatch(says);
  });

  it('catches a guide that one language lacks', () => {
    const folder = changedContent('groups.yaml', (text) => `${text}\n`);
    rmSync(path.join(folder, 'guides/azathioprine-taking/es.md'));
    expect(problemsOf(folder).join('\n')).toMatch(/azathioprine-taking\/es\.md: the file is missing/);
  });

  it('catches an expired guide on a later day', () => {
    expect(problemsOf(path.join(root, 'content'), '2028-01-01').join('\n')).toMatch(/expired on/);
  });

  it('tells where and how to mend', () => {
    const folder = changedContent(taking, (text) => text.replace('Do not split', '<b>Do</b> not split'));
    const { problems } = checkContent(folder, day);
    expect(
      problems.some(({ file, line, mend }) => file === taking && line && line > 8 && mend.length > 0),
    ).toBe(true);
  });
});

describe('guide codes', () => {
  it('refuse every single wrong digit', () => {
    expect(isGuideCode('1016')).toBe(true);
    for (let place = 0; place < 4; place += 1) {
      for (let digit = 0; digit < 10; digit += 1) {
        const wrong = [...'1016'];
        if (wrong[place] === String(digit)) continue;
        wrong[place] = String(digit);
        expect(isGuideCode(wrong.join(''))).toBe(false);
      }
    }
  });
});

describe('the reading grade', () => {
  it('rises with long words and long sentences, and counts names as easy', () => {
    const easy = readingOf(['Take it after food.', 'Call us.'], []);
    const hard = readingOf(
      [
        'Administration of immunosuppressive pharmaceuticals necessitates conscientious haematological surveillance.',
      ],
      [],
    );
    expect(easy.grade).toBeLessThan(3);
    expect(hard.grade).toBeGreaterThan(15);
    const named = readingOf(['Take azathioprine now.'], ['azathioprine']);
    expect(named.grade).toBeLessThan(named.strictGrade);
  });
});
