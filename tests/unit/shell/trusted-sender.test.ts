import { describe, expect, it } from 'vitest';
import { isTrustedSender } from '../../../electron/shell/trusted-sender.ts';

const from = (url: string, parent: unknown = null) => isTrustedSender({ url, parent });

describe('the sender of a call', () => {
  it('is trusted when it is the main frame at our exact origin', () => {
    expect(from('app://kiosk/index.html')).toBe(true);
    expect(from('app://kiosk/')).toBe(true);
  });

  it.each([
    '',
    'about:blank',
    'app://kiosk.evil/index.html',
    'app://evil/kiosk',
    'app://user@kiosk/',
    'app://kiosk:80/',
    'http://kiosk/',
    'https://app//kiosk',
    'file:///app/kiosk',
    'data:text/html,app://kiosk',
    'blob:app://kiosk/1',
    'javascript:1',
    'not an address',
  ])('is not trusted at %s', (url) => {
    expect(from(url)).toBe(false);
  });

  it('is not trusted without a frame, or inside another', () => {
    expect(isTrustedSender(null)).toBe(false);
    expect(isTrustedSender(undefined)).toBe(false);
    expect(from('app://kiosk/index.html', {})).toBe(false);
  });
});
