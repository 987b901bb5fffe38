/** How the golden households ask the finder: the service itself over the shipped content, opened once. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Screening } from '../../../../electron/contract/assistance.ts';
import { householdSchema } from '../../../../electron/contract/household.ts';
import { createAssistance } from '../../../../electron/services/assistance/assistance.ts';
import { systemClock } from '../../../../electron/services/clock.ts';
import { packBytes } from '../../../../electron/services/packs/compile.ts';
import { openPack } from '../../../../electron/services/packs/open-pack.ts';
import { readContent } from '../../../../electron/services/packs/read-content.ts';
import { root } from '../../../support/fixtures.ts';
import type { GoldenHousehold } from './golden-schema.ts';

/** What the finder answers, as far as the golden households look at it; `always` by program id. */
export type Screened = Omit<Screening, 'always'> & { always: string[] };

function openAssistance() {
  const { content } = readContent(path.join(root, 'content'));
  if (!content) throw new Error('the content cannot be read');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sala-golden-'));
  try {
    const file = path.join(folder, 'golden.pack');
    writeFileSync(file, packBytes(content));
    const pack = openPack(file);
    const assistance = createAssistance({ pack, mode: 'demonstration', clock: systemClock });
    return assistance;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const assistance = openAssistance();

/** Asks the finder what may help a household on a date (year-month-day). */
export function screen(household: GoldenHousehold, on: string): Screened {
  const { always, ...rest } = assistance.screen('en', householdSchema.parse(household), on);
  return { ...rest, always: always.map(({ program }) => program) };
}
