import type { ShapedRun } from './shaped-run.ts';

/** About 300 bytes a letter: some 15 MB when full. */
const mostLetters = 50_000;

/**
 * Shaped runs by what they were shaped from. Bounded: when `limit` letters are held, the half that has lain unused longest is
 * forgotten. One that outlives a sheet may only be given words of the pack.
 */
export class ShapeCache {
  readonly #limit: number;
  #young = new Map<string, ShapedRun>();
  #old = new Map<string, ShapedRun>();
  #letters = 0;

  constructor(limit = mostLetters) {
    this.#limit = limit;
  }

  get(key: string): ShapedRun | undefined {
    const run = this.#young.get(key);
    if (run) return run;
    const aged = this.#old.get(key);
    if (aged) this.set(key, aged);
    return aged;
  }

  set(key: string, run: ShapedRun): void {
    if (this.#letters + run.text.length > this.#limit / 2) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#letters = 0;
    }
    this.#young.set(key, run);
    this.#letters += run.text.length;
  }
}
