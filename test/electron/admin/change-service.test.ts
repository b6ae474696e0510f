import { describe, expect, it } from 'vitest';
import { ADMIN_KEY_IDS, PROJECTS } from '../../../electron/practice/blueprint';
import type { Simulator } from '../../../electron/practice/simulator';
import { type ModelPolicy, savePolicy } from '../../../electron/practice/world';
import { practice, seeded } from '../practice/support';
import { modelsIn, must, office, policyIn } from './support';

const MAPLE = ADMIN_KEY_IDS.maple;
const STOREFRONT = { keyId: MAPLE, project: PROJECTS.storefront };
const RESEARCH = { keyId: MAPLE, project: PROJECTS.research };
const PERMISSIONS = `/organization/projects/${PROJECTS.storefront}/model_permissions`;
const LET_IN = { kind: 'let_through', models: ['gpt-5.5'] } as const;

function anotherAdministrator(simulator: Simulator, project: string, policy: ModelPolicy): void {
  simulator.control.change((world, moment) => savePolicy(world, project, policy, moment));
}

describe('reading a project', () => {
  it('says which list it has, which models it can use, and what it may spend', async () => {
    const { changes } = await office(await practice());
    const reading = must(await changes.read(STOREFRONT));
    expect({
      ...reading,
      at: '',
      requestId: '',
      rateLimits: reading.rateLimits?.map(({ model }) => model).sort(),
    }).toEqual({
      at: '',
      keyId: MAPLE,
      project: { id: PROJECTS.storefront, name: 'Storefront', status: 'active' },
      policy: {
        kind: 'allow_list',
        models: expect.arrayContaining(['gpt-5.4-mini', 'text-embedding-3-small']),
      },
      rateLimits: ['gpt-5.4-mini', 'text-embedding-3-small'],
      spendLimit: null,
      requestId: '',
    });
  });

  it('takes 404 for no list at all', async () => {
    const { changes } = await office(await practice());
    const reading = must(await changes.read({ keyId: MAPLE, project: PROJECTS.sandbox }));
    expect(reading.policy).toEqual({ kind: 'none' });
  });

  it('leaves unknown what cannot be read, and keeps the rest', async () => {
    const simulator = await practice();
    const path = `/organization/projects/${PROJECTS.storefront}`;
    simulator.control.setFaults([
      { path: `${path}/rate_limits`, fault: { kind: 'html', status: 403 } },
      { path: `${path}/spend_limit`, fault: { kind: 'half_json' } },
    ]);
    const reading = must(await (await office(simulator)).changes.read(STOREFRONT));
    expect([reading.policy.kind, reading.rateLimits, reading.spendLimit]).toEqual([
      'allow_list',
      null,
      'unknown',
    ]);
  });
});

describe('changing a list', () => {
  it('writes the old list with the model added, reads it back, and undoes it exactly', async () => {
    const simulator = await practice();
    const { changes } = await office(simulator, ['gpt-5.5', 'gpt-6-sol']);
    const preview = must(await changes.preview(STOREFRONT, LET_IN));
    expect([preview.plan.added, preview.plan.reach, preview.alsoLetsIn, preview.affectedKeys]).toEqual([
      ['gpt-5.5'],
      'named',
      [],
      ['Storefront · web'],
    ]);
    const record = must(await changes.apply(preview.id));
    expect([record.state, record.requestIds.length]).toEqual(['verified', 3]);
    expect(modelsIn(simulator, PROJECTS.storefront)).toEqual(
      new Set(['gpt-5.4-mini', 'text-embedding-3-small', 'gpt-5.5']),
    );
    const undo = must(await changes.previewUndo(record.id));
    expect([undo.plan.removed, undo.changedSince, undo.undoes]).toEqual([['gpt-5.5'], false, record.id]);
    expect(must(await changes.apply(undo.id)).state).toBe('verified');
    expect(modelsIn(simulator, PROJECTS.storefront)).toEqual(
      new Set(['gpt-5.4-mini', 'text-embedding-3-small']),
    );
    expect(changes.history().map(({ state }) => state)).toEqual(['verified', 'undone']);
  });

  it('marks a name that no list read so far holds, and lets it through all the same', async () => {
    const simulator = await practice();
    const { changes } = await office(simulator, ['gpt-6-sol']);
    const wish = { kind: 'let_through', models: ['gpt-6-sol', 'gpt-5.5', 'gpt-7-new'] } as const;
    const preview = must(await changes.preview(STOREFRONT, wish));
    expect([preview.plan.added, preview.unseen]).toEqual([
      ['gpt-5.5', 'gpt-6-sol', 'gpt-7-new'],
      ['gpt-7-new'],
    ]);
  });

  it('removes a restriction and brings it back', async () => {
    const simulator = await practice();
    const { changes } = await office(simulator, ['gpt-5.5', 'gpt-5.2']);
    const preview = must(await changes.preview(STOREFRONT, { kind: 'remove_restriction' }));
    expect([preview.plan.reach, preview.alsoLetsIn]).toEqual(['everything', ['gpt-5.2', 'gpt-5.5']]);
    const record = must(await changes.apply(preview.id));
    expect([record.state, policyIn(simulator, PROJECTS.storefront)]).toEqual(['verified', { kind: 'none' }]);
    const undo = must(await changes.previewUndo(record.id));
    expect([undo.plan.reach, undo.shutsOut]).toEqual(['narrower', ['gpt-5.2', 'gpt-5.5']]);
    must(await changes.apply(undo.id));
    expect(policyIn(simulator, PROJECTS.storefront)?.kind).toBe('allow_list');
  });

  it('takes a model off a block list', async () => {
    const simulator = await practice();
    const { changes } = await office(simulator);
    const preview = must(await changes.preview(RESEARCH, LET_IN));
    expect(must(await changes.apply(preview.id)).state).toBe('verified');
    expect(policyIn(simulator, PROJECTS.research)).toEqual({
      kind: 'deny_list',
      models: expect.not.arrayContaining(['gpt-5.5']),
    });
  });

  it('sends nothing where another administrator changed the list after the preview', async () => {
    const simulator = await practice();
    const { changes } = await office(simulator);
    const preview = must(await changes.preview(STOREFRONT, LET_IN));
    const theirs: ModelPolicy = { kind: 'allow_list', models: ['gpt-5.4-mini', 'gpt-6-sol'] };
    anotherAdministrator(simulator, PROJECTS.storefront, theirs);
    expect(await changes.apply(preview.id)).toMatchObject({
      ok: false,
      error: { code: 'admin_changed_meanwhile' },
    });
    expect(policyIn(simulator, PROJECTS.storefront)).toEqual(theirs);
    expect(simulator.control.requests().filter(({ method }) => method === 'POST')).toEqual([]);
    expect(changes.history()[0]?.state).toBe('stopped');
  });

  it('says at an undo that the list has been edited since', async () => {
    const simulator = await practice();
    const { changes } = await office(simulator);
    const record = must(await changes.apply(must(await changes.preview(STOREFRONT, LET_IN)).id));
    anotherAdministrator(simulator, PROJECTS.storefront, {
      kind: 'allow_list',
      models: ['gpt-5.4-mini', 'gpt-5.5', 'gpt-6-sol'],
    });
    const undo = must(await changes.previewUndo(record.id));
    expect([undo.changedSince, undo.plan.removed]).toEqual([true, ['gpt-5.5', 'gpt-6-sol']]);
  });

  it('serves a preview once', async () => {
    const { changes } = await office(await practice());
    const preview = must(await changes.preview(STOREFRONT, LET_IN));
    must(await changes.apply(preview.id));
    expect(await changes.apply(preview.id)).toMatchObject({ error: { code: 'admin_preview_gone' } });
  });

  it('carries a list of five thousand models', async () => {
    const simulator = await practice();
    const long = Array.from({ length: 5_000 }, (_, index) => `ft:gpt-4.1:maple:robot:${index}`);
    anotherAdministrator(simulator, PROJECTS.storefront, { kind: 'allow_list', models: long });
    const { changes } = await office(simulator);
    const record = must(await changes.apply(must(await changes.preview(STOREFRONT, LET_IN)).id));
    expect([record.state, modelsIn(simulator, PROJECTS.storefront).size]).toEqual(['verified', 5_001]);
  });
});

describe('what stands in the way of a change', () => {
  it.each([
    ['a project without a list', { keyId: MAPLE, project: PROJECTS.sandbox }, LET_IN, 'admin_no_restriction'],
    [
      'a project of another organization',
      { keyId: MAPLE, project: PROJECTS.harbor },
      LET_IN,
      'admin_project_missing',
    ],
    [
      'a model that passes already',
      STOREFRONT,
      { kind: 'let_through', models: ['gpt-5.4-mini'] },
      'admin_already_so',
    ],
    ['no key of that id', { keyId: 'gone', project: PROJECTS.storefront }, LET_IN, 'not_found'],
  ] as const)('%s is named before anything is sent', async (_name, place, wish, code) => {
    const { changes } = await office(await practice());
    const preview = await changes.preview(place, wish);
    expect(preview.ok ? null : preview.error.code).toBe(code);
  });

  it('an archived project is named as such', async () => {
    const simulator = await practice();
    simulator.control.change((world) => ({
      ...world,
      projects: world.projects.map((each) => ({ ...each, archived: true })),
    }));
    const preview = await (await office(simulator)).changes.preview(STOREFRONT, LET_IN);
    expect(preview).toMatchObject({ error: { code: 'admin_project_archived' } });
  });

  it.each([
    ['an admin key that may only read', ADMIN_KEY_IDS.readOnly, ['gpt-5.5'], 'admin_wrong_scope'],
    ['a model that OpenAI does not know', MAPLE, ['gpt-5.5', 'no-such-model'], 'admin_model_refused'],
  ])('%s is refused, and the list stays as it was', async (_name, keyId, models, code) => {
    const simulator = await practice();
    const { changes } = await office(simulator);
    const before = policyIn(simulator, PROJECTS.storefront);
    const preview = must(
      await changes.preview({ keyId, project: PROJECTS.storefront }, { kind: 'let_through', models }),
    );
    const applied = await changes.apply(preview.id);
    expect([applied.ok ? null : applied.error.code, policyIn(simulator, PROJECTS.storefront)]).toEqual([
      code,
      before,
    ]);
    expect(changes.history()[0]?.state).toBe('refused');
  });
});

describe('a connection that breaks off', () => {
  it('after the write took effect: reading back finds it done', async () => {
    const simulator = await practice();
    const { changes } = await office(simulator);
    const preview = must(await changes.preview(STOREFRONT, LET_IN));
    simulator.control.setFaults([
      { path: PERMISSIONS, method: 'POST', fault: { kind: 'lost_answer' }, times: 1 },
    ]);
    expect(must(await changes.apply(preview.id)).state).toBe('verified');
  });

  it('before the write arrived: reading back finds the old list', async () => {
    const simulator = await practice();
    const { changes } = await office(simulator);
    const preview = must(await changes.preview(STOREFRONT, LET_IN));
    simulator.control.setFaults([{ path: PERMISSIONS, method: 'POST', fault: { kind: 'reset' }, times: 1 }]);
    expect(must(await changes.apply(preview.id)).state).toBe('not_written');
  });

  it('for good: the end stays unknown, is learned after a restart, and can be undone', async () => {
    const simulator = await practice();
    const { control } = simulator;
    const everythingBreaks = (method: string) => {
      if (method !== 'POST') return;
      control.setFaults([
        { method: 'POST', fault: { kind: 'lost_answer' } },
        { method: 'GET', fault: { kind: 'reset' } },
      ]);
    };
    const { changes, restarted } = await office(simulator, [], everythingBreaks);
    const record = must(await changes.apply(must(await changes.preview(STOREFRONT, LET_IN)).id));
    expect([record.state, record.code]).toEqual(['unknown', 'reset']);
    control.setFaults([]);
    const later = restarted();
    expect(later.history()).toEqual([record]);
    expect(must(await later.settle(record.id)).state).toBe('verified');
    const undo = must(await later.previewUndo(record.id));
    expect(undo.plan.removed).toEqual(['gpt-5.5']);
  });

  it.each([
    ['writing', 'unknown'],
    ['planned', 'not_written'],
  ] as const)('a crash while a change was %s is told at the next start', async (state, told) => {
    const simulator = await practice();
    const { changes, store, restarted } = await office(simulator);
    const record = must(await changes.apply(must(await changes.preview(STOREFRONT, LET_IN)).id));
    store.save({ ...record, state });
    const later = restarted();
    expect(later.history()[0]?.state).toBe(told);
    if (told === 'unknown') expect(must(await later.settle(record.id)).state).toBe('verified');
  });

  it('is settled by reading where the disk was full once the list was written', async () => {
    const simulator = await practice();
    const { changes, store } = await office(simulator);
    const preview = must(await changes.preview(STOREFRONT, LET_IN));
    const save = store.save.bind(store);
    store.save = (record) => {
      if (record.state === 'written') throw new Error('database or disk is full');
      save(record);
    };
    await expect(changes.apply(preview.id)).rejects.toThrow('full');
    expect(modelsIn(simulator, PROJECTS.storefront).has('gpt-5.5')).toBe(true);
    const [left] = changes.history();
    expect(left?.state).toBe('writing');
    expect(must(await changes.settle(left?.id ?? '')).state).toBe('verified');
  });

  it('never sends a write a second time', async () => {
    const simulator = await practice();
    const { changes } = await office(simulator);
    const preview = must(await changes.preview(STOREFRONT, LET_IN));
    simulator.control.setFaults([
      { path: PERMISSIONS, method: 'POST', fault: { kind: 'server_error', status: 503 } },
    ]);
    expect(must(await changes.apply(preview.id)).state).toBe('not_written');
    expect(simulator.control.requests().filter(({ method }) => method === 'POST')).toHaveLength(1);
  });
});

describe('a write that is told to wait', () => {
  const toldToWait = { path: PERMISSIONS, method: 'POST', times: 1 } as const;

  it('reads again, and writes what was previewed', async () => {
    const simulator = await practice();
    const { changes } = await office(simulator);
    const preview = must(await changes.preview(STOREFRONT, LET_IN));
    simulator.control.setFaults([{ ...toldToWait, fault: { kind: 'rate_limit', retryAfter: '7' } }]);
    const before = simulator.control.requests().length;
    expect(must(await changes.apply(preview.id)).state).toBe('verified');
    expect(
      simulator.control
        .requests()
        .slice(before)
        .map(({ method }) => method),
    ).toEqual(['GET', 'POST', 'GET', 'POST', 'GET']);
  });

  it('never overwrites what another administrator saved during the wait', async () => {
    const simulator = await practice();
    const theirs: ModelPolicy = { kind: 'allow_list', models: ['gpt-5.4-mini', 'gpt-6-sol'] };
    let writes = 0;
    const { changes } = await office(simulator, [], (method) => {
      if (method === 'POST') writes += 1;
      else if (writes === 1) anotherAdministrator(simulator, PROJECTS.storefront, theirs);
    });
    const preview = must(await changes.preview(STOREFRONT, LET_IN));
    simulator.control.setFaults([{ ...toldToWait, fault: { kind: 'rate_limit', retryAfter: null } }]);
    expect(await changes.apply(preview.id)).toMatchObject({ error: { code: 'admin_changed_meanwhile' } });
    expect([writes, policyIn(simulator, PROJECTS.storefront)]).toEqual([1, theirs]);
    expect(changes.history()[0]?.state).toBe('stopped');
  });

  it('lets no other request of this app between reading and writing', async () => {
    const simulator = await practice();
    const { changes } = await office(simulator);
    const preview = must(await changes.preview(STOREFRONT, LET_IN));
    const before = simulator.control.requests().length;
    const applied = changes.apply(preview.id);
    const read = changes.read(RESEARCH);
    must(await applied);
    must(await read);
    const seen = simulator.control.requests().slice(before);
    const write = seen.findIndex(({ method }) => method === 'POST');
    expect(seen[write - 1]?.path).toBe(PERMISSIONS);
  });
});

describe('the pace of the administration API', () => {
  it('is kept: one request at a time, and a 429 is waited out', async () => {
    const random = seeded();
    const simulator = await practice({ random });
    const { changes, environment } = await office(simulator);
    simulator.control.setFaults([
      { path: PERMISSIONS, fault: { kind: 'rate_limit', retryAfter: '7' }, times: 1 },
      { path: PERMISSIONS, fault: { kind: 'rate_limit', retryAfter: null }, times: 1 },
    ]);
    const [one, two] = await Promise.all([changes.read(STOREFRONT), changes.read(RESEARCH)]);
    expect([one.ok, two.ok, simulator.control.peakInFlight()]).toEqual([true, true, 1]);
    expect(environment.timers.now()).toBeGreaterThanOrEqual(7_000 + 15_000);
  });

  it('does not wait for ever', async () => {
    const simulator = await practice();
    simulator.control.setFaults([{ path: PERMISSIONS, fault: { kind: 'rate_limit', retryAfter: '1' } }]);
    expect(await (await office(simulator)).changes.read(STOREFRONT)).toMatchObject({
      error: { code: 'admin_too_fast' },
    });
  });
});
