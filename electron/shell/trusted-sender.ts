export const pageOrigin = 'app://kiosk';

/** The part of an IPC sender that is looked at. */
export interface SenderFrame {
  url: string;
  parent: unknown;
}

/**
 * Whether a call comes from our own page: the main frame, at exactly our origin. Fails closed on a missing frame, a blank
 * or unparsable address, and everything else.
 */
export function isTrustedSender(frame: SenderFrame | null | undefined): boolean {
  if (!frame || frame.parent !== null || !URL.canParse(frame.url)) return false;
  const url = new URL(frame.url);
  return `${url.protocol}//${url.host}` === pageOrigin && url.username === '' && url.password === '';
}
