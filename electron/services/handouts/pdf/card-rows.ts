/** A card to cut out: a dashed line around it, a fold between its sides, which stand beside each other where there is room. */
import type { CardLine, CardSide, Text } from '../sheet.ts';
import { heightOf, type Column, type RowTools } from './row-tools.ts';
import { rowHeight, type Drawing, type Placed, type Row } from './rows.ts';

const millimetre = 72 / 25.4;
/** Width of a folded card: that of a bank card. */
const sideWidth = 85.6 * millimetre;
/** Room that a value needs to stand beside its label, as a share of the line. */
const leastForValue = 0.42;

interface Written {
  texts: Placed[];
  /** Empty lines to write on: left edge, width and baseline. */
  rules: { x: number; width: number; y: number }[];
  bottom: number;
}

/** A label with its values beside it where they fit, else below; with nothing to say, a line to write on. */
function setField(
  tools: RowTools,
  line: Extract<CardLine, { type: 'field' }>,
  column: Column,
  y: number,
): Written {
  const { size } = tools.metrics;
  const { label, values } = line;
  const name = tools.set(label, column.width, size, 1.25);
  const width = Math.max(...name.lines.map((one) => one.width)) + size * 0.4;
  const beside = column.width - width >= column.width * leastForValue;
  const rest: Column = beside ? tools.inside(column, width, label.direction) : column;
  const texts = [tools.placed(name, column, y, tools.node('P', label))];
  let bottom = y + (beside ? 0 : heightOf(name));
  if (values.length === 0) {
    const below = bottom + size * 1.6;
    const rule = { x: rest.x, width: rest.width, y: y + name.baseline + 2 };
    return beside
      ? { texts, rules: [rule], bottom: y + heightOf(name) + size * 0.5 }
      : { texts, rules: [{ ...rule, y: below - size * 0.3 }], bottom: below };
  }
  for (const value of values) {
    const paragraph = tools.set(value, rest.width, size, 1.25);
    const align = value.direction === label.direction ? 'start' : 'end';
    texts.push(tools.placed(paragraph, rest, bottom, tools.node('P', value), align));
    bottom += heightOf(paragraph);
  }
  return { texts, rules: [], bottom: Math.max(bottom, y + heightOf(name)) };
}

function setWords(tools: RowTools, text: Text, strong: boolean, column: Column, y: number): Written {
  const paragraph = tools.set(text, column.width, tools.metrics.size * (strong ? 1.1 : 1), 1.25);
  const texts = [tools.placed(paragraph, column, y, tools.node('P', text))];
  return { texts, rules: [], bottom: y + heightOf(paragraph) };
}

function setSide(tools: RowTools, side: CardSide, column: Column): Written {
  const { unit } = tools.metrics;
  let y = unit * 1.6;
  const texts: Placed[] = [];
  const rules: Written['rules'] = [];
  for (const line of side.lines) {
    const done =
      line.type === 'words'
        ? setWords(tools, line.text, line.strong ?? false, column, y)
        : setField(tools, line, column, y);
    texts.push(...done.texts);
    rules.push(...done.rules);
    y = done.bottom + unit * 0.5;
  }
  return { texts, rules, bottom: y + unit };
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

function cardRow(tools: RowTools, sides: CardSide[], columns: Column[]): Row {
  const { inset } = tools.metrics;
  const written = sides.map((side, at) => {
    const column = columns[at] as Column;
    return setSide(tools, side, { x: column.x + inset, width: column.width - 2 * inset });
  });
  const left = Math.min(...columns.map(({ x }) => x));
  const width = Math.max(...columns.map((column) => column.x + column.width)) - left;
  const height = Math.max(...written.map(({ bottom }) => bottom));
  const frame: Drawing = {
    x: left,
    y: 0,
    width,
    height,
    paint: drawFrame(tools, width, height, columns.length > 1 ? width / 2 : null),
  };
  const lines = written
    .flatMap(({ rules }) => rules)
    .map((rule): Drawing => ({
      ...rule,
      height: 1,
      paint: (x, y) => {
        tools.pdf.lineWidth(0.6).strokeColor('black');
        tools.pdf
          .moveTo(x, y)
          .lineTo(x + rule.width, y)
          .stroke();
      },
    }));
  const texts = written.flatMap((side) => side.texts);
  const drawings = [frame, ...lines];
  return {
    ...tools.row(texts, drawings),
    height: rowHeight(texts, drawings),
    before: tools.metrics.unit * 1.5,
  };
}

/** Two sides beside each other where each has the width of a bank card's text; else each is a card of its own. */
export function cardRows(tools: RowTools, sides: CardSide[]): Row[] {
  const { left, width, size } = tools.metrics;
  const fits = 2 * sideWidth <= width && size <= 12;
  if (sides.length === 2 && fits) {
    const start = tools.rtl ? left + width - 2 * sideWidth : left;
    const columns = [
      { x: start, width: sideWidth },
      { x: start + sideWidth, width: sideWidth },
    ];
    return [cardRow(tools, sides, tools.rtl ? columns.reverse() : columns)];
  }
  return sides.map((side) => {
    const own = { x: fits && tools.rtl ? left + width - sideWidth : left, width: fits ? sideWidth : width };
    return cardRow(tools, [side], [own]);
  });
}
