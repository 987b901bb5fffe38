import { useEffect, useRef } from 'react';

/** The value of the latest render, for what runs after it: a listener that is set up once hears the latest callback. */
export function useLatest<T>(value: T): { readonly current: T } {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
