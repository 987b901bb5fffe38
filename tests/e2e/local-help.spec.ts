import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, expectAccessible, test, type Kiosk } from './kiosk.ts';
import { LocalHelpPages } from './pages/local-help.ts';

async function openStaffList(kiosk: Kiosk): Promise<LocalHelpPages> {
  const pages = new LocalHelpPages(kiosk.page, 'en');
  await pages.chooseLanguage();
  await pages.setPin('2468');
  await pages.openList();
  return pages;
}

/** The day so many days ago where the kiosk stands, as `2026-11-24`. */
function daysAgo(days: number): string {
  const then = new Date();
  then.setDate(then.getDate() - days);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${then.getFullYear()}-${two(then.getMonth() + 1)}-${two(then.getDate())}`;
}

test('staff keep the list by keyboard alone, and patients see it first', async ({ kiosk }) => {
  const { page } = kiosk;
  const pages = await openStaffList(kiosk);
  await expect(page.getByText(pages.text('local-staff.empty.words'))).toBeVisible();
  await expectAccessible(page);

  await pages.button('local-staff.add').press('Enter');
  await pages.field('local-staff.form.name').press('Enter');
  await expect(page.getByRole('alert')).toHaveText(pages.text('local-staff.form.no-name'));
  await page.getByLabel(pages.text('local-staff.form.kind')).selectOption('food');
  await pages.field('local-staff.form.name').focus();
  await page.keyboard.type('Corner Pantry');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(pages.field('local.phone')).toBeFocused();
  await page.keyboard.type('555-0101');
  await pages.fill('local-staff.form.notes', 'Bring a bag.');
  await expectAccessible(page);
  await pages.field('local.phone').press('Enter');
  await pages.says('local-staff.saved', { name: 'Corner Pantry' });

  await pages.placeButton('local-staff.change.of', 'Corner Pantry').press('Enter');
  await expect(pages.field('local-staff.form.notes')).toHaveValue('Bring a bag.');
  await pages.fill('local.hours', 'Saturdays 9 to 12');
  await pages.button('local-staff.form.save').click();
  await expect(pages.place('Corner Pantry')).toContainText('Saturdays 9 to 12');

  await pages.placeButton('local-staff.remove.of', 'Corner Pantry').press('Enter');
  await expect(pages.place('Corner Pantry')).toHaveCount(0);
  await expect(pages.button('local-staff.undo')).toBeFocused();
  await page.keyboard.press('Enter');
  await pages.says('local-staff.restored', { name: 'Corner Pantry' });
  await expect(pages.place('Corner Pantry')).toContainText('555-0101');
  await expectAccessible(page);

  await pages.button('header.home').click();
  await pages.openAsPatient();
  await expect(pages.place('Corner Pantry')).toContainText('Bring a bag.');
  await expect(pages.main.locator('.resource, .tile').first()).toContainText('Corner Pantry');
  await expectAccessible(page);
});

test('the on-screen keyboard fills a field of a place', async ({ kiosk }) => {
  const pages = await openStaffList(kiosk);
  await pages.button('local-staff.add').click();
  const name = pages.text('local-staff.form.name');
  await kiosk.page.getByRole('button', { name: `${pages.text('keyboard.label')}: ${name}` }).click();
  const keyboard = kiosk.page.getByRole('group', { name: pages.text('keyboard.label') });
  for (const letter of 'ab-7') await keyboard.getByRole('button', { name: letter, exact: true }).click();
  await expect(pages.field('local-staff.form.name')).toHaveValue('ab-7');
});

test('a place grows old, is hidden, and comes back when it is checked', async ({ kiosk }) => {
  const pages = await openStaffList(kiosk);
  const rows = [
    ['Fresh', 180],
    ['Old', 181],
    ['Stale', 366],
  ].map(([name, days]) => `food,${name} pantry,${daysAgo(Number(days))}`);
  await pages.importList(['kind,name,last_checked', ...rows].join('\n'), '3');
  const age = (name: string) => pages.place(`${name} pantry`).locator('.resource-age');
  for (const [name, key, days] of [
    ['Fresh', 'fresh', ''],
    ['Old', 'old', '180'],
    ['Stale', 'stale', '365'],
  ] as const)
    await expect(age(name)).toHaveText(pages.text(`local-staff.age.${key}`).replace('{{days}}', days));
  await pages.button('header.home').click();
  await pages.openAsPatient();
  await expect(pages.place('pantry')).toHaveCount(2);
  await expect(pages.place('Old pantry')).toContainText(pages.text('local.old.no-phone'));
  await expect(pages.place('Fresh pantry').locator('.resource-old')).toHaveCount(0);

  await pages.button('header.home').click();
  await pages.button('home.staff').click();
  await pages.typePin('2468');
  await pages.openList();
  await pages.placeButton('local-staff.check.of', 'Stale pantry').click();
  await pages.says('local-staff.checked', { name: 'Stale pantry' });
  await expect(age('Stale')).toHaveText(pages.text('local-staff.age.fresh'));
});

test('a file is previewed with its problems, nothing is saved before it is confirmed, and it comes out again', async ({
  kiosk,
}) => {
  const { page } = kiosk;
  const pages = await openStaffList(kiosk);
  await pages.button('local-staff.import').click();
  await pages.chooseFile('old.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));
  await expect(page.getByRole('alert')).toContainText('CSV UTF-8');
  await pages.chooseFile('list.csv', 'kind,name\nfood,Pantry');
  await expect(page.getByRole('alert')).toContainText('last_checked');
  const csv = [
    'kind;name;phone;last_checked',
    'food;"Pan; try";555;11/20/2026',
    'bank;Bank;555;2026-11-20',
    'clinic;Clinic;=1+1;2026-11-20',
  ].join('\r\n');
  await pages.chooseFile('list.csv', csv);
  const problems = page.getByRole('table').first().getByRole('row');
  await expect(problems.nth(1)).toContainText(pages.text('local-import.row.kind'));
  await expect(problems.nth(1).getByRole('rowheader')).toHaveText('3');
  await expect(page.getByRole('row').filter({ hasText: 'Pan; try' })).toContainText('November 20, 2026');
  await expectAccessible(page);
  await pages.button('local-staff.form.cancel').click();
  await expect(page.getByText(pages.text('local-staff.empty.words'))).toBeVisible();

  await pages.importList(csv, '2');
  await pages.says('local-staff.imported', { created: '2', changed: '0' });
  await pages.button('local-staff.export').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'stick' }).click();
  await expect(dialog.getByRole('status')).toContainText('sala-local-help-');
  const name = /sala-local-help-[\d-]+\.csv/.exec((await dialog.textContent()) ?? '')?.[0] ?? '';
  const saved = readFileSync(path.join(kiosk.saveFolder, name), 'utf8');
  expect(saved).toContain(`"clinic","Clinic","'=1+1"`);
  await dialog.getByRole('button', { name: pages.text('popup.close'), exact: true }).click();
  await pages.button('local-staff.import').click();
  await pages.chooseFile(name, saved);
  await expect(page.getByRole('row').filter({ hasText: pages.text('local-import.effect.same') })).toHaveCount(
    2,
  );
  await expect(page.getByRole('button', { name: /^Save the good rows/ })).toHaveCount(0);
});

test('a look at the list keeps the handout that is being made', async ({ kiosk }) => {
  const pages = new LocalHelpPages(kiosk.page, 'en');
  await pages.chooseLanguage();
  await pages.setPin('2468');
  await pages.fill('builder.patient.name', 'Ana');
  await pages.openList();
  await kiosk.page
    .getByRole('navigation')
    .getByRole('button', { name: pages.text('builder.title') })
    .click();
  await expect(pages.field('builder.patient.name')).toHaveValue('Ana');
});
