import { readFileSync } from 'node:fs';
import type { z } from 'zod';

/** What a command refuses, in words for whoever called it. They name the field and what is expected, never what was given. */
export class Refusal extends Error {}

/** Reads `file`, or standard input for `-`, as JSON of a strict schema. `what` names it in refusals, such as "request". */
export function readInput<T>(file: string, what: string, schema: z.ZodType<T>): T {
  let raw: unknown;
  try {
    raw = JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8'));
  } catch (error) {
    throw new Refusal(
      error instanceof SyntaxError ? `${what}: it is not JSON` : `${what}: the file cannot be read`,
    );
  }
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const at = (keys: PropertyKey[]) => keys.map(String).join('.') || what;
  const lines = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => `${at([...issue.path, key])}: not a known field; leave it out`)
      : [`${at(issue.path)}: ${issue.message}`],
  );
  throw new Refusal(lines.join('\n'));
}
