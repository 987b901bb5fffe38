import { expect, test, titleOf } from './kiosk.ts';
import { PatientPages } from './pages/patient.ts';

test('left alone it warns after 60 s, counts 30 s, and wipes to the start', async ({ kiosk }) => {
  const { page } = kiosk;
  await page.clock.install();
  const pages = new PatientPages(page, 'es');
  await pages.chooseLanguage();
  await pages.openSearch();
  await pages.field('search.field').fill('secreto');
  await page.clock.runFor(59_000);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.clock.runFor(2_000);
  await expect(page.getByRole('dialog')).toContainText(pages.text('idle.words'));
  await page.clock.runFor(28_000);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.clock.runFor(3_000);
  await pages.expectWelcome();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await pages.chooseLanguage();
  await pages.openSearch();
  await expect(pages.field('search.field')).toHaveValue('');
});

test('touch, key, scroll, the on-screen keyboard and playing sound count as presence', async ({ kiosk }) => {
  const { page } = kiosk;
  await page.clock.install();
  const pages = new PatientPages(page, 'en');
  await pages.chooseLanguage();
  await pages.openSearch();
  const present: [string, () => Promise<unknown>][] = [
    ['touch', () => pages.heading.click()],
    ['key', () => page.keyboard.press('Shift')],
    ['scroll', () => pages.main.evaluate((element) => element.dispatchEvent(new Event('scroll')))],
    [
      'on-screen keyboard',
      () => page.locator('.keyboard').getByRole('button', { name: 'a', exact: true }).click(),
    ],
    [
      'sound',
      () =>
        page.evaluate(() =>
          document.body.appendChild(document.createElement('audio')).dispatchEvent(new Event('timeupdate')),
        ),
    ],
  ];
  for (const [what, act] of present) {
    await page.clock.runFor(55_000);
    await act();
    await page.clock.runFor(20_000);
    await expect(page.getByRole('dialog'), what).toHaveCount(0);
    await act();
  }
});

test('one tap on the warning goes on where one was', async ({ kiosk }) => {
  const { page } = kiosk;
  await page.clock.install();
  const pages = new PatientPages(page, 'en');
  await pages.chooseLanguage();
  await pages.openGuide('help-paying-less');
  for (let times = 0; times < 3; times += 1) {
    await page.clock.runFor(65_000);
    await pages.button('idle.stay').click();
    await page.clock.runFor(1_000);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await expect(pages.heading).toHaveText(titleOf('help-paying-less', 'en'));
});
