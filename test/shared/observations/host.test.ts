import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../shared/diagnosis/evidence';
import type { HostKind } from '../../../shared/keys/key';
import { hostKindOf, hostOf, mayCost } from '../../../shared/observations/host';
import { type Answer, type AnswerHeaders, PROBES } from '../../../shared/observations/observation';
import { HEADERS, refused } from '../../support/evidence';

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

  it.each<[string, HostKind | null, readonly Answer[], HostKind]>([
    ['relay.example', 'openai', [], 'openai'],
    ['relay.example', 'openai', [list(['qwen-2-72b'])], 'openai'],
    ['relay.example', 'other', [list(['gpt-5.5'], { project: 'proj_1' })], 'openai'],
    ['127.0.0.1:4000', 'other', [], 'other'],
    ['127.0.0.1:4000', 'other', [list(['gpt-5.5'])], 'other'],
    ['gateway.example', null, [], 'other'],
  ])('%s, seen to be %s, after %j', (host, seen, answers, expected) => {
    expect(hostKindOf(host, answers, seen)).toBe(expected);
  });

  it('is not told by a sentence of OpenAI’s that a gateway passes on', () => {
    const passedOn = found(refused('free_probe', 'project_lacks_model', { project: 'proj_Gateway1' }));
    expect(hostKindOf('gateway.example', [passedOn])).toBe('other');
  });

  it('decides which tests may cost something', () => {
    const costing = (host: HostKind) => PROBES.filter((probe) => mayCost(probe, host));
    expect([costing('openai'), costing('other')]).toEqual([['real_probe'], ['free_probe', 'real_probe']]);
  });
});

function found(evidence: Evidence): Answer {
  if (evidence.kind !== 'probe') throw new Error('No answer');
  return evidence.answer;
}
