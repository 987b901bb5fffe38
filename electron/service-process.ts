/**
 * The services in a process of their own, under Electron's `utilityProcess` or a plain Node child. Speaks
 * `{id, name, input}` and answers `{id, result}`. Options come as JSON in the first argument.
 */
import { createDispatcher } from './contract/dispatch.ts';
import { createAppServices, type AppOptions } from './services/app-services.ts';
import { systemClock } from './services/clock.ts';
import { createLogger } from './services/logger.ts';

interface Call {
  id: number;
  name: unknown;
  input: unknown;
}

interface ParentPort {
  on(event: 'message', listener: (message: { data: Call }) => void): void;
  postMessage(message: unknown): void;
}

const options = JSON.parse(process.argv[2] ?? '{}') as Omit<AppOptions, 'clock' | 'logger'>;
const logger = createLogger(options.dataFolder, systemClock);
const services = createAppServices({ ...options, clock: systemClock, logger });
const dispatch = createDispatcher(services.handlers, (name, error) =>
  logger.log(`call-failed ${name}`, error),
);

const { parentPort } = process as unknown as { parentPort?: ParentPort };
const answer = async ({ id, name, input }: Call, post: (message: unknown) => void) =>
  post({ id, result: await dispatch(name, input) });

if (parentPort)
  parentPort.on('message', ({ data }) => void answer(data, (message) => parentPort.postMessage(message)));
else {
  process.on('message', (call) => void answer(call as Call, (message) => process.send?.(message)));
  process.on('disconnect', () => void services.close().finally(() => process.exit(0)));
}
