import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What the renderer may do; the same words in Electron and in the browser. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const cookieName = 'sala';

const equal = (a: string, b: string) => {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
};

export interface Guard {
  /** The one-time token for the first address. */
  token: string;
  /** Swaps the token for a cookie, once; null when it is wrong or used. */
  redeem(token: string): string | null;
  /** Whether a request comes from our own page: exact Host, exact Origin where one is due, our cookie. */
  allows(request: IncomingMessage, authority: string): boolean;
  /** Whether a request names this host: turns away pages that point their own name at this machine. */
  isOurHost(request: IncomingMessage, authority: string): boolean;
}

export function createGuard(): Guard {
  const token = randomBytes(24).toString('base64url');
  const cookie = randomBytes(32).toString('base64url');
  let used = false;
  const isOurHost = (request: IncomingMessage, authority: string) => request.headers.host === authority;
  return {
    token,
    redeem(given) {
      if (used || !equal(given, token)) return null;
      used = true;
      return `${cookieName}=${cookie}; HttpOnly; SameSite=Strict; Path=/`;
    },
    isOurHost,
    allows(request, authority) {
      if (!isOurHost(request, authority)) return false;
      const { origin, cookie: cookies = '' } = request.headers;
      if (origin !== undefined && origin !== `http://${authority}`) return false;
      if (request.method === 'POST' && origin === undefined) return false;
      return cookies.split(/;\s*/).some((one) => equal(one, `${cookieName}=${cookie}`));
    },
  };
}
