import { BrowserWindow, nativeTheme, type Session } from 'electron';
import type { Theme } from '../../shared/base/settings';
import { APP_ORIGIN } from './app-protocol';
import { MIN_SIZE, type WindowPlace } from './window-place';

/** Deep enough to be read by a test: every page of ours has exactly these. */
export const WEB_PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  spellcheck: false,
} as const;

/** `place`: where the last one was; null for the middle of the screen. */
export function openMainWindow(
  preload: string,
  session: Session,
  background: string,
  place: WindowPlace | null,
): BrowserWindow {
  const window = new BrowserWindow({
    ...(place?.bounds ?? { width: 1180, height: 800 }),
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    show: false,
    title: 'Model Access Doctor',
    backgroundColor: background,
    autoHideMenuBar: true,
    // Set on the page instead, before the window is shown, it would keep it from drawing (measured with Electron 45).
    webPreferences: { ...WEB_PREFERENCES, preload, session, zoomFactor: 1.2 ** (place?.zoomLevel ?? 0) },
  });
  if (place?.isMaximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return window;
}

/** The colour behind the page until it is drawn, so that a dark window does not flash white. */
export function backgroundFor(theme: Theme): string {
  nativeTheme.themeSource = theme;
  return nativeTheme.shouldUseDarkColors ? '#15181d' : '#ffffff';
}
