import type { BrowserWindow } from 'electron';
import type { Timers } from '../vault/timers';

const MAX_RELOADS = 3;
const PERIOD_MS = 60_000;

/** Brings a crashed page back, at most three times a minute; what was under way in the main process goes on meanwhile. */
export function reviveAfterCrash(window: BrowserWindow, timers: Timers): void {
  let reloads: readonly number[] = [];
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return;
    const now = timers.now();
    reloads = [...reloads.filter((at) => now - at < PERIOD_MS), now];
    if (reloads.length <= MAX_RELOADS) window.webContents.reload();
  });
}
