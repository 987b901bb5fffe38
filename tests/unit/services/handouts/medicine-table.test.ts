import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { drawRequest, linesByPage } from '../../../support/draw-request.ts';
import { openLibraryIn } from '../../../support/fixtures.ts';
import { allBlocks } from '../../../support/read-drawn.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'sala-test-'));
const library = openLibraryIn(folder);
afterAll(() => {
  library.close();
  rmSync(folder, { recursive: true, force: true });
});

const names = [
  'hydroxychloroquine',
  'sulfamethoxazole',
  'mycophenolate mofetil',
  'trimethoprim-sulfamethoxazole',
  'Azathioprin-Natriumhydrochlorid-Zubereitung',
];
const medicines = names.map((name) => ({
  name,
  strength: '200 mg',
  purpose: 'malaria and lupus',
  dayParts: {
    morning: '1 comprimido',
    noon: '1 comprimido',
    evening: '1 comprimido',
    bedtime: '1 comprimido',
  },
}));

describe('a medicine’s name', () => {
  it.each(
    (
      [
        ['en', undefined],
        ['es', undefined],
        ['es', 'en'],
        ['ar', 'en'],
        ['zh-Hans', 'es'],
      ] as const
    ).flatMap(([language, second]) =>
      (['normal', 'large'] as const).map((print) => [language, second, print] as const),
    ),
  )('is never cut inside a word, nor is an amount: %s with %s, %s print', async (language, second, print) => {
    const drawn = await drawRequest(library, { medicines, language, secondLanguage: second, print });
    const lines = linesByPage(drawn).flat();
    for (const name of names)
      for (const word of name.split(' '))
        expect(
          lines.some((line) => line.includes(word)),
          `${word} in one line`,
        ).toBe(true);
    expect(lines.join(' ').split('comprimido').length - 1).toBe(4 * names.length);
  });

  it('stands above its amounts as the header of their row', async () => {
    const drawn = await drawRequest(library, { medicines, language: 'es', print: 'large' });
    const [table] = allBlocks(drawn.root).filter(({ type }) => type === 'Table');
    const rows = table?.children.map((row) => row.children.map(({ type }) => type)) ?? [];
    expect(rows).toHaveLength(names.length + 1);
    for (const row of rows.slice(1)) expect(row).toEqual(['TH', 'TD', 'TD', 'TD', 'TD']);
    const [name, amount] =
      table?.children[1]?.children.map((cell) => allBlocks(cell).flatMap((one) => one.glyphs)) ?? [];
    expect(amount?.[0]?.y ?? 0).toBeLessThan(Math.min(...(name ?? []).map(({ y }) => y)));
  });
});
