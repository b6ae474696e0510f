import { expect, it } from 'vitest';
import { answerOf } from '../../../electron/online/answer-word';
import { AskedKey } from '../../../electron/online/asked-key';
import { Asker, type CanIAnswer, listIn } from '../../../electron/online/can-i';
import { KEY_IDS } from '../../../electron/practice/blueprint';
import type { Simulator } from '../../../electron/practice/simulator';
import { RequestQueue } from '../../../electron/probes/request-queue';
import { ok } from '../../../shared/base/result';
import { kindOf, lastFourOf } from '../../../shared/keys/key-text';
import { DEFAULT_PROBING } from '../../../shared/matrix/views';
import { keySummary } from '../../support/key-summary';
import { manualEnvironment } from '../../support/manual-environment';
import { practice, secretOf } from '../practice/support';
import { nodeFetch } from '../probes/support';

function keyOf(simulator: Simulator, id: string, baseUrl = simulator.apiBaseUrl): AskedKey {
  const secret = secretOf(simulator, id);
  const summary = keySummary({ id, baseUrl, kind: kindOf(secret), lastFour: lastFourOf(secret) });
  return new AskedKey(summary, async () => ok(secret));
}

const environment = manualEnvironment();

function ask(
  key: AskedKey,
  model: string,
  options: { real?: boolean; list?: CanIAnswer } = {},
): Promise<CanIAnswer> {
  const queue = new RequestQueue(environment, DEFAULT_PROBING);
  const list = options.list === undefined ? undefined : listIn(options.list.evidence);
  return new Asker({ environment, fetch: nodeFetch, queue }).ask({
    ...{ key, model, real: options.real ?? false, overChat: false },
    signal: new AbortController().signal,
    ...(list === undefined ? {} : { list }),
  });
}

it.each([
  ['a model that the project is allowed', KEY_IDS.storefront, 'gpt-5.4-mini', 'yes'],
  ['a model that is not on the list of the project', KEY_IDS.storefront, 'gpt-5.5', 'no'],
  ['a name that nobody knows', KEY_IDS.sandbox, 'gpt-5.4mini', 'no'],
  ['a key that was revoked', KEY_IDS.revoked, 'gpt-5.4-mini', 'obstacle'],
  ['a key that may not use models', KEY_IDS.restricted, 'gpt-5.4-mini', 'no'],
] as const)('answers for %s', async (_name, id, model, status) => {
  const simulator = await practice();
  const { verdict } = await ask(keyOf(simulator, id), model);
  expect([answerOf(verdict), verdict.model]).toEqual([status, model]);
});

it('says that the network stands in the way where nobody answers', async () => {
  const simulator = await practice();
  const key = keyOf(simulator, KEY_IDS.storefront, 'http://127.0.0.1:1/v1');
  const { verdict } = await ask(key, 'gpt-5.4-mini');
  expect([answerOf(verdict), verdict.cause]).toEqual(['obstacle', 'network']);
});

it('sends nothing that may cost something unless that is agreed to', async () => {
  const simulator = await practice();
  const free = await ask(keyOf(simulator, KEY_IDS.storefront), 'gpt-5.4-mini');
  expect(free.evidence.map(({ probe }) => probe)).not.toContain('real_probe');
  const real = await ask(keyOf(simulator, KEY_IDS.storefront), 'gpt-5.4-mini', { real: true });
  expect(real.evidence.at(-1)).toMatchObject({ probe: 'real_probe', answer: { kind: 'success' } });
  expect(answerOf(real.verdict)).toBe('yes');
});

it('does not pay for a key that is refused as such', async () => {
  const simulator = await practice();
  const { evidence } = await ask(keyOf(simulator, KEY_IDS.revoked), 'gpt-5.4-mini', { real: true });
  expect(evidence.map(({ probe }) => probe)).not.toContain('real_probe');
});

it('asks for the list once, however many models are asked for', async () => {
  const simulator = await practice();
  const key = keyOf(simulator, KEY_IDS.storefront);
  const first = await ask(key, 'gpt-5.4-mini');
  const second = await ask(key, 'gpt-5.5', { list: first });
  expect([answerOf(first.verdict), answerOf(second.verdict)]).toEqual(['yes', 'no']);
  const lists = simulator.control.requests().filter(({ path }) => path === '/models');
  expect(lists).toHaveLength(1);
});

it('learns where the key belongs from its answers', async () => {
  const simulator = await practice();
  const key = keyOf(simulator, KEY_IDS.storefront);
  await ask(key, 'gpt-5.4-mini');
  expect(key.summary.project).toMatch(/^proj_/);
});
