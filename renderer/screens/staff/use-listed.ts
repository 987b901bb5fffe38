import { useSession } from '../../lib/session/session.tsx';

/** A name in a sentence of another direction keeps its own; both marks are invisible. */
export const isolated = (name: string) => `\u2068${name}\u2069`;

/** Writes names in one line as the reader's language lists them. */
export function useListed(): (names: readonly string[]) => string {
  const { language } = useSession();
  const list = new Intl.ListFormat(language.locale, { style: 'short', type: 'conjunction' });
  return (names) => list.format(names.map(isolated));
}
