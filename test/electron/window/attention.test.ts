import { describe, expect, it } from 'vitest';
import { Attention } from '../../../electron/window/attention';
import { runView } from '../../support/run-view';

const RUN = runView({
  id: 'r',
  total: 8,
  done: 3,
  dropped: 1,
  left: 4,
  counts: { listed: 3, confirmed: 0, denied: 0, unknown: 0 },
  ratePerSecond: 1,
  secondsLeft: 4,
});

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
    runEnded: ({ id }) => shown.push(`ended ${id}`),
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
    attention.showRun({ ...RUN, state: 'cancelled' });
    attention.showRun(null);
    expect(shown).toEqual([
      [0.5, 'normal'],
      [0.5, 'paused'],
      [-1, null],
      [-1, null],
    ]);
  });

  it.each([
    ['is done', { state: 'done' }, [1, 'ended r']],
    ['is stopped by a full disk', { state: 'cancelled', failure: 'store_failed' }, [1, 'ended r']],
    ['is stopped by the person', { state: 'cancelled' }, []],
  ] as const)('tells once of a run that %s while nobody looks', (_how, end, told) => {
    const { attention, shown } = taskbar();
    const news = () => shown.filter((each) => !Array.isArray(each));
    attention.showRun(RUN);
    attention.showRun({ ...RUN, ...end });
    attention.showRun({ ...RUN, ...end });
    expect(news()).toEqual(told);
  });

  it('tells nothing of a run that ends before the person’s eyes, or that was over before', () => {
    const { attention, shown } = taskbar({ focused: true });
    attention.showRun(RUN);
    attention.showRun({ ...RUN, state: 'done' });
    const late = taskbar();
    late.attention.showRun({ ...RUN, state: 'done' });
    expect([shown.at(-1), late.shown]).toEqual([[-1, null], [[-1, null]]]);
  });
});
