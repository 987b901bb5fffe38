/** Directions by locale, where the runtime's own word is not in every version's types. */
interface TextInfo {
  getTextInfo(): { direction: 'ltr' | 'rtl' };
}

export const isRightToLeft = (locale: string) =>
  (new Intl.Locale(locale) as Intl.Locale & TextInfo).getTextInfo().direction === 'rtl';

/**
 * How dollars are written for readers of `locale` (BCP 47). Right-to-left languages get them as US bills and letters show
 * them, `$1,234.50`: their own form leans on invisible marks, and a lost mark moves the sign to the other side.
 */
export const dollarFormat = (locale: string, options: Intl.NumberFormatOptions = {}) =>
  new Intl.NumberFormat(isRightToLeft(locale) ? 'en-US' : locale, {
    ...{ style: 'currency', currency: 'USD' },
    ...options,
  });
