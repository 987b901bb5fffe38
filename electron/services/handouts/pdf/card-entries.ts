/** What stands on one side of a card, entry by entry, so that a long one can go on in a second card. */
import type { CardLine, CardSide, Text } from '../sheet.ts';
import { heightOf, type Column, type RowTools } from './row-tools.ts';
import type { Placed } from './rows.ts';

/** Room that a value needs to stand beside its label, as a share of the line. */
const leastForValue = 0.42;
const spacing = 1.25;

/** Words, and empty lines to write on: left edge, width and baseline. Points from the page's left and the card's top. */
export interface Written {
  texts: Placed[];
  rules: { x: number; width: number; y: number }[];
}

export interface Entry {
  height: number;
  /** Space above, left out at the head of a card. */
  before: number;
  write(y: number): Written;
  /** How it begins a card that goes on from another one: under its name. */
  opening?: Entry;
}

/** Where and how large a side is written: body size in points. */
export interface Setting {
  tools: RowTools;
  column: Column;
  size: number;
}

function wordsEntry({ tools, column, size }: Setting, text: Text, strong: boolean, before: number): Entry {
  const paragraph = tools.set(text, column.width, size * (strong ? 1.1 : 1), spacing);
  return {
    height: heightOf(paragraph),
    before,
    write: (y) => ({ texts: [tools.placed(paragraph, column, y, tools.node('P', text))], rules: [] }),
  };
}

/** A name with a line to write on, beside it or below. */
function emptyField({ tools, column, size }: Setting, label: Text, before: number): Entry {
  const name = tools.set(label, column.width, size, spacing);
  const width = Math.max(...name.lines.map((line) => line.width)) + size * 0.4;
  const isBeside = column.width - width >= column.width * leastForValue;
  const { x, width: length } = isBeside ? tools.inside(column, width, label.direction) : column;
  const below = heightOf(name) + size * 1.6;
  return {
    height: isBeside ? heightOf(name) + size * 0.5 : below,
    before,
    write: (y) => ({
      texts: [tools.placed(name, column, y, tools.node('P', label))],
      rules: [{ x, width: length, y: y + (isBeside ? name.baseline + 2 : below - size * 0.3) }],
    }),
  };
}

/** A name with its values beside it where they fit and are no higher for it, else below. */
function fieldEntries(setting: Setting, label: Text, values: Text[], before: number): Entry[] {
  const { tools, column, size } = setting;
  const name = tools.set(label, column.width, size, spacing);
  const width = Math.max(...name.lines.map((line) => line.width)) + size * 0.4;
  const inner = tools.inside(column, width, label.direction);
  const setIn = ({ width: room }: Column) => values.map((value) => tools.set(value, room, size, spacing));
  const height = (all: ReturnType<typeof setIn>) => all.reduce((sum, one) => sum + heightOf(one), 0);
  const hasRoom = inner.width >= column.width * leastForValue;
  const beside = hasRoom ? setIn(inner) : [];
  const below = setIn(column);
  const isBeside = hasRoom && height(beside) <= height(below) + heightOf(name);
  const rest = isBeside ? inner : column;
  return (isBeside ? beside : below).map((paragraph, index): Entry => {
    const value = values[index] as Text;
    const align = value.direction === label.direction ? 'start' : 'end';
    const put = (y: number) => tools.placed(paragraph, rest, y, tools.node('P', value), align);
    const lower = isBeside ? 0 : heightOf(name);
    const opening: Entry = {
      height: Math.max(heightOf(name), lower + heightOf(paragraph)),
      before,
      write: (y) => ({
        texts: [tools.placed(name, column, y, tools.node('P', label)), put(y + lower)],
        rules: [],
      }),
    };
    if (index === 0) return opening;
    return {
      height: heightOf(paragraph),
      before: 0,
      write: (y) => ({ texts: [put(y)], rules: [] }),
      opening,
    };
  });
}

function lineEntries(setting: Setting, line: CardLine, before: number): Entry[] {
  if (line.type === 'words') return [wordsEntry(setting, line.text, line.strong ?? false, before)];
  if (line.values.length === 0) return [emptyField(setting, line.label, before)];
  return fieldEntries(setting, line.label, line.values, before);
}

/** Entries of a side, in order. */
export const sideEntries = (setting: Setting, { lines }: CardSide): Entry[] =>
  lines.flatMap((line) => lineEntries(setting, line, setting.tools.metrics.unit * 0.5));

/** Divides entries among cards that have room for `rooms[0]`, then `rooms[1]` points each; at least one in each card. */
export function divideEntries(entries: Entry[], [first, further]: [number, number]): Entry[][] {
  const cards: Entry[][] = [];
  let left = 0;
  for (const entry of entries) {
    const card = cards.at(-1);
    if (card && entry.before + entry.height <= left) {
      card.push(entry);
      left -= entry.before + entry.height;
      continue;
    }
    const opening = card ? (entry.opening ?? entry) : entry;
    left = (cards.length === 0 ? first : further) - opening.height;
    cards.push([opening]);
  }
  return cards;
}
