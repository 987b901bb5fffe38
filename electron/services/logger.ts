import { appendFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Clock } from './clock.ts';

export interface Logger {
  /** `event` is a fixed word of the program; `error` gives its class, code and stack frames, never its message. */
  log(event: string, error?: unknown): void;
}

const maxBytes = 256 * 1024;

/** What may be written of an error: a message can hold what a person typed, so it stays out. */
export function redact(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8);
  return [
    error.name,
    typeof code === 'string' && /^[\w-]+$/.test(code) ? code : '',
    ...frames.map((frame) => frame.trim()),
  ]
    .filter(Boolean)
    .join(' | ');
}

/** A log of two files of at most 256 KiB each. A log that cannot be written is not worth stopping the kiosk for. */
export function createLogger(dataFolder: string, clock: Clock): Logger {
  const file = path.join(dataFolder, 'kiosk.log');
  return {
    log(event, error) {
      const line = `${clock.now().toISOString()} ${event}${error === undefined ? '' : ` ${redact(error)}`}\n`;
      try {
        if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > maxBytes)
          renameSync(file, `${file}.old`);
        appendFileSync(file, line, { mode: 0o600 });
      } catch {
        process.stderr.write(line);
      }
    },
  };
}
