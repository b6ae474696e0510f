/** What the practice can play beside its scenarios, as other administrators and other keys would bring it about. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { MONEY_CODES } from '../../../electron/practice/api/refusals';
import { KEY_IDS, ORGANIZATIONS, PROJECTS } from '../../../electron/practice/blueprint';
import { type Simulator, startSimulator } from '../../../electron/practice/simulator';
import { saveSpendLimit, type World } from '../../../electron/practice/world';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ latencyMs: 0 });
});
afterAll(() => simulator.close());
beforeEach(() => simulator.reset());

async function ask(keyId: string, model: string, headers: Readonly<Record<string, string>> = {}) {
  const secret = simulator.keys.find(({ id }) => id === keyId)?.secret ?? '';
  const response = await fetch(`${simulator.apiBaseUrl}/responses`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ model, input: 'hi', max_output_tokens: 16 }),
  });
  const body: { error?: { code?: string } | null } = JSON.parse(await response.text());
  return [response.status, body.error?.code ?? null, response.headers.get('openai-project')];
}

const changed = (change: (world: World) => World) => simulator.control.change(change);

it('stops calls at a hard spend limit that is reached, and at no other', async () => {
  changed((world) => saveSpendLimit(world, PROJECTS.sandbox, { dollars: 0, hard: true }));
  expect(await ask(KEY_IDS.sandbox, 'gpt-5.5')).toEqual([429, 'project_spend_limit_exceeded', null]);
  changed((world) => saveSpendLimit(world, PROJECTS.sandbox, { dollars: 0, hard: false }));
  expect((await ask(KEY_IDS.sandbox, 'gpt-5.5'))[0]).toBe(200);
});

it('refuses every key of an archived project', async () => {
  changed((world) => ({
    ...world,
    projects: world.projects.map((each) =>
      each.id === PROJECTS.sandbox ? { ...each, archived: true } : each,
    ),
  }));
  expect((await ask(KEY_IDS.sandbox, 'gpt-5.5')).slice(0, 2)).toEqual([
    401,
    'not_authorized_invalid_project',
  ]);
});

it.each(MONEY_CODES)('knows the money code %s', async (code) => {
  changed((world) => ({
    ...world,
    organizations: world.organizations.map((each) =>
      each.id === ORGANIZATIONS.maple ? { ...each, stoppedFor: code } : each,
    ),
  }));
  expect((await ask(KEY_IDS.sandbox, 'gpt-5.5'))[1]).toBe(code);
});

it('lets a key of the old form choose its project by a header', async () => {
  changed((world) => ({
    ...world,
    keys: world.keys.map((each) =>
      each.id === KEY_IDS.sandbox
        ? { ...each, kind: 'legacy', reaches: [PROJECTS.storefront, PROJECTS.sunday] }
        : each,
    ),
  }));
  expect((await ask(KEY_IDS.sandbox, 'gpt-5.5'))[2]).toBe(PROJECTS.sandbox);
  const ofStorefront = { 'openai-project': PROJECTS.storefront };
  expect((await ask(KEY_IDS.sandbox, 'gpt-5.5', ofStorefront)).slice(0, 2)).toEqual([403, 'model_not_found']);
  const ofSunday = { 'openai-organization': ORGANIZATIONS.sunday };
  expect((await ask(KEY_IDS.sandbox, 'gpt-5.5', ofSunday))[2]).toBe(PROJECTS.sunday);
  expect((await ask(KEY_IDS.sandbox, 'gpt-5.5', { 'openai-project': PROJECTS.harbor })).slice(0, 2)).toEqual([
    401,
    'mismatched_project',
  ]);
});
