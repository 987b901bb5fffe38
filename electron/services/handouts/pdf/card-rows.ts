/**
 * A card to cut out: a dashed line around it, a fold between its sides, which stand beside each other where there is room.
 * No card is higher than its page: one with more to say goes on in a second, and both are counted.
 */
import type { CardSide, Text } from '../sheet.ts';
import { divideEntries, sideEntries, type Entry, type Written } from './card-entries.ts';
import { heightOf, type Column, type RowTools } from './row-tools.ts';
import { rowHeight, type Drawing, type Row } from './rows.ts';

const millimetre = 72 / 25.4;
/** Width of a folded card: that of a bank card. */
const sideWidth = 85.6 * millimetre;
/** A card in large print may be set a little smaller when it then holds everything; none is smaller than normal print. */
const sizes = [1, 0.94, 0.88, 0.82];
const leastSize = 12;

/** How high a card may be, in points: the first below the heading that leads to it, one that has a page for itself. */
export interface Room {
  first: number;
  full: number;
}

/** The dashed frame with the fold's dotted line; lengths are measured from the card's top left. */
function drawFrame(tools: RowTools, width: number, height: number, fold: number | null): Drawing['paint'] {
  return (x, y) => {
    const { pdf } = tools;
    pdf.lineWidth(1).strokeColor('black').dash(5, { space: 4 }).rect(x, y, width, height).stroke();
    if (fold !== null) {
      pdf.lineWidth(0.6).dash(1.2, { space: 3 });
      pdf
        .moveTo(x + fold, y)
        .lineTo(x + fold, y + height)
        .stroke();
    }
    pdf.undash();
  };
}

function writeEntries(entries: Entry[], top: number): Written & { bottom: number } {
  let y = top;
  const written = entries.map((entry, index) => {
    y += index === 0 ? 0 : entry.before;
    const one = entry.write(y);
    y += entry.height;
    return one;
  });
  return {
    texts: written.flatMap(({ texts }) => texts),
    rules: written.flatMap(({ rules }) => rules),
    bottom: y,
  };
}

/** One side of a card as set: its entries by card, and where they stand. */
interface SetSide {
  side: CardSide;
  column: Column;
  cards: Entry[][];
}

const padTop = ({ metrics }: RowTools) => metrics.unit * 1.6;
const padBottom = ({ metrics }: RowTools) => metrics.unit * 1.5;

/** Where of how many cards one is, at the end of its last line. */
function countLine(tools: RowTools, { side, column }: SetSide, index: number, count: number) {
  const text: Text = {
    runs: [{ text: `${index + 1}/${count}`, kind: 'name' }],
    language: side.language,
    direction: side.direction,
    where: 'card',
  };
  const paragraph = tools.set(text, column.width, tools.metrics.size * 0.85, 1.25);
  const put = (bottom: number) =>
    tools.placed(paragraph, column, bottom - heightOf(paragraph), tools.node('P', text), 'end');
  return { height: heightOf(paragraph), put };
}

/** Card `index` of `count`, with each side's own entries. */
function cardRow(tools: RowTools, sides: SetSide[], frame: Column, index: number, count: number): Row {
  const written = sides.map(({ cards }) => writeEntries(cards[index] ?? [], padTop(tools)));
  const counts = count > 1 ? sides.map((side) => countLine(tools, side, index, count)) : [];
  const bottom =
    Math.max(...written.map((one) => one.bottom)) + Math.max(0, ...counts.map((one) => one.height));
  const height = bottom + padBottom(tools);
  const { x, width } = frame;
  const fold = sides.length > 1 ? width / 2 : null;
  const outline: Drawing = { x, y: 0, width, height, paint: drawFrame(tools, width, height, fold) };
  const lines = written
    .flatMap(({ rules }) => rules)
    .map((rule): Drawing => ({
      ...rule,
      height: 1,
      paint: (left, top) => {
        tools.pdf.lineWidth(0.6).strokeColor('black');
        tools.pdf
          .moveTo(left, top)
          .lineTo(left + rule.width, top)
          .stroke();
      },
    }));
  const texts = written.flatMap((side, at) => [
    ...side.texts,
    ...(counts[at] ? [counts[at].put(bottom)] : []),
  ]);
  const drawings = [outline, ...lines];
  return {
    ...tools.row(texts, drawings),
    height: rowHeight(texts, drawings),
    before: beforeCard(tools),
    isCutOut: true,
  };
}

/** Space above a card. */
export const beforeCard = ({ metrics }: RowTools) => metrics.unit * 1.5;

/** Sets sides in their columns at a size: how many cards they take, and those as rows. */
function setSides(tools: RowTools, sides: CardSide[], columns: Column[], size: number, room: Room) {
  const { inset } = tools.metrics;
  const pads = padTop(tools) + padBottom(tools);
  const divide = (less: number) =>
    sides.map((side, at): SetSide => {
      const { x, width } = columns[at] as Column;
      const column = { x: x + inset, width: width - 2 * inset };
      const entries = sideEntries({ tools, column, size }, side);
      const rooms: [number, number] = [room.first - pads - less, room.full - pads - less];
      return { side, column, cards: divideEntries(entries, rooms) };
    });
  const countOf = (all: SetSide[]) => Math.max(...all.map(({ cards }) => cards.length));
  const one = divide(0);
  const isOne = countOf(one) === 1;
  const all = isOne ? one : divide(Math.max(...one.map((side) => countLine(tools, side, 0, 1).height)));
  const left = Math.min(...columns.map(({ x }) => x));
  const frame = { x: left, width: Math.max(...columns.map(({ x, width }) => x + width)) - left };
  const count = countOf(all);
  const rows = () => Array.from({ length: count }, (_, index) => cardRow(tools, all, frame, index, count));
  return { isOne, rows };
}

/** Sides over the whole width, each a card of its own; the first stands below its heading. */
function wideRows(tools: RowTools, sides: CardSide[], room: Room): Row[] {
  const { left, width, size } = tools.metrics;
  return sides.flatMap((side, at) => {
    const own = at === 0 ? room : { first: room.full, full: room.full };
    const tries = sizes.map((share) => size * share).filter((one) => one === size || one >= leastSize);
    const set = tries.map((one) => () => setSides(tools, [side], [{ x: left, width }], one, own));
    for (const attempt of set) {
      const done = attempt();
      if (done.isOne) return done.rows();
    }
    return setSides(tools, [side], [{ x: left, width }], size, own).rows();
  });
}

/**
 * Sides beside each other in the width of bank cards where what they say fits one card so; else each is a card of its own as
 * wide as the page.
 */
export function cardRows(tools: RowTools, sides: CardSide[], room: Room): Row[] {
  const { left, width, size } = tools.metrics;
  const total = sides.length * sideWidth;
  if (total > width || size > 12) return wideRows(tools, sides, room);
  const start = tools.rtl ? left + width - total : left;
  const columns = sides.map((_, at) => ({ x: start + at * sideWidth, width: sideWidth }));
  const done = setSides(tools, sides, tools.rtl ? columns.toReversed() : columns, size, room);
  return done.isOne ? done.rows() : wideRows(tools, sides, room);
}
