import { beforeEach, describe, expect, it } from 'vitest';
import { recorderOf } from '../../../electron/app/recorder';
import type { KeySummary } from '../../../shared/keys/key';
import { KEY, listed } from '../../support/evidence';
import { keySummary } from '../../support/key-summary';

const NOW = keySummary({ id: KEY, label: 'Work' });

let stored: KeySummary | null;
let told: string[];

const record = recorderOf(
  {
    find: () => stored,
    learnFrom: () => told.push('key'),
  },
  { record: (_evidence, runId, key) => told.push(`history: ${runId} ${key.lastFour}`) },
);

beforeEach(() => {
  stored = NOW;
  told = [];
});

describe('an answer', () => {
  const answer = listed('gpt-5.5');

  function take(lastFour: string): readonly [kept: boolean, told: readonly string[]] {
    if (answer.kind !== 'probe') throw new Error('No probe');
    return [record(answer, 'run-1', lastFour), told];
  }

  it('is kept, and its key learns from it', () => {
    expect(take('aaaa')).toEqual([true, ['history: run-1 aaaa', 'key']]);
  });

  it('to a secret that was replaced meanwhile is neither, which is said', () => {
    expect(take('bbbb')).toEqual([false, []]);
  });

  it('to a key that was deleted meanwhile is neither', () => {
    stored = null;
    expect(take('aaaa')).toEqual([false, []]);
  });
});
