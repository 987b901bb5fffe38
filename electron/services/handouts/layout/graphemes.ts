const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Letters that always stand alone, and marks that always join the letter before them: Latin, punctuation, Arabic, Han and our
 * isolates. The segmenter is slow, and most texts need no more than this.
 */
const alone = String.raw`[ -~\u00a0-\u00ac\u00ae-\u02ff\u0391-\u03ce\u0400-\u0482\u048a-\u052f\u0620-\u064a\u0660-\u066f\u0671-\u06d5\u06f0-\u06ff\u2010-\u2027\u2030-\u205e\u2066\u2067\u2069\u20a0-\u20bf\u2100-\u23ff\u3000-\u3029\u4e00-\u9fff\uff01-\uff60]`;
const simple = new RegExp(String.raw`^(?:${alone}|(?<![\u2066\u2067\u2069])[\u064b-\u065f\u0670])*$`);
const mark = /[\u064b-\u065f\u0670]/;

/** What a reader takes for one letter (UAX 29), each with its offset. */
export function graphemesOf(text: string): { segment: string; index: number }[] {
  if (!simple.test(text)) return [...segmenter.segment(text)];
  const out: { segment: string; index: number }[] = [];
  let last: { segment: string; index: number } | undefined;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charAt(index);
    if (last && mark.test(letter)) last.segment += letter;
    else out.push((last = { segment: letter, index }));
  }
  return out;
}
