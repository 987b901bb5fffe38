/** Stacks rows on pages: what belongs together stays together, and no row is broken unless it is higher than a page. */
import { Pages } from './page.ts';
import { afterFrame, type Place } from './place.ts';
import { beginningHeight, splitRow, type Row } from './rows.ts';

/** Space above a row that does not begin a column. */
const spaceBetween = (row: Row, unit: number) => row.before + (row.frame?.first ? unit : 0);

/** Height of a row with all the rows it must stand with; of one that is higher than a column, its first lines. */
function heightWithNext(rows: Row[], index: number, { metrics, full }: Place): number {
  let height = 0;
  for (let at = index; at < rows.length; at += 1) {
    const row = rows[at] as Row;
    if (at > index) height += spaceBetween(row, metrics.unit);
    if (row.height > full) return height + beginningHeight(row);
    height += row.height + (row.frame?.last ? metrics.unit * afterFrame : 0);
    if (!row.keepWithNext) break;
  }
  return height;
}

/** A frame that goes on in the next column is closed at the foot of this one and opened again at the head of that. */
const open = (row: Row): Row => (row.frame ? { ...row, frame: { ...row.frame, first: true } } : row);
const close = (row: Row): Row => (row.frame ? { ...row, frame: { ...row.frame, last: true } } : row);

/** Space above a row where it stands now. */
function spaceAbove({ isAtTop, metrics: { unit } }: Place, row: Row): number {
  if (isAtTop) return row.frame ? unit : 0;
  return spaceBetween(row, unit);
}

/** What of a row must stand together: all of it, unless it is higher than a column. */
const leastHeight = ({ full }: Place, row: Row) => (row.height > full ? beginningHeight(row) : row.height);

/** Whether a row is a card to cut out, or must stand with one. */
function leadsToCard(rows: Row[], index: number): boolean {
  const last = rows.findIndex((row, at) => at >= index && (row.isCutOut || !row.keepWithNext));
  return rows[last]?.isCutOut === true;
}

/**
 * Whether a row, with those it must stand with, has to wait for the next column or page. Where rows that must stand together
 * are higher than a column, as many as fit stand together, and a heading keeps at least the first lines of what it heads.
 */
function mustMove(place: Place, rows: Row[], index: number): boolean {
  if (place.isBack && leadsToCard(rows, index)) return true;
  if (place.isFresh) return false;
  const row = rows[index] as Row;
  const room = place.bottom - place.y - spaceAbove(place, row);
  const { above } = place;
  if (!above?.keepWithNext) return Math.min(heightWithNext(rows, index, place), place.full) > room;
  // A card is never begun where it does not end.
  const mayBegin = above.isHeading && !row.isCutOut && beginningHeight(row) <= room;
  return leastHeight(place, row) > room && !mayBegin;
}

/** Whether the row's frame goes on elsewhere: the next row does not fit below it. */
function closesHere(place: Place, rows: Row[], index: number): boolean {
  const row = rows[index] as Row;
  const following = rows[index + 1];
  if (!row.frame || row.frame.last || !following) return false;
  const rest = place.y + row.height;
  return rest + following.before + heightWithNext(rows, index + 1, place) > place.bottom;
}

/** Goes on to the next column or page, under the table's header where it leaves room for `least` points of the row. */
function nextFor(place: Place, { under }: Row, least: number): void {
  place.next();
  if (!under || under.height + least > place.full) return;
  if (place instanceof Pages) place.repeat(under);
  else place.take(under);
}

/** Puts one row, and tells where it begins and whether it had to be cut. */
function stackOne(place: Place, rows: Row[], index: number): { begins: string; isCut: boolean } {
  const { unit } = place.metrics;
  let row = rows[index] as Row;
  let isMoved = false;
  while (mustMove(place, rows, index) && !(isMoved && row.under)) {
    nextFor(place, row, leastHeight(place, row));
    isMoved = true;
  }
  if (isMoved) row = open(row);
  const begins = columnAt(place);
  place.y += spaceAbove(place, row);
  let isCut = false;
  while (place.y + row.height > place.bottom) {
    const parts = splitRow(row, place.bottom - place.y - (row.frame ? unit : 0));
    if (!parts) break; // not even a line fits: a drawing taller than the page, which nothing here makes
    isCut = true;
    place.take(close(parts[0]));
    nextFor(place, row, beginningHeight(parts[1]));
    place.y += row.frame ? unit : 0;
    row = open(parts[1]);
  }
  place.take(closesHere(place, rows, index) ? close(row) : row);
  return { begins, isCut };
}

const columnAt = ({ pages, column }: Place) => `${pages} ${column}`;

/**
 * Rows that must stand together but are higher than a page: only the headings with what follows them, and the last two,
 * still do.
 */
function loosen(rows: Row[], place: Place): Row[] {
  const out = [...rows];
  for (let start = 0; start < rows.length; start += 1) {
    let end = start;
    while (rows[end]?.keepWithNext && end + 1 < rows.length) end += 1;
    if (heightWithNext(rows, start, place) > place.full) {
      let text = start;
      while (text < end && rows[text]?.isHeading) text += 1;
      for (let at = text; at < end - 1; at += 1) {
        const row = rows[at] as Row;
        out[at] = { ...row, keepWithNext: row.isHeading === true || row.rules?.top === true };
      }
    }
    start = end;
  }
  return out;
}

/** Stacks the rows and tells whether any was cut or parted from the one before where columns were made short. */
function stack(place: Place, tight: Row[]): boolean {
  const rows = loosen(tight, place);
  let isHarmed = false;
  rows.forEach((_, index) => {
    const before = columnAt(place);
    const { begins, isCut } = stackOne(place, rows, index);
    const isParted = rows[index - 1]?.keepWithNext === true && begins !== before;
    if (place.limit?.page === place.pages && (isCut || isParted)) isHarmed = true;
  });
  return isHarmed;
}

/** Pages in use after the rows are stacked from here, without drawing anything; endless where short columns harm them. */
function trial(place: Place, rows: Row[], limit: Place['limit'] = null): number {
  const copy = place.copy();
  copy.limit = limit;
  const isHarmed = stack(copy, rows);
  return isHarmed ? Infinity : copy.pages;
}

/** The rows with what they would like to stand with, where that costs no page. */
function inGoodCompany(place: Place, rows: Row[]): Row[] {
  const wished = rows.map((row) => (row.keepsIfRoom ? { ...row, keepWithNext: true } : row));
  return trial(place, wished) > trial(place, rows) ? rows : wished;
}

/** Puts the rows in order from where the place is, moving and drawing as it goes. */
export function stackRows(place: Place, rows: Row[]): void {
  stack(place, inGoodCompany(place, rows));
}

/** Page on which the first card of the rows stands; that of the last row where there is none. */
export function pageOfCard(place: Place, rows: Row[]): number {
  const card = rows.findIndex((row) => row.isCutOut);
  return trial(place, card < 0 ? rows : rows.slice(0, card + 1));
}

/** Points by which columns may differ from the shortest they can be. */
const grain = 4;

/** As `stackRows`, with the columns of the last page made as short as they can be, so that they end side by side. */
export function stackEvenly(place: Place, asked: Row[]): void {
  const rows = inGoodCompany(place, asked);
  const page = trial(place, rows);
  let low = page === place.pages ? place.top : place.metrics.margin;
  let high = place.pageBottom;
  while (high - low > grain) {
    const middle = (low + high) / 2;
    if (trial(place, rows, { page, bottom: middle }) > page) low = middle;
    else high = middle;
  }
  place.limit = { page, bottom: high };
  stack(place, rows);
  place.limit = null;
}
