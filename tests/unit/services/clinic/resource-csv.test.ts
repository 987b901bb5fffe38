import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../../electron/db/open.ts';
import { createLocalResources } from '../../../../electron/services/clinic/local-resources.ts';
import { readCsv } from '../../../../electron/services/clinic/resource-csv.ts';
import { day, fixedClock, temporaryFolder } from '../../../support/fixtures.ts';

function open() {
  const db = openDatabase(path.join(temporaryFolder(), 'kiosk.sqlite'));
  onTestFinished(() => void db.close());
  return { db, resources: createLocalResources({ db, clock: fixedClock() }) };
}

const read = (text: string) => readCsv(text, day);
const header = 'kind,name,phone,address,hours,languages,cost,notes,last_checked';

describe('reading a CSV file', () => {
  const pantry = { kind: 'food', name: 'Corner Pantry', phone: '555', lastChecked: day };

  it.each([
    ['comma', ',', '', '\n'],
    ['comma and byte order mark', ',', '\ufeff', '\r\n'],
    ['semicolon', ';', '\ufeff', '\r\n'],
    ['tab', '\t', '', '\r'],
  ])('takes %s', (_what, sign, mark, end) => {
    const lines = [
      ['name', 'kind', 'last_checked', 'phone'],
      ['Corner Pantry', 'food', day, '555'],
    ];
    const text = mark + lines.map((cells) => cells.join(sign)).join(end) + end;
    expect(read(text)).toMatchObject({
      problem: null,
      problems: [],
      rows: [{ line: 2, resource: pantry }],
      absent: ['address', 'hours', 'languages', 'cost', 'notes'],
    });
  });

  it('takes quoted cells with commas, quotes and line ends, blank rows, and dates as a US spreadsheet writes them', () => {
    const text = [
      header,
      'clinic,"Clinic ""A"", North",,"1 Main St',
      'Floor 2",,,,"one',
      'two",1/5/2026',
      ',,,,,,,,',
      '',
      '"food","Pantry",\'+1 555,,,,,\'=1+1,2026-11-24,,',
      '',
    ].join('\r\n');
    const { problems, rows } = read(text);
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      {
        line: 2,
        resource: {
          kind: 'clinic',
          name: 'Clinic "A", North',
          address: '1 Main St Floor 2',
          notes: 'one\ntwo',
          lastChecked: '2026-01-05',
        },
      },
      {
        line: 7,
        resource: { kind: 'food', name: 'Pantry', phone: '+1 555', notes: '=1+1', lastChecked: day },
      },
    ]);
  });

  it('names each bad row by the line it begins on, and keeps the good ones', () => {
    const text = [
      header,
      'food,Good,,,,,,"a',
      'b",2026-11-24',
      'bank,Bad kind,,,,,,,2026-11-24',
      'food,,,,,,,,2026-11-24',
      'food,No day,,,,,,,',
      'food,Wrong day,,,,,,,24.11.2026',
      'food,No such day,,,,,,,2/30/2026',
      'food,Day to come,,,,,,,2026-11-25',
      `food,Long phone,${'5'.repeat(41)},,,,,,2026-11-24`,
      'food,Too few,555,2026-11-24',
      'food,Comma,,1 Main St, Town,,,,,2026-11-24',
      'food,GOOD,,,,,,,2026-11-24',
    ].join('\n');
    const { problems, rows } = read(text);
    expect(rows.map(({ line }) => line)).toEqual([2]);
    expect(problems).toEqual([
      { line: 4, column: 'kind', code: 'kind', number: 0 },
      { line: 5, column: 'name', code: 'missing', number: 0 },
      { line: 6, column: 'last_checked', code: 'missing', number: 0 },
      { line: 7, column: 'last_checked', code: 'date', number: 0 },
      { line: 8, column: 'last_checked', code: 'date', number: 0 },
      { line: 9, column: 'last_checked', code: 'date-future', number: 0 },
      { line: 10, column: 'phone', code: 'too-long', number: 40 },
      { line: 11, column: null, code: 'cells', number: 9 },
      { line: 12, column: null, code: 'cells', number: 9 },
      { line: 13, column: 'name', code: 'twice', number: 2 },
    ]);
  });

  it.each([
    ['nothing', '', { code: 'empty' }],
    ['blank lines', '\ufeff\n\n ,\n', { code: 'empty' }],
    ['a header alone', header, { code: 'empty' }],
    ['no header', 'food,Pantry,,,,,,,2026-11-24', { code: 'column-missing', line: 1, detail: 'kind' }],
    ['another case', header.replace('kind', 'Kind'), { code: 'column-missing', line: 1, detail: 'kind' }],
    ['a column too many', `${header},fax`, { code: 'column-unknown', line: 1, detail: 'fax' }],
    ['a column twice', `${header},phone`, { code: 'column-twice', line: 1, detail: 'phone' }],
    ['a quote in a cell', `${header}\nfood,A "B" C,,,,,,,2026-11-24`, { code: 'broken-quotes', line: 2 }],
    ['a quote left open', `${header}\nfood,"A,,,,,,,2026-11-24`, { code: 'broken-quotes', line: 2 }],
    ['501 rows', header + '\nfood,A,,,,,,,2026-11-24'.repeat(501), { code: 'too-many-rows' }],
    ['more than a megabyte', header + '\n"é"'.repeat(220_000), { code: 'too-large' }],
  ])('refuses %s as a whole', (_what, text, problem) => {
    expect(read(text)).toMatchObject({ problem, rows: [], problems: [] });
  });

  it('takes 500 rows', () => {
    const rows = Array.from({ length: 500 }, (_, index) => `\nfood,Place ${index},,,,,,,2026-11-24`);
    expect(read(header + rows.join('')).rows).toHaveLength(500);
  });
});

describe('an import', () => {
  const first = 'kind,name,phone,notes,last_checked\nfood,Pantry,555,Saturdays,2026-01-02';

  it('says what it would do and does nothing until it is asked to', () => {
    const { resources } = open();
    expect(resources.previewImport(first)).toEqual({
      problem: null,
      problems: [],
      rows: [{ line: 2, kind: 'food', name: 'Pantry', lastChecked: '2026-01-02', effect: 'new' }],
    });
    expect(resources.forStaff('en')).toEqual([]);
    expect(resources.importCsv(first)).toEqual({ created: 1, changed: 0 });
    expect(resources.previewImport(first).rows[0]).toMatchObject({ effect: 'same' });
  });

  it('changes what is there instead of doubling it, and leaves what it has no column for', () => {
    const { resources } = open();
    resources.importCsv(first);
    const [before] = resources.forStaff('en');
    const next = 'kind,name,phone,last_checked\nfood,PANTRY,,2026-11-20\nfood,Other,,2026-11-20\nbad,x,,';
    expect(resources.importCsv(next)).toEqual({ created: 1, changed: 1 });
    expect(resources.forStaff('en')).toMatchObject([
      { name: 'Other' },
      { id: before?.id, name: 'PANTRY', notes: 'Saturdays', lastChecked: '2026-11-20' },
    ]);
    expect(resources.forStaff('en')[1]).not.toHaveProperty('phone');
  });

  it('saves all good rows or none', () => {
    const { db, resources } = open();
    db.exec(
      "CREATE TRIGGER stop BEFORE INSERT ON local_resources WHEN NEW.name = 'B' BEGIN SELECT RAISE(ABORT, 'stop'); END",
    );
    const two = 'kind,name,last_checked\nfood,A,2026-11-20\nfood,B,2026-11-20';
    expect(() => resources.importCsv(two)).toThrow('stop');
    expect(resources.forStaff('en')).toEqual([]);
    expect(() => resources.importCsv('kind,name\nfood,A')).toThrow('bad-input');
  });
});
