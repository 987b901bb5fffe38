import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { HandoutRequestInput } from '../../../../electron/contract/handout-request.ts';
import type { JobOptions } from '../../../../electron/services/handouts/pdf/render.ts';
import { cardFrames, drawRequest, footLines, linesByPage } from '../../../support/draw-request.ts';
import { openLibraryIn } from '../../../support/fixtures.ts';
import { bundle, kinds } from '../../../support/handout-kinds.ts';
import { lettersOf, type Drawn } from '../../../support/read-drawn.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'sala-test-'));
const library = openLibraryIn(folder);
afterAll(() => {
  library.close();
  rmSync(folder, { recursive: true, force: true });
});

const draw = (request: HandoutRequestInput, options?: JobOptions) => drawRequest(library, request, options);

const ordinary = [
  'hydroxychloroquine 200 mg',
  'sulfamethoxazole 800 mg',
  'mycophenolate mofetil 500 mg',
  'azathioprine 50 mg',
  'folic acid 1 mg',
  'prednisone 5 mg',
  'lisinopril 10 mg',
  'metformin 500 mg',
];
const long = ordinary.map((name) => `${name}, ${'as the clinic wrote it '.repeat(3)}`.slice(0, 75));
/** Nothing that a patient has is longer: no page holds it in large print with its heading. */
const longest = ordinary.map((name) => `${name} ${'MMMM '.repeat(20)}`.slice(0, 79));

/** Frames stand between the margins and the foot, on the front of paper that has nothing behind. */
function checkFrames(drawn: Drawn, twoSided: boolean): void {
  const frames = cardFrames(drawn);
  expect(frames.length).toBeGreaterThan(0);
  for (const { page, bottom, top } of frames) {
    const foot = drawn.paths.filter((one) => one.page === page && one.isFurniture);
    expect(bottom).toBeGreaterThan(Math.max(...foot.map((rule) => rule.top)));
    expect(top).toBeLessThan(drawn.pages[page]?.height ?? 0);
    if (!twoSided) continue;
    expect(page % 2, `page ${page + 1}`).toBe(0);
    expect(drawn.glyphs.filter((glyph) => glyph.page === page + 1)).toEqual([]);
    expect(drawn.paths.filter((one) => one.page === page + 1)).toEqual([]);
  }
}

const pairs = [
  ['en', undefined],
  ['es', 'en'],
  ['ar', 'en'],
  ['zh-Hans', 'ar'],
] as const;
const lists = { ordinary, long, longest };

describe.each(pairs)('a wallet card in %s with %s', (language, secondLanguage) => {
  it.each(
    (['normal', 'large'] as const).flatMap((print) =>
      (['letter', 'a4'] as const).flatMap((paper) =>
        Object.keys(lists).map((list) => [print, paper, list as keyof typeof lists] as const),
      ),
    ),
  )('keeps its frame and all that it says: %s print, %s, %s names', async (print, paper, list) => {
    const medicines = lists[list];
    const request = { walletCard: { medicines }, language, secondLanguage, print, paper };
    for (const twoSided of [true, false]) {
      const drawn = await draw(request, { twoSided });
      checkFrames(drawn, twoSided);
      const letters = lettersOf(drawn.glyphs.map(({ text }) => text).join(''));
      const sides = language === 'en' && !secondLanguage ? 1 : 2;
      for (const medicine of medicines)
        expect(letters.split(lettersOf(medicine)).length - 1, medicine).toBe(sides);
    }
  });

  it('stands with its heading', async () => {
    for (const print of ['normal', 'large'] as const) {
      const drawn = await draw({ walletCard: { medicines: ordinary }, language, secondLanguage, print });
      const heading = drawn.glyphs.filter(
        ({ size }) => Math.abs(size - (print === 'large' ? 30.6 : 20.4)) < 0.1,
      );
      expect(heading.length).toBeGreaterThan(0);
      expect(heading[0]?.page).toBe(cardFrames(drawn)[0]?.page);
    }
  });
});

describe('a card that goes on in a second one', () => {
  it('says so on both, and says its name again', async () => {
    const drawn = await draw({
      walletCard: { name: 'M M '.repeat(30), medicines: longest },
      language: 'en',
      print: 'large',
    });
    const cards = cardFrames(drawn).map(({ page }) => linesByPage(drawn)[page] ?? []);
    expect(cards).toHaveLength(2);
    cards.forEach((lines, index) => {
      expect(lines).toContain(`${index + 1}/2`);
      expect(lines.some((line) => line.startsWith('Medicines:'))).toBe(true);
    });
  });

  it('is not made where one holds everything', async () => {
    const drawn = await draw({ walletCard: { medicines: long }, language: 'es', secondLanguage: 'en' });
    expect(linesByPage(drawn).flat()).not.toContain('1/2');
    expect(cardFrames(drawn)).toHaveLength(1);
  });
});

describe('a wallet card among other parts', () => {
  it.each(['normal', 'large'] as const)(
    'stands at the end, on paper of its own, where paper is printed on both sides: %s print',
    async (print) => {
      const drawn = await draw({ ...bundle, language: 'en', print });
      checkFrames(drawn, true);
      const [card] = cardFrames(drawn);
      const lines = linesByPage(drawn);
      expect(card?.page).toBe(drawn.pages.length - 1);
      expect(lines[card?.page ?? 0]?.[0]).toContain('Wallet card');
      // What closes the sheet stands before it.
      const closing = lines.findIndex((page) => page.some((line) => line.includes('This sheet teaches')));
      expect(closing).toBeGreaterThanOrEqual(0);
      expect(closing).toBeLessThan(card?.page ?? 0);
    },
  );

  it('needs no empty page where paper is printed on one side', async () => {
    for (const language of ['en', 'ar'])
      for (const print of ['normal', 'large'] as const) {
        const drawn = await draw({ ...bundle, language, print }, { twoSided: false });
        checkFrames(drawn, false);
        for (const page of drawn.pages.keys())
          expect(drawn.glyphs.some((glyph) => glyph.page === page)).toBe(true);
      }
  });

  it('counts no empty back among its pages', async () => {
    const medicines = ordinary;
    const request = {
      walletCard: { medicines },
      language: 'ar',
      secondLanguage: 'en',
      print: 'large',
    } as const;
    const feet = footLines(await draw(request)).map((lines) => lines.join(' '));
    expect(feet.map((foot) => foot !== '')).toEqual([true, false, true, false, true]);
    expect(feet[0]).toMatch(/\b1\b.*\b3\b|\b3\b.*\b1\b/);
  });

  it('is drawn alike in each kind of sheet', async () => {
    for (const [what, kind] of Object.entries(kinds)) {
      if (!kind.walletCard) continue;
      const drawn = await draw({ ...kind, language: 'es' });
      expect(cardFrames(drawn), what).not.toEqual([]);
      checkFrames(drawn, true);
    }
  });
});
