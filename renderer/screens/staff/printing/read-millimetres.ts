import { mostMargin } from '../../../../electron/contract/print-words.ts';

/** The first digit of each set of digits that staff may type with: Latin, Arabic, Persian. */
const zeros = [0x30, 0x660, 0x6f0];

/** Reads a distance typed in any of these digits, with a point or a comma; null when it is none or too long. */
export function readMillimetres(typed: string): number | null {
  const latin = [...typed.trim()]
    .map((letter) => {
      const point = letter.codePointAt(0) as number;
      const zero = zeros.find((one) => point >= one && point < one + 10);
      if (zero !== undefined) return String(point - zero);
      return letter === ',' || letter === '٫' ? '.' : letter;
    })
    .join('');
  if (!/^\d{1,2}(\.\d{1,2})?$/.test(latin)) return null;
  const value = Number(latin);
  return value <= mostMargin ? value : null;
}
