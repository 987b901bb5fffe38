import { KioskError } from '../../../contract/errors.ts';
import type { HandoutRequest } from '../../../contract/handout-request.ts';
import { today, type Clock } from '../../clock.ts';
import type { Library } from '../../library/types.ts';
import { deepestLine, lengthLine, type TestPage } from '../pdf/test-page.ts';
import type { Text } from '../sheet.ts';

/** The page that shows a printer's margins, with its words in a language. Throws `bad-input` for an unknown one. */
export function composeTestPage(
  paper: HandoutRequest['paper'],
  language: string,
  library: Library,
  clock: Clock,
): TestPage {
  const info = library.languages().find(({ tag }) => tag === language);
  if (!info) throw new KioskError('bad-input', { path: 'language', expected: 'a language of this kiosk' });
  const { tag, direction, fonts, locale } = info;
  const strings = library.strings(tag);
  const text = (words: string, bold = false): Text => ({
    runs: [{ text: words, bold }],
    language: tag,
    direction,
    where: 'test page',
  });
  const say = (key: string, bold = false) => text(strings[`handout.test-page.${key}`] ?? '', bold);
  const length = new Intl.NumberFormat(locale, { style: 'unit', unit: 'millimeter' }).format(lengthLine);
  const digits = new Intl.NumberFormat(locale);
  return {
    paper,
    day: today(clock),
    language: { tag, direction, fonts },
    title: say('title', true),
    paragraphs: [say('how'), say('then')],
    length: text((strings['handout.test-page.length'] ?? '').replace('{{length}}', length)),
    sides: {
      top: say('top', true),
      right: say('right', true),
      bottom: say('bottom', true),
      left: say('left', true),
    },
    numbers: Array.from({ length: deepestLine }, (_, index) => text(digits.format(index + 1))),
  };
}
