import type { Locator } from '@playwright/test';
import { expect, groupOf, titleOf } from '../kiosk.ts';
import { PatientPages } from './patient.ts';

/** The screens behind the PIN. */
export class StaffPages extends PatientPages {
  get next(): Locator {
    return this.button('staff.pin.next');
  }

  async typePin(pin: string): Promise<void> {
    for (const digit of pin) await this.digit(digit).click();
    await this.next.click();
  }

  /** From the home screen, on first use. */
  async setPin(pin: string): Promise<void> {
    await this.button('home.staff').click();
    await this.choosePin(pin);
    await expect(this.heading).toHaveText(this.text('builder.title'));
  }

  /** Where the PIN is asked for, on first use. */
  async choosePin(pin: string): Promise<void> {
    await expect(this.heading).toHaveText(this.text('staff.pin.new'));
    await this.typePin(pin);
    await expect(this.heading).toHaveText(this.text('staff.pin.again'));
    await this.typePin(pin);
  }

  /** A part of the form by its name, such as `guides`. */
  part(name: string): Locator {
    return this.page.locator(`[data-part="${name}"]`);
  }

  /** Opens a part of the form that is closed. */
  async openPart(name: string): Promise<void> {
    await this.open(this.part(name));
  }

  private async open(details: Locator): Promise<void> {
    const isOpen = await details.evaluate((element) => (element as HTMLDetailsElement).open);
    if (!isOpen) await details.locator('> summary').click();
  }

  async addGuide(id: string): Promise<void> {
    await this.openPart('guides');
    await this.open(this.page.locator(`.offer[data-group="${groupOf(id)}"]`));
    await this.part('guides')
      .getByRole('button', { name: titleOf(id, this.tag) })
      .click();
  }

  /** Titles of the chosen guides, in their order. */
  get chosenGuides(): Locator {
    return this.part('guides').locator('[data-guide] strong');
  }

  async chooseTemplate(name: string): Promise<void> {
    await this.openPart('templates');
    await this.part('templates').getByRole('button', { name, exact: true }).click();
  }

  /** Saves the form's structure under a name that is free. */
  async saveTemplate(name: string): Promise<void> {
    await this.button('builder.template.save').click();
    await this.dialog.getByRole('textbox').fill(name);
    await this.dialog.getByRole('button', { name: this.text('builder.save.action'), exact: true }).click();
    await expect(this.dialog).toHaveCount(0);
  }

  /** A field, wherever it stands; a part of the form that holds it is opened. */
  async fill(key: string, value: string): Promise<void> {
    const field = this.page.getByLabel(this.text(key), { exact: true });
    const part = this.page.locator('[data-part]').filter({ has: field });
    if ((await part.count()) > 0) await this.open(part.first());
    await field.first().fill(value);
  }

  async openAllParts(): Promise<void> {
    for (const part of await this.page.locator('[data-part]').all()) await this.open(part);
  }

  get preview(): Locator {
    return this.page.getByTestId('preview-pages').locator('canvas');
  }

  async expectPreview(): Promise<void> {
    await expect(this.page.getByText(this.text('builder.preview.ready'))).toBeVisible({ timeout: 20_000 });
    await expect(this.preview.first()).toBeVisible();
    await expect(this.page.getByTestId('preview-pages')).toHaveAttribute('aria-busy', 'false');
  }

  async save(): Promise<string> {
    await this.button('builder.save.action').click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'stick' }).click();
    const status = dialog.getByRole('status');
    await expect(status).toContainText('sala-handout-');
    const name = /sala-handout-[\d-]+\.pdf/.exec((await status.textContent()) ?? '')?.[0] ?? '';
    await dialog.getByRole('button', { name: this.text('popup.close'), exact: true }).click();
    return name;
  }

  /** Closes the dialog with Escape, once it has the focus. */
  async escape(): Promise<void> {
    await expect(this.dialog.locator(':focus').or(this.page.locator('[role=dialog]:focus'))).toHaveCount(1);
    await this.page.keyboard.press('Escape');
    await expect(this.dialog).toHaveCount(0);
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** The printer that is chosen is this one. */
  async printer(name: string): Promise<void> {
    await expect(this.dialog.getByLabel(this.text('print.printer')).locator('option:checked')).toContainText(
      name,
    );
  }

  /** Presses a button of the dialog; the first of that name. */
  async press(key: string): Promise<void> {
    await this.dialog
      .getByRole('button', { name: this.text(key), exact: true })
      .first()
      .click();
  }

  /** Prints the test page of the chosen printer, behind the button of the printers. */
  async printTestPage(): Promise<void> {
    await this.button('print.printers').click();
    await this.press('margins.title');
    await this.press('margins.print');
  }

  /** The latest job says this. */
  async expectJob(key: string): Promise<void> {
    await expect(this.dialog.locator('.job').first()).toContainText(this.text(key), { timeout: 30_000 });
  }
}
