import { dollarFormat } from '../../../electron/contract/money.ts';

/** Figures of the finder as a reader of `locale` (BCP 47) expects them. */
export const wholeNumber = (value: number, locale: string) => new Intl.NumberFormat(locale).format(value);

export const dollars = (value: number, locale: string) =>
  dollarFormat(locale, { maximumFractionDigits: 0 }).format(value);

export const years = (value: number, locale: string) =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: 'year', unitDisplay: 'long' }).format(value);

/** Years of the calendar, without marks of grouping: `2025, 2026`. */
export const calendarYears = (list: number[], locale: string) =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(
    list.map((year) => new Intl.NumberFormat(locale, { useGrouping: false }).format(year)),
  );
