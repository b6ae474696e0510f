import { describe, expect, it } from 'vitest';
import { secondsFor } from '../../../shared/matrix/run-time';

describe('the time that a run may take', () => {
  it.each([
    ['is bounded by the requests at once over all', Array.from({ length: 200 }, () => 300), 8, 2, 1_500],
    ['is bounded by the key with the most to ask for', [300, 1], 8, 2, 30],
    ['is rounded up', [1], 8, 2, 1],
    ['is nothing for nothing', [], 8, 2, 0],
  ])('%s', (_, requests, overall, perKey, seconds) => {
    expect(secondsFor(requests, { overall, perKey }, 200)).toBe(seconds);
  });

  it('is not known where nothing was asked yet', () => {
    expect(secondsFor([5], { overall: 8, perKey: 2 }, null)).toBeNull();
  });
});
