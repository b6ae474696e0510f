import { describe, expect, it } from 'vitest';
import { KnownRuns, knownSpans, runsOf } from '../../../shared/redaction/known-runs';
import { inventedKey } from '../../support/secrets';

describe('runs of keys in use', () => {
  it('asks for a digest once a run, so that a text that holds little but keys is not slow', () => {
    let digests = 0;
    const runs = new KnownRuns({
      table: Uint32Array.from({ length: 128 }, (_, unit) => Math.imul(unit + 1, 0x85ebca6b) ^ (unit << 7)),
      bits: 20,
      digest: (run) => {
        digests += 1;
        return run;
      },
    });
    const key = inventedKey('q7Rb2Xw9Lm4Tz8Kd1Pv6Hs3Gf5Jc0Ny'.repeat(4));
    runs.add(key);
    const text = `${key} `.repeat(200);
    digests = 0;
    const spans = knownSpans(text, runs);
    expect(digests).toBeLessThan(text.length / 8);
    expect(spans.reduce((sum, { start, end }) => sum + end - start, 0)).toBeGreaterThan(text.length * 0.9);
  });

  const BODY = 'q7Rb2Xw9Lm4Tz8Kd1Pv6Hs3Gf5Jc0Ny';
  // A hit on such a guess would tell the next characters, one by one.
  it.each([
    ...['sk-proj-', 'sk-svcacct-', 'sk-service-', 'sk-admin-', 'sk-None-', 'sk-ant-', 'sk-or-'],
    ...['sk-lf-', 'github_pat_', 'dop_v1_', 'tgp_v1_', 'glsoat-', 'sk-newkind-', 'sk-proj-eu-'],
  ])('tells of nothing that a key has in common with all others that begin with %s', (prefix) => {
    const runs = runsOf([prefix + BODY]);
    const guesses = Array.from({ length: 7 }, (_, own) => prefix + BODY.slice(0, own + 1));
    const long = guesses.map((guess) => guess.slice(-12)).filter(({ length }) => length === 12);
    const shared = long.filter((guess) => !BODY.includes(guess.slice(-8)));
    expect([shared.length > 0, shared.flatMap((guess) => knownSpans(guess, runs))]).toEqual([true, []]);
    expect(knownSpans(BODY.slice(0, 12), runs)).toHaveLength(1);
  });
});
