import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { root, temporaryFolder } from '../../support/fixtures.ts';

/** A small tree with one bad import; returns what the layer rules say of it. */
function cruise(files: Record<string, string>): string {
  const folder = temporaryFolder();
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
    cpSync(path.join(root, name), path.join(folder, name));
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  try {
    return execFileSync(
      process.execPath,
      [
        realpathSync(path.join(root, 'node_modules/.bin/depcruise')),
        'electron',
        'renderer',
        '--config',
        '.dependency-cruiser.cjs',
      ],
      { cwd: folder, encoding: 'utf8' },
    );
  } catch (error) {
    return String((error as { stdout: string }).stdout);
  }
}

const base = {
  'electron/services/a.ts': "import './b.ts';\n",
  'electron/services/b.ts': 'export const b = 1;\n',
  'renderer/lib/a.ts': "import './b.ts';\n",
  'renderer/lib/b.ts': 'export const b = 1;\n',
};

describe('the layer rules', () => {
  it('let good imports pass', () => expect(cruise(base)).toContain('no dependency violations'));

  it.each([
    [
      'only-the-shell-touches-electron',
      { 'electron/services/b.ts': "import { app } from 'electron';\nexport const b = app;\n" },
    ],
    [
      'services-know-no-host',
      {
        'electron/services/b.ts': "export { x } from '../host/x.ts';\n",
        'electron/host/x.ts': 'export const x = 1;\n',
      },
    ],
    ['contract-stands-alone', { 'electron/contract/c.ts': "export { b } from '../services/b.ts';\n" }],
    [
      'renderer-imports-only-the-contract',
      { 'renderer/lib/b.ts': "export { b } from '../../electron/services/b.ts';\n" },
    ],
    ['renderer-imports-no-node', { 'renderer/lib/b.ts': "export { readFileSync } from 'node:fs';\n" }],
    [
      'components-know-no-screens',
      {
        'renderer/components/c.ts': "export { s } from '../screens/s.ts';\n",
        'renderer/screens/s.ts': 'export const s = 1;\n',
      },
    ],
    ['no-cycles', { 'electron/services/b.ts': "import './a.ts';\n" }],
    ['no-orphans', { 'electron/services/alone.ts': 'export const alone = 1;\n' }],
  ])('%s catches its bad example', (rule, files) => {
    expect(cruise({ ...base, ...files })).toContain(rule);
  });
});

describe('the lint rules', () => {
  const lint = async (text: string, filePath: string) => {
    const [result] = await new ESLint({ cwd: root }).lintText(text, { filePath: path.join(root, filePath) });
    return (result?.messages ?? []).map(({ ruleId }) => ruleId);
  };

  it.each([
    ['fetch outside of the bridge', "await fetch('/x');\n", 'renderer/screens/x.ts', 'no-restricted-globals'],
    [
      'the preload outside of the bridge',
      'window.kiosk;\n',
      'renderer/screens/x.ts',
      'no-restricted-properties',
    ],
    [
      'something kept in the browser',
      "localStorage.setItem('a', 'b');\n",
      'renderer/lib/x.ts',
      'no-restricted-globals',
    ],
    [
      'a network call in a service',
      "await fetch('http://x');\n",
      'electron/services/x.ts',
      'no-restricted-globals',
    ],
    ['a page in a service', 'document.title;\n', 'electron/services/x.ts', 'no-restricted-globals'],
    ['a service that prints', "console.log('x');\n", 'electron/services/x.ts', 'no-console'],
  ])('catch %s', async (_what, text, file, rule) => {
    expect(await lint(text, file)).toContain(rule);
  });
});
