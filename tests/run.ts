/**
 * `npm test`: everything the project checks, in order, all of it even when something fails. Ends with one line,
 * "N passed, N failed, N skipped". `--only STEP` runs single steps.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { hasProgram, setUpPrograms } from './setup/programs.ts';

const root = path.join(import.meta.dirname, '..');
const results = path.join(root, 'test-results');
const bin = (name: string) => path.join(root, 'node_modules/.bin', name);
const inCi = process.env['CI'] === 'true';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

/** Suites that may not be skipped where everything they need is at hand. */
const mustRunInCi = /chromium|electron|printing/i;

function run(command: string, args: string[], env: NodeJS.ProcessEnv = {}): boolean {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  return status === 0;
}

const node = (...args: string[]) => run(process.execPath, args);
const one = (ok: boolean): Count => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

function readReport(file: string): Record<string, unknown> | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : null;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numFailedTestSuites: number;
  testResults: { assertionResults: { status: string; fullName: string }[] }[];
}

function runUnit(): Count {
  const file = path.join(results, 'unit.json');
  const ok = node(
    bin('../vitest/vitest.mjs'),
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  );
  const report = readReport(file) as VitestReport | null;
  if (!report) return one(false);
  const skipped = report.testResults
    .flatMap((suite) => suite.assertionResults)
    .filter(({ status }) => status === 'pending' || status === 'skipped');
  for (const { fullName } of skipped) console.log(`skipped: ${fullName}`);
  const refused = inCi ? skipped.filter(({ fullName }) => mustRunInCi.test(fullName)).length : 0;
  const failed = report.numFailedTests || (ok ? 0 : 1);
  return { passed: report.numPassedTests, failed: failed + refused, skipped: skipped.length - refused };
}

function skippedSuite(name: string, why: string): Count {
  console.log(`skipped: ${name}: ${why}`);
  return inCi ? { passed: 0, failed: 1, skipped: 0 } : { passed: 0, failed: 0, skipped: 1 };
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

/** Packets that left the closed network; null where no such network can be made. */
function checkSockets(file: string): Count {
  if (!existsSync(file))
    return skippedSuite('sockets', 'no closed network could be made (needs Linux, root and iproute2)');
  const [proof = 0, sent = 0] = readFileSync(file, 'utf8').trim().split(' ').map(Number);
  console.log(`sockets: a deliberate attempt sent ${proof} packets, the whole end-to-end suite ${sent}`);
  return one(proof > 0 && sent === 0);
}

/** Without -noreset the screen is gone for a moment whenever the last window closes. */
const screenOptions = '-noreset -screen 0 1920x1920x24';

function runEndToEnd(): Count {
  const projects: string[] = [];
  const total: Count = { passed: 0, failed: 0, skipped: 0 };
  const add = (count: Count) => {
    for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += count[key];
  };
  if (hasProgram('chromium')) projects.push('browser-host');
  else add(skippedSuite('end-to-end in Chromium', 'Chromium is not installed'));
  const electron = process.env['ELECTRON_TEST_RUNTIME'] ?? installedElectron();
  if (electron && (process.env['DISPLAY'] || hasProgram('xvfb-run'))) projects.push('electron');
  else if (electron) add(skippedSuite('end-to-end in Electron', 'there is no display and no xvfb-run'));
  else
    console.log(
      'skipped: end-to-end in Electron: its program is not here; ELECTRON_TEST_RUNTIME may name one',
    );
  if (!electron)
    add(inCi && process.env['ELECTRON_EXPECTED'] ? one(false) : { passed: 0, failed: 0, skipped: 1 });
  if (projects.length === 0) return total;
  const file = path.join(results, 'e2e.json');
  const counter = path.join(results, 'packets');
  const test = [
    bin('playwright'),
    'test',
    '--config',
    'tests/playwright.config.ts',
    '--reporter=list,json',
    ...projects.map((name) => `--project=${name}`),
  ];
  const screen =
    !process.env['DISPLAY'] && hasProgram('xvfb-run') ? ['xvfb-run', '-a', '-s', screenOptions] : [];
  const closed =
    process.platform === 'linux' && process.getuid?.() === 0 && hasProgram('ip')
      ? ['bash', 'tests/setup/closed-network.sh', counter]
      : [];
  const [command = '', ...args] = [...closed, ...screen, ...test];
  const ok = run(command, args, {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    ...(electron ? { ELECTRON_TEST_RUNTIME: electron } : {}),
  });
  const report = readReport(file) as PlaywrightReport | null;
  if (report) {
    const { expected, unexpected, flaky, skipped } = report.stats;
    add({ passed: expected, failed: unexpected + flaky, skipped });
  }
  if (!ok && total.failed === 0) add(one(false));
  add(checkSockets(counter));
  return total;
}

function installedElectron(): string | null {
  const folder = path.join(root, 'node_modules/electron');
  const pathFile = path.join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = path.join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

const steps: Record<string, () => Count> = {
  format: () => one(run(bin('prettier'), ['--check', '--log-level=warn', '.'])),
  lint: () => one(run(bin('eslint'), ['--max-warnings=0', '.'])),
  layers: () => one(run(bin('depcruise'), ['electron', 'renderer', '--config', '.dependency-cruiser.cjs'])),
  types: () =>
    one(
      [run(bin('tsc'), ['-p', 'tsconfig.json']), run(bin('tsc'), ['-p', 'renderer/tsconfig.json'])].every(
        Boolean,
      ),
    ),
  content: () => one(node('electron/cli/content.ts')),
  build: () => one(node('electron/cli/build.ts')),
  unit: runUnit,
  e2e: runEndToEnd,
};

function main(): number {
  const at = process.argv.indexOf('--only');
  const only = at < 0 ? Object.keys(steps) : (process.argv[at + 1] ?? '').split(',');
  const unknown = only.filter((name) => !steps[name]);
  if (unknown.length > 0) {
    console.error(`--only takes: ${Object.keys(steps).join(', ')}`);
    return 2;
  }
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  setUpPrograms();
  const total: Count = { passed: 0, failed: 0, skipped: 0 };
  for (const name of only) {
    console.log(`\n== ${name}`);
    const began = Date.now();
    const count = (steps[name] as () => Count)();
    for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += count[key];
    console.log(
      `   ${name}: ${count.failed === 0 ? 'ok' : 'FAILED'}, ${((Date.now() - began) / 1000).toFixed(1)} s`,
    );
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed > 0 ? 1 : 0;
}

process.exitCode = main();
