/** The one main window: opened when it is wanted, told of changes, and known again when it calls. */
import { app, type BrowserWindow, type IpcMainInvokeEvent, type Session, screen } from 'electron';
import type { Language, Theme } from '../../shared/base/settings';
import { CHANGE_CHANNEL, type ChangeTopic, type Shown } from '../../shared/ipc/contract';
import type { Timers } from '../base/timers';
import { APP_ORIGIN } from './app-protocol';
import { backgroundFor, openMainWindow } from './main-window';
import { Pulse } from './pulse';
import { Reviver } from './revive';
import { troubleBoxes } from './trouble-boxes';
import type { KeptPlace } from './window-place';

interface WindowHostDeps {
  readonly preload: string;
  readonly session: Session;
  readonly timers: Timers;
  readonly place: KeptPlace;
  readonly theme: () => Theme;
  readonly language: () => Language;
  /** Drops what is kept of the text that is being typed. */
  readonly forgetText: () => void;
  readonly closed: () => void;
  readonly cameToFront: () => void;
  readonly leftFront: () => void;
}

export class WindowHost {
  readonly #deps: WindowHostDeps;
  #window: BrowserWindow | null = null;

  constructor(deps: WindowHostDeps) {
    this.#deps = deps;
  }

  get current(): BrowserWindow | null {
    return this.#window;
  }

  open(): void {
    const { preload, session, theme, place } = this.#deps;
    const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
    const window = openMainWindow(preload, session, backgroundFor(theme()), place.on(screens));
    place.follow(window);
    const pulse = this.#watchOver(window);
    window.on('focus', this.#deps.cameToFront);
    window.on('blur', this.#deps.leftFront);
    window.on('closed', () => {
      pulse.stop();
      this.#window = null;
      this.#deps.closed();
    });
    this.#window = window;
  }

  #watchOver(window: BrowserWindow): Pulse {
    const { timers, language, forgetText } = this.#deps;
    const contents = window.webContents;
    const reviver = new Reviver(window, {
      timers,
      boxes: troubleBoxes(window, language),
      forgetText,
      quit: () => app.quit(),
    });
    const pulse = new Pulse(
      {
        // The value never matters: only a page that runs its tasks gives any.
        ask: async () => contents.mainFrame.executeJavaScript('0'),
        matters: () =>
          window.isVisible() &&
          !window.isMinimized() &&
          !contents.isCrashed() &&
          !contents.isDevToolsOpened(),
        isLoading: () => contents.isLoading(),
        lost: () => void reviver.hangs(() => pulse.snooze()),
        found: () => reviver.hangsNoMore(),
      },
      timers,
    );
    contents.on('did-start-navigation', ({ isMainFrame }) => {
      if (isMainFrame) pulse.startAgain();
    });
    return pulse;
  }

  tell(topic: ChangeTopic): void {
    const window = this.#window;
    if (window !== null && !window.isDestroyed()) window.webContents.send(CHANGE_CHANNEL, topic);
  }

  /** For whoever chose it in a menu or on the desktop. A window that had to be opened first begins with the page it was left on. */
  show(what: Shown): void {
    this.#bringUp();
    this.tell({ kind: 'show', what });
  }

  #bringUp(): void {
    if (this.#window === null) this.open();
    this.#window?.restore();
    this.#window?.focus();
  }

  /** Our own window, its main frame, its own origin: a page that got elsewhere keeps the preload but loses its voice. */
  isCaller(event: IpcMainInvokeEvent): boolean {
    const contents = this.#window?.webContents;
    const frame = event.senderFrame;
    if (contents === undefined || frame === null || event.sender !== contents) return false;
    return frame === contents.mainFrame && frame.url.startsWith(`${APP_ORIGIN}/`);
  }

  /** A second start shows the window of the first; on macOS the app outlives its window. */
  openAgainOnDemand(): void {
    app.on('second-instance', () => this.#bringUp());
    app.on('open-url', () => this.#bringUp());
    app.on('activate', () => {
      if (this.#window === null) this.open();
    });
    app.on('window-all-closed', () => {
      if (process.platform !== 'darwin') app.quit();
    });
  }
}
