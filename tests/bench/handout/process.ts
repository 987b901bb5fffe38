/** The bench's side of an engine's process. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Answer, Ask } from './child.ts';

export class EngineProcess {
  readonly #child: ChildProcess;
  /** Milliseconds from the start of the process to the bytes of its first document. */
  readonly cold: Promise<number>;

  constructor(engine: string, ...jobFiles: string[]) {
    const start = performance.now();
    this.#child = fork(path.join(import.meta.dirname, 'child.ts'), [engine, ...jobFiles], {
      stdio: 'inherit',
    });
    this.cold = this.#next('drawn').then(() => performance.now() - start);
  }

  #next<T extends Answer['type']>(type: T): Promise<Extract<Answer, { type: T }>> {
    return new Promise((resolve, reject) => {
      const ended = () => reject(new Error(`the engine's process ended before it sent ${type}`));
      this.#child.once('exit', ended);
      this.#child.once('message', (answer: Answer) => {
        this.#child.off('exit', ended);
        if (answer.type === type) resolve(answer as Extract<Answer, { type: T }>);
        else reject(new Error(`${answer.type} instead of ${type}`));
      });
    });
  }

  #ask<T extends Answer['type']>(ask: Ask, type: T): Promise<Extract<Answer, { type: T }>> {
    this.#child.send(ask);
    return this.#next(type);
  }

  /** Milliseconds of one more of the job files' documents; `mark` is a text to add, so that no two are alike. */
  async render(document = 0, mark?: string): Promise<number> {
    return (await this.#ask({ do: 'render', document, ...(mark ? { mark } : {}) }, 'drawn')).ms;
  }

  memory(): Promise<{ peak: number; now: number; others: number }> {
    return this.#ask({ do: 'memory' }, 'memory');
  }

  /** The document drawn last. */
  async pdf(): Promise<Uint8Array> {
    return Buffer.from((await this.#ask({ do: 'fetch' }, 'pdf')).base64, 'base64');
  }

  async end(): Promise<void> {
    const exit = once(this.#child, 'exit');
    this.#child.send({ do: 'end' } satisfies Ask);
    await exit;
  }
}
