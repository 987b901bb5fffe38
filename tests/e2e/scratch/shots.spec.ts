import { test, languages } from '../kiosk.ts';
import { PatientPages } from '../pages/patient.ts';
test.use({ options: { pack: '/tmp/w/t.pack' } } as never);
for (const [w, h] of [[1366, 768], [1080, 1920]] as const)
  for (const tag of ['en', 'es', 'ar'] as const)
    test(`${tag} ${w}`, async ({ kiosk }) => {
      test.setTimeout(120000);
      const { page } = kiosk;
      await page.setViewportSize({ width: w, height: h });
      const p = new PatientPages(page, tag);
      const shot = (name: string) => page.screenshot({ path: `/tmp/w/shots/${tag}-${w}-${name}.png` });
      await p.chooseLanguage();
      await shot('1home');
      await p.tile(p.text('group.azathioprine')).click();
      await page.waitForTimeout(300);
      await shot('2group');
      await p.button('header.home').click();
      await p.openGuide('azathioprine-taking');
      await page.waitForTimeout(300);
      await shot('3guide');
      await page.locator('main').evaluate((m) => m.scrollTo(0, m.scrollHeight / 2 - 500));
      await shot('4guide-mid');
      await p.readWhole();
      await page.locator('main').evaluate((m) => m.scrollTo(0, 100000));
      await page.waitForTimeout(200);
      await page.locator('[data-level=question]').first().scrollIntoViewIfNeeded();
      await page.locator('[data-level=question] summary').first().click();
      await page.waitForTimeout(200);
      await shot('5teach');
    });
