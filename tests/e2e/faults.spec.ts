import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, languages, root, stringsOf, test, type Kiosk } from './kiosk.ts';

const isRoot = process.getuid?.() === 0;

async function expectProblem({ page }: Kiosk, code: string): Promise<void> {
  await expect(page.locator(`[data-problem=${code}]`)).toBeVisible({ timeout: 20_000 });
  for (const tag of languages)
    await expect(page.locator(`section[lang="${tag}"]`)).toContainText(
      stringsOf(tag)[`problem.${code}`] ?? 'no string',
    );
}

function folder(): string {
  return mkdtempSync(path.join(os.tmpdir(), 'sala-fault-'));
}

test('a damaged pack has a screen, and is left as it was', async ({ launch }) => {
  const pack = path.join(folder(), 'broken.pack');
  copyFileSync(path.join(root, 'dist/pack/sala.pack'), pack);
  const bytes = readFileSync(pack);
  bytes.write('Double', bytes.indexOf('Trouble breathing'));
  writeFileSync(pack, bytes);
  await expectProblem(await launch({ pack }), 'pack-corrupt');
  expect(readFileSync(pack).equals(bytes)).toBe(true);
});

test('a missing pack has a screen', async ({ launch }) => {
  await expectProblem(await launch({ pack: path.join(folder(), 'none.pack') }), 'pack-missing');
});

test('a damaged database has a screen, and is left as it was', async ({ launch }) => {
  const dataFolder = folder();
  const file = path.join(dataFolder, 'kiosk.sqlite');
  writeFileSync(file, 'this is no database, but it is somebody’s only copy'.repeat(100));
  const before = readFileSync(file);
  await expectProblem(await launch({ dataFolder }), 'database-corrupt');
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('clinic mode without a single review has a screen', async ({ launch }) => {
  await expectProblem(await launch({ mode: 'clinic' }), 'nothing-reviewed');
});

for (const [what, options, code] of [
  ['a data folder without rights', 'ro,size=1m', 'data-folder-denied'],
  ['a full disk', 'size=4k', 'disk-full'],
] as const) {
  test(`${what} has a screen (needs root)`, async ({ launch }) => {
    test.skip(!isRoot, 'mounting a small disk needs root');
    const dataFolder = folder();
    mkdirSync(dataFolder, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', dataFolder]);
    try {
      const kiosk = await launch({ dataFolder });
      await expectProblem(kiosk, code);
      await kiosk.close();
    } finally {
      execFileSync('umount', ['-l', dataFolder]);
      rmSync(dataFolder, { recursive: true, force: true });
    }
  });
}
