import { describe, expect, test } from 'vitest';
import { KEY_IDS, PROJECTS } from '../../../electron/practice/blueprint';
import { readError } from '../../../shared/errors/read-error';
import { freeProbe, realProbe } from '../../../shared/models/families';
import { retirementOf } from '../../../shared/models/retirements';
import { call, errorOf, practice, seeded } from './support';

const IDS = [
  'allow_list',
  'block_list',
  'wrong_project_key',
  'restricted_key',
  'no_credit',
  'not_verified',
  'retired_model',
  'typo',
  'alias_vs_snapshot',
  'not_owner',
  'not_entitled',
  'wrong_host',
  'revoked_key',
  'batch_sibling',
  'refused_stream',
  'gateway',
];

describe('the scenarios', () => {
  test('begin with the allow list', async () => {
    expect((await practice()).scenarios.map((scenario) => scenario.id)).toEqual(IDS);
  });

  test('name keys that exist', async () => {
    const { scenarios, keys, gateway } = await practice();
    const known = [...keys, gateway.key].map((key) => key.id);
    expect(scenarios.filter((scenario) => !known.includes(scenario.keyId))).toEqual([]);
  });

  test('name no project or organization that the inventory lacks', async () => {
    const { scenarios, inventory } = await practice();
    const { projects, organizations } = inventory();
    const named = scenarios.flatMap(({ text }) => {
      const { project, organization } = readError(text).facts;
      return [project, organization].filter((id) => id !== null);
    });
    expect(named).toContain(PROJECTS.storefront);
    expect([...projects, ...organizations]).toEqual(expect.arrayContaining(named));
  });

  test('use no model with an announced shutdown, but for the one about retirement', async () => {
    const { scenarios } = await practice();
    const ending = scenarios.filter((scenario) => retirementOf(scenario.model) !== null);
    expect(ending.map((scenario) => scenario.id)).toEqual(['retired_model']);
  });

  test('print no whole key', async () => {
    const { scenarios, keys } = await practice();
    const text = scenarios.map((scenario) => scenario.text).join();
    for (const key of keys) expect(text).not.toContain(key.secret.slice(8, -4));
  });

  const ELSEWHERE = ['wrong_project_key', 'typo', 'batch_sibling', 'gateway'];
  const REPEATABLE = IDS.filter((id) => !ELSEWHERE.includes(id));

  test.each(REPEATABLE)('%s: the printed refusal is the one that the call gets', async (id) => {
    const simulator = await practice();
    const scenario = simulator.scenarios.find((each) => each.id === id);
    const request = realProbe(scenario?.model ?? '');
    const response = await call(simulator, request?.path ?? '', {
      keyId: scenario?.keyId ?? '',
      body: request?.body,
    });
    const { message } = await errorOf(response);
    expect(
      [message, JSON.stringify(message).slice(1, -1)].some((form) => scenario?.text.includes(form)),
    ).toBe(true);
  });

  test('wrong_project_key: the text names one project, the key belongs to another and may use the model', async () => {
    const simulator = await practice();
    const scenario = simulator.scenarios.find((each) => each.id === 'wrong_project_key');
    const request = freeProbe(scenario?.model ?? '');
    const response = await call(simulator, request?.path ?? '', {
      keyId: scenario?.keyId ?? '',
      body: request?.body,
    });
    expect(scenario?.text).toContain(PROJECTS.mobile);
    expect([response.status, response.headers.get('openai-project')]).toEqual([400, PROJECTS.sandbox]);
  });

  test('batch_sibling: the model answers, and under the name that batches use the project lacks it', async () => {
    const simulator = await practice();
    const scenario = simulator.scenarios.find((each) => each.id === 'batch_sibling');
    const keyId = scenario?.keyId ?? '';
    const { path = '', body } = realProbe(scenario?.model ?? '') ?? {};
    expect((await call(simulator, path, { keyId, body })).status).toBe(200);
    const entry = await call(simulator, `/models/${scenario?.model}-batch`, { keyId });
    const { message } = await errorOf(entry);
    expect([entry.status, scenario?.text.includes(message)]).toEqual([403, true]);
    const free = await call(simulator, `/models/${scenario?.model}-batch`, { keyId: KEY_IDS.sandbox });
    expect(free.status).toBe(200);
  });

  test('refused_stream: a stream opens with 200 and holds nothing but the refusal', async () => {
    const simulator = await practice();
    const scenario = simulator.scenarios.find((each) => each.id === 'refused_stream');
    const response = await call(simulator, '/responses', {
      keyId: scenario?.keyId ?? '',
      body: { model: scenario?.model, input: 'hi', stream: true },
    });
    const [, data = ''] = /^event: error\ndata: (.+)\n\n$/.exec(await response.text()) ?? [];
    const { error } = JSON.parse(data) as { readonly error: { readonly message: string } };
    expect([response.status, scenario?.text.includes(error.message)]).toEqual([200, true]);
  });
});

describe('the practice keys', () => {
  test('are new at every start', async () => {
    const [first, second] = [await practice({ random: seeded(1) }), await practice({ random: seeded(2) })];
    const old = first.keys.map((key) => key.secret);
    expect(second.keys.filter((key) => old.includes(key.secret))).toEqual([]);
    expect(new Set(old).size).toBe(old.length);
  });

  test('have the form of real ones', async () => {
    const { keys } = await practice();
    const marker = ['T3Blbk', 'FJ'].join('');
    const half = '[A-Za-z0-9_-]{74}';
    for (const { kind, secret } of keys) {
      const prefix = kind === 'service_account' ? 'sk-svcacct-' : 'sk-proj-';
      expect(secret).toMatch(new RegExp(`^${prefix}${half}${marker}${half}$`));
    }
  });
});
