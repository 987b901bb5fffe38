import type { App, Session, WebContents } from 'electron';
import { isOurAddress, pageOrigin } from './trusted-sender.ts';

/** Denies what a kiosk page never needs: other addresses, permissions, downloads, devices. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  // blob: and data: are made by the page itself (PDF pages, workers); they reach no network.
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const allowed = isOurAddress(url) || url.startsWith(`blob:${pageOrigin}`) || url.startsWith('data:');
    answer({ cancel: !allowed });
  });
  session.setSpellCheckerEnabled(false);
}

/** Keys that would leave, reload or zoom the page. Control with P or S reaches it: the page keeps them from the browser. */
const blockedKeys = new Set(['F1', 'F3', 'F5', 'F6', 'F7', 'F11', 'F12']);
const blockedWithControl = new Set(['r', 'n', 't', 'w', 'u', 'o', 'j', 'f', 'g', 'h', '+', '-', '=', '0']);

export function lockContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event, address) => {
    if (!isOurAddress(address)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('before-input-event', (event, { key, control, meta, alt }) => {
    const letter = key.toLowerCase();
    if (
      blockedKeys.has(key) ||
      ((control || meta) && blockedWithControl.has(letter)) ||
      (alt && (key === 'ArrowLeft' || key === 'ArrowRight'))
    ) {
      event.preventDefault();
    }
  });
}

/** Switches that must be set before Electron is ready. */
export function lockSwitches(app: App): void {
  app.commandLine.appendSwitch('disable-breakpad');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
  app.commandLine.appendSwitch('no-pings');
  app.commandLine.appendSwitch('disk-cache-size', '1');
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch(
    'disable-features',
    'SpareRendererForSitePerProcess,WinRetrieveSuggestionsOnlyOnDemand,MediaRouter,OptimizationHints',
  );
}
