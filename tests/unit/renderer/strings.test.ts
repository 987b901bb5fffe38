import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { idleAt } from '../../../renderer/lib/session/idle.ts';
import { readMillimetres } from '../../../renderer/screens/staff/printing/read-millimetres.ts';

const root = path.join(import.meta.dirname, '../../..');

function sources(folder: string): string {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(path.join(root, folder, file), 'utf8'))
    .join('\n');
}

describe('interface strings', () => {
  const code = sources('renderer') + sources('electron');
  const strings = Object.assign(
    {},
    ...readdirSync(path.join(root, 'content/languages/en/ui')).map(
      (name) => JSON.parse(readFileSync(path.join(root, 'content/languages/en/ui', name), 'utf8')) as object,
    ),
  ) as Record<string, string>;

  it('are there for every key the screens ask for', () => {
    const asked = [...code.matchAll(/\bt\(\s*'([^']+)'/g), ...code.matchAll(/\bwords\('([^']+)'/g)].map(
      (match) => match[1] as string,
    );
    expect(asked.length).toBeGreaterThan(80);
    expect(asked.filter((key) => !(key in strings))).toEqual([]);
  });

  it('are all used, or made of a name: pictogram, group, problem, state, kind, age, question', () => {
    const made =
      /^(pictogram|group|problem|print\.state|print\.printer|margins|text-size|handout|builder\.depth|builder\.template\.name|local\.kind|local-staff\.age|print\.job|finder\.list\.(?:length|letters|state)|finder\.(?:state|ask|help|why|option)|local-import\.(row|file|effect))\./;
    expect(Object.keys(strings).filter((key) => !made.test(key) && !code.includes(`'${key}'`))).toEqual([]);
  });
});

describe('presence', () => {
  const times = { warnAfterSeconds: 60, countdownSeconds: 30 };
  it('is asked about after 60 s, counts 30 s, and is over', () => {
    expect(idleAt(59_999, 0, times)).toEqual({ phase: 'present' });
    expect(idleAt(60_000, 0, times)).toEqual({ phase: 'warning', secondsLeft: 30 });
    expect(idleAt(89_001, 0, times)).toEqual({ phase: 'warning', secondsLeft: 1 });
    expect(idleAt(90_000, 0, times)).toEqual({ phase: 'gone' });
  });
});

describe('a margin', () => {
  it.each([
    ['4', 4],
    [' 12,5 ', 12.5],
    ['٣', 3],
    ['۱۲٫۵', 12.5],
    ['0', 0],
    ['40', 40],
    ['41', null],
    ['', null],
    ['4 mm', null],
    ['-1', null],
    ['1e1', null],
  ])('typed as "%s" is %s', (typed, read) => {
    expect(readMillimetres(typed)).toBe(read);
  });
});
