import { canPrint, startCups, type TestCups } from '../support/cups.ts';
import { until } from '../support/until.ts';
import { expect, expectAccessible, test } from './kiosk.ts';
import { FinderPages } from './pages/finder.ts';
import { StaffPages } from './pages/staff.ts';

/** Ports apart for each host, so that both can run at once. */
const ports = { 'browser-host': [8641, 8642], electron: [8643, 8644] } as const;

test.describe('printing', () => {
  test.skip(!canPrint, 'CUPS and ippeveprinter are not here, or this is not root');
  let cups: TestCups;
  test.beforeAll(async ({}, info) => {
    const [port, printerPort] = ports[info.project.name as keyof typeof ports];
    cups = await startCups(port, printerPort);
    process.env['SALA_CUPS'] = cups.address; // before the kiosk is started
  });
  test.afterAll(() => {
    delete process.env['SALA_CUPS'];
    cups.stop();
  });

  test('a sheet: no paper, then printed; nothing of it stays in the print service', async ({ kiosk }) => {
    test.slow();
    const staff = new StaffPages(kiosk.page, 'en');
    await staff.chooseLanguage();
    await staff.setPin('2468');
    await staff.addGuide('help-paying-less');
    await staff.expectPreview();
    cups.printer.hold();
    await staff.button('builder.print.action').click();
    await staff.printer('Clinic');
    await staff.dialog.getByLabel(staff.text('print.two-sided')).uncheck();
    await staff.dialog.getByRole('button', { name: staff.text('print.more') }).click();
    await staff.dialog.getByRole('button', { name: staff.text('builder.print.action'), exact: true }).click();
    await until('the printer begins', () => cups.printer.begun().length === 1);
    expect(cups.printer.begun()[0]).toMatch(/copies=2\|sides=one-sided\|color=monochrome/);
    cups.printer.order('state +media-empty');
    await staff.expectJob('print.state.out-of-paper');
    await expectAccessible(kiosk.page);
    cups.printer.order('state -media-empty', 'end 0');
    await staff.expectJob('print.state.printed');
    await until('the spool is empty', () => cups.spooled().length === 0);
  });

  test('a job is canceled only after asking, and one that failed is tried again', async ({ kiosk }) => {
    test.slow();
    const staff = new StaffPages(kiosk.page, 'es');
    await staff.chooseLanguage();
    await staff.setPin('2468');
    await staff.addGuide('help-paying-less');
    await staff.expectPreview();
    cups.printer.hold();
    const before = cups.printer.begun().length;
    await staff.button('builder.print.action').click();
    const print = staff.dialog.getByRole('button', { name: staff.text('builder.print.action'), exact: true });
    await print.click();
    await until('the printer begins', () => cups.printer.begun().length > before);
    cups.printer.order('end 1');
    await staff.expectJob('print.state.failed');
    await staff.press('print.retry');
    await until('the printer begins again', () => cups.printer.begun().length > before + 1);
    await staff.press('print.cancel');
    await expect(staff.dialog).toContainText(staff.text('print.cancel.words'));
    await staff.press('print.cancel.yes');
    await staff.expectJob('print.state.canceled');
    await until('the spool is empty', () => cups.spooled().length === 0);
    cups.printer.order('end 0'); // the test printer's own program does not hear of it
  });

  test('a job whose state cannot be seen for a while is not told as printing, and is followed again', async ({
    kiosk,
  }) => {
    test.slow();
    const staff = new StaffPages(kiosk.page, 'zh-Hans');
    await staff.chooseLanguage();
    await staff.setPin('2468');
    cups.printer.hold();
    const before = cups.printer.begun().length;
    await staff.printTestPage();
    await until('the printer begins', () => cups.printer.begun().length > before);
    await staff.expectJob('print.state.printing');
    const restore = await kiosk.cutOff('printers.jobs');
    await staff.expectJob('print.state.unknown');
    await expectAccessible(kiosk.page);
    await restore();
    await staff.expectJob('print.state.printing');
    cups.printer.order('end 0');
    await staff.expectJob('print.state.printed');
  });

  test('a kiosk that is quit in mid-print leaves nothing in the print service', async ({ kiosk }) => {
    const staff = new StaffPages(kiosk.page, 'en');
    await staff.chooseLanguage();
    await staff.setPin('2468');
    cups.printer.hold();
    const before = cups.printer.begun().length;
    await staff.printTestPage();
    await until('the printer begins', () => cups.printer.begun().length > before);
    expect(cups.spooled()).not.toEqual([]);
    await kiosk.close();
    expect(cups.spooled()).toEqual([]);
    cups.printer.order('end 0'); // the test printer's own program does not hear of it
  });

  test('a test page, and the margins read off it', async ({ kiosk }) => {
    const staff = new StaffPages(kiosk.page, 'ar');
    await staff.chooseLanguage();
    await staff.setPin('2468');
    cups.printer.printAtOnce();
    await staff.printTestPage();
    await staff.expectJob('print.state.printed');
    await staff.press('margins.keep');
    await expect(staff.dialog).toContainText(staff.text('margins.wrong').replace('{{most}}', '40'));
    for (const side of ['top', 'right', 'bottom', 'left'])
      await staff.dialog.getByLabel(staff.text(`margins.${side}`), { exact: true }).fill('٤');
    await staff.press('margins.keep');
    await expect(staff.dialog).toContainText(staff.text('margins.kept'));
    await expectAccessible(kiosk.page);
    await staff.press('margins.forget');
    await expect(staff.dialog).toContainText(staff.text('margins.forgotten'));
  });

  test('a patient prints the list alone only where the clinic lets them, and is told what the printer says', async ({
    kiosk,
  }) => {
    test.slow();
    const staff = new StaffPages(kiosk.page, 'es');
    const finder = new FinderPages(kiosk.page, 'es');
    const state = finder.main.locator('.finder-print-state');
    await staff.chooseLanguage();
    await staff.setPin('2468');
    await staff.button('print.printers').click();
    await staff.dialog.getByLabel(staff.text('print.for-patients')).check();
    await expect(staff.dialog.getByLabel(staff.text('print.for-patients'))).toBeChecked();
    await staff.dialog.getByRole('button', { name: staff.text('popup.close'), exact: true }).click();
    await staff.button('builder.leave').click();
    await finder.start();
    await finder.answerAsParent('2000');
    await finder.button('finder.list').first().click();
    cups.printer.hold();
    const before = cups.printer.begun().length;
    await finder.button('finder.list.print').click();
    await until('the printer begins', () => cups.printer.begun().length > before);
    expect(cups.printer.begun().at(-1)).toMatch(/copies=1\|.*monochrome/);
    cups.printer.order('state +media-empty');
    await expect(state).toContainText(finder.text('finder.list.state.trouble'));
    await expectAccessible(kiosk.page);
    cups.printer.order('state -media-empty', 'end 0');
    await expect(state).toContainText(finder.text('finder.list.state.printed'), { timeout: 30_000 });
    await until('the spool is empty', () => cups.spooled().length === 0);
    await finder.button('finder.list.letters.large').click();
    await expect(state).toBeEmpty(); // the list in large letters was not printed
    await finder.button('header.home').click();
    await finder.button('home.staff').click();
    await staff.typePin('2468');
    await staff.button('print.printers').click();
    await expect(staff.dialog.locator('.job').first()).toContainText('lista de un paciente');
    await staff.dialog.getByLabel(staff.text('print.for-patients')).uncheck();
    await expect(staff.dialog.getByLabel(staff.text('print.for-patients'))).not.toBeChecked();
    await staff.dialog.getByRole('button', { name: staff.text('popup.close'), exact: true }).click();
    await staff.button('builder.leave').click();
    await finder.open();
    await finder.button('finder.start.results').click();
    await finder.button('finder.list').first().click();
    await expect(finder.main).toContainText(finder.text('finder.list.ask'));
    await expect(finder.button('finder.list.print')).toHaveCount(0);
  });
});
