/** UAX 9 L2: reverses every stretch of runs at or above each level, from the highest to the lowest odd one. */
export function visualOrder<T extends { level: number }>(runs: T[]): T[] {
  const out = [...runs];
  for (let level = Math.max(0, ...runs.map((run) => run.level)); level >= 1; level -= 1) {
    for (let start = 0; start < out.length; start += 1) {
      if ((out[start] as T).level < level) continue;
      let end = start;
      while (end < out.length && (out[end] as T).level >= level) end += 1;
      out.splice(start, end - start, ...out.slice(start, end).reverse());
      start = end;
    }
  }
  return out;
}
