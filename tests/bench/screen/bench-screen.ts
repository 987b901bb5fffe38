/** `npm run bench -- screen`: how long the finder takes for a household, with and without its words. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import type { Household } from '../../../electron/contract/household.ts';
import { createAssistance, readRules } from '../../../electron/services/assistance/assistance.ts';
import { screen } from '../../../electron/services/assistance/screen.ts';
import { systemClock } from '../../../electron/services/clock.ts';
import { packBytes } from '../../../electron/services/packs/compile.ts';
import { openPack } from '../../../electron/services/packs/open-pack.ts';
import { readContent } from '../../../electron/services/packs/read-content.ts';
import { anyHousehold } from '../../support/any-household.ts';

const households = 10_000;
const seed = 2026;
const day = '2026-11-25';

function printTimes(what: string, sample: Household[], run: (household: Household) => unknown): void {
  for (const household of sample.slice(0, 500)) run(household); // warm
  const times = sample.map((household) => {
    const start = performance.now();
    run(household);
    return performance.now() - start;
  });
  times.sort((a, b) => a - b);
  const at = (part: number) => (times[Math.floor(times.length * part)] ?? 0).toFixed(3);
  console.log(`${what}: median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms a household`);
}

export function benchScreen(root: string): void {
  const { content } = readContent(path.join(root, 'content'));
  if (!content) throw new Error('the content cannot be read');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sala-bench-'));
  const file = path.join(folder, 'bench.pack');
  writeFileSync(file, packBytes(content));
  const pack = openPack(file);
  try {
    const rules = readRules(pack);
    const assistance = createAssistance({ pack, mode: 'demonstration', clock: systemClock });
    const sample = fc.sample(anyHousehold, { numRuns: households, seed });
    console.log(
      `${households} households at random (seed ${seed}), ${rules.programs.length} programs, ${os.cpus().length} cores, Node ${process.versions.node}`,
    );
    printTimes('Answers', sample, (household) => screen(rules, household, day));
    printTimes('Answers in English', sample, (household) => assistance.screen('en', household, day));
  } finally {
    pack.close();
    rmSync(folder, { recursive: true });
  }
}
