import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasProgram } from '../../../setup/programs.ts';
import {
  chromiumSwitches,
  drawChromiums,
  drawOurs,
  specimenLines,
  strayInk,
  type SpecimenLine,
} from '../../../support/chromium-lines.ts';
import { temporaryFolder } from '../../../support/fixtures.ts';
import { drawPage } from '../../../support/page-image.ts';
import { readSpecimen, specimenTags } from '../../../support/specimens.ts';

const isHere = hasProgram('chromium') && hasProgram('pdftoppm');

describe.skipIf(!isHere)('beside Chromium', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: chromiumSwitches });
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  /** Pixels of stray ink in each line; Chromium gets the letters as `change` leaves them. */
  async function strayIn(tag: string, change = (text: string) => text): Promise<number[]> {
    const specimen = readSpecimen(tag);
    const lines = specimenLines(specimen);
    const theirs = lines.map(({ line, spans }): SpecimenLine => {
      return { line, spans: spans.map((span) => ({ ...span, text: change(span.text) })) };
    });
    const folder = temporaryFolder();
    const draw = (name: string, pdf: Uint8Array) => {
      const file = path.join(folder, `${name}.pdf`);
      writeFileSync(file, pdf);
      return drawPage(file);
    };
    const ours = draw('ours', drawOurs(lines, specimen));
    return strayInk(ours, draw('theirs', await drawChromiums(page, theirs, specimen, folder)), lines.length);
  }

  it.each(specimenTags)(
    'every line of %s has its ink in the same place, to a pixel at 110 dpi',
    async (tag) => {
      const stray = await strayIn(tag);
      expect(stray.length).toBeGreaterThan(10);
      expect(stray).toEqual(stray.map(() => 0));
    },
  );

  it.each([
    ['ar', 'order lost with the isolates', (text: string) => text.replace(/[\u2066\u2069]/g, '')],
    ['ar', 'one vowel mark below', (text: string) => text.replace('\u064e', '\u0650')],
    ['en', 'two numbers changed about', (text: string) => text.replace('180/120', '120/180')],
    ['th', 'another tone', (text: string) => text.replaceAll('\u0e48', '\u0e49')],
    ['he', 'no points', (text: string) => text.replace(/[\u05b0-\u05bc]/g, '')],
  ])('a difference is seen: %s, %s', async (tag, _what, change) => {
    expect(Math.max(...(await strayIn(tag, change)))).toBeGreaterThan(8);
  });
});
