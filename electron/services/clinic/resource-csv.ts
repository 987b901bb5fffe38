/** The list of local help as CSV: read strictly with a problem for each row, written so that it comes back the same. */
import { CsvError, parse, type Info } from 'csv-parse/sync';
import { localResourceSchema, type FileProblem, type LocalResource } from '../../contract/local-resource.ts';
import type { RowProblem } from '../../contract/local-resource.ts';
import {
  csvColumns,
  csvLimits,
  fieldLimits,
  optionalFields,
  requiredColumns,
  type CsvColumn,
  type OptionalField,
} from '../../contract/resource-fields.ts';

export interface ReadRow {
  /** Where the row begins, counted from 1. */
  line: number;
  resource: LocalResource;
}

export interface ReadCsv {
  problem: FileProblem | null;
  problems: RowProblem[];
  rows: ReadRow[];
  /** Optional columns that the file does not have: what is known stays. */
  absent: OptionalField[];
}

/** How duplicates are told: the same kind, and the same name but for case and width. */
export const resourceKey = ({ kind, name }: Pick<LocalResource, 'kind' | 'name'>) =>
  `${kind} ${nameKey(name)}`;
export const nameKey = (name: string) => name.normalize('NFKC').toLowerCase();

/** A cell that a spreadsheet would run as a formula. Marks before it count, so that reading takes off just one. */
const formula = /^'*[=+\-@＝＋－＠]/;
const escapeFormula = (text: string) => (formula.test(text) ? `'${text}` : text);
const unescapeFormula = (text: string) => (text.startsWith("'") && formula.test(text) ? text.slice(1) : text);

const byteOrderMark = '\ufeff';
const isBlank = (text: string) => text.trim() === '';

interface Row {
  line: number;
  cells: string[];
}

/** The header holds column names only, so the sign it holds most is what parts the cells. */
function delimiterOf(text: string): string {
  const header = /^\s*[^\r\n]*/.exec(text)?.[0] ?? '';
  const count = (sign: string) => header.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

const quoteProblems = new Set<string>([
  'CSV_QUOTE_NOT_CLOSED',
  'CSV_INVALID_CLOSING_QUOTE',
  'INVALID_OPENING_QUOTE',
]);

/** Rows with something in them. A quote that is wrong makes all that follows doubtful, so it ends the reading. */
function readRows(text: string): Row[] | FileProblem {
  try {
    // Line ends are made alike first: the parser counts two lines for one of Windows inside of quotes.
    const records = parse(text.replace(/\r\n?/g, '\n'), {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
    }) as unknown as { record: string[]; info: Info }[];
    let line = 1;
    return records.flatMap(({ record, info }) => {
      const row = { line, cells: record };
      line = info.lines + 1;
      return record.every(isBlank) ? [] : [row];
    });
  } catch (error) {
    if (error instanceof CsvError && quoteProblems.has(error.code))
      return { code: 'broken-quotes', line: Number(error['lines'] ?? 0), detail: '' };
    throw error;
  }
}

const fileProblem = (code: FileProblem['code'], line = 0, detail = ''): FileProblem => ({
  code,
  line,
  detail,
});

/** The columns in the file's order, or what is wrong with the header. */
function readHeader({ line, cells }: Row): CsvColumn[] | FileProblem {
  const names = cells.map((cell) => cell.trim());
  while (names.at(-1) === '') names.pop();
  const isColumn = (name: string): name is CsvColumn => csvColumns.includes(name as CsvColumn);
  const missing = requiredColumns.find((column) => !names.includes(column));
  if (missing) return fileProblem('column-missing', line, missing);
  const unknown = names.find((name) => !isColumn(name));
  if (unknown !== undefined) return fileProblem('column-unknown', line, unknown.slice(0, 40));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return fileProblem('column-twice', line, twice);
  return names.filter(isColumn);
}

/** `2026-11-24`, or `11/24/2026` as a spreadsheet in the US writes it; anything else as it stands. */
function isoDate(text: string): string {
  const [, month = '', day = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  return year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const columnOf = (field: string): CsvColumn =>
  (field === 'lastChecked' ? 'last_checked' : field) as CsvColumn;

/** The first thing wrong with a row's text, in the words of the file. */
function cellProblem(line: number, given: Record<string, string | undefined>): RowProblem | null {
  const problem = (code: RowProblem['code'], column: CsvColumn, number = 0) => ({
    line,
    column,
    code,
    number,
  });
  for (const column of requiredColumns) if (!given[column]) return problem('missing', column);
  const { last_checked, ...rest } = given;
  const parsed = localResourceSchema.safeParse({ ...rest, lastChecked: last_checked });
  if (parsed.success) return null;
  const column = columnOf(String(parsed.error.issues[0]?.path[0]));
  switch (column) {
    case 'kind':
      return problem('kind', column);
    case 'last_checked':
      return problem('date', column);
    default:
      // Only control characters: nothing is left of the text.
      return parsed.error.issues[0]?.code === 'too_small'
        ? problem('missing', column)
        : problem('too-long', column, fieldLimits[column]);
  }
}

function readRow({ line, cells }: Row, columns: CsvColumn[], today: string): ReadRow | RowProblem {
  const extra = cells.slice(columns.length);
  if (cells.length < columns.length || !extra.every(isBlank))
    return { line, column: null, code: 'cells', number: columns.length };
  const texts = columns.map((column, index) => [column, unescapeFormula(cells[index] ?? '').trim()] as const);
  const given: Record<string, string | undefined> = Object.fromEntries(
    texts.filter(([, text]) => text !== ''),
  );
  if (given['last_checked']) given['last_checked'] = isoDate(given['last_checked']);
  const wrong = cellProblem(line, given);
  if (wrong) return wrong;
  const { last_checked, ...rest } = given;
  const resource = localResourceSchema.parse({ ...rest, lastChecked: last_checked });
  if (resource.lastChecked > today) return { line, column: 'last_checked', code: 'date-future', number: 0 };
  return { line, resource };
}

/**
 * Reads a CSV file: UTF-8 text with or without its mark, parted by comma, semicolon or tab, a header of `csvColumns` in any
 * order. `today` is the last day on which a place can have been checked. Never throws for what a file holds.
 */
export function readCsv(text: string, today: string): ReadCsv {
  const nothing = { problems: [], rows: [], absent: [] };
  if (Buffer.byteLength(text) > csvLimits.bytes) return { ...nothing, problem: fileProblem('too-large') };
  const read = readRows(text.startsWith(byteOrderMark) ? text.slice(1) : text);
  if (!Array.isArray(read)) return { ...nothing, problem: read };
  const [header, ...body] = read;
  if (!header) return { ...nothing, problem: fileProblem('empty') };
  const columns = readHeader(header);
  if (!Array.isArray(columns)) return { ...nothing, problem: columns };
  if (body.length === 0) return { ...nothing, problem: fileProblem('empty') };
  if (body.length > csvLimits.rows) return { ...nothing, problem: fileProblem('too-many-rows') };
  const problems: RowProblem[] = [];
  const rows = new Map<string, ReadRow>();
  for (const one of body) {
    const row = readRow(one, columns, today);
    if ('code' in row) problems.push(row);
    else {
      const first = rows.get(resourceKey(row.resource));
      if (first) problems.push({ line: row.line, column: 'name', code: 'twice', number: first.line });
      else rows.set(resourceKey(row.resource), row);
    }
  }
  const absent = optionalFields.filter((field) => !columns.includes(field));
  return { problem: null, problems, rows: [...rows.values()], absent };
}

/** The list as a file that a spreadsheet opens as text: UTF-8 with its mark, every cell quoted, formulas defused. */
export function writeCsv(resources: readonly LocalResource[]): Uint8Array {
  const line = (cells: readonly string[]) =>
    `${cells.map((cell) => `"${escapeFormula(cell).replaceAll('"', '""')}"`).join(',')}\r\n`;
  const rows = resources.map((resource) =>
    csvColumns.map((column) => (column === 'last_checked' ? resource.lastChecked : (resource[column] ?? ''))),
  );
  return Buffer.from(byteOrderMark + [csvColumns, ...rows].map(line).join(''), 'utf8');
}
