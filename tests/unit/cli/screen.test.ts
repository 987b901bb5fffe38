import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensurePack } from '../../../electron/services/packs/ensure-pack.ts';
import { root, temporaryFolder } from '../../support/fixtures.ts';

function run(household: unknown, ...args: string[]) {
  const file = path.join(temporaryFolder(), 'household.json');
  writeFileSync(file, typeof household === 'string' ? household : JSON.stringify(household));
  const { status, stdout, stderr } = spawnSync(process.execPath, ['electron/cli/screen.ts', file, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr.trim() };
}

const ohio = {
  ...{ state: 'OH', householdSize: 1, age: 40, medicare: false },
  income: { amount: 22024.8, per: 'year' },
};

interface Printed {
  on: string;
  results: { program: string; answer: string; reasons: string[]; reasonIds: string[]; until: string }[];
}

// The pack is made once, which takes its time on a busy machine.
beforeAll(() => {
  ensurePack(root);
}, 300_000);

describe('npm run screen', () => {
  it('prints every program as JSON, for the day that is asked', () => {
    const { status, out } = run(ohio, '--json', '--on', '2026-11-25');
    expect(status).toBe(0);
    const { on, results } = JSON.parse(out) as Printed;
    expect(on).toBe('2026-11-25');
    expect(results.length).toBeGreaterThan(55);
    const adult = results.find(({ program }) => program === 'medicaid-adult');
    expect(adult).toMatchObject({ answer: 'likely', until: '2027-01-30' });
    expect(adult?.reasonIds).toContain('income-at-most-yes');
    expect(adult?.reasons.every((text) => /^[A-Z].*\.$/.test(text))).toBe(true);
  });

  it('prints a list to read without --json', () => {
    const { status, out } = run(ohio);
    expect(status).toBe(0);
    expect(out).toMatch(/138 % of the 2026 poverty level/);
    expect(out).toMatch(/Look at these first\n {2}Medicaid for adults {2}1-877-543-7669/);
    expect(out).toMatch(/For everyone\n {2}Emergency care/);
  });

  it.each<[string, unknown, string[], string]>([
    ['a wrong state', { ...ohio, state: 'PR' }, [], 'state: Invalid option'],
    ['an unknown field', { ...ohio, status: 'secret' }, [], 'status: not a known field; leave it out'],
    [
      'an unknown field inside',
      { ...ohio, income: { ...ohio.income, tax: 1 } },
      [],
      'income.tax: not a known field',
    ],
    [
      'parts of a cent',
      { ...ohio, income: { amount: 1.234, per: 'year' } },
      [],
      'income.amount: dollars with',
    ],
    ['what contradicts itself', { ...ohio, insurance: 'medicare' }, [], 'insurance: cannot be "medicare"'],
    ['no object', [], [], 'household: '],
    ['no JSON', '{', [], 'household: it is not JSON'],
    ['a day that is none', ohio, ['--on', '2026-02-30'], '--on: a day'],
    ['a language without the finder', ohio, ['--lang', 'tlh'], '--lang: one of en'],
  ])('refuses %s with its path and exit code 2', (_what, household, args, says) => {
    const { status, out, err } = run(household, '--json', ...args);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(says);
    expect(err).not.toContain('secret');
  });
});
