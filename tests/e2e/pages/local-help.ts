import type { Locator } from '@playwright/test';
import { expect } from '../kiosk.ts';
import { StaffPages } from './staff.ts';

/** The clinic's own list behind the PIN, and as patients see it. */
export class LocalHelpPages extends StaffPages {
  /** From the builder. */
  async openList(): Promise<void> {
    await this.button('local-staff.title').click();
    await expect(this.heading).toHaveText(this.text('local-staff.title'));
  }

  /** From the home screen, to where patients find the list. */
  async openAsPatient(): Promise<void> {
    await this.tile(this.text('group.help')).click();
    await expect(this.heading).toHaveText(this.text('group.help'));
  }

  place(name: string): Locator {
    return this.main.locator('.resource').filter({ hasText: name });
  }

  /** A button of one place, by its words and the place's name. */
  placeButton(key: string, name: string): Locator {
    return this.page.getByRole('button', { name: this.text(key).replace('{{name}}', name), exact: true });
  }

  async says(key: string, values: Record<string, string>): Promise<void> {
    const words = Object.entries(values).reduce(
      (text, [name, value]) => text.replace(`{{${name}}}`, value),
      this.text(key),
    );
    const isolates = /[\u2068\u2069]/g;
    await expect
      .poll(async () =>
        ((await this.main.getByRole('status').first().textContent()) ?? '').replace(isolates, ''),
      )
      .toBe(words);
  }

  async chooseFile(name: string, text: string | Buffer): Promise<void> {
    await this.page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  }

  /** A list brought in from the page of the list. */
  async importList(csv: string, rows: string): Promise<void> {
    await this.button('local-staff.import').click();
    await this.chooseFile('list.csv', csv);
    await this.page
      .getByRole('button', {
        name: this.text('local-import.confirm').replace('{{number}}', rows),
        exact: true,
      })
      .click();
    await expect(this.heading).toHaveText(this.text('local-staff.title'));
  }
}
