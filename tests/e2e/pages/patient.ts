import type { Locator, Page } from '@playwright/test';
import { expect, groupOf, stringsOf, titleOf } from '../kiosk.ts';

const ownNames: Record<string, string> = {
  en: 'English',
  es: 'Español',
  ar: 'العربية',
  'zh-Hans': '简体中文',
};

/** The patient's screens in one language: where things are, in one place. */
export class PatientPages {
  readonly page: Page;
  readonly tag: string;
  readonly words: Record<string, string>;

  constructor(page: Page, tag: string) {
    this.page = page;
    this.tag = tag;
    this.words = stringsOf(tag);
  }

  text(key: string): string {
    return this.words[key] ?? `no string ${key}`;
  }

  button(key: string): Locator {
    // The header stands first; a guide offers the way home once more at its end.
    return this.page.getByRole('button', { name: this.text(key), exact: true }).first();
  }

  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  get main(): Locator {
    return this.page.locator('main');
  }

  languageButton(tag: string): Locator {
    return this.page.getByRole('button', { name: ownNames[tag] ?? tag, exact: true });
  }

  tile(title: string): Locator {
    return this.main.locator('.tile').filter({ hasText: title }).first();
  }

  async chooseLanguage(): Promise<void> {
    await this.languageButton(this.tag).click();
    await expect(this.heading).toHaveText(this.text('home.title'));
  }

  async switchTo(tag: string): Promise<PatientPages> {
    await this.languageButton(this.tag).click();
    await this.page
      .getByRole('dialog')
      .getByRole('button', { name: ownNames[tag] ?? tag, exact: true })
      .click();
    await expect(this.page.locator('html')).toHaveAttribute('lang', tag);
    return new PatientPages(this.page, tag);
  }

  /** From the home screen: its group, then the guide, which opens in its short depth. */
  async openGuide(id: string): Promise<void> {
    await this.tile(this.text(`group.${groupOf(id)}`)).click();
    await this.tile(titleOf(id, this.tag)).click();
    await expect(this.heading).toHaveText(titleOf(id, this.tag));
  }

  async readWhole(): Promise<void> {
    await this.button('guide.whole').click();
    await expect(this.button('guide.shorter')).toBeVisible();
  }

  async openSearch(): Promise<void> {
    await this.tile(this.text('home.search')).click();
    await expect(this.field('search.field')).toBeVisible();
  }

  field(key: string): Locator {
    return this.page.getByRole('textbox', { name: this.text(key), exact: true });
  }

  /** Titles of the guides that are offered. */
  get offered(): Locator {
    return this.main.locator('.tile-title');
  }

  digit(digit: string): Locator {
    return this.page
      .getByRole('group', { name: this.text('pad.label') })
      .getByRole('button', { name: digit, exact: true });
  }

  async expectWelcome(): Promise<void> {
    await expect(this.page.locator('.welcome')).toBeVisible();
  }
}
