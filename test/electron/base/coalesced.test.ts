import { describe, expect, it } from 'vitest';
import { coalesced } from '../../../electron/base/coalesced';
import { ManualTimers } from '../../support/manual-timers';

describe('calls that come in a row', () => {
  it('are made at once, then seldom, and never without the last', () => {
    const timers = new ManualTimers();
    const made: number[] = [];
    const call = coalesced(timers, () => made.push(timers.now()));
    for (let count = 0; count < 50; count += 1) {
      call();
      timers.advance(10);
    }
    timers.advance(1_000);
    expect(made).toEqual([0, 100, 200, 300, 400, 500]);
    call();
    expect([made.at(-1), timers.pending]).toEqual([1_500, 1]);
  });
});
