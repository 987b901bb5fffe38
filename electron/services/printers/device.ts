/**
 * The printer itself. A printer on USB is reached through ipp-usb, which gives it an IPP address on this computer; that is
 * the only kind that is asked. A printer in a network would be one more connection out of a kiosk that makes none: CUPS may
 * print there if the clinic wants it, and such jobs end as `sent`.
 */
import { ippCall, loopbackServer, operations, type IppServer } from './ipp.ts';
import { first, numbers, ranges, words, type Attribute, type Group } from './ipp-codec.ts';
import { jobStates, type DeviceAnswer, type DeviceWord, type OneJob } from './job-state.ts';

export interface Device {
  server: IppServer;
  path: string;
  uri: string;
}

/** Everything is asked and printed under this name, so that a printer that hides other people's jobs shows ours. */
export const userName: Attribute = ['name', 'requesting-user-name', 'sala'];
const patience = 3_000;

/** The printer behind CUPS' `device-uri`; null when it is not an IPP printer of this computer. */
export function deviceOf(uri: unknown): Device | null {
  const match = /^ipp:\/\/([^/?]+)(\/[^?]*)/.exec(typeof uri === 'string' ? uri : '');
  const server = match ? loopbackServer(match[1] as string) : null;
  return server && match ? { server, path: match[2] as string, uri: match[0] } : null;
}

function call(device: Device, operation: number, attributes: Attribute[]) {
  const target: Attribute[] = [['uri', 'printer-uri', device.uri], userName, ...attributes];
  return ippCall(device.server, device.path, { operation, attributes: target }, patience);
}

async function jobsNamed(device: Device, name: string): Promise<Group[]> {
  const asked: Attribute = [
    'keyword',
    'requested-attributes',
    ...['job-id', 'job-name', 'job-state', 'job-state-reasons'],
  ];
  const found: Group[] = [];
  for (const which of ['not-completed', 'completed']) {
    const { jobs } = await call(device, operations.getJobs, [['keyword', 'which-jobs', which], asked]);
    found.push(...jobs.filter((job) => first(job, 'job-name') === name));
  }
  return found;
}

const toJob = (group: Group): OneJob => ({
  state: numbers(group, 'job-state')[0] ?? jobStates.pending,
  reasons: words(group, 'job-state-reasons'),
});

/** The upper end of `copies-supported`; 1 where the printer does not say. */
const mostCopiesOf = (printer: Group | undefined) => ranges(printer, 'copies-supported')[0]?.[1] ?? 1;

async function answer(device: Device, name: string): Promise<DeviceAnswer> {
  const jobs = await jobsNamed(device, name);
  const { printers } = await call(device, operations.getPrinter, [
    ['keyword', 'requested-attributes', 'printer-state', 'printer-state-reasons', 'copies-supported'],
  ]);
  return {
    jobs: jobs.map(toJob),
    printer: {
      state: numbers(printers[0], 'printer-state')[0] ?? 0,
      reasons: words(printers[0], 'printer-state-reasons'),
    },
    mostCopies: mostCopiesOf(printers[0]),
  };
}

/** What the printer says of the jobs of that name. Never rejects: a printer that is off or restarting is `silent`. */
export async function askDevice(device: Device | null, name: string): Promise<DeviceWord> {
  if (!device) return 'cannot-be-asked';
  return answer(device, name).catch(() => 'silent' as const);
}

/** Stops at the printer what it still has of a job; CUPS alone would leave it running when the job is purged. */
export async function cancelAtDevice(device: Device, name: string): Promise<void> {
  for (const job of await jobsNamed(device, name)) {
    const [id] = numbers(job, 'job-id');
    if (id !== undefined && toJob(job).state < jobStates.canceled)
      await call(device, operations.cancelJob, [['integer', 'job-id', id]]);
  }
}
