/** A test in words: what it is, and what it costs. */
import type { Test } from '../diagnosis/verdict';
import type { Say } from '../messages/speaker';
import { realProbe } from '../models/families';

export function testName(test: Test, say: Say): string {
  return say(`verdict.test.${test.kind === 'probe' ? test.probe : test.kind}`);
}

/** What a real request is billed at the most; null for a test that is free, or that is no request. */
export function priceOf(test: Test, model: string | null, say: Say): string | null {
  if (test.kind !== 'probe' || test.probe !== 'real_probe' || model === null) return null;
  const request = realProbe(model);
  return request === null ? null : priceText({ model, ...request }, say);
}

interface Priced {
  readonly model: string;
  readonly outputTokens: number | null;
  readonly expensive: boolean;
}

function priceText({ model, outputTokens, expensive }: Priced, say: Say): string {
  const price =
    outputTokens === null || outputTokens === 0
      ? say('app.case.consent.noTokens', { model })
      : say('app.case.consent.tokens', { count: outputTokens, model });
  return expensive ? `${price} ${say('app.case.consent.expensive')}` : price;
}
