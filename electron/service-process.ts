/**
 * The services in a process of their own, under Electron's `utilityProcess` or a plain Node child. Speaks
 * `{id, name, input}` and answers `{id, result}`; at "stop" it puts everything in order and ends. Options come as JSON in the
 * first argument.
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
  on(event: 'message', listener: (message: { data: Call | 'stop' }) => void): void;
  postMessage(message: unknown): void;
}

const options = JSON.parse(process.argv[2] ?? '{}') as Omit<AppOptions, 'clock' | 'logger'>;
const logger = createLogger(options.dataFolder, systemClock);
const services = createAppServices({ ...options, clock: systemClock, logger });
const dispatch = createDispatcher(services.handlers, (name, error) =>
  logger.log(`call-failed ${name}`, error),
);

const { parentPort } = process as unknown as { parentPort?: ParentPort };
let closing: Promise<void> | null = null;
/** Takes unfinished prints out of the print service, closes the database, and ends this process. */
function stop(): void {
  closing ??= services
    .close()
    .catch((error: unknown) => logger.log('stop-problem', error))
    .finally(() => process.exit(0));
}

async function hear(message: Call | 'stop', post: (message: unknown) => void): Promise<void> {
  if (message === 'stop') return stop();
  const { id, name, input } = message;
  post({ id, result: await dispatch(name, input) });
}

process.on('SIGINT', () => undefined); // Ctrl-C reaches every process; the shell says when to stop
if (parentPort)
  parentPort.on('message', ({ data }) => void hear(data, (message) => parentPort.postMessage(message)));
else {
  process.on('message', (message) => void hear(message as Call | 'stop', (sent) => process.send?.(sent)));
  process.on('disconnect', stop); // the shell is gone
}
