import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../support/fixtures.ts';

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
/** Rows of tables, without the padding that formatting adds. */
const rowsOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => /^\|.*\|$/.test(line) && !/^[| :-]+$/.test(line))
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .join('|'),
    );

it('the README shows the handout tables as the command printed them', () => {
  const printed = rowsOf(read('docs/handout-speed.md').split('### Memory')[0] ?? '');
  expect(printed.length).toBe(15);
  expect(rowsOf(read('README.md').split('## How fast')[1] ?? '')).toEqual(printed);
});
