import { describe, expect, it } from 'vitest';
import { handoutRequestSchema } from '../../../../electron/contract/handout-request.ts';
import { composeSheets } from '../../../../electron/services/handouts/compose/compose.ts';
import { FontStore } from '../../../../electron/services/handouts/fonts/font-store.ts';
import { ensureFonts } from '../../../../electron/services/handouts/fonts/install-fonts.ts';
import { ShapeCache } from '../../../../electron/services/handouts/layout/shape-cache.ts';
import type { ShapedRun } from '../../../../electron/services/handouts/layout/shaped-run.ts';
import { renderSheets } from '../../../../electron/services/handouts/pdf/render.ts';
import { fixedClock, libraryOf, root } from '../../../support/fixtures.ts';

/** Words that are in no guide, one in each field that staff type into. */
const typed = {
  patient: { name: 'Zqpatient' },
  medicines: [
    {
      name: 'Zqmedicine',
      strength: 'Zqstrength',
      dayParts: { morning: 'Zqamount' },
      directions: 'Zqdirections',
    },
  ],
  bloodTests: { start: '2031-07-19', dates: ['2031-07-19'] },
  appointment: { date: '2032-08-17', time: '13:47' },
  clinic: { name: 'Zqclinic', phone: 'Zqphone 7731', address: 'Zqaddress' },
  note: 'Zqnote',
  questions: ['Zqquestion?'],
  walletCard: { name: 'Zqwallet', phone: 'Zqcall 7731' },
};

class WatchedCache extends ShapeCache {
  readonly seen: string[] = [];
  override set(key: string, run: ShapedRun): void {
    this.seen.push(key);
    super.set(key, run);
  }
}

describe('the shapes kept from one sheet to the next', () => {
  const fonts = new FontStore(ensureFonts(root));

  it.each(['en', 'es', 'ar', 'zh-Hans'])('hold nothing that was typed: %s', async (language) => {
    const request = handoutRequestSchema.parse({ guides: ['azathioprine-taking'], language, ...typed });
    const { library } = libraryOf();
    const shapes = new WatchedCache();
    await renderSheets(composeSheets(request, library, fixedClock()), fonts, shapes);
    expect(shapes.seen.length).toBeGreaterThan(50);
    for (const key of shapes.seen) expect(key).not.toMatch(/Zq|7731|2031|2032|13:47|1:47/);
  });

  it('draw the same bytes as no shapes at all', async () => {
    const { library } = libraryOf();
    const shapes = new ShapeCache();
    for (const language of ['en', 'ar', 'zh-Hans', 'en', 'ar']) {
      const request = handoutRequestSchema.parse({ guides: ['azathioprine-taking'], language, ...typed });
      const sheets = composeSheets(request, library, fixedClock());
      const [kept, fresh] = [await renderSheets(sheets, fonts, shapes), await renderSheets(sheets, fonts)];
      expect(Buffer.from(kept.pdf).equals(Buffer.from(fresh.pdf))).toBe(true);
    }
  });

  it('stay within their bound, the used ones longest', () => {
    const shapes = new ShapeCache(100);
    const run = (text: string) => ({ text }) as ShapedRun;
    shapes.set('used', run('0123456789'));
    for (let count = 0; count < 50; count += 1) {
      shapes.set(String(count), run('0123456789'));
      expect(shapes.get('used')).toBeDefined();
    }
    const held = Array.from({ length: 50 }, (_, count) => shapes.get(String(count))).filter(Boolean);
    expect(held.length).toBeLessThanOrEqual(10);
    expect(held.length).toBeGreaterThan(0);
  });
});
