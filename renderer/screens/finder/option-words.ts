import type { TFunction } from 'i18next';
import type { FinderQuestion } from '../../lib/session/finder-step.ts';
import { kidneyYears } from './answers.ts';
import { wholeNumber, years } from './format.ts';
import { adultFrom } from './questions.ts';

/** An answer in the reader's words. */
export function optionWords(t: TFunction, locale: string, question: FinderQuestion, option: string): string {
  if (question !== 'kidney-when') {
    return t(`finder.option.${question}.${option}`, { age: wholeNumber(adultFrom, locale) });
  }
  if (option === kidneyYears[0]) return t('finder.option.kidney-when.less', { time: years(1, locale) });
  const time = years(Number(option), locale);
  return option === kidneyYears.at(-1) ? t('finder.option.kidney-when.more', { time }) : time;
}
