import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expectNowhere } from './files.ts';
import { expect, expectAccessible, languages, test } from './kiosk.ts';
import { FinderPages, finderSpeaks } from './pages/finder.ts';
import { StaffPages } from './pages/staff.ts';

for (const tag of languages) {
  test(`${tag}: from the home screen through every question to what may help, every screen accessible`, async ({
    kiosk,
  }) => {
    test.slow();
    const pages = new FinderPages(kiosk.page, tag);
    const look = () => expectAccessible(kiosk.page);
    await pages.chooseLanguage();
    await pages.open();
    await look();
    if (!finderSpeaks(tag)) {
      // Its texts are not there yet: the screen says so and offers a language that has them.
      await expect(pages.main).toContainText(pages.text('finder.elsewhere'));
      await pages.main.getByRole('button', { name: 'English', exact: true }).click();
      await expect(pages.heading).toHaveText(new FinderPages(kiosk.page, 'en').text('finder.title'));
      return;
    }
    await expect(pages.main).toContainText(pages.text('finder.start.status'));
    await pages.button('finder.start.go').click();
    await pages.answerAsParent('2000', look);
    await look();
    expect(await pages.programs('first')).toContain('medicaid-child');
    expect(await pages.programs('first')).toContain('health-center');
    expect(await pages.programs('always')).toContain('emergency-care');
    expect(await pages.programs('may')).toContain('needymeds');
    const card = pages.program('medicaid-child');
    await expect(card).toContainText('1-877-543-7669');
    await expect(card).toContainText(pages.text('finder.card.unconfirmed'));
    await expect(card).toContainText('2026');
    const reasons = card.locator('details', { hasText: pages.text('finder.card.why') }).first();
    await expect(reasons.locator('li').first()).toBeHidden();
    await reasons.locator('summary').click();
    await expect(reasons.locator('li').first()).toBeVisible();
    await expect(pages.program('medicaid-adult')).toBeHidden();
    await pages.group('probably-not').locator('summary').first().click();
    await expect(pages.program('medicaid-adult')).toBeVisible();
    await look();
    // Needs insurance: never shown to who has none.
    await expect(pages.program('totalassist')).toHaveCount(0);
    await pages.button('finder.change').click();
    await expect(pages.heading).toHaveText(pages.text('finder.answers.title'));
    await look();
  });
}

for (const tag of languages) {
  test(`${tag}: the list, saved by staff, says in two languages what matched and why`, async ({ kiosk }) => {
    test.slow();
    const pages = new FinderPages(kiosk.page, tag);
    const staff = new StaffPages(kiosk.page, tag);
    await pages.chooseLanguage();
    await pages.start();
    await pages.answerAsParent('2000');
    await pages.button('finder.list').first().click();
    await expect(pages.heading).toHaveText(pages.text('finder.list'));
    await expect(pages.main).toContainText(pages.text('finder.list.ask'));
    await pages.answer(pages.text('finder.list.length.whole')).click();
    await expectAccessible(kiosk.page);
    await pages.button('finder.list.staff').click();
    await staff.choosePin('2468');
    await expect(staff.heading).toHaveText(staff.text('finder.list.ready'));
    await expectAccessible(kiosk.page);
    const name = await staff.save();
    const text = execFileSync('pdftotext', [path.join(kiosk.saveFolder, name), '-'], { encoding: 'utf8' });
    // The patient's language may be drawn from right to left; what stands beside it is English.
    for (const words of [
      'Medicaid for children',
      '1-877-543-7669',
      '$56,279.20',
      'Watch out for cheats',
      'NeedyMeds',
    ])
      expect(text.replaceAll(/\s+/g, ' ')).toContain(words);
    expect(text).not.toContain('2,000'); // what was answered is not on paper
    await staff.button('popup.close').click();
    await expect(pages.heading).toHaveText(pages.text('finder.list'));
    await pages.button('header.back').click();
    await pages.expectResults();
  });
}

test('skipping the state, or the household, leads to what helps everyone and back; skipping the rest to results', async ({
  kiosk,
}) => {
  const pages = new FinderPages(kiosk.page, 'en');
  await pages.chooseLanguage();
  await pages.start();
  for (const [question, act] of [
    ['state', () => pages.state('CA').click()],
    ['household', () => pages.answer('2').click()],
  ] as const) {
    await pages.skip.click();
    await pages.expectResults();
    await expect(pages.main).toContainText(pages.text('finder.results.short'));
    expect(await pages.programs('always')).toEqual([
      'emergency-care',
      'health-center',
      'two-one-one',
      'hospital-assistance',
      'discount-cards',
      'poison-help',
      'interpreter',
    ]);
    await expect(pages.group('first')).toHaveCount(0);
    await pages.button('finder.results.answer').click();
    await pages.expectQuestion(question);
    await act();
  }
  await expectAccessible(kiosk.page);
  await pages.skip.click(); // income, with its amount
  for (const question of ['age', 'family', 'insurance', 'job-offer', 'kidney', 'groups']) {
    await pages.expectQuestion(question);
    await pages.answer(pages.text('finder.not-known')).click();
  }
  await pages.expectResults();
  expect(await pages.programs('first')).toEqual(['health-center']);
  expect(await pages.programs('may')).toContain('medicaid-adult');
});

test('back loses nothing, nor does a look at another screen, and one answer can be changed alone', async ({
  kiosk,
}) => {
  const pages = new FinderPages(kiosk.page, 'en');
  await pages.chooseLanguage();
  await pages.start();
  await pages.state('TX').click();
  await pages.answer('More people').click();
  await pages.type('12');
  await pages.next.click();
  await pages.option('income-per', 'week').click();
  await pages.type('450');
  await pages.button('header.back').click();
  await expect(pages.option('income-per', 'week')).toHaveAttribute('aria-pressed', 'true');
  await pages.button('header.back').click();
  await expect(pages.typed).toHaveText('12');
  await pages.type('9'); // 129 people: refused
  await expect(pages.main).toContainText(pages.text('finder.too-high'));
  await expect(pages.typed).toHaveText('12');
  await pages.next.click();
  await pages.next.click();
  await expect(pages.typed).toHaveText('$450');
  await pages.button('header.interpreter').click();
  await pages.button('header.back').click();
  await expect(pages.typed).toHaveText('$450');
  await pages.button('header.home').click();
  await pages.open();
  await pages.button('finder.start.on').click();
  await pages.expectQuestion('age');
  await pages.type('30');
  await pages.next.click();
  await pages.skip.click();
  await pages.option('insurance', 'medicare').click();
  await pages.option('kidney', 'no').click();
  await pages.option('groups', 'veteran').click();
  await pages.next.click();
  await pages.expectResults();
  expect(await pages.programs('first')).toContain('va');
  await pages.button('finder.change').click();
  await pages.main.getByRole('button', { name: pages.text('finder.ask.kidney') }).click();
  await pages.option('kidney', 'yes').click();
  // What is new by the change is asked, and nothing else.
  await pages.expectQuestion('kidney-when');
  await pages.answer('3 years').click();
  await pages.expectResults();
});

test('the page on the work rule is reached from Medicaid', async ({ kiosk }) => {
  const pages = new FinderPages(kiosk.page, 'en');
  await pages.chooseLanguage();
  await pages.start();
  await pages.state('AZ').click();
  await pages.answer('1').click();
  await pages.option('income-per', 'no-income').click();
  await pages.type('40');
  await pages.next.click();
  await pages.answer(pages.text('finder.none')).click();
  await pages.option('insurance', 'none').click();
  await pages.option('job-offer', 'none').click();
  await pages.option('kidney', 'no').click();
  await pages.answer(pages.text('finder.none')).click();
  await pages
    .program('medicaid-adult')
    .getByRole('button', { name: pages.text('finder.card.work-rule') })
    .click();
  await expect(pages.heading).toHaveText(pages.text('finder.work.title'));
  await expect(pages.main).toContainText('January 1, 2027');
  await expect(pages.main).toContainText('80 hours');
  await expect(pages.main).toContainText(pages.text('finder.work.confirm'));
  await expectAccessible(kiosk.page);
  await pages.button('header.back').click();
  await pages.expectResults();
});

test('by keyboard alone', async ({ kiosk }) => {
  test.slow();
  const { page } = kiosk;
  const pages = new FinderPages(page, 'en');
  const press = async (target: ReturnType<FinderPages['answer']>, key = 'Enter') => {
    for (let tries = 0; tries < 90; tries += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await expect(target).toBeFocused();
    await page.keyboard.press(key);
  };
  await press(pages.languageButton('en'));
  await expect(pages.heading).toBeFocused();
  await press(pages.tile(pages.text('finder.title')));
  await press(pages.button('finder.start.go'));
  await pages.expectQuestion('state');
  await expect(pages.heading).toBeFocused();
  await press(pages.main.getByRole('textbox'), 'n');
  await page.keyboard.type('ew yo');
  await press(pages.state('NY'));
  await press(pages.answer('2'));
  await press(pages.option('income-per', 'year'));
  await expect(pages.heading).toBeFocused();
  await page.keyboard.type('21000');
  await expect(pages.typed).toHaveText('$21,000');
  await page.keyboard.press('Backspace');
  await expect(pages.typed).toHaveText('$2,100');
  await press(pages.next);
  await page.keyboard.type('67');
  await press(pages.next);
  await press(pages.option('family', 'child'), 'Space');
  await press(pages.next);
  await press(pages.option('insurance', 'both'));
  await press(pages.skip);
  await press(pages.option('groups', 'disabled'), 'Space');
  await press(pages.next);
  await pages.expectResults();
  expect(await pages.programs('first')).toContain('extra-help');
  await press(pages.program('extra-help').locator('summary').first());
  await expect(pages.program('extra-help').locator('details[open] li').first()).toBeVisible();
});

test('starting again asks first; clearing the screen wipes every answer, and no file has it', async ({
  kiosk,
}) => {
  test.slow();
  const { page } = kiosk;
  const address = page.url();
  const pages = new FinderPages(page, 'en');
  await pages.chooseLanguage();
  await pages.start();
  await pages.answerAsParent('8675309');
  await pages.button('finder.again').click();
  await pages.button('finder.again.no').click();
  await pages.expectResults();
  await pages.button('finder.again').click();
  await expectAccessible(page);
  await pages.button('finder.again.yes').click();
  await expect(pages.button('finder.start.go')).toBeVisible();
  await pages.button('finder.start.go').click();
  await pages.answerAsParent('8675309');
  expect(page.url()).toBe(address);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
    0,
    0,
    '',
  ]);
  await pages.button('header.clear').click();
  await pages.expectWelcome();
  await expect(page.locator('body')).not.toContainText('8,675,309');
  await pages.chooseLanguage();
  await pages.open();
  await expect(pages.button('finder.start.go')).toBeVisible();
  await pages.button('finder.start.go').click();
  await expect(pages.main.locator('[aria-pressed=true]')).toHaveCount(0);
  await kiosk.close();
  expectNowhere(['8675309', '8,675,309'], [kiosk.dataFolder, kiosk.workFolder]);
});

for (const [width, height] of [
  [1366, 768],
  [1080, 1920],
] as const) {
  test(`answers are 64 px at least and nothing is cut at ${width} by ${height}`, async ({ kiosk }) => {
    const { page } = kiosk;
    await page.setViewportSize({ width, height });
    const pages = new FinderPages(page, 'en');
    await pages.chooseLanguage();
    await pages.start();
    const look = async () => {
      const found = await page.evaluate(() => {
        const main = document.querySelector('main') as HTMLElement;
        const all = [...main.querySelectorAll<HTMLElement>('button, summary')].filter(
          (element) => element.offsetParent !== null,
        );
        const small = all
          .map((element) => ({ box: element.getBoundingClientRect(), text: element.textContent }))
          .filter(({ box }) => box.width < 63.9 || box.height < 63.9)
          .map(({ text, box }) => `${text} ${Math.round(box.width)}x${Math.round(box.height)}`);
        const cut = all
          .filter((element) => element.scrollWidth > element.clientWidth + 1)
          .map((element) => `cut: ${element.textContent}`);
        const wide = main.scrollWidth > main.clientWidth + 1 ? ['the page is wider than the screen'] : [];
        return [...small, ...cut, ...wide];
      });
      expect(found).toEqual([]);
    };
    await pages.answerAsParent('2000', look);
    await look();
  });
}
