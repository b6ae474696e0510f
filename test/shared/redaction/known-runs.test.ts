import { describe, expect, it } from 'vitest';
import { KnownRuns, knownSpans } from '../../../shared/redaction/known-runs';
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
});
