import { calls, type Handlers } from './calls.ts';
import { KioskError, type Result } from './errors.ts';
import { callNames, type CallName } from './names.ts';

/** Told of a failure that nobody expected. `error` may hold what a person typed: log its class and stack, not its message. */
export type OnInternalError = (name: CallName, error: unknown) => void;

const isCallName = (name: unknown): name is CallName => callNames.includes(name as CallName);

/**
 * Makes the one door to the services: parses input and output strictly and turns every failure into a code.
 * Never throws.
 */
export function createDispatcher(handlers: Handlers, onInternalError: OnInternalError) {
  return async (name: unknown, input: unknown): Promise<Result<unknown>> => {
    if (!isCallName(name)) return { ok: false, error: { code: 'unknown-call', fields: {} } };
    const parsed = calls[name].input.safeParse(input);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return {
        ok: false,
        error: {
          code: 'bad-input',
          fields: { path: (issue?.path ?? []).join('.'), expected: issue?.message ?? '' },
        },
      };
    }
    try {
      const handler = handlers[name] as (input: unknown) => unknown;
      return { ok: true, value: calls[name].output.parse(await handler(parsed.data)) };
    } catch (error) {
      if (error instanceof KioskError)
        return { ok: false, error: { code: error.code, fields: error.fields } };
      onInternalError(name, error);
      return { ok: false, error: { code: 'internal', fields: {} } };
    }
  };
}

export type Dispatch = ReturnType<typeof createDispatcher>;
