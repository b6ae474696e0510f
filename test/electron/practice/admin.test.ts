import { describe, expect, test } from 'vitest';
import { ADMIN_KEY_IDS, KEY_IDS, PROJECTS } from '../../../electron/practice/blueprint';
import type { Simulator } from '../../../electron/practice/simulator';
import { policyAllows, projectOf } from '../../../electron/practice/world';
import { ANSWERS } from '../../support/api/answers';
import { complaints } from '../../support/api/schema';
import { practice } from './support';

interface Options {
  readonly key?: string;
  readonly method?: string;
  readonly body?: unknown;
}

function secretOf({ adminKeys, keys }: Simulator, id: string): string {
  const secret = [...adminKeys, ...keys].find((key) => key.id === id)?.secret;
  if (secret === undefined) throw new Error(`No key ${id}`);
  return secret;
}

async function admin(simulator: Simulator, path: string, options: Options = {}) {
  const { key = ADMIN_KEY_IDS.maple, method = 'GET', body } = options;
  const response = await fetch(`${simulator.apiBaseUrl}/organization/projects${path}`, {
    method,
    headers: { authorization: `Bearer ${secretOf(simulator, key)}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const permissions = (project: string) => `/${project}/model_permissions`;

describe('the administration endpoints of the practice', () => {
  test('list the projects of one organization, page by page', async () => {
    const simulator = await practice();
    const first = await admin(simulator, '?limit=2');
    const second = await admin(simulator, `?limit=2&after=${String(first.body['last_id'])}`);
    const ids = [first, second].flatMap(({ body }) => (body['data'] as { id: string }[]).map(({ id }) => id));
    expect(ids).toEqual([PROJECTS.storefront, PROJECTS.research, PROJECTS.sandbox, PROJECTS.mobile]);
    expect([first.body['has_more'], second.body['has_more']]).toEqual([true, true]);
  });

  test('answer 404 for a project without a policy and for a project of another organization', async () => {
    const simulator = await practice();
    expect((await admin(simulator, permissions(PROJECTS.sandbox))).status).toBe(404);
    expect((await admin(simulator, `/${PROJECTS.weekend}`)).status).toBe(404);
  });

  test('replace mode and list as a whole, and the models follow', async () => {
    const simulator = await practice();
    const body = { mode: 'deny_list', model_ids: ['gpt-5.2'] };
    expect((await admin(simulator, permissions(PROJECTS.storefront), { method: 'POST', body })).status).toBe(
      200,
    );
    const policy = projectOf(simulator.control.world(), PROJECTS.storefront)?.policy.latest;
    expect(policy).toEqual({ kind: 'deny_list', models: ['gpt-5.2'] });
    expect(policy !== undefined && policyAllows(policy, 'gpt-5.5')).toBe(true);
  });

  test('give the ids in no order', async () => {
    const simulator = await practice();
    const orders = new Set<string>();
    for (let round = 0; round < 8; round += 1) {
      const { body } = await admin(simulator, permissions(PROJECTS.research));
      orders.add(String(body['model_ids']));
    }
    expect(orders.size).toBeGreaterThan(1);
  });

  test('go back to no policy when it is deleted', async () => {
    const simulator = await practice();
    const path = permissions(PROJECTS.storefront);
    expect((await admin(simulator, path, { method: 'DELETE' })).body['deleted']).toBe(true);
    expect((await admin(simulator, path)).status).toBe(404);
  });

  test.each([
    ['a project key', KEY_IDS.storefront, 'GET', 'api.management.read'],
    ['an admin key that may only read', ADMIN_KEY_IDS.readOnly, 'DELETE', 'api.management.write'],
  ])('refuse %s with a bare sentence', async (_name, key, method, scope) => {
    const simulator = await practice();
    expect(await admin(simulator, permissions(PROJECTS.storefront), { key, method })).toEqual({
      status: 403,
      body: { error: expect.stringContaining(`Missing scopes: ${scope}.`) },
    });
  });

  test('refuse a model that does not exist and a project that is archived, and change nothing', async () => {
    const simulator = await practice();
    const before = simulator.control.world();
    const body = { mode: 'allow_list', model_ids: ['gpt-5.5', 'no-such-model'] };
    expect((await admin(simulator, permissions(PROJECTS.mobile), { method: 'POST', body })).status).toBe(400);
    expect(simulator.control.world()).toBe(before);
    simulator.control.change((world) => ({
      ...world,
      projects: world.projects.map((each) => ({ ...each, archived: each.id === PROJECTS.mobile })),
    }));
    const good = { mode: 'allow_list', model_ids: ['gpt-5.5'] };
    expect(
      (await admin(simulator, permissions(PROJECTS.mobile), { method: 'POST', body: good })).status,
    ).toBe(400);
  });

  test('take a few calls a minute each, and more after the minute', async () => {
    let elapsed = 0;
    const simulator = await practice({ elapsed: () => elapsed, adminCallsPerMinute: 2 });
    const statuses = async () => [
      (await admin(simulator, '')).status,
      (await admin(simulator, '')).status,
      (await admin(simulator, '')).status,
    ];
    expect(await statuses()).toEqual([200, 200, 429]);
    expect((await admin(simulator, `/${PROJECTS.mobile}/rate_limits`)).status).toBe(200);
    elapsed += 60_000;
    expect(await statuses()).toEqual([200, 200, 429]);
  });

  test('name in the rate limits only what organization and project let through', async () => {
    const { body } = await admin(await practice(), `/${PROJECTS.storefront}/rate_limits`);
    expect((body['data'] as { model: string }[]).map(({ model }) => model).sort()).toEqual([
      'gpt-5.4-mini',
      'text-embedding-3-small',
    ]);
  });

  test('lose an answer after the change has taken effect, where a test wants that', async () => {
    const simulator = await practice();
    simulator.control.setFaults([{ fault: { kind: 'lost_answer' }, method: 'DELETE', times: 1 }]);
    await expect(admin(simulator, permissions(PROJECTS.storefront), { method: 'DELETE' })).rejects.toThrow();
    expect(projectOf(simulator.control.world(), PROJECTS.storefront)?.policy.latest).toEqual({
      kind: 'none',
    });
  });

  test('an admin key is refused by every model', async () => {
    const simulator = await practice();
    const response = await fetch(`${simulator.apiBaseUrl}/models`, {
      headers: { authorization: `Bearer ${secretOf(simulator, ADMIN_KEY_IDS.maple)}` },
    });
    expect(response.status).toBe(401);
  });
});

describe('by what the API answers', () => {
  const GET = 'GET /organization/projects/{project_id}';

  test.each([
    ['GET /organization/projects', '', {}],
    [GET, `/${PROJECTS.storefront}`, {}],
    [`${GET}/model_permissions`, permissions(PROJECTS.storefront), {}],
    [
      'POST /organization/projects/{project_id}/model_permissions',
      permissions(PROJECTS.storefront),
      { method: 'POST', body: { mode: 'allow_list', model_ids: ['gpt-5.5'] } },
    ],
    [
      'DELETE /organization/projects/{project_id}/model_permissions',
      permissions(PROJECTS.storefront),
      { method: 'DELETE' },
    ],
    [`${GET}/rate_limits`, `/${PROJECTS.storefront}/rate_limits`, {}],
    [`${GET}/spend_limit`, `/${PROJECTS.storefront}/spend_limit`, {}],
  ] as const)('%s is answered rightly', async (name, path, options) => {
    const simulator = await practice();
    simulator.control.change((world) => ({
      ...world,
      projects: world.projects.map((each) => ({ ...each, spendLimit: { dollars: 120, hard: true } })),
    }));
    const { status, body } = await admin(simulator, path, options);
    expect([status, complaints(ANSWERS[name], body)]).toEqual([200, []]);
  });
});
