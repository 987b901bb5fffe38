import { dollarFormat, isRightToLeft } from '../../contract/money.ts';
import type { Fact } from './schemas.ts';

/** Whether a figure holds on a day (`2026-11-24`): both ends count. */
export function inForce(fact: Pick<Fact, 'from' | 'until'>, day: string): boolean {
  return fact.from <= day && (fact.until === null || day <= fact.until);
}

const formats = new Map<string, Intl.NumberFormat>();

/** Making a format costs far more than using it, and the content check uses each thousands of times. */
function number(locale: string, options?: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify([locale, options]);
  const known = formats.get(key) ?? new Intl.NumberFormat(locale, options);
  formats.set(key, known);
  return known;
}

const dollarFormats = new Map<string, Intl.NumberFormat>();

function dollars(locale: string): Intl.NumberFormat {
  const known = dollarFormats.get(locale) ?? dollarFormat(locale, { trailingZeroDisplay: 'stripIfInteger' });
  dollarFormats.set(locale, known);
  return known;
}

function amountText(value: Fact['value'], format: Intl.NumberFormat): string {
  if (typeof value === 'number') return format.format(value);
  if (typeof value === 'object' && 'from' in value) return format.formatRange(value.from, value.to);
  throw new Error('a figure of this kind needs a number or {from, to}');
}

function temperatureText(value: Fact['value'], locale: string): string {
  if (typeof value !== 'object' || !('celsius' in value))
    throw new Error('a temperature needs {celsius, fahrenheit}');
  const format = number(locale, { maximumFractionDigits: 1 });
  return `${format.format(value.fahrenheit)}\u00a0°F (${format.format(value.celsius)}\u00a0°C)`;
}

function strengthText(value: Fact['value'], unit: string, locale: string): string {
  const list = Array.isArray(value) ? value : [value];
  const numbers = list.map((one) => amountText(one, number(locale)));
  return `${new Intl.ListFormat(locale, { type: 'conjunction' }).format(numbers)}\u00a0${unit}`;
}

/**
 * A figure as a reader of `locale` (BCP 47) expects it: `38 °C`, `9–14 days`, `1-800-222-1222`.
 * Throws when value and kind do not fit; the content check calls it for every fact and language.
 */
export function factText(fact: Pick<Fact, 'kind' | 'value' | 'unit'>, locale: string): string {
  const { kind, value, unit } = fact;
  switch (kind) {
    case 'phone':
    case 'url':
    case 'name':
      return String(value);
    case 'temperature':
      return temperatureText(value, locale);
    case 'strength':
      return strengthText(value, unit ?? '', locale);
    case 'money':
      return amountText(value, dollars(locale));
    case 'count':
      return amountText(value, number(locale));
    case 'percent':
      return amountText(value, number(locale, { style: 'unit', unit: 'percent' }));
    case 'duration':
      return amountText(value, number(locale, { style: 'unit', unit: unit ?? 'day', unitDisplay: 'long' }));
    case 'date':
      return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(`${String(value)}T00:00Z`),
      );
    default:
      return kind satisfies never;
  }
}

const inOwnDirection = new Set<Fact['kind']>(['phone', 'url', 'money', 'temperature', 'strength', 'count']);

/**
 * `factText` inside a sentence that is one plain text, such as an interface string: between right-to-left words a number
 * of several pieces keeps its own order (left-to-right isolate).
 */
export function factInSentence(fact: Pick<Fact, 'kind' | 'value' | 'unit'>, locale: string): string {
  const text = factText(fact, locale);
  return inOwnDirection.has(fact.kind) && isRightToLeft(locale) ? `\u2066${text}\u2069` : text;
}
