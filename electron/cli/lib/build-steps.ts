import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { installFonts } from '../../services/handouts/fonts/install-fonts.ts';
import { ensurePack } from '../../services/packs/ensure-pack.ts';
import { digestFolder } from '../../services/packs/read-content.ts';

export type Report = (line: string) => void;

interface Step {
  name: string;
  /** What it is made from, and a file that shows it was made. */
  inputs: string[];
  output: string;
  run(root: string): Promise<void>;
}

const shared = {
  bundle: true,
  platform: 'node' as const,
  logLevel: 'warning' as const,
  legalComments: 'none' as const,
};
const shell = { ...shared, format: 'cjs' as const, target: 'node18', external: ['electron'] };
const services = { ...shared, format: 'esm' as const, target: 'node22', packages: 'external' as const };

/** What packages written for CommonJS expect to find in an ES module. */
const commonJs = [
  "import { createRequire as requireOf } from 'node:module';",
  'const require = requireOf(import.meta.url);',
  'const [__filename, __dirname] = [import.meta.filename, import.meta.dirname];',
].join('\n');

/**
 * Bundles the worker that draws handouts, as it is shipped. Its packages go in as well, which makes its start about a tenth
 * shorter; HarfBuzz finds its WebAssembly beside itself and stays outside.
 */
export async function bundleHandoutWorker(root: string, outfile: string): Promise<void> {
  const { build } = await import('esbuild');
  await build({
    ...shared,
    ...{ format: 'esm', target: 'node22', external: ['harfbuzzjs'], banner: { js: commonJs } },
    ...{ absWorkingDir: root, entryPoints: ['electron/services/handouts/worker.ts'], outfile },
  });
}

async function bundleElectron(root: string): Promise<void> {
  const { build } = await import('esbuild');
  const out = (file: string) => path.join(root, 'dist/electron', file);
  const here = { absWorkingDir: root };
  await Promise.all([
    build({ ...shell, ...here, entryPoints: ['electron/main.ts'], outfile: out('main.cjs') }),
    build({ ...shell, ...here, entryPoints: ['electron/preload.ts'], outfile: out('preload.cjs') }),
    build({
      ...services,
      ...here,
      entryPoints: ['electron/service-process.ts'],
      outfile: out('service-process.mjs'),
    }),
    bundleHandoutWorker(root, out('handout-worker.mjs')),
  ]);
}

async function bundleRenderer(root: string): Promise<void> {
  const { build } = await import('vite');
  await build({
    root: path.join(root, 'renderer'),
    configFile: path.join(root, 'renderer/vite.config.ts'),
    logLevel: 'error',
  });
}

const steps: Step[] = [
  {
    name: 'fonts',
    inputs: ['content/fonts.yaml', 'content/languages', 'electron/services/handouts/fonts'],
    output: 'dist/fonts/manifest.json',
    run: (root) => Promise.resolve(installFonts(root, path.join(root, 'dist/fonts'))),
  },
  {
    name: 'screens',
    inputs: ['renderer', 'electron/contract', 'content/languages', 'package-lock.json'],
    output: 'dist/renderer/index.html',
    run: bundleRenderer,
  },
  {
    name: 'program',
    inputs: ['electron', 'package-lock.json'],
    output: 'dist/electron/main.cjs',
    run: bundleElectron,
  },
];

function digestInputs(root: string, inputs: string[]): string {
  const hash = createHash('sha256');
  for (const input of inputs) {
    const full = path.join(root, input);
    hash.update(path.extname(input) ? readFileSync(full) : digestFolder(full));
  }
  return hash.digest('hex');
}

/**
 * Builds what is missing or made from other files than today's, into `dist/`; everything when `always`.
 * Throws `ContentProblems` when content has problems.
 */
export async function buildAll(root: string, report: Report, always = false): Promise<void> {
  const recordFile = path.join(root, 'dist/build.json');
  const record = (existsSync(recordFile) ? JSON.parse(readFileSync(recordFile, 'utf8')) : {}) as Record<
    string,
    string
  >;
  ensurePack(root, () => report('Building the content pack …'));
  for (const step of steps) {
    const digest = digestInputs(root, step.inputs);
    if (!always && record[step.name] === digest && existsSync(path.join(root, step.output))) continue;
    report(`Building the ${step.name} …`);
    await step.run(root);
    record[step.name] = digest;
    mkdirSync(path.dirname(recordFile), { recursive: true });
    writeFileSync(recordFile, `${JSON.stringify(record, null, 2)}\n`);
  }
}
