import { fork } from 'node:child_process';
import { utilityProcess } from 'electron';
import type { Result } from '../contract/errors.ts';

interface Channel {
  post(message: unknown): void;
  kill(): void;
}

type OnMessage = (message: { id: number; result: Result<unknown> }) => void;

const down: Result<unknown> = { ok: false, error: { code: 'services-down', fields: {} } };
const restartDelays = [0, 500, 2_000, 5_000];
/** In ms. A printer on USB may take seconds to hear of a canceled job; longer than this nobody waits to quit. */
const stopWithin = 10_000;
/** A process that lived this long was well; the next restart is at once. */
const wellAfter = 60_000;

function start(file: string, options: string, onMessage: OnMessage, onExit: () => void): Channel {
  const node = process.env['SALA_SERVICES_NODE'];
  if (node) {
    // Unpackaged runs may name another Node, which is how the shell is tested on an older Electron.
    const child = fork(file, [options], {
      execPath: node,
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child.on('message', onMessage as (message: unknown) => void);
    child.once('exit', onExit);
    return {
      post: (message) => child.connected && child.send(message as object | string),
      kill: () => child.kill('SIGKILL'),
    };
  }
  const child = utilityProcess.fork(file, [options], { serviceName: 'Sala services' });
  child.on('message', onMessage);
  child.once('exit', onExit);
  return { post: (message) => child.postMessage(message), kill: () => child.kill() };
}

export interface ServicesProcess {
  call(name: string, input: unknown): Promise<Result<unknown>>;
  /** Lets the services put everything in order, unfinished prints first, and ends them; by force when that takes too long. */
  stop(): Promise<void>;
}

/** Runs the services in their own process and starts them again when they die; calls in flight answer `services-down`. */
export function startServices(file: string, options: object, limit = stopWithin): ServicesProcess {
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  let channel: Channel | null = null;
  let lastId = 0;
  let crashes = 0;
  let stopping: Promise<void> | null = null;
  let hasStopped = () => undefined as void;

  function run(): void {
    const began = Date.now();
    channel = start(
      file,
      JSON.stringify(options),
      ({ id, result }) => {
        waiting.get(id)?.(result);
        waiting.delete(id);
      },
      () => {
        channel = null;
        for (const answer of waiting.values()) answer(down);
        waiting.clear();
        hasStopped();
        if (stopping) return;
        crashes = Date.now() - began > wellAfter ? 0 : crashes + 1;
        setTimeout(() => stopping ?? run(), restartDelays[Math.min(crashes, restartDelays.length - 1)]);
      },
    );
  }

  async function end(): Promise<void> {
    const target = channel;
    if (!target) return;
    const timer = setTimeout(() => target.kill(), limit);
    await new Promise<void>((resolve) => {
      hasStopped = resolve;
      target.post('stop');
    });
    clearTimeout(timer);
  }

  run();
  return {
    call(name, input) {
      const target = channel;
      if (!target) return Promise.resolve(down);
      lastId += 1;
      const id = lastId;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        target.post({ id, name, input });
      });
    },
    stop() {
      stopping ??= end();
      return stopping;
    },
  };
}
