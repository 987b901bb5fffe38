import { readFileSync } from 'node:fs';
import path from 'node:path';
import bidiFactory from 'bidi-js';
import LineBreaker from 'linebreak';
import { describe, expect, it } from 'vitest';
import { visualOrder } from '../../../../electron/services/handouts/layout/bidi-order.ts';
import { lineBreaks } from '../../../../electron/services/handouts/layout/breaks.ts';
import { hasProgram, unicodeData } from '../../../setup/programs.ts';

const lines = (file: string) =>
  readFileSync(path.join(unicodeData, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
const fromHex = (points: string[]) => String.fromCodePoint(...points.map((point) => parseInt(point, 16)));

/** Rule L1 of UAX 9 for a text that is one line: separators and what is blank before them or at the end. */
function withL1(levels: Uint8Array, types: string[], base: number): number[] {
  const blank = ['WS', 'FSI', 'LRI', 'RLI', 'PDI', 'LRE', 'RLE', 'LRO', 'RLO', 'PDF', 'BN'];
  const out = [...levels];
  let isEnd = true;
  for (let at = types.length - 1; at >= 0; at -= 1) {
    const type = types[at] as string;
    if (type === 'B' || type === 'S') isEnd = true;
    else if (!blank.includes(type)) isEnd = false;
    if (isEnd) out[at] = base;
  }
  return out;
}

describe.skipIf(!hasProgram(unicodeData))("Unicode's own tests", () => {
  it('UAX 9: every line of BidiCharacterTest has the levels and the order it should', () => {
    const bidi = bidiFactory();
    const wrong: string[] = [];
    const all = lines('BidiCharacterTest.txt');
    for (const line of all) {
      const [points = '', direction, base, levels = '', order = ''] = line.split(';');
      const text = fromHex(points.split(' '));
      const asked = direction === '0' ? 'ltr' : direction === '1' ? 'rtl' : undefined;
      const types = [...text].map((letter) => bidi.getBidiCharTypeName(letter));
      const found = withL1(bidi.getEmbeddingLevels(text, asked).levels, types, Number(base));
      const wanted = levels.split(' ');
      const drawn = wanted.flatMap((level, at) => (level === 'x' ? [] : [{ level: Number(level), at }]));
      const isRight =
        wanted.every((level, at) => level === 'x' || Number(level) === found[at]) &&
        visualOrder(drawn)
          .map(({ at }) => at)
          .join(' ') === order.trim();
      if (!isRight) wrong.push(line);
    }
    expect(all.length).toBeGreaterThan(90_000);
    expect(wrong).toEqual([]);
  });

  /** Lines of LineBreakTest with the offsets where a break is allowed, and why. */
  const cases = () =>
    lines('auxiliary/LineBreakTest.txt').map((line) => {
      const tokens = (line.split('#')[0] ?? '').trim().split(/\s+/);
      let text = '';
      const allowed: number[] = [];
      for (const token of tokens) {
        if (token === '÷' && text !== '') allowed.push(text.length);
        else if (token !== '÷' && token !== '×') text += fromHex([token]);
      }
      return { line, text, allowed };
    });

  it('UAX 14: LineBreakTest holds, save 58 breaks left out on the safe side and one reserved emoji', () => {
    let leftOut = 0;
    const added: string[] = [];
    for (const { line, text, allowed } of cases()) {
      const found: number[] = [];
      const breaker = new LineBreaker(text);
      for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) found.push(next.position);
      const missing = allowed.filter((offset) => !found.includes(offset));
      // The package keeps numbers, prices and letters with what follows: "A.1", "/0", "$(", ")%", "b（".
      for (const offset of missing) expect(text.slice(offset)).toMatch(/^[\u2329\d(${%（]/u);
      leftOut += missing.length;
      if (found.some((offset) => !allowed.includes(offset))) added.push(line.slice(0, 17));
    }
    expect(leftOut).toBe(58);
    expect(added).toEqual(['× 1F02C × 1F3FF ÷']);
  });

  it("UAX 14: the engine's own rules take breaks away and add none, but in scripts with a dictionary", () => {
    const own = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u2066-\u2069\u{1f02c}]/u;
    for (const { line, text, allowed } of cases().filter(({ text: one }) => !own.test(one)))
      for (const { offset } of lineBreaks(text)) expect(allowed, line).toContain(offset);
  });
});
