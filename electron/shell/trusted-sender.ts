export const pageOrigin = 'app://kiosk';

/** Whether an address lies at exactly our origin; false for what is no address. `URL.canParse` is too new for the oldest runtime. */
export function isOurAddress(address: string): boolean {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  return `${url.protocol}//${url.host}` === pageOrigin && url.username === '' && url.password === '';
}

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
  return frame !== null && frame !== undefined && frame.parent === null && isOurAddress(frame.url);
}
