import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, root } from '../kiosk.ts';
import { PatientPages } from './patient.ts';

/** Whether the finder has its texts in a language. */
export const finderSpeaks = (tag: string) =>
  existsSync(path.join(root, `content/assistance/texts/${tag}.yaml`));

/** The finder of help with paying, in one language. */
export class FinderPages extends PatientPages {
  async open(): Promise<void> {
    await this.tile(this.text('finder.title')).click();
    await expect(this.heading).toHaveText(this.text('finder.title'));
  }

  async start(): Promise<void> {
    await this.open();
    await this.button('finder.start.go').click();
    await this.expectQuestion('state');
  }

  async expectQuestion(id: string): Promise<void> {
    await expect(this.main.locator('[data-question]')).toHaveAttribute('data-question', id);
    await expect(this.main).toContainText(this.text(`finder.why.${id}`));
  }

  /** A large answer that leads on at once. */
  answer(words: string): Locator {
    return this.main.getByRole('button', { name: words, exact: true });
  }

  option(question: string, id: string): Locator {
    return this.answer(this.text(`finder.option.${question}.${id}`).replace('{{age}}', '19'));
  }

  state(code: string): Locator {
    return this.answer(this.text(`finder.state.${code}`));
  }

  async type(digits: string): Promise<void> {
    for (const digit of digits) await this.digit(digit).click();
  }

  get typed(): Locator {
    return this.main.locator('.finder-typed');
  }

  get next(): Locator {
    return this.answer(this.text('finder.next'));
  }

  get skip(): Locator {
    return this.answer(this.text('finder.skip'));
  }

  group(id: 'first' | 'always' | 'may' | 'probably-not'): Locator {
    return this.main.locator(`[data-group=${id}]`);
  }

  /** Ids of the programs in a group, in the order of the screen. */
  async programs(id: 'first' | 'always' | 'may' | 'probably-not'): Promise<(string | null)[]> {
    return this.group(id)
      .locator('[data-program]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-program')));
  }

  program(id: string): Locator {
    return this.main.locator(`[data-program=${id}]`);
  }

  async expectResults(): Promise<void> {
    await expect(this.heading).toHaveText(this.text('finder.results.title'));
    await expect(this.main).toContainText(this.text('finder.results.decide'));
    await expect(this.main).toContainText(this.text('finder.scam.free'));
  }

  /** A parent without insurance in Texas, from the state to the results. `look` runs on every screen. */
  async answerAsParent(amount: string, look: () => Promise<void> = async () => undefined): Promise<void> {
    const steps: [string, () => Promise<void>][] = [
      ['state', () => this.state('TX').click()],
      ['household', () => this.answer('3').click()],
      ['income-per', () => this.option('income-per', 'month').click()],
      ['income-amount', () => this.type(amount).then(() => this.next.click())],
      ['age', () => this.type('30').then(() => this.next.click())],
      [
        'family',
        () =>
          this.option('family', 'child')
            .click()
            .then(() => this.next.click()),
      ],
      ['insurance', () => this.option('insurance', 'none').click()],
      ['job-offer', () => this.option('job-offer', 'none').click()],
      ['kidney', () => this.option('kidney', 'no').click()],
      ['groups', () => this.answer(this.text('finder.none')).click()],
    ];
    for (const [id, act] of steps) {
      await this.expectQuestion(id);
      await look();
      await act();
    }
    await this.expectResults();
  }
}
