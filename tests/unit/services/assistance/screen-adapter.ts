/**
 * The one place that knows how a household is asked. For now it runs the command once a household;
 * to be swapped for a call of the assistance service, which answers the same shape in one process.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { root } from '../../../support/fixtures.ts';
import type { GoldenHousehold } from './golden-schema.ts';

const answer = z.object({
  on: z.string(),
  povertyLevel: z.object({
    percent: z.number().nullable(),
    guidelineYear: z.number(),
    area: z.string(),
  }),
  results: z.array(
    z.object({
      program: z.string(),
      answer: z.string(),
      hidden: z.boolean().optional(),
      reasons: z.array(z.object({ id: z.string() })),
      figures: z.array(z.object({ id: z.string(), value: z.unknown() })),
    }),
  ),
  always: z.array(z.union([z.string(), z.object({ program: z.string() }).transform((row) => row.program)])),
});

/** What the finder answers, as far as the golden households look at it. */
export type Screened = z.infer<typeof answer>;

/** Asks the finder what may help a household on a date (year-month-day). */
export function screen(household: GoldenHousehold, on: string): Screened {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sala-golden-'));
  try {
    const file = path.join(folder, 'household.json');
    writeFileSync(file, JSON.stringify(household));
    const out = execFileSync(process.execPath, ['electron/cli/screen.ts', file, '--json', '--on', on], {
      cwd: root,
      encoding: 'utf8',
    });
    return answer.parse(JSON.parse(out));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
