import type { Foot } from './foot.ts';
import type { Metrics } from './metrics.ts';
import type { Row } from './rows.ts';

/** Space below a callout, in units. */
export const afterFrame = 0.9;

/** Where on the pages the next row goes. Moving it draws nothing, so that a layout can be tried first. */
export class Place {
  metrics: Metrics;
  readonly foot: Foot;
  readonly rtl: boolean;
  pages = 1;
  y: number;
  /** Where the columns of this page begin: below what stands above them over the whole width. */
  top: number;
  column = 0;
  /** The lowest row of the page's columns. */
  lowest: number;
  /** The row that stands above in this column, or over the columns; none at the head of one. */
  above: Row | null = null;
  /** Whether paper is printed on both sides: then page 2 stands behind page 1. */
  twoSided = false;
  /** Whether a card to cut out stands on the page. */
  hasCard = false;
  /** Height at which columns end on one page, so that they come out alike. */
  limit: { page: number; bottom: number } | null = null;

  constructor(metrics: Metrics, foot: Foot, rtl: boolean) {
    this.metrics = metrics;
    this.foot = foot;
    this.rtl = rtl;
    this.y = metrics.margin;
    this.top = metrics.margin;
    this.lowest = metrics.margin;
  }

  /** The same place, to try a layout from. */
  copy(): Place {
    const copy = new Place(this.metrics, this.foot, this.rtl);
    const { pages, y, top, column, lowest, above, limit, twoSided, hasCard } = this;
    return Object.assign(copy, { pages, y, top, column, lowest, above, limit, twoSided, hasCard });
  }

  /** Where the foot begins. */
  get pageBottom(): number {
    return this.metrics.page.height - this.metrics.margin - this.metrics.size - this.foot.height;
  }

  get bottom(): number {
    return this.limit?.page === this.pages ? this.limit.bottom : this.pageBottom;
  }

  get isAtTop(): boolean {
    return this.y === this.top;
  }

  get isFresh(): boolean {
    return this.isAtTop && this.top === this.metrics.margin;
  }

  /** Height of a column on a page with nothing above it. */
  get full(): number {
    return this.pageBottom - this.metrics.margin;
  }

  /** Whether something printed may stand on the other side of this page: no place for what is cut out. */
  get isBack(): boolean {
    return this.twoSided && this.pages % 2 === 0;
  }

  /** How far the column at hand stands from the one at the left margin. */
  get offset(): number {
    const { columns, width, gap } = this.metrics;
    return (this.rtl ? columns - 1 - this.column : this.column) * (width + gap);
  }

  /** From here on rows are set in other lengths, such as those of a column, below all that stands on the page. */
  use(metrics: Metrics): void {
    const isFresh = this.lowest === this.metrics.margin;
    this.metrics = metrics;
    this.top = this.lowest + (isFresh ? 0 : metrics.unit);
    this.y = this.top;
    this.column = 0;
  }

  next(): void {
    this.above = null;
    if (this.column + 1 < this.metrics.columns) {
      this.column += 1;
      this.y = this.top;
      return;
    }
    // The back of a card stays empty.
    this.pages += this.twoSided && this.hasCard ? 2 : 1;
    this.hasCard = false;
    this.top = this.metrics.margin;
    this.y = this.top;
    this.lowest = this.top;
    this.column = 0;
  }

  /** Goes on to paper of its own, where that makes a difference: to a front page with nothing on it. */
  newLeaf(): void {
    while (this.twoSided && (this.isBack || this.lowest > this.metrics.margin)) this.next();
  }

  /** Room that a row takes. */
  take(row: Row): void {
    this.hasCard ||= row.isCutOut ?? false;
    this.y += row.height + (row.frame?.last ? this.metrics.unit * afterFrame : 0);
    this.lowest = Math.max(this.lowest, this.y);
    this.above = row;
  }
}
