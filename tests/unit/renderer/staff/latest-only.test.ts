import { describe, expect, it } from 'vitest';
import { latestOnly } from '../../../../renderer/screens/staff/builder-preview/latest-only.ts';

describe('work of which only the latest counts', () => {
  it('runs one at a time, and of what waits only the last', async () => {
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const ask = latestOnly<number>((input) => {
      begun.push(input);
      return new Promise((resolve) => void ends.push(resolve));
    });
    const end = async () => {
      ends.shift()?.();
      await Promise.resolve().then(() => Promise.resolve());
    };
    for (const input of [1, 2, 3, 4]) ask(input);
    expect(begun).toEqual([1]);
    await end();
    expect(begun).toEqual([1, 4]);
    ask(5);
    ask(6);
    await end();
    await end();
    expect(begun).toEqual([1, 4, 6]);
    ask(7);
    expect(begun).toEqual([1, 4, 6, 7]);
  });
});
