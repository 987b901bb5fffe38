import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphemesOf } from '../../../../electron/services/handouts/layout/graphemes.ts';
import { libraryOf } from '../../../support/fixtures.ts';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const slow = (text: string) => [...segmenter.segment(text)].map(({ segment, index }) => ({ segment, index }));
const quick = (text: string) => graphemesOf(text).map(({ segment, index }) => ({ segment, index }));

describe('graphemes', () => {
  it('are those of the segmenter for every letter, alone and after each kind of letter', () => {
    for (let point = 1; point < 0x10000; point += 1) {
      if (point >= 0xd800 && point < 0xe000) continue;
      const letter = String.fromCodePoint(point);
      for (const text of [letter, `a${letter}`, `${letter}b`, `ب${letter}\u064b`, `\u2066${letter}\u2069`])
        if (JSON.stringify(quick(text)) !== JSON.stringify(slow(text)))
          expect(quick(text), `U+${point.toString(16)}`).toEqual(slow(text));
    }
  });

  it('are those of the segmenter in any text', () => {
    const letters = fc.constantFrom(
      ...'aZ9 .،؟«»“”–…©®™°/中。（한글กำကြ',
      ...[
        '\u064b',
        '\u0651',
        '\u0670',
        '\u0301',
        '\u2066',
        '\u2067',
        '\u2069',
        '\u200d',
        '\u200c',
        '\u00ad',
        '\ufe0f',
      ],
      ...['\r', '\n', '👩', '🏽', 'ب', 'لا', 'é', 'ñ', '\u0600', '\u093f', 'क'],
    );
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 20 }), (parts) => {
        expect(quick(parts.join(''))).toEqual(slow(parts.join('')));
      }),
      { numRuns: 2000 },
    );
  });

  it('are those of the segmenter in every guide', () => {
    const { library } = libraryOf();
    for (const { tag } of library.languages())
      for (const { id } of library.cards(tag)) {
        const { title, summary } = library.guide(id, tag);
        for (const text of [title, summary]) expect(quick(text)).toEqual(slow(text));
      }
  });
});
