import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createClient } from '../../../electron/contract/client.ts';
import { startServices } from '../../../electron/shell/services-process.ts';
import { canPrint, startCups, type TestCups } from '../../support/cups.ts';
import { packOf, root, temporaryFolder } from '../../support/fixtures.ts';
import { until } from '../../support/until.ts';

/** Gives a Node child the port that Electron gives its own. */
const electronPort = `data:text/javascript,process.parentPort = {
  on: (_, listener) => process.on('message', (data) => listener({ data })),
  postMessage: (message) => process.send(message),
}`;

/** Electron's utilityProcess, as far as the shell uses it: killed, a process hears of nothing. */
vi.mock('electron', () => ({
  utilityProcess: {
    fork(file: string, args: string[]) {
      const child = fork(file, args, { execArgv: ['--import', electronPort], serialization: 'advanced' });
      return Object.assign(child, { postMessage: (message: object) => child.send(message) });
    },
  },
}));

/** The two ways to run the services: in Electron's own process, and in a Node that an unpackaged run names. */
const ways = [
  ["Electron's own process", ''],
  ['a Node of its own', process.execPath],
] as const;

/** Services that do not hear of a stop. */
function deafServices(): string {
  const file = path.join(temporaryFolder(), 'deaf.mjs');
  writeFileSync(
    file,
    `const answer = ({ id }) => id && process.send({ id, result: { ok: true, value: process.pid } });
     process.on('message', answer);
     process.on('SIGTERM', () => process.exit(1));`,
  );
  return file;
}

const runs = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe.each(ways)('the services in %s', (_, node) => {
  beforeAll(() => void vi.stubEnv('SALA_SERVICES_NODE', node));
  afterAll(() => void vi.unstubAllEnvs());

  it('are ended by force when they do not end by themselves, and are not started again', async () => {
    const services = startServices(deafServices(), {}, 100);
    const { value: pid } = (await services.call('any', {})) as { value: number };
    expect(runs(pid)).toBe(true);
    await Promise.all([services.stop(), services.stop()]);
    expect(runs(pid)).toBe(false);
    expect(await services.call('any', {})).toMatchObject({ error: { code: 'services-down' } });
  });
});

describe.skipIf(!canPrint)('printing when the kiosk is quit', () => {
  let cups: TestCups;
  beforeAll(async () => {
    cups = await startCups(8652, 8653);
    vi.stubEnv('SALA_CUPS', cups.address);
  }, 90_000);
  afterAll(() => {
    vi.unstubAllEnvs();
    cups?.stop();
  });

  it.each(ways)('from %s leaves no job in the print service', async (_, node) => {
    vi.stubEnv('SALA_SERVICES_NODE', node);
    const services = startServices(path.join(root, 'electron/service-process.ts'), {
      ...{
        dataFolder: temporaryFolder(),
        packFile: packOf().file,
        fontsFolder: path.join(root, 'dist/fonts'),
      },
      ...{ mode: 'demonstration', version: '0', saveTo: [] },
    });
    onTestFinished(() => services.stop());
    const client = createClient(services.call);
    const { session } = await client['staff.setPin']({ pin: '2468' });
    const [printer] = (await client['printers.list']({ session })).printers;
    const print = () =>
      client['printers.testPage']({
        session,
        printer: printer?.token ?? '',
        paper: 'letter',
        language: 'en',
      });
    cups.printer.hold();
    const before = cups.printer.begun().length;
    await print();
    await until('the printer begins', () => cups.printer.begun().length > before);
    await print(); // waits behind the first
    expect(cups.spooled()).not.toEqual([]);
    await services.stop();
    expect(cups.spooled()).toEqual([]);
    cups.printer.order('end 0'); // the test printer's own program does not hear of it
  });
});
