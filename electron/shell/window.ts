import path from 'node:path';
import { app, BrowserWindow, Menu, type Session } from 'electron';
import { lockContents } from './lock-down.ts';
import { pageOrigin } from './trusted-sender.ts';

/** The one window: sandboxed, full screen in a clinic, reloaded to the start when its page dies. */
export function openWindow(session: Session, fullScreen: boolean): BrowserWindow {
  Menu.setApplicationMenu(null);
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    kiosk: fullScreen,
    backgroundColor: '#FBF8F3',
    autoHideMenuBar: true,
    webPreferences: {
      session,
      preload: path.join(__dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged, // test drivers need them; what clinics install has none
    },
  });
  lockContents(window.webContents);
  window.webContents.on('render-process-gone', () => window.webContents.reload());
  window.on('unresponsive', () => window.webContents.forcefullyCrashRenderer());
  void window.loadURL(`${pageOrigin}/index.html`);
  return window;
}
