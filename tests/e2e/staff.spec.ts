import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, expectAccessible, test, titleOf, type Kiosk } from './kiosk.ts';
import { expectNowhere } from './files.ts';
import { LocalHelpPages } from './pages/local-help.ts';
import { StaffPages } from './pages/staff.ts';

/** The words of a sheet that was saved. */
function savedText(kiosk: Kiosk, name: string): string {
  const file = path.join(kiosk.saveFolder, name);
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replaceAll('\u00a0', ' ');
}

test('PIN, builder, preview, and a saved PDF that says what it should', async ({ kiosk }) => {
  test.slow();
  const staff = new StaffPages(kiosk.page, 'en');
  await staff.chooseLanguage();
  await staff.setPin('2468');
  await staff.addGuide('azathioprine-blood-tests');
  await staff.openPart('languages');
  await kiosk.page.getByLabel(staff.text('builder.second-language')).selectOption('es');
  await staff.fill('builder.patient.name', 'Ana María Núñez');
  await staff.openPart('medicines');
  await staff.button('builder.medicine.add').click();
  await staff.fill('builder.medicine.name', 'azathioprine');
  await staff.fill('builder.medicine.strength', '50 mg');
  await staff.fill('handout.morning', '1');
  await staff.fill('builder.tests.start', '2026-12-01');
  await expect(kiosk.page.getByLabel('Test 8', { exact: true })).toHaveValue('2027-02-16');
  await kiosk.page.getByLabel('Test 2', { exact: true }).fill('2026-12-09');
  await staff.fill('builder.visit.date', '2026-12-15');
  await staff.fill('builder.note.field', 'Bring your list.');
  await staff.expectPreview();
  expect(await staff.preview.count()).toBeGreaterThan(1);
  await expectAccessible(kiosk.page);
  const name = await staff.save();
  const text = savedText(kiosk, name);
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

test('what was typed and cannot be printed is said beside its field', async ({ kiosk }) => {
  test.slow();
  const { page } = kiosk;
  const staff = new StaffPages(page, 'en');
  await staff.chooseLanguage();
  await staff.setPin('2468');
  const says = (part: string, key: string) => expect(staff.part(part)).toContainText(staff.text(key));
  const saysNot = (part: string, key: string) => expect(staff.part(part)).not.toContainText(staff.text(key));
  await staff.openPart('medicines');
  await staff.button('builder.medicine.add').click();
  await saysNot('medicines', 'builder.medicine.no-name');
  await staff.fill('builder.medicine.strength', '50 mg');
  await says('medicines', 'builder.medicine.no-name');
  await staff.fill('builder.medicine.name', '김민수 김');
  await saysNot('medicines', 'builder.medicine.no-name');
  await staff.fill('builder.visit.time', '09:30');
  await says('visit', 'builder.visit.no-date');
  await staff.fill('builder.visit.date', '2026-12-15');
  await saysNot('visit', 'builder.visit.no-date');
  await staff.fill('builder.tests.start', '2026-12-01');
  await expect(page.getByLabel('Test 8', { exact: true })).toHaveValue('2027-02-16');
  await page.getByLabel('Test 2', { exact: true }).fill('');
  await says('tests', 'builder.tests.no-date');
  await staff.fill('builder.clinic.phone', '(555) 010-0199');
  await says('clinic', 'builder.clinic.no-name');
  await expectAccessible(page);
  // A name in a script of its own is printed; a sign that no font has is named with its field.
  await staff.expectPreview();
  await staff.fill('builder.patient.name', 'Ana 🫠');
  await expect(
    page.getByText(
      staff.text('problem-words.missing-glyph-in').split('{{')[0] + staff.text('builder.patient'),
    ),
  ).toBeVisible();
  await expect(page.getByText('U+1FAE0')).toBeVisible();
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
  await staff.openPart('patient');
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
  await staff.openPart('medicines');
  await staff.button('builder.medicine.add').click();
  await staff.openAllParts();
  await page.getByLabel(staff.text('handout.questions'), { exact: true }).check();
  await page.getByLabel(staff.text('builder.questions.from')).selectOption('own');
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

test('a template, a step back, and the sheet as it was saved', async ({ kiosk }) => {
  test.slow();
  const { page } = kiosk;
  const staff = new StaffPages(page, 'en');
  await staff.chooseLanguage();
  await staff.setPin('2468');
  await staff.fill('builder.patient.name', 'Ana María Núñez');
  await staff.openPart('medicines');
  await staff.button('builder.medicine.add').click();
  await staff.fill('builder.medicine.name', 'azathioprine');
  await staff.fill('builder.medicine.purpose', 'for the bowel');
  await staff.chooseTemplate(staff.text('builder.template.name.new-on-azathioprine'));
  await expect(staff.chosenGuides).toHaveText(
    ['azathioprine-starting', 'azathioprine-taking', 'azathioprine-side-effects'].map((id) =>
      titleOf(id, 'en'),
    ),
  );
  await staff.expectPreview();
  await staff.chooseTemplate(staff.text('builder.template.name.blood-test-visit'));
  await expect(staff.chosenGuides).toHaveText([titleOf('azathioprine-blood-tests', 'en')]);
  await staff.button('builder.undo').click();
  await expect(staff.chosenGuides).toHaveCount(3);
  await staff.button('builder.redo').click();
  await expect(staff.chosenGuides).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(staff.chosenGuides).toHaveCount(3);
  await expect(staff.field('builder.patient.name')).toHaveValue('Ana María Núñez');
  await staff.expectPreview();
  const text = savedText(kiosk, await staff.save());
  for (const words of ['Ana María Núñez', 'for the bowel', 'Questions to ask', 'Tell it back', 'Wallet card'])
    expect(text).toContain(words);
  await staff.button('builder.clear').click();
  await staff.dialog.getByRole('button', { name: staff.text('builder.clear.yes') }).click();
  await expect(staff.chosenGuides).toHaveCount(0);
  await expect(staff.preview).toHaveCount(0);
  await staff.button('builder.undo').click();
  await expect(staff.chosenGuides).toHaveCount(3);
  await staff.button('builder.redo').click();
  await staff.openPart('recent');
  const recent = staff.part('recent').getByRole('listitem');
  await expect(recent).toHaveCount(1);
  await expect(recent).toContainText(titleOf('azathioprine-taking', 'en'));
  await expect(staff.part('recent')).not.toContainText('Ana');
  await expectAccessible(page);
  await recent.getByRole('button').click();
  await expect(staff.field('builder.patient.name')).toHaveValue('Ana María Núñez');
  await staff.expectPreview();
});

test('a place, typed questions and a carer’s sheet go on paper; the preview stays where it was scrolled to', async ({
  kiosk,
}) => {
  test.slow();
  const { page } = kiosk;
  const pages = new LocalHelpPages(page, 'en');
  await pages.chooseLanguage();
  await pages.setPin('2468');
  await expect(pages.part('extras')).toContainText(pages.text('builder.places.none'));
  await pages.openList();
  await pages.button('local-staff.add').click();
  await pages.fill('local-staff.form.name', 'Corner Pantry');
  await pages.field('local-staff.form.name').press('Enter');
  await pages.says('local-staff.saved', { name: 'Corner Pantry' });
  await page
    .getByRole('navigation')
    .getByRole('button', { name: pages.text('builder.title') })
    .click();
  const extras = pages.part('extras');
  await extras.getByLabel(/Corner Pantry/).check();
  await extras.getByLabel(pages.text('handout.questions'), { exact: true }).check();
  await expect(extras).toContainText(pages.text('builder.extras.from-guides'));
  await page.getByLabel(pages.text('builder.questions.from')).selectOption('own');
  await pages.fill('builder.questions.field', 'Is it safe with my tea?\n\nWho reads my test?');
  await pages.addGuide('azathioprine-taking');
  await page.getByLabel(pages.text('builder.depth')).selectOption('none');
  await extras.getByLabel(pages.text('handout.teach-back'), { exact: true }).check();
  await pages.openPart('carer');
  await page.getByLabel(pages.text('builder.carer.language')).selectOption('es');
  await page.getByLabel(pages.text('builder.carer.print')).selectOption('large');
  await pages.expectPreview();
  const pane = page.getByTestId('preview-pages');
  await expect.poll(() => pane.evaluate((element) => element.scrollHeight)).toBeGreaterThan(1500);
  await pane.evaluate((element) => {
    element.scrollTop = 500;
    element.firstElementChild?.setAttribute('data-before', '');
  });
  await extras.getByLabel(pages.text('handout.language-help'), { exact: true }).check();
  await expect(pane.locator('[data-before]')).toHaveCount(0);
  expect(await pane.evaluate((element) => element.scrollTop)).toBe(500);
  await pages.expectPreview();
  const text = savedText(kiosk, await pages.save());
  for (const words of [
    'Corner Pantry',
    'Is it safe with my tea?',
    'Who reads my test?',
    'Tell it back',
    'Language help is free',
    'Para la persona que ayuda',
  ])
    expect(text).toContain(words);
  expect(text).not.toContain('If you miss a dose');
});

test('steps of typing: one field is one step, and the field of the browser does not fight', async ({
  kiosk,
}) => {
  const { page } = kiosk;
  const staff = new StaffPages(page, 'en');
  await staff.chooseLanguage();
  await staff.setPin('2468');
  await staff.openPart('patient');
  await staff.field('builder.patient.name').pressSequentially('Ana');
  await staff.openPart('note');
  await staff.field('builder.note.field').pressSequentially('Bring it');
  await page.keyboard.press('Control+z');
  await expect(staff.field('builder.note.field')).toHaveValue('');
  await expect(staff.field('builder.patient.name')).toHaveValue('Ana');
  await page.keyboard.press('Control+z');
  await expect(staff.field('builder.patient.name')).toHaveValue('');
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+Shift+z');
  await expect(staff.field('builder.note.field')).toHaveValue('Bring it');
  await staff.openPart('tests');
  await staff.fill('builder.tests.start', '2026-12-01');
  await expect(page.getByLabel('Test 8', { exact: true })).toHaveValue('2027-02-16');
  await staff.button('builder.undo').click();
  await expect(page.getByLabel(staff.text('builder.tests.start'))).toHaveValue('');
  await staff.button('builder.redo').click();
  await expect(page.getByLabel('Test 8', { exact: true })).toHaveValue('2027-02-16');
});

test('an own template outlives a restart, without anything of the patient', async ({ launch }) => {
  test.slow();
  const canary = 'Qv9canary';
  const first = await launch();
  let staff = new StaffPages(first.page, 'en');
  await staff.chooseLanguage();
  await staff.setPin('2468');
  await staff.addGuide('azathioprine-taking');
  await staff.addGuide('help-paying-less');
  await first.page.getByLabel(staff.text('handout.help-card'), { exact: true }).check();
  await first.page.getByLabel(staff.text('handout.questions'), { exact: true }).check();
  await first.page.getByLabel(staff.text('builder.questions.from')).selectOption('own');
  await staff.fill('builder.questions.field', `${canary}question`);
  await staff.fill('builder.patient.name', `${canary}name`);
  await staff.fill('builder.note.field', `${canary}note`);
  await staff.saveTemplate('Lupus visit');
  await expect(staff.part('templates')).toContainText('Template saved');
  await staff.button('builder.template.save').click();
  await staff.dialog.getByRole('textbox').fill('lupus VISIT');
  await staff.dialog.getByRole('button', { name: staff.text('builder.save.action'), exact: true }).click();
  await expect(staff.dialog).toContainText(staff.text('builder.template.save.again'));
  await expectAccessible(first.page);
  await staff.dialog.getByRole('button', { name: staff.text('popup.close'), exact: true }).click();
  await staff.button('builder.leave').click();
  await staff.dialog.getByRole('button', { name: staff.text('builder.leave.yes') }).click();
  await first.close();
  expectNowhere([canary], [first.dataFolder, first.workFolder]);

  const second = await launch({ dataFolder: first.dataFolder });
  staff = new StaffPages(second.page, 'en');
  await staff.chooseLanguage();
  await staff.button('home.staff').click();
  await staff.typePin('2468');
  await staff.chooseTemplate('Lupus visit');
  const titles = ['azathioprine-taking', 'help-paying-less'].map((id) => titleOf(id, 'en'));
  await expect(staff.chosenGuides).toHaveText(titles);
  await expect(second.page.getByLabel(staff.text('handout.help-card'), { exact: true })).toBeChecked();
  await expect(second.page.getByLabel(staff.text('handout.questions'), { exact: true })).not.toBeChecked();
  await staff.openPart('patient');
  await expect(staff.field('builder.patient.name')).toHaveValue('');
  const own = staff.part('templates').getByRole('button', { name: 'Lupus visit', exact: true });
  await staff.part('templates').getByRole('button', { name: 'Delete the template: Lupus visit' }).click();
  await expect(own).toHaveCount(0);
  await expect(
    staff.part('templates').getByRole('button', { name: staff.text('local-staff.undo') }),
  ).toBeFocused();
  await second.page.keyboard.press('Enter');
  await expect(own).toBeVisible();
});

test('a sheet is made and saved with the keyboard alone', async ({ kiosk }) => {
  test.slow();
  const { page } = kiosk;
  const staff = new StaffPages(page, 'en');
  await staff.chooseLanguage();
  await staff.setPin('2468');
  await expect(staff.heading).toBeFocused();
  /** Goes on with Tab until what is focused reads so; every stop on the way has a ring. */
  const tabTo = async (name: string) => {
    for (let stops = 0; stops < 60; stops += 1) {
      await page.keyboard.press('Tab');
      const { words, ring } = await page.evaluate(() => {
        const focused = document.activeElement as HTMLElement;
        const label = (focused as HTMLInputElement).labels?.[0]?.textContent ?? '';
        return {
          words: `${focused.getAttribute('aria-label') ?? ''}|${label}|${focused.textContent}`.split('|'),
          ring: getComputedStyle(focused).outlineStyle,
        };
      });
      expect(ring, words.join()).not.toBe('none');
      if (words.some((one) => one.trim() === name)) return;
    }
    throw new Error(`no way to ${name} by Tab`);
  };
  await tabTo(staff.text('builder.template.name.cannot-pay'));
  await page.keyboard.press('Enter');
  await tabTo(staff.text('handout.teach-back'));
  await page.keyboard.press('Space');
  await staff.expectPreview();
  await page.keyboard.press('Control+p');
  await expect(staff.dialog).toContainText(staff.text('print.title'));
  await staff.escape();
  await page.keyboard.press('Control+s');
  await expect(staff.dialog).toContainText(staff.text('save.title'));
  await tabTo('stick');
  await page.keyboard.press('Enter');
  await expect(staff.dialog.getByRole('status')).toContainText('sala-handout-');
  await staff.escape();
  await page.keyboard.press('Control+z');
  const box = staff.part('extras').getByLabel(staff.text('handout.teach-back'), { exact: true });
  await expect(box).not.toBeChecked();
  await page.keyboard.press('Control+Shift+z');
  await expect(box).toBeChecked();
});
