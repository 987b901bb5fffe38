import { layOutCalendar } from '../calendar.ts';
import type { Part, Table } from '../sheet.ts';
import type { Composer } from './composer.ts';

/** Blood-test days with their weekday, a box to tick and room for a note. */
export function bloodTestParts(compose: Composer): Part[] {
  const { bloodTests } = compose.request;
  if (!bloodTests) return [];
  const dates = bloodTests.dates ?? layOutCalendar(bloodTests.start);
  const table: Table = {
    type: 'table',
    columns: [0.12, 0.58, 0.3],
    header: [
      { texts: compose.words('handout.test.done', true), header: 'Column' },
      { texts: compose.words('handout.test.date', true), header: 'Column' },
      { texts: compose.words('handout.test.note', true), header: 'Column' },
    ],
    rows: dates.map((date, index) => [
      { texts: [], box: true },
      {
        texts: compose.formatted(`${date}T00:00Z`, { dateStyle: 'full' }, `bloodTests.dates.${index}`),
        header: 'Row',
      },
      { texts: [] },
    ]),
  };
  return [
    compose.heading(2, 'handout.tests', 'blood-test'),
    ...compose.paragraph('handout.tests.plan'),
    table,
  ];
}
