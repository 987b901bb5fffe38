/** A method today, a property in browsers before 2024; no version of the types has both. */
interface WithTextInfo {
  getTextInfo?: () => { direction: string };
  textInfo?: { direction: string };
}

export function isRightToLeft(locale: string): boolean {
  const found = new Intl.Locale(locale) as Intl.Locale & WithTextInfo;
  return (found.getTextInfo?.() ?? found.textInfo)?.direction === 'rtl';
}

/**
 * How dollars are written for readers of `locale` (BCP 47). Right-to-left languages get them as US bills and letters show
 * them, `$1,234.50`: their own form leans on invisible marks, and a lost mark moves the sign to the other side.
 */
export const dollarFormat = (locale: string, options: Intl.NumberFormatOptions = {}) =>
  new Intl.NumberFormat(isRightToLeft(locale) ? 'en-US' : locale, {
    ...{ style: 'currency', currency: 'USD' },
    ...options,
  });
