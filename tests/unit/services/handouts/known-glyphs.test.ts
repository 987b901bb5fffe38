import type { Font } from 'fontkit';
import { expect, it } from 'vitest';
import { FontStore, type Face } from '../../../../electron/services/handouts/fonts/font-store.ts';
import { ensureFonts } from '../../../../electron/services/handouts/fonts/install-fonts.ts';
import type { Subset } from '../../../../electron/services/handouts/fonts/known-glyphs.ts';
import { root } from '../../../support/fixtures.ts';

type SubsetOf = Subset & { encode(): Uint8Array };

/** The subset of a face with the glyphs of some letters. */
function subsetOf({ kit, glyphs }: Face, letters: string, isServed: boolean): Uint8Array {
  const font = kit as Font & {
    createSubset(): SubsetOf;
    glyphForCodePoint(point: number): { id: number };
  };
  const subset = font.createSubset();
  if (isServed) glyphs.serve(subset);
  for (const letter of letters) subset.includeGlyph(font.glyphForCodePoint(letter.codePointAt(0) ?? 0).id);
  return subset.encode();
}

it('a subset of glyphs that are known is the one fontkit makes, byte for byte', () => {
  const store = new FontStore(ensureFonts(root));
  const texts = ['Tome la pastilla', 'ñÑéÜ½¼ç – más', 'خذوه بعد الأكل، مرّة', '每天服药。请按', '≤☐✓'];
  for (const family of Object.keys(store.manifest))
    for (const bold of [false, true]) {
      const face = store.face(family, bold);
      for (const letters of [...texts, ...texts, texts.join('')]) {
        const [ours, theirs] = [subsetOf(face, letters, true), subsetOf(face, letters, false)];
        expect(Buffer.from(ours).equals(Buffer.from(theirs)), `${family} ${letters}`).toBe(true);
      }
    }
});
