/** Shows the practice console in a window of its own: no preload, its own session, and no way out of the simulator. */
import { BrowserWindow, session } from 'electron';
import { lockSession } from './locks';
import { WEB_PREFERENCES } from './main-window';

export class ConsoleWindow {
  #window: BrowserWindow | null = null;
  #origin = '';

  /** True for a page that this window may show. */
  mayVisit(contentsId: number, url: string): boolean {
    return (
      this.#window?.webContents.id === contentsId && this.#origin !== '' && url.startsWith(`${this.#origin}/`)
    );
  }

  async open(origin: string, url: string): Promise<void> {
    this.#origin = origin;
    const window = this.#window ?? this.#create();
    await window.loadURL(url);
    window.show();
    window.focus();
  }

  #create(): BrowserWindow {
    // A name without `persist:` keeps everything in memory; a new one each time forgets the last log-in.
    const own = session.fromPartition(`practice-console-${Date.now()}`, { cache: false });
    lockSession(own);
    const window = new BrowserWindow({
      width: 1100,
      height: 780,
      show: false,
      title: 'Practice console',
      autoHideMenuBar: true,
      webPreferences: { ...WEB_PREFERENCES, session: own },
    });
    window.on('page-title-updated', (event) => event.preventDefault());
    window.on('closed', () => {
      this.#window = null;
    });
    this.#window = window;
    return window;
  }

  close(): void {
    this.#window?.close();
  }
}
