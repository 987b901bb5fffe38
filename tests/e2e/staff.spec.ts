import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, expectAccessible, test } from './kiosk.ts';
import { expectNowhere } from './files.ts';
import { StaffPages } from './pages/staff.ts';

test('PIN, builder, preview, and a saved PDF that says what it should', async ({ kiosk }) => {
  test.slow();
  const staff = new StaffPages(kiosk.page, 'en');
  await staff.chooseLanguage();
  await staff.setPin('2468');
  await staff.addGuide('azathioprine-blood-tests');
  await kiosk.page.getByLabel(staff.text('builder.second-language')).selectOption('es');
  await staff.fill('builder.patient.name', 'Ana María Núñez');
  await staff.button('builder.medicine.add').click();
  await staff.fill('builder.medicine.name', 'azathioprine');
  await staff.fill('builder.medicine.strength', '50 mg');
  await staff.fill('handout.morning', '1');
  await kiosk.page.getByLabel(staff.text('builder.tests.start')).fill('2026-12-01');
  await expect(kiosk.page.getByLabel('Test 8', { exact: true })).toHaveValue('2027-02-16');
  await kiosk.page.getByLabel('Test 2', { exact: true }).fill('2026-12-09');
  await kiosk.page.getByLabel(staff.text('builder.visit.date')).fill('2026-12-15');
  await staff.fill('builder.note.field', 'Bring your list.');
  await staff.expectPreview();
  expect(await staff.preview.count()).toBeGreaterThan(1);
  await expectAccessible(kiosk.page);
  const name = await staff.save();
  const file = path.join(kiosk.saveFolder, name);
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replaceAll(
    '\u00a0',
    ' ',
  );
  for (const words of [
    'Ana María Núñez',
    'azathioprine 50 mg',
    'Wednesday, December 9, 2026',
    'miércoles, 9 de diciembre de 2026',
    'Bring your list.',
    'Trouble breathing',
    'Dificultad para respirar',
    '1-800-222-1222',
    'Page 1 of',
  ]) {
    expect(text).toContain(words);
  }
  expect(text).not.toContain('December 8, 2026');
});

test('a wrong PIN waits longer and longer', async ({ kiosk }) => {
  const staff = new StaffPages(kiosk.page, 'es');
  await staff.chooseLanguage();
  await staff.setPin('2468');
  await staff.button('builder.leave').click();
  await staff.button('home.staff').click();
  for (let tries = 0; tries < 3; tries += 1) {
    await expect(staff.heading).toHaveText(staff.text('staff.pin.title'));
    await staff.typePin('1111');
    await expect(kiosk.page.getByText(staff.text('staff.pin.wrong'))).toBeVisible();
  }
  await expect(kiosk.page.getByText(/Espere \d+ segundos/)).toBeVisible();
  await expect(staff.next).toBeDisabled();
});

test('nothing survives leaving, and leaving asks first', async ({ kiosk }) => {
  const staff = new StaffPages(kiosk.page, 'en');
  await staff.chooseLanguage();
  await staff.setPin('2468');
  await staff.addGuide('help-paying-less');
  await staff.fill('builder.patient.name', 'Ana María Núñez');
  await staff.button('builder.leave').click();
  const dialog = kiosk.page.getByRole('dialog');
  await expect(dialog).toContainText(staff.text('builder.leave.words'));
  await dialog.getByRole('button', { name: staff.text('builder.confirm.stay') }).click();
  await expect(staff.field('builder.patient.name')).toHaveValue('Ana María Núñez');
  await staff.button('builder.leave').first().click();
  await dialog.getByRole('button', { name: staff.text('builder.leave.yes') }).click();
  await staff.button('home.staff').click();
  await staff.typePin('2468');
  await expect(staff.heading).toHaveText(staff.text('builder.title'));
  await expect(staff.field('builder.patient.name')).toHaveValue('');
  await expect(staff.preview).toHaveCount(0);
});

test('what is typed anywhere is in no file afterwards', async ({ kiosk }) => {
  test.slow();
  const { page } = kiosk;
  const canary = 'Zx7canary';
  const code = '4821';
  const staff = new StaffPages(page, 'en');
  await staff.chooseLanguage();
  await staff.openSearch();
  await staff.field('search.field').fill(`${canary}search`);
  await staff.button('header.home').click();
  await staff.tile(staff.text('home.code')).click();
  for (const digit of code) await staff.digit(digit).click();
  await staff.button('header.home').click();
  await staff.setPin('83617294');
  await staff.addGuide('help-paying-less');
  await staff.button('builder.medicine.add').click();
  for (const input of await page.locator('input[type=text], textarea').all())
    await input.fill(`${canary}field`);
  await staff.expectPreview();
  await staff.button('builder.leave').click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: staff.text('builder.leave.yes') })
    .click();
  await staff.button('header.clear').click();
  await staff.expectWelcome();
  await kiosk.close();
  expectNowhere([canary, '83617294'], [kiosk.dataFolder, kiosk.workFolder]);
});
