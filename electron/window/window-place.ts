/** Where the window was, how large and how far zoomed, so that the next start opens it the same way. */
import type { DatabaseSync } from 'node:sqlite';
import type { BrowserWindow, Rectangle } from 'electron';
import { z } from 'zod';
import type { Timers } from '../base/timers';
import { readEntry, writeEntry } from '../store/entries';
import { isStoreError } from '../store/sqlite-error';

export const MIN_SIZE = { width: 900, height: 640 } as const;

const NAME = 'window_place';

/** After a pause in moving: a window that is dragged has many places. In milliseconds. */
const KEEP_AFTER_MS = 500;

/** So much of the window has to lie on a screen, so that it can be taken hold of. In pixels. */
const GRIP = { width: 120, height: 40 } as const;

const placeSchema = z.object({
  /** While it was neither maximized nor over the full screen. */
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() }),
  isMaximized: z.boolean().catch(false),
  /** Electron's: 0 is the actual size, one more is a fifth larger. */
  zoomLevel: z.number().min(-8).max(9).catch(0),
});
export type WindowPlace = z.infer<typeof placeSchema>;

export class KeptPlace {
  readonly #database: DatabaseSync;
  readonly #timers: Timers;

  constructor(database: DatabaseSync, timers: Timers) {
    this.#database = database;
    this.#timers = timers;
  }

  /** null where none was kept, or where no screen shows it any more. `screens`: what of each is free for windows. */
  on(screens: readonly Rectangle[]): WindowPlace | null {
    const place = placeSchema.safeParse(readEntry(this.#database, NAME)).data;
    if (place === undefined) return null;
    const screen = screens.find((area) => showsGrip(place.bounds, area));
    return screen === undefined ? null : { ...place, bounds: within(place.bounds, screen) };
  }

  /** Keeps the window's place from now on. */
  follow(window: BrowserWindow): void {
    let forget = () => {};
    const keep = () => {
      forget();
      if (window.isDestroyed() || window.isMinimized()) return;
      this.#write({
        bounds: window.getNormalBounds(),
        isMaximized: window.isMaximized(),
        zoomLevel: window.webContents.getZoomLevel(),
      });
    };
    const soon = () => {
      forget();
      forget = this.#timers.after(KEEP_AFTER_MS, keep);
    };
    window.on('resize', soon);
    window.on('move', soon);
    // The menu's zoom is told of by nobody.
    window.on('close', keep);
    window.on('closed', () => forget());
  }

  /** A window in its usual place is no reason to fail where the disk takes nothing. */
  #write(place: WindowPlace): void {
    try {
      writeEntry(this.#database, NAME, place);
    } catch (error) {
      if (!isStoreError(error)) throw error;
    }
  }
}

function showsGrip(bounds: Rectangle, area: Rectangle): boolean {
  const width = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  const isTopThere = bounds.y >= area.y && bounds.y + GRIP.height <= area.y + area.height;
  return width >= GRIP.width && isTopThere;
}

/** No larger than the screen, and no smaller than the window may be. */
function within(bounds: Rectangle, area: Rectangle): Rectangle {
  const width = Math.max(MIN_SIZE.width, Math.min(bounds.width, area.width));
  const height = Math.max(MIN_SIZE.height, Math.min(bounds.height, area.height));
  return { x: bounds.x, y: bounds.y, width, height };
}
