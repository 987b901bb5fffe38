import { expect, expectAccessible, languages, test, titleOf, type Kiosk } from './kiosk.ts';
import { PatientPages } from './pages/patient.ts';

const guide = 'azathioprine-blood-tests';

async function expectFrame(kiosk: Kiosk, pages: PatientPages): Promise<void> {
  const strip = kiosk.page.locator('.strip');
  for (const number of ['911', '1-800-222-1222', '988']) await expect(strip).toContainText(number);
  await expect(strip).toContainText(pages.text('strip.poison'));
  for (const key of ['header.text-size', 'header.clear']) await expect(pages.button(key)).toBeVisible();
}

for (const tag of languages) {
  test(`${tag}: from language to guide in three taps, every screen sound and accessible`, async ({
    kiosk,
  }) => {
    test.slow();
    const pages = new PatientPages(kiosk.page, tag);
    await pages.expectWelcome();
    await expectAccessible(kiosk.page);
    // Three taps: language, group, guide.
    await pages.chooseLanguage();
    await expectAccessible(kiosk.page);
    await expectFrame(kiosk, pages);
    await expect(kiosk.page.locator('html')).toHaveAttribute('lang', tag);
    await expect(kiosk.page.locator('html')).toHaveAttribute('dir', tag === 'ar' ? 'rtl' : 'ltr');
    await pages.openGuide(guide);
    await expect(pages.main.locator('[data-section]').first()).toHaveAttribute('data-section', 'help-now');
    await expect(pages.main.locator('.callout').first()).toHaveAttribute('data-level', '911');
    await expect(pages.main).toContainText('100.4 °F (38 °C)');
    await expect(pages.main).toContainText(pages.text('guide.unreviewed'));
    await expect(pages.main).toContainText('1032');
    await expectFrame(kiosk, pages);
    await expectAccessible(kiosk.page);
    await expect(pages.main.locator('[data-section=calendar]')).toHaveCount(0);
    await pages.readWhole();
    await expectAccessible(kiosk.page);
    const calendar = pages.main.locator('[data-section=calendar] h2');
    await kiosk.page
      .getByRole('navigation')
      .getByRole('button', { name: (await calendar.textContent()) ?? '' })
      .click();
    await expect(calendar).toBeInViewport();
    await expect(calendar).toBeFocused();
    await pages.button('header.home').click();
    await pages.openSearch();
    await expectFrame(kiosk, pages);
    await expectAccessible(kiosk.page);
    await pages.button('header.home').click();
    await pages.tile(pages.text('home.code')).click();
    await expectFrame(kiosk, pages);
    await expectAccessible(kiosk.page);
    await pages.button('header.interpreter').click();
    await expect(pages.main).toContainText('I need a qualified interpreter');
    await expect(pages.main).toContainText(pages.text('interpreter.free'));
    await expectFrame(kiosk, pages);
    await expectAccessible(kiosk.page);
    await pages.languageButton(tag).click();
    await expectAccessible(kiosk.page);
    await kiosk.page.keyboard.press('Escape');
    await pages.button('header.clear').click();
    await pages.expectWelcome();
  });
}

test('Arabic runs from right to left', async ({ kiosk }) => {
  const pages = new PatientPages(kiosk.page, 'ar');
  await pages.chooseLanguage();
  await pages.openGuide(guide);
  const left = async (selector: string) => (await kiosk.page.locator(selector).first().boundingBox())?.x ?? 0;
  expect(await left('.callout-title .shape')).toBeGreaterThan(await left('.callout-title span'));
  expect(await left('.frame-header .button:first-child')).toBeGreaterThan(
    await left('.frame-header .button:last-of-type'),
  );
  // A phone number and a temperature read from left to right inside the Arabic line.
  await expect(pages.main.locator('bdi[dir=ltr]', { hasText: '100.4 °F (38 °C)' }).first()).toBeVisible();
  expect(
    await pages.main
      .locator('p')
      .first()
      .evaluate((element) => getComputedStyle(element).direction),
  ).toBe('rtl');
});

test('a glossary word is explained on tap, links and related guides lead on, back leads back', async ({
  kiosk,
}) => {
  const pages = new PatientPages(kiosk.page, 'en');
  await pages.chooseLanguage();
  await pages.openGuide(guide);
  await pages.readWhole();
  await pages.main.getByRole('button', { name: 'Platelets' }).click();
  await expect(kiosk.page.getByRole('dialog')).toContainText('help stop bleeding');
  await kiosk.page.keyboard.press('Escape');
  await pages.main.getByRole('button', { name: 'finding a clinic', exact: true }).click();
  await expect(pages.heading).toHaveText(titleOf('help-find-a-clinic', 'en'));
  await pages.button('header.back').click();
  await expect(pages.heading).toHaveText(titleOf(guide, 'en'));
  await pages.tile(titleOf('azathioprine-side-effects', 'en')).click();
  await expect(pages.heading).toHaveText(titleOf('azathioprine-side-effects', 'en'));
});

test('a guide opens short, a link to a section outside of that opens it whole, and an answer waits to be asked for', async ({
  kiosk,
}) => {
  const pages = new PatientPages(kiosk.page, 'es');
  const sections = () =>
    pages.main
      .locator('[data-section]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-section')));
  await pages.chooseLanguage();
  await pages.openGuide('azathioprine-overview');
  expect(await sections()).toEqual(['help-now', 'not-a-painkiller', 'do-first']);
  await pages.readWhole();
  expect(await sections()).toContain('teach-back');
  const question = pages.main.locator('[data-level=question]').first();
  await expect(question.locator('p')).toBeHidden();
  await question.getByText(pages.text('guide.answer')).click();
  await expect(question.locator('p')).toBeVisible();
  await pages.button('guide.shorter').click();
  expect(await sections()).not.toContain('teach-back');
  await pages.main.getByRole('button', { name: 'sus análisis', exact: true }).click();
  await expect(pages.heading).toHaveText(titleOf(guide, 'es'));
  await expect(pages.main.locator('[data-section=calendar] h2')).toBeInViewport();
});

test('a language with part of the guides says so, and offers those that have all', async ({ kiosk }) => {
  const pages = new PatientPages(kiosk.page, 'ar');
  await pages.chooseLanguage();
  await expect(pages.main).toContainText(pages.text('home.more'));
  await pages.main.getByRole('button', { name: 'Español', exact: true }).click();
  const spanish = new PatientPages(kiosk.page, 'es');
  await expect(spanish.heading).toHaveText(spanish.text('home.title'));
  await spanish.openGuide('condition-lupus');
  const arabic = await spanish.switchTo('ar');
  await expect(arabic.main).toContainText(arabic.text('guide.not-in-language'));
  await arabic.main.getByRole('button', { name: 'English', exact: true }).click();
  await expect(arabic.heading).toHaveText(titleOf('condition-lupus', 'en'));
});

test('three text sizes', async ({ kiosk }) => {
  const pages = new PatientPages(kiosk.page, 'es');
  await pages.chooseLanguage();
  const size = () => kiosk.page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
  const sizes = [await size()];
  for (const key of ['text-size.large', 'text-size.largest']) {
    await pages.button('header.text-size').click();
    await pages.button(key).click();
    sizes.push(await size());
  }
  expect(sizes).toEqual([22, 26, 32]);
});

test('another language keeps the place: the guide and the section, or the words searched for', async ({
  kiosk,
}) => {
  const pages = new PatientPages(kiosk.page, 'en');
  await pages.chooseLanguage();
  await pages.openGuide(guide);
  await pages.readWhole();
  await kiosk.page.getByRole('navigation').getByRole('button', { name: 'What the tests show' }).click();
  const arabic = await pages.switchTo('ar');
  await expect(arabic.heading).toHaveText(titleOf(guide, 'ar'));
  await expect(arabic.main.locator('[data-section=what-they-show] h2')).toBeInViewport();
  await arabic.button('header.home').click();
  await arabic.openSearch();
  await arabic.field('search.field').fill('imuran');
  const spanish = await arabic.switchTo('es');
  await expect(spanish.field('search.field')).toHaveValue('imuran');
  await expect(spanish.offered.first()).toHaveText(titleOf('azathioprine-overview', 'es'));
});

test('search: brand, another language, an accent left out, one wrong letter, and never a dead end', async ({
  kiosk,
}) => {
  const pages = new PatientPages(kiosk.page, 'en');
  await pages.chooseLanguage();
  await pages.openSearch();
  const field = pages.field('search.field');
  const finds = async (text: string, id: string) => {
    await field.fill(text);
    await expect(pages.offered.first()).toHaveText(titleOf(id, 'en'));
  };
  await finds('imuran', 'azathioprine-overview');
  await finds('no tengo seguro', 'help-care-without-insurance');
  await finds('analisis de sangre', 'azathioprine-blood-tests');
  await finds('验血', 'azathioprine-blood-tests');
  await field.fill('imuram');
  await expect(kiosk.page.getByText(pages.text('search.did-you-mean'))).toBeVisible();
  await field.fill('zzzzqqqq');
  await expect(kiosk.page.getByText(pages.text('search.nothing'))).toBeVisible();
  await expect(pages.offered).toHaveCount(30);
  await field.fill('');
  for (const letter of 'pill')
    await kiosk.page.locator('.keyboard').getByRole('button', { name: letter, exact: true }).click();
  await expect(field).toHaveValue('pill');
  await expect(pages.offered.first()).not.toHaveText('');
});

test('a code from a sheet leads to its guide, a wrong one says so', async ({ kiosk }) => {
  const pages = new PatientPages(kiosk.page, 'zh-Hans');
  await pages.chooseLanguage();
  await pages.tile(pages.text('home.code')).click();
  for (const digit of '1234') await pages.digit(digit).click();
  await expect(kiosk.page.getByText(pages.text('code.unknown'))).toBeVisible();
  for (const digit of '1032') await pages.digit(digit).click();
  await expect(pages.heading).toHaveText(titleOf(guide, 'zh-Hans'));
});

test('everything by keyboard alone', async ({ kiosk }) => {
  const { page } = kiosk;
  const pages = new PatientPages(page, 'es');
  const press = async (target: ReturnType<PatientPages['button']>) => {
    for (let tries = 0; tries < 60; tries += 1) {
      await page.keyboard.press('Tab');
      if (await target.evaluate((element) => element === document.activeElement)) break;
    }
    await expect(target).toBeFocused();
    const outline = await target.evaluate((element) => getComputedStyle(element).outlineWidth);
    expect(parseFloat(outline)).toBeGreaterThanOrEqual(4);
    await page.keyboard.press('Enter');
  };
  await press(pages.languageButton('es'));
  await expect(pages.heading).toBeFocused();
  await press(pages.tile(pages.text('group.azathioprine')));
  await expect(pages.heading).toBeFocused();
  await press(pages.tile(titleOf('azathioprine-taking', 'es')));
  await expect(pages.heading).toHaveText(titleOf('azathioprine-taking', 'es'));
  await press(pages.button('header.clear'));
  await pages.expectWelcome();
});

for (const [width, height] of [
  [1366, 768],
  [1080, 1920],
] as const) {
  test(`targets are 44 px at least and nothing is cut at ${width} by ${height}`, async ({ kiosk }) => {
    const { page } = kiosk;
    await page.setViewportSize({ width, height });
    for (const tag of ['en', 'ar']) {
      const pages = new PatientPages(page, tag);
      await pages.chooseLanguage();
      const look = async () => {
        const found = await page.evaluate(() => {
          const small = [...document.querySelectorAll<HTMLElement>('button, a, input, select')]
            .filter(
              (element) => element.offsetParent !== null && !element.classList.contains('inline-button'),
            )
            .map((element) => ({ box: element.getBoundingClientRect(), text: element.textContent }))
            .filter(({ box }) => box.width < 44 || box.height < 44)
            .map(({ text, box }) => `${text} ${Math.round(box.width)}x${Math.round(box.height)}`);
          const main = document.querySelector('main');
          const wide =
            main && main.scrollWidth > main.clientWidth + 1 ? ['the page is wider than the screen'] : [];
          const cut = [...document.querySelectorAll<HTMLElement>('.button, .tile')]
            .filter((element) => element.scrollWidth > element.clientWidth + 1)
            .map((element) => `cut: ${element.textContent}`);
          return [...small, ...wide, ...cut];
        });
        expect(found).toEqual([]);
      };
      await look();
      await pages.openGuide(guide);
      await look();
      await pages.button('header.home').click();
      await pages.openSearch();
      await expect(page.locator('.keyboard .hg-button').first()).toBeVisible();
      await look();
      await pages.button('header.home').click();
      await pages.tile(pages.text('home.code')).click();
      await look();
      await pages.button('header.clear').click();
    }
  });
}
