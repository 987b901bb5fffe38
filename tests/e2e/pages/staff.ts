import type { Locator } from '@playwright/test';
import { expect, titleOf } from '../kiosk.ts';
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

  async addGuide(id: string): Promise<void> {
    await this.page
      .locator('fieldset')
      .first()
      .getByRole('button', { name: titleOf(id, this.tag) })
      .click();
  }

  async fill(key: string, value: string): Promise<void> {
    await this.field(key).fill(value);
  }

  get preview(): Locator {
    return this.page.getByTestId('preview-pages').locator('canvas');
  }

  async expectPreview(): Promise<void> {
    await expect(this.page.getByText(this.text('builder.preview.ready'))).toBeVisible({ timeout: 20_000 });
    await expect(this.preview.first()).toBeVisible();
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

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** The printer that is chosen is this one. */
  async printer(name: string): Promise<void> {
    await expect(this.dialog.getByLabel(this.text('print.printer')).locator('option:checked')).toContainText(
      name,
    );
  }

  /** The latest job says this. */
  async expectJob(key: string): Promise<void> {
    await expect(this.dialog.locator('.job').first()).toContainText(this.text(key), { timeout: 30_000 });
  }
}
