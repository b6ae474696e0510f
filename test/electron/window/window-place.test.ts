import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../electron/store/database';
import { writeEntry } from '../../../electron/store/entries';
import { KeptPlace } from '../../../electron/window/window-place';
import { ManualTimers } from '../../support/manual-timers';

const SCREEN = { x: 0, y: 0, width: 1920, height: 1040 };
const SECOND = { x: 1920, y: 0, width: 1280, height: 1024 };
const BOUNDS = { x: 100, y: 50, width: 1200, height: 900 };

class FakeWindow extends EventEmitter {
  bounds = BOUNDS;
  zoom = 0;
  isMaximized = () => false;
  isMinimized = () => false;
  isDestroyed = () => false;
  getNormalBounds = () => this.bounds;
  webContents = { getZoomLevel: () => this.zoom };
}

function setUp() {
  const { database } = openDatabase(':memory:', () => new Date(0));
  const timers = new ManualTimers();
  const window = new FakeWindow();
  const kept = new KeptPlace(database, timers);
  kept.follow(window as unknown as BrowserWindow);
  return { database, timers, window, kept };
}

describe('the place of the window', () => {
  it('is none before the first one was moved', () => {
    expect(setUp().kept.on([SCREEN])).toBeNull();
  });

  it('is kept after a pause in moving, and with its zoom as it closes', () => {
    const { timers, window, kept } = setUp();
    window.emit('move');
    timers.advance(499);
    expect(kept.on([SCREEN])).toBeNull();
    timers.advance(1);
    expect(kept.on([SCREEN])).toEqual({ bounds: BOUNDS, isMaximized: false, zoomLevel: 0 });
    window.zoom = 1.5;
    window.emit('close');
    expect(kept.on([SCREEN])?.zoomLevel).toBe(1.5);
  });

  it.each([
    ['beyond every screen', { ...BOUNDS, x: 2_000 }, [SCREEN], null],
    ['on a second screen', { ...BOUNDS, x: 2_000 }, [SCREEN, SECOND], { ...BOUNDS, x: 2_000 }],
    ['with its title above the screen', { ...BOUNDS, y: -20 }, [SCREEN], null],
    ['larger than the screen is now', { ...BOUNDS, width: 3_000 }, [SCREEN], { ...BOUNDS, width: 1_920 }],
    ['smaller than it may be', { ...BOUNDS, width: 10, x: 5 }, [SCREEN], null],
  ])('%s is used only as far as it can be seen', (_where, bounds, screens, expected) => {
    const { database, kept } = setUp();
    writeEntry(database, 'window_place', { bounds, isMaximized: false, zoomLevel: 0 });
    expect(kept.on(screens)?.bounds ?? null).toEqual(expected);
  });

  it.each([null, {}, { bounds: { x: 'a' } }])('that cannot be read, as %j, is none', (entry) => {
    const { database, kept } = setUp();
    writeEntry(database, 'window_place', entry);
    expect(kept.on([SCREEN])).toBeNull();
  });
});
