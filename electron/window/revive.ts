import type { Timers } from '../vault/timers';

/** As much of a window as is needed. */
export interface RevivableWindow {
  isDestroyed(): boolean;
  on(event: 'unresponsive' | 'responsive' | 'closed', listener: () => void): unknown;
  readonly webContents: {
    on(
      event: 'render-process-gone',
      listener: (event: unknown, details: { readonly reason: string }) => void,
    ): unknown;
    reload(): void;
    forcefullyCrashRenderer(): void;
  };
}

const MAX_RELOADS = 3;
const PERIOD_MS = 60_000;
/** A page that was busy for a moment comes back by itself. */
const HUNG_MS = 10_000;

/**
 * Brings a crashed or hung page back, at most three times a minute; what was under way in the main process goes on
 * meanwhile.
 */
export function revive(window: RevivableWindow, timers: Timers): void {
  let reloads: readonly number[] = [];
  const reload = () => {
    if (window.isDestroyed()) return;
    const now = timers.now();
    reloads = [...reloads.filter((at) => now - at < PERIOD_MS), now];
    if (reloads.length <= MAX_RELOADS) window.webContents.reload();
  };
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit') reload();
  });
  let calm = () => {};
  window.on('unresponsive', () => {
    calm();
    // A page that hears nothing does not hear of a reload either: its process is ended, and the crash brings it back.
    calm = timers.after(HUNG_MS, () => {
      if (!window.isDestroyed()) window.webContents.forcefullyCrashRenderer();
    });
  });
  window.on('responsive', () => calm());
  window.on('closed', () => calm());
}
