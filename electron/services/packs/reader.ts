import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse as parseYaml } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './content.ts';

export const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Names in a folder, in one order on every machine; none when there is no such folder. */
export const list = (folder: string) => (existsSync(folder) ? readdirSync(folder).sort(byName) : []);

/** Reads files of a content folder, and notes what is wrong with them. */
export class Reader {
  readonly folder: string;
  readonly problems: Problem[] = [];

  constructor(folder: string) {
    this.folder = folder;
  }

  text(file: string): string | null {
    try {
      return readFileSync(path.join(this.folder, file), 'utf8');
    } catch {
      this.problems.push({
        file,
        what: 'the file is missing',
        mend: 'content/README.md says what belongs in it',
      });
      return null;
    }
  }

  /** Reads YAML (or JSON, which is YAML) and checks its shape; `fallback` stands in when it is wrong. */
  data<T>(file: string, schema: z.ZodType<T>, fallback: T): T {
    const text = this.text(file);
    if (text === null) return fallback;
    let raw: unknown;
    try {
      raw = parseYaml(text);
    } catch (error) {
      this.problems.push({
        file,
        what: (error as Error).message.split('\n')[0] ?? '',
        mend: 'correct the YAML or JSON',
      });
      return fallback;
    }
    const parsed = schema.safeParse(raw ?? {});
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) {
      this.problems.push({
        file,
        what: `${issue.path.join('.')}: ${issue.message}`,
        mend: 'see content/README.md for the format',
      });
    }
    return fallback;
  }
}
