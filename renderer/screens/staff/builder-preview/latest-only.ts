/**
 * Runs one piece of work at a time. Of what is asked for meanwhile only the latest is done next, so that nothing queues up.
 * The work handles its own failures.
 */
export function latestOnly<T>(work: (input: T) => Promise<void>): (input: T) => void {
  let isBusy = false;
  let waiting: { input: T } | null = null;
  async function run(input: T): Promise<void> {
    isBusy = true;
    try {
      await work(input);
    } finally {
      isBusy = false;
      const next = waiting;
      waiting = null;
      if (next) void run(next.input);
    }
  }
  return (input) => {
    if (isBusy) waiting = { input };
    else void run(input);
  };
}
