/** `npm run screen -- household.json --json`: the finder without a screen, for scripts and for checking its rules. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { ProgramResult, ScreenGroup, Screening } from '../contract/assistance.ts';
import { householdSchema } from '../contract/household.ts';
import { createAssistance } from '../services/assistance/assistance.ts';
import { systemClock } from '../services/clock.ts';
import { ensurePack } from '../services/packs/ensure-pack.ts';
import { openPack } from '../services/packs/open-pack.ts';
import { readInput, Refusal } from './lib/read-input.ts';

const help = `Usage: npm run screen -- household.json [--json] [--on DATE] [--lang LANGUAGE]
  household.json  the household, or - for standard input; its fields are in
                  electron/contract/household.ts
  --json          print every program with its answer, reasons and figures
  --on DATE       answer for a day such as 2026-11-25
  --lang          language of the sentences: en unless told`;

/** For scripts: sentences as plain text, their ids beside them. */
function asJson({ on, povertyLevel, results, always }: Screening): string {
  const plain = results.map(({ reasons, ...result }) => ({
    ...result,
    reasons: reasons.map(({ text }) => text),
    reasonIds: reasons.map(({ id }) => id),
  }));
  return JSON.stringify({ on, povertyLevel, results: plain, always }, null, 2);
}

const headings: [ScreenGroup, string][] = [
  ['first', 'Look at these first'],
  ['may', 'May help'],
  ['probably-not', 'Probably not'],
];

function printList({ on, povertyLevel, results, always }: Screening): void {
  const { percent, guidelineYear } = povertyLevel;
  console.log(
    `On ${on}: ${percent === null ? 'income not given' : `${percent} % of the ${guidelineYear} poverty level`}`,
  );
  const line = ({ name, phone, url, reasons }: ProgramResult) => {
    console.log(`  ${[name, phone, url].filter(Boolean).join('  ')}`);
    for (const { text } of reasons) console.log(`      ${text}`);
  };
  for (const [group, heading] of headings) {
    const inGroup = results.filter((result) => result.group === group);
    if (inGroup.length === 0) continue;
    console.log(`\n${heading}`);
    if (group === 'probably-not') console.log(`  ${inGroup.map(({ name }) => name).join('; ')}`);
    else inGroup.forEach(line);
  }
  console.log('\nFor everyone');
  for (const { name, text, phone } of always)
    console.log(`  ${[name, phone].filter(Boolean).join('  ')}: ${text}`);
}

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      on: { type: 'string' },
      lang: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const [file, ...rest] = positionals;
  if (!file || rest.length > 0) throw new Refusal(help);
  if (values.on !== undefined && !z.iso.date().safeParse(values.on).success)
    throw new Refusal('--on: a day such as 2026-11-25');
  const household = readInput(file, 'household', householdSchema);
  const pack = openPack(ensurePack(path.join(import.meta.dirname, '../..')));
  try {
    const assistance = createAssistance({ pack, mode: 'demonstration', clock: systemClock });
    const language = values.lang ?? 'en';
    if (!assistance.languages().includes(language))
      throw new Refusal(`--lang: one of ${assistance.languages().join(', ')}`);
    const screening = assistance.screen(language, household, values.on);
    if (values.json) console.log(asJson(screening));
    else printList(screening);
    return 0;
  } finally {
    pack.close();
  }
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(error instanceof Refusal || error instanceof TypeError ? error.message : String(error));
  process.exitCode = 2;
}
