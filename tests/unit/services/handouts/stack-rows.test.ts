import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Metrics } from '../../../../electron/services/handouts/pdf/metrics.ts';
import { Place } from '../../../../electron/services/handouts/pdf/place.ts';
import type { Placed, Row } from '../../../../electron/services/handouts/pdf/rows.ts';
import { stackEvenly, stackRows } from '../../../../electron/services/handouts/pdf/stack-rows.ts';

const metrics = (columns: 1 | 2) =>
  ({
    page: { width: 612, height: 792 },
    margin: 42,
    size: 12,
    unit: 6,
    width: 200,
    gap: 18,
    columns,
  }) as Metrics;
const foot = { height: 20, lines: () => [] };

type Put = { row: Row; page: number; column: number; top: number; bottom: number };

/** A place that remembers what is put where. */
class Recorder extends Place {
  readonly put: Put[] = [];
  override take(row: Row): void {
    const top = this.y;
    super.take(row);
    this.put.push({ row, page: this.pages, column: this.column, top, bottom: this.y });
  }
}

const row = (height: number, more: Partial<Row> = {}): Row => ({
  height,
  before: 4,
  keepWithNext: false,
  texts: [],
  drawings: [],
  ...more,
});
const heading = row(20, { isHeading: true, keepWithNext: true });

const anyRows = fc.array(
  fc.oneof(
    fc.constant(heading),
    fc
      .record({ height: fc.integer({ min: 5, max: 200 }), keepWithNext: fc.boolean() })
      .map(({ height, keepWithNext }) => row(height, { keepWithNext })),
  ),
  { minLength: 1, maxLength: 60 },
);

describe('rows on pages', () => {
  it.each([1, 2] as const)(
    'keep their order, stay above the foot and leave no heading alone: %i columns',
    (columns) => {
      fc.assert(
        fc.property(anyRows, fc.boolean(), (rows, evenly) => {
          const all = [...rows, row(30)];
          const place = new Recorder(metrics(columns), foot, false);
          (evenly ? stackEvenly : stackRows)(place, all);
          expect(place.put.map((one) => one.row.height)).toEqual(all.map(({ height }) => height));
          place.put.forEach(({ row: one, page, column, bottom }, at) => {
            expect(bottom).toBeLessThanOrEqual(place.pageBottom + 0.01);
            const next = place.put[at + 1];
            if (one.isHeading && next && !next.row.isHeading)
              expect([next.page, next.column]).toEqual([page, column]);
          });
        }),
        { numRuns: 300 },
      );
    },
  );

  it('keep a callout’s title with its words, and both with the heading that leads to them', () => {
    const frame = (first: boolean) => ({ level: 'yellow' as const, first, last: !first });
    const callout = (height: number) => [
      heading,
      row(20, { keepWithNext: true, frame: frame(true) }),
      row(height, { frame: frame(false) }),
    ];
    const anyCallouts = fc.array(
      fc.oneof(
        fc.integer({ min: 5, max: 90 }).map((height) => [row(height)]),
        fc.integer({ min: 20, max: 150 }).map(callout),
      ),
      { minLength: 2, maxLength: 30 },
    );
    fc.assert(
      fc.property(anyCallouts, (groups) => {
        const place = new Recorder(metrics(1), foot, false);
        stackRows(place, groups.flat());
        place.put.forEach(({ row: one, page }, at) => {
          if (one.keepWithNext) expect(place.put[at + 1]?.page).toBe(page);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('that belong together but are higher than a page still fill pages, and leave none nearly empty', () => {
    const rows = [heading, ...Array.from({ length: 60 }, () => row(40, { keepWithNext: true })), row(40)];
    const place = new Recorder(metrics(1), foot, false);
    stackRows(place, rows);
    const pages = Map.groupBy(place.put, ({ page }) => page);
    for (const [page, put] of pages) if (page < place.pages) expect(put.length).toBeGreaterThan(10);
  });

  it('of a text longer than a page begin where its heading stands, not on a page of their own', () => {
    const lines = Array.from({ length: 100 }, () => ({ width: 10, runs: [] }));
    const text = { y: 0, paragraph: { lines, leading: 20 } } as unknown as Placed;
    const place = new Recorder(metrics(1), foot, false);
    stackRows(place, [row(200), heading, row(2000, { texts: [text] })]);
    expect(place.put.slice(0, 3).map(({ page }) => page)).toEqual([1, 1, 1]);
    expect(place.pages).toBe(4);
  });

  it('end side by side in the columns of the last page, on no page more', () => {
    const rows = Array.from({ length: 20 }, () => row(20));
    const one = new Recorder(metrics(2), foot, false);
    const even = new Recorder(metrics(2), foot, false);
    stackRows(one, rows);
    stackEvenly(even, rows);
    const bottoms = (place: Recorder) =>
      [0, 1].map((column) =>
        Math.max(0, ...place.put.filter((put) => put.column === column).map(({ bottom }) => bottom)),
      );
    expect(even.pages).toBe(one.pages);
    expect(bottoms(one)[1]).toBe(0);
    expect(Math.abs((bottoms(even)[0] as number) - (bottoms(even)[1] as number))).toBeLessThan(30);
  });

  it('of a table begin each page with its header', () => {
    const head = row(25, { rules: { xs: [0, 100], top: true, innerFrom: 0 } });
    const rows = [
      { ...head, keepWithNext: true },
      ...Array.from({ length: 60 }, () => row(30, { before: 0, under: head })),
    ];
    const place = new Recorder(metrics(1), foot, false);
    stackRows(place, rows);
    const pages = Map.groupBy(place.put, ({ page }) => page);
    expect(pages.size).toBeGreaterThan(2);
    for (const put of pages.values()) expect(put[0]?.row.height).toBe(25);
  });

  it('of a table do not begin a page with a header that leaves no room for them', () => {
    const head = row(600, { rules: { xs: [0, 100], top: true, innerFrom: 0 }, keepWithNext: true });
    const rows = [head, ...Array.from({ length: 3 }, () => row(90, { before: 0, under: head }))];
    const place = new Recorder(metrics(1), foot, false);
    stackRows(place, rows);
    expect(place.put.map(({ row: one, page }) => [one.height, page])).toEqual([
      [600, 1],
      [90, 2],
      [90, 2],
      [90, 2],
    ]);
  });
});
