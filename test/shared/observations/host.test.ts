import { describe, expect, it } from 'vitest';
import { hostKindOf, hostOf, mayBill } from '../../../shared/observations/host';
import type { Answer, AnswerHeaders } from '../../../shared/observations/observation';
import { HEADERS } from '../../support/evidence';

function list(models: readonly string[], headers: Partial<AnswerHeaders> = {}): Answer {
  const entries = models.map((id) => ({ id, shutdownDate: null }));
  return { kind: 'success', status: 200, headers: { ...HEADERS, ...headers }, models: entries };
}

describe('whose host it is', () => {
  it.each<[string, readonly Answer[], 'openai' | 'other']>([
    ['api.openai.com', [], 'openai'],
    ['eu.api.openai.com', [list(['llama-3'])], 'openai'],
    ['api.openai.com.example', [], 'other'],
    ['gateway.example', [], 'other'],
    ['gateway.example', [list(['gpt-5.5'])], 'other'],
    ['relay.example', [list(['gpt-5.5'], { organization: 'org-1' })], 'openai'],
    ['relay.example', [list(['gpt-5.5'], { processingMs: 12 })], 'openai'],
    ['gateway.example', [list(['openai/gpt-5.5'], { requestId: 'req_0123456789abcdef' })], 'other'],
    ['127.0.0.1:4000', [], 'openai'],
    ['127.0.0.1:4000', [list(['qwen-2-72b'])], 'other'],
  ])('%s, after %j', (host, answers, expected) => {
    expect(hostKindOf(host, answers)).toBe(expected);
  });

  it.each([
    ['https://API.openai.com/v1', 'api.openai.com'],
    ['http://127.0.0.1:4000/v1', '127.0.0.1:4000'],
    ['https://user:word@gateway.example/v1', 'gateway.example'],
    ['https://api.openai.com:443/v1', 'api.openai.com'],
    ['http://localhost:80/v1', 'localhost'],
    ['https://gateway.example:80/v1', 'gateway.example:80'],
    ['nonsense', 'nonsense'],
  ])('of %s is read as %s', (address, host) => {
    expect(hostOf(address)).toBe(host);
  });

  it('decides whether a request that should be invalid may be billed', () => {
    expect([
      mayBill('gateway.example', false, []),
      mayBill('gateway.example', true, []),
      mayBill('api.openai.com', false, []),
      mayBill('127.0.0.1:4000', false, ['gpt-5.5']),
      mayBill('127.0.0.1:4000', false, ['gpt-5.5', 'qwen-2-72b']),
    ]).toEqual([true, false, false, false, true]);
  });
});
