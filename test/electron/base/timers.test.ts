import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LONGEST_TIMER_MS, systemTimers } from '../../../electron/base/timers';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the timers of the system', () => {
  it.each([LONGEST_TIMER_MS + 1, 1e13, Number.POSITIVE_INFINITY])(
    'wait as long as they can where they are told to wait %d ms, and not for a moment only',
    (milliseconds) => {
      const called = vi.fn();
      systemTimers.after(milliseconds, called);
      vi.advanceTimersByTime(LONGEST_TIMER_MS - 1);
      expect(called).not.toHaveBeenCalled();
      vi.advanceTimersByTime(1);
      expect(called).toHaveBeenCalledOnce();
    },
  );
});
