/**
 * Blood-test dates as the FDA label lays them out (source LBL3): every week in month one, twice a month in months two and
 * three, then every month. Education, not advice: staff edit every date.
 */
const weeksAfterStart = [
  ...[0, 1, 2, 3], // month one
  ...[5, 7, 9, 11], // months two and three: eight tests in the first twelve weeks
  ...[15, 19, 23], // then monthly, as far as one sheet goes
];

/** Test dates from a start day (`2026-12-01`), as calendar days. */
export function layOutCalendar(start: string): string[] {
  const first = Date.parse(`${start}T00:00:00Z`);
  return weeksAfterStart.map((weeks) => new Date(first + weeks * 7 * 86_400_000).toISOString().slice(0, 10));
}
