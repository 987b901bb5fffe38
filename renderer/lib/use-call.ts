import { useEffect, useState } from 'react';
import { KioskError } from '../../electron/contract/errors.ts';

export type Loaded<T> =
  { state: 'loading' } | { state: 'done'; value: T } | { state: 'failed'; error: KioskError };

export const toKioskError = (error: unknown) =>
  error instanceof KioskError ? error : new KioskError('internal', {}, { cause: error });

/** Calls when `key` changes and keeps what was there until the answer comes, so that nothing flickers. */
export function useCall<T>(key: string, call: () => Promise<T>): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  useEffect(() => {
    let current = true;
    call().then(
      (value) => current && setLoaded({ state: 'done', value }),
      (error: unknown) => current && setLoaded({ state: 'failed', error: toKioskError(error) }),
    );
    return () => {
      current = false;
    };
    // The call is a new function at each render; the key says when it is another call.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
  return loaded;
}
