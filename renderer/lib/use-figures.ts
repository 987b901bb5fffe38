import { useSession } from './session/session.tsx';

/** Writes a day such as `2026-11-24`, and a number, as the reader's language does. */
export function useFigures(): { day: (iso: string) => string; number: (value: number) => string } {
  const { language } = useSession();
  const dates = new Intl.DateTimeFormat(language.locale, { dateStyle: 'long', timeZone: 'UTC' });
  const numbers = new Intl.NumberFormat(language.locale);
  return { day: (iso) => dates.format(new Date(`${iso}T00:00Z`)), number: (value) => numbers.format(value) };
}
