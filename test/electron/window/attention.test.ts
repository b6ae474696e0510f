import { describe, expect, it } from 'vitest';
import { Attention } from '../../../electron/window/attention';
import type { RunView } from '../../../shared/matrix/views';

const RUN: RunView = {
  id: 'r',
  kind: 'fill',
  probe: 'list',
  state: 'running',
  failure: null,
  startedAt: '2026-11-22T10:00:00.000Z',
  total: 8,
  done: 3,
  dropped: 1,
  left: 4,
  counts: { listed: 3, confirmed: 0, denied: 0, unknown: 0 },
  ratePerSecond: 1,
  secondsLeft: 4,
  waitingUntil: null,
  inFlight: [],
};

function taskbar(options: { focused?: boolean; open?: boolean } = {}) {
  const { focused = false, open = true } = options;
  const shown: unknown[] = [];
  const window = {
    isFocused: () => focused,
    isDestroyed: () => false,
    setProgressBar: (progress: number, more?: { mode: string }) => shown.push([progress, more?.mode ?? null]),
  };
  const attention = new Attention({
    window: () => (open ? window : null),
    setBadgeCount: (count) => {
      shown.push(count);
      return true;
    },
  });
  return { attention, shown };
}

describe('the taskbar', () => {
  it('counts watches that ended while nobody looked, until somebody does', () => {
    const { attention, shown } = taskbar();
    attention.watchEnded();
    attention.watchEnded();
    attention.seen();
    attention.seen();
    expect(shown).toEqual([1, 2, 0]);
  });

  it('counts nothing while the person looks, and everything while there is no window', () => {
    const watching = taskbar({ focused: true });
    watching.attention.watchEnded();
    const closed = taskbar({ open: false });
    closed.attention.watchEnded();
    closed.attention.showRun(RUN);
    expect([watching.shown, closed.shown]).toEqual([[], [1]]);
  });

  it('shows how far a run is, and takes the bar away at its end', () => {
    const { attention, shown } = taskbar();
    attention.showRun(RUN);
    attention.showRun({ ...RUN, state: 'paused' });
    attention.showRun({ ...RUN, state: 'done' });
    attention.showRun(null);
    expect(shown).toEqual([
      [0.5, 'normal'],
      [0.5, 'paused'],
      [-1, null],
      [-1, null],
    ]);
  });
});
