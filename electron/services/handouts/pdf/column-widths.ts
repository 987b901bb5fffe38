/**
 * Widths of a table's columns, in points, adding up to `width`: the wished shares (adding up to 1), save that no column gets
 * narrower than `least` of it while others have room to give. Where the least widths together do not fit, the widest give
 * until the others have theirs: a word too long for any column must not leave the next one narrower than a letter.
 */
export function columnWidths(shares: number[], least: number[], width: number): number[] {
  const needed = least.reduce((sum, one) => sum + one, 0);
  if (needed >= width) return least.map((one) => Math.min(one, commonMost(least, width)));
  const fixed = new Set<number>();
  for (;;) {
    const taken = [...fixed].reduce((sum, at) => sum + (least[at] as number), 0);
    const open = shares.reduce((sum, share, at) => sum + (fixed.has(at) ? 0 : share), 0);
    const widths = shares.map((share, at) =>
      fixed.has(at) ? (least[at] as number) : (share / open) * (width - taken),
    );
    const tight = widths.findIndex((one, at) => one < (least[at] as number));
    if (tight < 0) return widths;
    fixed.add(tight);
  }
}

/** The width to which the widest columns are cut down so that all together are `width` wide. */
function commonMost(least: number[], width: number): number {
  let rest = width;
  const ascending = least.toSorted((a, b) => a - b);
  for (const [at, one] of ascending.entries()) {
    const alike = rest / (ascending.length - at);
    if (one > alike) return alike;
    rest -= one;
  }
  return ascending.at(-1) ?? 0;
}
