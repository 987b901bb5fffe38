import { randomBytes } from 'node:crypto';

/** A name that tells nothing and cannot be guessed. */
export const newToken = () => randomBytes(16).toString('base64url');

/** Random names for what a page may choose but never names itself: folders, printers. */
export class Tokens {
  readonly #values = new Map<string, string>();

  /** The token of a value, the same each time. */
  of(value: string): string {
    const known = [...this.#values].find(([, one]) => one === value);
    if (known) return known[0];
    const token = newToken();
    this.#values.set(token, value);
    return token;
  }

  /** What a token stands for; undefined for a guess. */
  value(token: string): string | undefined {
    return this.#values.get(token);
  }
}
