import { setTimeout as wait } from 'node:timers/promises';

/** Asks again and again until the answer is one, at most `seconds`. Throws what it waited for and why it may be missing. */
export async function until<T>(
  what: string,
  look: () => T | null | undefined | false | Promise<T | null | undefined | false>,
  { seconds = 20, why = () => '' }: { seconds?: number; why?: () => string } = {},
): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`${what}: not within ${seconds} s. ${why()}`);
    await wait(50);
  }
}
