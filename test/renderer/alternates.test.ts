import { describe, expect, it } from 'vitest';
import { alternates } from '../../renderer/case/wizard/watch-panel';
import type { WatchAttempt } from '../../shared/case/views';

const attempts = (letters: string): readonly WatchAttempt[] =>
  [...letters].map((letter, index) => ({
    at: new Date(index * 15_000).toISOString(),
    outcome: letter === 's' ? 'success' : letter === 'r' ? 'refused' : 'undecided',
  }));

describe('answers', () => {
  it.each([
    ['', false],
    ['rrr', false],
    ['rrs', false],
    ['sus', false],
    ['rsr', true],
    ['srsss', true],
  ])('%s alternate: %s', (letters, expected) => {
    expect(alternates(attempts(letters))).toBe(expected);
  });
});
