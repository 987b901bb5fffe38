import LineBreaker from 'linebreak';

/** Scripts written without spaces whose words a dictionary finds. */
const dictionaryScripts = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const hangul = /\p{Script=Hangul}/u;
/** What must not begin a line: marks, repeat signs and full stops of scripts that break inside words. */
const badStart = /^[\p{M}ๆៗ។၊။]/u;

/**
 * Offsets after which a line may end, and whether it must. UAX 14, with dictionary words for Thai, Lao, Khmer and Burmese,
 * and Korean only at spaces. `isFixed(offset)` says that an offset lies inside a figure.
 */
export function lineBreaks(
  text: string,
  isFixed: (offset: number) => boolean,
): { offset: number; required: boolean }[] {
  const found = new Map<number, boolean>();
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak())
    found.set(next.position, next.required);
  if (dictionaryScripts.test(text)) {
    for (const { index } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)) {
      if (index > 0 && dictionaryScripts.test(text[index] ?? '') && !found.has(index))
        found.set(index, false);
    }
  }
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([offset, required]) => ({ offset, required: required && offset < text.length }))
    .filter(({ offset, required }) => {
      if (offset >= text.length || required) return true;
      const before = text[offset - 1] ?? '';
      const after = text.slice(offset);
      if (isFixed(offset) || badStart.test(after) || before === 'မ') return false;
      return !(hangul.test(before) && hangul.test(after[0] ?? ''));
    });
}
