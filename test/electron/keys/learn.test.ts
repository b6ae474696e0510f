import { beforeEach, describe, expect, it } from 'vitest';
import { learn } from '../../../electron/keys/learn';
import { openDatabase } from '../../../electron/store/database';
import { KeyStore } from '../../../electron/store/key-store';
import type { Evidence } from '../../../shared/diagnosis/evidence';
import { OPENAI_BASE_URL } from '../../../shared/keys/key';
import type { Observation } from '../../../shared/observations/observation';
import { AT, answered, KEY, listed, refused, unanswered, validated } from '../../support/evidence';

let store: KeyStore;

beforeEach(() => {
  store = new KeyStore(openDatabase(':memory:', () => new Date()).database);
  store.begin(
    { id: KEY, use: 'inference', label: 'Work', baseUrl: OPENAI_BASE_URL, colour: null, addedAt: AT },
    { kind: 'project', lastFour: 'abcd', fingerprint: 'f', account: KEY },
    'stored',
  );
});

function told(evidence: Evidence): boolean {
  return learn(store, evidence as Observation);
}

describe('what an answer tells of its key', () => {
  it('is news once where it names the key’s project, and none when it names it again', () => {
    const naming = validated({ project: 'proj_Own1' });
    expect([told(naming), told(naming)]).toEqual([true, false]);
    expect(store.find(KEY)?.project).toBe('proj_Own1');
    expect(told(validated({ project: 'proj_Moved1' }))).toBe(true);
  });

  it('is known since the answer that told it first, whatever says it again', () => {
    const first = validated({ project: 'proj_Own1' });
    told(first);
    told({ ...first, at: '2027-01-01T00:00:00.000Z' });
    expect(store.find(KEY)).toMatchObject({ project: 'proj_Own1', learnedAt: first.at });
    store.unlearn(KEY);
    expect(store.find(KEY)).toMatchObject({ project: null, learnedAt: null });
  });

  it('is news with every list, since that is what a key’s health goes by', () => {
    expect([told(listed('gpt-5.5')), told(listed('gpt-5.5')), told(unanswered('timeout'))]).toEqual([
      true,
      true,
      true,
    ]);
  });

  it.each([
    ['an answer of a model', answered()],
    ['a refusal of a model', refused('free_probe', 'quota_or_billing')],
    ['a test that nobody answered', unanswered('timeout', 'free_probe')],
  ])('is no news in %s that names no project', (_what, evidence) => {
    expect(told(evidence)).toBe(false);
  });

  it('is whose host it is sent to, which no later answer takes back', () => {
    const seen = () => store.find(KEY)?.hostSeen;
    told(listed('openai/gpt-5.5'));
    expect(seen()).toBe('other');
    told(validated({ project: 'proj_Own1' }));
    told(listed('openai/gpt-5.5'));
    expect(seen()).toBe('openai');
  });

  it('is not whose host it is, where it only passes on a sentence that names a project', () => {
    told(refused('free_probe', 'project_lacks_model', { project: 'proj_Passed1' }));
    expect(store.find(KEY)).toMatchObject({ project: 'proj_Passed1', hostSeen: null });
  });

  it('is nothing of the key itself where it was sent for another project than the key is', () => {
    store.mendFacts(KEY, { kind: 'legacy', lastFour: 'abcd', fingerprint: 'f' });
    const answer = validated({ project: 'proj_Other1' }) as Observation;
    const sent = { host: 'api.openai.com', organization: null, project: 'proj_Other1' };
    learn(store, { ...answer, sent });
    expect(store.find(KEY)).toMatchObject({ project: null, health: null });
    learn(store, answer);
    expect(store.find(KEY)?.project).toBe('proj_Other1');
  });
});
