import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../support/fixtures.ts';

it('the page carries no schemas: it shares the plain values of the contract, and the services check', () => {
  const folder = path.join(root, 'dist/renderer/assets');
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(2);
  const carrying = scripts.filter((name) =>
    readFileSync(path.join(folder, name), 'utf8').includes('ZodError'),
  );
  expect(carrying).toEqual([]);
});
