import { createContext, useContext, type ReactNode } from 'react';
import type { CallOutput, LanguageInfo } from '../../../electron/contract/calls.ts';
import type { Client } from '../../../electron/contract/client.ts';
import type { FinderStep } from './finder-step.ts';

export type KioskState = CallOutput<'kiosk.state'>;

/** Where a patient is. Lives in memory only: no address, no storage. */
export type Place =
  | { screen: 'home' }
  | { screen: 'group'; group: string }
  /** A guide opens short, unless `whole` is asked for or `section` stands outside of the short depth. */
  | { screen: 'guide'; guide: string; section?: string; whole?: boolean }
  | { screen: 'search'; text: string }
  | { screen: 'code' }
  | { screen: 'interpreter' }
  /** `changing`: one answer is being changed, after all were given. */
  | { screen: 'finder'; step: FinderStep; changing?: boolean }
  | { screen: 'staff' };

export const textSizes = ['normal', 'large', 'largest'] as const;
export type TextSize = (typeof textSizes)[number];

/** Everything a screen may ask for. Gone as a whole when the screen is cleared. */
export interface Session {
  client: Client;
  kiosk: KioskState;
  language: LanguageInfo;
  place: Place;
  canGoBack: boolean;
  textSize: TextSize;
  pictograms: Record<string, string[]>;
  go(place: Place): void;
  /** Changes the place one is in, such as the text typed in a search. */
  update(place: Place): void;
  back(): void;
  home(): void;
  clear(): void;
  chooseLanguage(tag: string): Promise<void>;
  chooseTextSize(size: TextSize): void;
}

const SessionContext = createContext<Session | null>(null);

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside of a session');
  return session;
}
