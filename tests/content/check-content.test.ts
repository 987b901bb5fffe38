import path from 'node:path';
import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../electron/services/packs/check/check-content.ts';
import { isGuideCode } from '../../electron/services/packs/check/guides.ts';
import { easyNames, readingOf, spanishSyllables } from '../../electron/services/packs/check/reading.ts';
import { changedContent, root } from '../support/fixtures.ts';

const problemsOf = (folder: string) =>
  checkContent(folder).problems.map(({ file, what }) => `${file}: ${what}`);
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
    (t) => t.replace('Take it after food,', 'Take 2 after food,'),
    /digit "2" is typed/,
  ],
  [
    'a typed Arabic digit',
    'guides/azathioprine-taking/ar.md',
    (t) => t.replace('خذوه بعد الأكل،', 'خذوا ٢ بعد الأكل،'),
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
    (t) => t.replace('search: [', 'search: [imuran is a painkiller, '),
    /search: .*painkiller/,
  ],
  [
    'a safety pattern that misses its example',
    'safety/en.yaml',
    (t) => t.replace(/(painkiller:[^]*?caught:\n)/, "$1      - 'Imuran soothes.'\n"),
    /painkiller misses "Imuran soothes/,
  ],
  [
    'a safety pattern that catches a near miss',
    'safety/en.yaml',
    (t) => t.replace(/(painkiller:[^]*?allowed:\n)/, "$1      - 'Imuran is a painkiller.'\n"),
    /painkiller wrongly catches "Imuran is a painkiller/,
  ],
  [
    'a safety rule that a language lacks',
    'safety/es.yaml',
    (t) => t.replace(/^ {2}painkiller:/m, '  painkillers:'),
    /rule "painkillers" is not in safety.yaml[^]*rule "painkiller" is missing/,
  ],
  ['a dead link', taking, (t) => t.replace('guide:help-paying-less', 'guide:help-paying-more'), /dead link/],
  [
    'a dead related guide',
    'guides/azathioprine-taking/guide.yaml',
    (t) => t.replace('help-paying-less', 'help-nothing'),
    /related guide "help-nothing"/,
  ],
  [
    'an unknown term',
    taking,
    (t) => t.replace('{#refill}', '{#refil}'),
    /term "refil" is not in the glossary/,
  ],
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
    'a fact that ends before it begins',
    'facts/phones.yaml',
    (t) => t.replace('until: 2027-11-23', 'until: 2025-11-23'),
    /ends before it begins/,
  ],
  [
    'money without an end',
    'facts/money.yaml',
    (t) => t.replace(/(price-fifty:[^]*?until: )2027-11-23/, '$1null'),
    /money without an end/,
  ],
  [
    'general knowledge called confirmed',
    'facts/phones.yaml',
    (t) => t.replace(/(source: GK[^]*?confirmed: )false/, '$1true'),
    /general knowledge cannot be confirmed/,
  ],
  [
    'money without a date in its section',
    'guides/help-paying-less/en.md',
    (t) => t.replace('A price survey of {{price-day}} shows why.', 'A price survey shows why.'),
    /names money without a date/,
  ],
  [
    'a section without a source',
    'guides/azathioprine-taking/guide.yaml',
    (t) => t.replace(/^ {2}missed: \[MIS.*\n/m, ''),
    /section missed has no source/,
  ],
  [
    'an unconfirmed claim that nobody is told of',
    'guides/azathioprine-taking/guide.yaml',
    (t) => t.replace(/^ {2}- \{ section: help-now.*\n/m, ''),
    /section help-now rests on what is unconfirmed: GK, fever/,
  ],
  [
    'a guide without first steps',
    taking,
    (t) => t.replace('{#do-first}', '{#at-first}'),
    /no section "do-first"/,
  ],
  [
    'two teach-back questions',
    taking,
    (t) => t.replace(/:::question\[[^]*?\n:::\n/, ''),
    /teach-back asks 2 questions/,
  ],
  [
    'a short depth that is the whole guide',
    'guides/azathioprine-taking/guide.yaml',
    (t) =>
      t.replace(
        /^short: .*$/m,
        'short: [help-now, do-first, each-day, your-dose, missed, store, running-out]',
      ),
    /the short depth is \d+ % of the guide/,
  ],
  [
    'a short depth without the danger signs',
    'guides/azathioprine-taking/guide.yaml',
    (t) => t.replace(/^short: \[help-now, /m, 'short: ['),
    /short leaves the first section out/,
  ],
  [
    'a seed-map row that no guide answers',
    'guides/azathioprine-taking/guide.yaml',
    (t) => t.replace(' 45,', ''),
    /row 45 is in no guide/,
  ],
  [
    'a seed-map row both answered and left out',
    'topics.yaml',
    (t) => t.replace('  53: ', '  45: Twice\n  53: '),
    /row 45 is left out and answered/,
  ],
  [
    'the passive in a step',
    taking,
    (t) => t.replace('- Swallow the tablet whole, with water.', '- The tablet is swallowed whole.'),
    /the passive "is swallowed" where an action is asked/,
  ],
  [
    'the passive after "must"',
    taking,
    (t) => t.replace('Two tablets may look alike', 'Tablets must be kept dry and may look alike'),
    /the passive "must be kept"/,
  ],
  [
    'the passive in Spanish',
    'guides/azathioprine-taking/es.md',
    (t) => t.replace('Trague la tableta entera, con agua.', 'La tableta debe ser tragada entera.'),
    /the passive "(?:debe )?ser tragada"/,
  ],
  [
    'a passive pattern that misses its example',
    'languages/en/plain-language.yaml',
    (t) => t.replace('The tablet should be taken after food.', 'Take it.'),
    /passive: misses "Take it\."/,
  ],
  [
    'a medical word that is not explained',
    taking,
    (t) => t.replace('Your blood cells could drop too low.', 'Leukopenia could follow.'),
    /"leukopenia" is not an everyday word/,
  ],
  [
    'a medical word in Spanish',
    'guides/azathioprine-taking/es.md',
    (t) => t.replace('Márquelo en su calendario', 'La leucopenia'),
    /"leucopenia" is not an everyday word/,
  ],
  [
    'a hard word in a definition',
    'glossary/en.yaml',
    (t) => t.replace("'The next supply of the same medicine.'", "'Dispensation of pharmaceuticals.'"),
    /refill: "dispensation" is not an everyday word/,
  ],
  [
    'another medicine in the translation',
    'guides/azathioprine-interactions/es.md',
    (t) => t.replace('Warfarina, un', 'Ibuprofeno, un'),
    /medicines differ from the source text: without warfarin/,
  ],
  [
    'a medicine without a form in a language',
    'medicines.yaml',
    (t) => t.replace(/^ativan: .*$/m, 'ativan: { en: [Ativan], es: [Ativan], ar: [Ativan] }'),
    /ativan has no form in "zh-Hans"/,
  ],
  [
    'a drawing for a section that is not there',
    'guides/azathioprine-taking/guide.yaml',
    (t) => t.replace('  missed: do-not-double', '  mist: do-not-double'),
    /no section "mist" for a pictogram/,
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
        'Look at the strength with each',
        'Conscientiously investigate pharmaceutical concentration differentiation notwithstanding organizational administrative considerations '.repeat(
          9,
        ),
      ),
    /section your-dose: flesch-kincaid \d/,
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

  it('lets a language that has joined with part of the guides lack one', () => {
    const folder = changedContent('languages/es/language.yaml', (text) =>
      text.replace('guides: all', 'guides: some'),
    );
    rmSync(path.join(folder, 'guides/azathioprine-stopping/es.md'));
    expect(problemsOf(folder)).toEqual([]);
  });

  it('tells where and how to mend', () => {
    const folder = changedContent(taking, (text) => text.replace('Do not split', '<b>Do</b> not split'));
    const { problems } = checkContent(folder);
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

describe('the reading figures', () => {
  const { content } = checkContent(path.join(root, 'content'));
  const names = (tag: string) => {
    const language = content?.languages.find((one) => one.tag === tag);
    if (!content || !language) throw new Error('the content cannot be read');
    return easyNames(content, language);
  };

  it('rise with long words and long sentences in English, and count names as easy', () => {
    const easy = readingOf(['Take it after food.', 'Call us.'], 'flesch-kincaid', null);
    const hard = readingOf(
      [
        'Administration of immunosuppressive pharmaceuticals necessitates conscientious haematological surveillance.',
      ],
      'flesch-kincaid',
      null,
    );
    expect(easy.score).toBeLessThan(3);
    expect(hard.score).toBeGreaterThan(15);
    const named = readingOf(['Take azathioprine now.'], 'flesch-kincaid', names('en'));
    expect(named.score).toBeLessThan(named.strictScore ?? 0);
  });

  it('agree with the formulas worked by hand', () => {
    // Six words, one sentence, six syllables: 0.39 * 6 + 11.8 * 1 - 15.59.
    expect(readingOf(['Take it with food each day.'], 'flesch-kincaid', null).score).toBeCloseTo(-1.45, 2);
    // Four words, one sentence, eight syllables (to-me a-gua ca-da dí-a): 206.835 - 62.3 * 2 - 4.
    expect(readingOf(['Tome agua cada día.'], 'inflesz', null).score).toBeCloseTo(78.235, 2);
  });

  it('fall with long words in Spanish', () => {
    const hard = readingOf(
      ['La administración de inmunosupresores farmacológicos necesita vigilancia hematológica continuada.'],
      'inflesz',
      null,
    );
    expect(hard.score).toBeLessThan(20);
    const named = readingOf(['Tome azatioprina ahora.'], 'inflesz', names('es'));
    expect(named.score).toBeGreaterThan(named.strictScore ?? 0);
  });

  it.each([
    ['día', 2],
    ['agua', 2],
    ['guía', 2],
    ['queso', 2],
    ['poeta', 3],
    ['aéreo', 4],
    ['ciudad', 2],
    ['azatioprina', 5],
    ['muy', 1],
    ['leer', 2],
    ['prohibido', 4],
    ['análisis', 4],
  ])('count the syllables of "%s"', (word, count) => expect(spanishSyllables(word)).toBe(count));
});
