import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recorderOf } from '../../../electron/app/recorder';
import { CaseService } from '../../../electron/cases/case-service';
import type { HistoryService } from '../../../electron/history/history-service';
import type { KeyService } from '../../../electron/keys/key-service';
import { Prober } from '../../../electron/probes/prober';
import { CaseStore } from '../../../electron/store/case-store';
import { openDatabase } from '../../../electron/store/database';
import { MemoryVault } from '../../../electron/vault/memory-vault';
import { err, ok } from '../../../shared/base/result';
import type { CaseView } from '../../../shared/case/views';
import { EVERY_CHECK } from '../../../shared/history/views';
import { checkerOn } from '../../support/checker-on';
import { answered } from '../../support/evidence';
import { historyOn } from '../../support/history-on';
import { keySummary } from '../../support/key-summary';
import { manualEnvironment } from '../../support/manual-environment';
import { installedKeys } from '../../support/safe';
import { MODEL, type MoodyServer, PROJECT, startMoodyServer } from './moody-server';

const secret = ['sk', 'proj', 'Zy9_'.repeat(20)].join('-');
const PASTE = `openai.PermissionDeniedError: Error code: 403 - {'error': {'message': 'Project \`${PROJECT}\` does not have access to model \`${MODEL}\`', 'type': 'invalid_request_error', 'param': None, 'code': 'model_not_found'}}`;

let server: MoodyServer;
beforeAll(async () => {
  server = await startMoodyServer();
});
afterAll(() => server.close());

let environment: ReturnType<typeof manualEnvironment>;
let store: CaseStore;
let history: HistoryService;
let keepDays: number;
let vault: MemoryVault;
let keys: KeyService;
let cases: CaseService;
let ended: CaseView[];
let onChange: () => void = () => undefined;

function service(): CaseService {
  return new CaseService({
    store,
    keys,
    checker: checkerOn(
      new Prober((url, init) => fetch(url, init), 5_000),
      environment,
      recorderOf(keys, history),
      keys,
    ),
    environment,
    watchTiming: { minInterval: 15_000, maxInterval: 20_000, limit: 600_000 },
    consoleOrigin: 'https://platform.openai.com',
    changed: () => onChange(),
    watchEnded: (view) => ended.push(view),
  });
}

beforeEach(async () => {
  server.moods = ['refused'];
  ended = [];
  onChange = () => undefined;
  environment = manualEnvironment();
  const { database } = openDatabase(':memory:', environment.now);
  store = new CaseStore(database);
  keepDays = 0;
  history = historyOn(database, environment, () => keepDays);
  vault = new MemoryVault('session', 'linux');
  keys = installedKeys(environment, { vault, database }).keys;
  await keys.add({ secret, label: 'Work', baseUrl: server.baseUrl });
  cases = service();
});

function opened(text: string | null = PASTE): CaseView {
  const view = cases.open({ text, keyId: null, model: null });
  if (!view.ok) throw new Error(view.error.code);
  return view.value;
}

function now(id: string): CaseView {
  const view = cases.read(id);
  if (!view.ok) throw new Error(view.error.code);
  return view.value;
}

/** Resolves once a watched case has made `count` attempts or ended. */
function attempts(id: string, count: number): Promise<CaseView> {
  return new Promise((resolve) => {
    const look = () => {
      const view = now(id);
      const { watch } = view;
      if (
        watch !== null &&
        (watch.attempts.length >= count || watch.state !== 'running') &&
        (watch.nextAt !== null || watch.state !== 'running')
      )
        resolve(view);
    };
    onChange = look;
    look();
  });
}

describe('a case', () => {
  it('opens on a paste with model, project and the only key chosen', () => {
    const view = opened();
    expect(view).toMatchObject({
      model: MODEL,
      keyId: 'id-1',
      verdict: { outcome: 'refused', cause: 'project_lacks_model', layer: 'policy', project: PROJECT },
    });
  });

  it('keeps no key that was pasted along, in memory or in the store', () => {
    const view = opened(`${PASTE}\nOPENAI_API_KEY=${secret}`);
    expect(JSON.stringify(view) + JSON.stringify(store.find(view.id))).not.toContain(secret.slice(8));
  });

  it('keeps of a long log the part round the deciding sentence, with its marks in place', () => {
    const noise = 'INFO nothing to see on this line at all\n'.repeat(20_000);
    const view = opened(noise + PASTE + noise);
    expect(view.text?.length).toBe(40_000);
    const mark = view.reading?.marks.find((item) => item.fact === 'project');
    expect(view.text?.slice(mark?.start, mark?.end)).toBe(PROJECT);
  });

  it('tests free of charge: the list, then a request that is invalid on purpose', async () => {
    const { id } = opened();
    const before = server.requests.length;
    await cases.checks.run(id, 'all_free', false);
    expect(server.requests.slice(before).map((request) => `${request.method} ${request.url}`)).toEqual([
      'GET /v1/models',
      'POST /v1/responses',
    ]);
    expect(now(id).verdict).toMatchObject({
      outcome: 'refused',
      cause: 'project_lacks_model',
      confidence: 'likely',
    });
    expect(keys.find('id-1')).toMatchObject({ project: PROJECT, health: { kind: 'accepted', models: 1 } });
  });

  it('sends a control where a free test was let through and nothing is known of such tests', async () => {
    server.moods = ['open', 'refused'];
    const { id } = opened(null);
    cases.choose(id, 'id-1', MODEL);
    await cases.checks.run(id, 'all_free', false);
    const probes = now(id).evidence.filter((item) => item.kind === 'probe');
    expect(probes.map(({ probe, control }) => [probe, control])).toEqual([
      ['list', false],
      ['free_probe', false],
      ['free_probe', true],
    ]);
    expect(now(id).verdict).toMatchObject({ outcome: 'open', confidence: 'likely' });
  });

  it.each([
    ['a real request without consent', 'real_probe', 'consent_missing'],
    ['a probe without a model', 'free_probe', 'no_model_chosen'],
  ] as const)('refuses %s', async (_name, probe, code) => {
    const { id } = opened(probe === 'real_probe' ? PASTE : 'something else');
    expect(await cases.checks.run(id, probe, false)).toMatchObject({ ok: false, error: { code } });
  });

  it('refuses a second check while one runs, and ends the first when told to', async () => {
    server.moods = ['silent'];
    const { id } = opened();
    const first = cases.checks.run(id, 'free_probe', false);
    expect(await cases.checks.run(id, 'free_probe', false)).toMatchObject({
      ok: false,
      error: { code: 'busy' },
    });
    expect(now(id).running?.probe).toBe('free_probe');
    cases.checks.cancel(id);
    expect(await first).toMatchObject({ ok: true, value: { running: null } });
    expect(now(id).evidence.map((item) => item.kind)).toEqual(['text']);
  });

  it('keeps the wizard’s place across a restart of the app', () => {
    const { id } = opened();
    for (const kind of ['started', 'step_done'] as const) cases.wizard(id, { kind });
    cases.wizard(id, {
      kind: 'address_given',
      address: `https://platform.openai.com/settings/${PROJECT}/limits`,
    });
    cases = service();
    expect(now(id).wizard).toEqual({
      kind: 'choose_project',
      address: { kind: 'right_project', project: PROJECT, limits: true },
    });
  });

  it('keeps its evidence when its key is deleted, and when its tests are older than what is kept', async () => {
    const { id } = opened();
    await cases.checks.run(id, 'all_free', false);
    const { evidence, verdict } = now(id);
    keys.remove(['id-1']);
    environment.timers.advance(400 * 86_400_000);
    for (let day = 0; day < 3; day += 1) {
      const item = { ...answered(), at: environment.now().toISOString() };
      if (item.kind === 'probe') history.record(item, null, keySummary({ id: 'other' }));
      environment.timers.advance(86_400_000);
    }
    keepDays = 30;
    history.prune();
    expect([history.page(EVERY_CHECK, null).total, now(id).evidence]).toEqual([5, evidence]);
    expect(now(id).verdict.cause).toBe(verdict.cause);
    cases.delete([id]);
    history.prune();
    expect(history.page(EVERY_CHECK, null).total).toBe(3);
  });

  it('does not grow without end, whichever way evidence comes', async () => {
    const { id } = opened();
    for (let count = 0; count < 30; count += 1) cases.state(id, 'paid');
    for (let count = 0; count < 5; count += 1) await cases.checks.run(id, 'list', false);
    expect(now(id).evidence.map(({ kind }) => kind)).toEqual([
      'text',
      ...Array.from({ length: 20 }, () => 'statement'),
      ...Array.from({ length: 3 }, () => 'probe'),
    ]);
  });

  it('takes note that the list was changed, and not when it could not be or there was none', () => {
    const walk = (branch: 'allowed' | 'cannot_edit' | 'no_list') => {
      const { id } = opened();
      for (const kind of ['started', 'step_done', 'step_done', 'step_done'] as const)
        cases.wizard(id, { kind });
      cases.wizard(id, { kind: 'branch_chosen', branch });
      cases.wizard(id, { kind: 'step_done' });
      return now(id).evidence.filter((item) => item.kind === 'statement').length;
    };
    expect([walk('allowed'), walk('cannot_edit'), walk('no_list')]).toEqual([1, 0, 0]);
  });
});

describe('watching', () => {
  it('proves the fix by successes in a row that span longer than a turn, through the flicker', async () => {
    server.moods = ['refused', 'open', 'open', 'refused', 'open', 'open', 'open'];
    const { id } = opened();
    await cases.watch(id);
    for (let count = 1; count < 11; count += 1) {
      const view = await attempts(id, count);
      expect(view.watch?.state).toBe('running');
      environment.timers.advance(17_500);
    }
    const view = await attempts(id, 11);
    expect(view.watch).toMatchObject({ state: 'proven', consecutive: 7, spanMs: 105_000, nextAt: null });
    expect(view.verdict).toMatchObject({ outcome: 'open', proof: { restsOn: 'free_tests' } });
    expect(view.watch?.attempts.map((attempt) => attempt.outcome).slice(0, 7)).toEqual([
      'refused',
      'success',
      'success',
      'refused',
      'success',
      'success',
      'success',
    ]);
    expect(view.wizard.kind).toBe('proven');
    expect(ended.map((item) => item.watch?.state)).toEqual(['proven']);
  });

  it('gives up after ten minutes and says so', async () => {
    const { id } = opened();
    await cases.watch(id);
    for (let count = 1; now(id).watch?.state === 'running' && count < 50; count += 1) {
      await attempts(id, count);
      environment.timers.advance(17_500);
    }
    expect(now(id).watch).toMatchObject({ state: 'gave_up', consecutive: 0 });
    expect(now(id).wizard.kind).not.toBe('proven');
    expect(ended).toHaveLength(1);
  });

  it('waits as long as the server asks', async () => {
    server.moods = ['busy'];
    const { id } = opened();
    await cases.watch(id);
    const view = await attempts(id, 1);
    const wait = Date.parse(view.watch?.nextAt ?? '') - environment.now().getTime();
    expect([view.watch?.attempts[0]?.outcome, wait]).toEqual(['undecided', 40_000]);
    cases.stopWatch(id);
  });

  it('goes on after a restart of the app, and not once its time is over', async () => {
    const { id } = opened();
    await cases.watch(id);
    await attempts(id, 1);
    cases.close();
    cases = service();
    cases.resumeWatches();
    expect((await attempts(id, 2)).watch).toMatchObject({ state: 'running', consecutive: 0 });
    cases.close();
    environment.timers.advance(600_000);
    cases = service();
    cases.resumeWatches();
    expect(now(id).watch?.state).toBe('stopped');
  });

  it('does not hinder the app’s start where it cannot be gone on with', async () => {
    const { id } = opened();
    await cases.watch(id);
    await attempts(id, 1);
    cases.close();
    cases = service();
    store.save = () => {
      throw new Error('database or disk is full');
    };
    cases.resumeWatches();
    expect(now(id).watch?.state).toBe('stopped');
  });

  it('ends with the key that it asks with', async () => {
    const { id } = opened();
    await cases.watch(id);
    await attempts(id, 1);
    keys.remove(['id-1']);
    environment.timers.advance(17_500);
    expect((await attempts(id, 2)).watch).toMatchObject({ state: 'stopped', nextAt: null });
    expect(ended).toEqual([]);
  });

  it.each<[string, Awaited<ReturnType<MemoryVault['get']>>, 'stopped' | 'running']>([
    ['ends where its secret is gone', err({ kind: 'missing' }), 'stopped'],
    ['ends where its secret is another one', ok(['sk', 'proj', 'Xx8_'.repeat(20)].join('-')), 'stopped'],
    ['goes on where the keychain is locked', err({ kind: 'locked' }), 'running'],
  ])('%s', async (_name, found, state) => {
    const { id } = opened();
    await cases.watch(id);
    await attempts(id, 1);
    vault.get = async () => found;
    environment.timers.advance(17_500);
    expect((await attempts(id, 2)).watch?.state).toBe(state);
  });

  it('does not begin where its beginning cannot be kept', async () => {
    const { id } = opened();
    const save = store.save.bind(store);
    store.save = () => {
      throw new Error('database or disk is full');
    };
    await expect(cases.watch(id)).rejects.toThrow('full');
    store.save = save;
    await cases.watch(id);
    expect((await attempts(id, 1)).watch?.attempts).toHaveLength(1);
    cases.stopWatch(id);
  });

  it('takes proof back once the model is refused again', async () => {
    server.moods = ['open'];
    const { id } = opened();
    await cases.watch(id);
    for (let count = 1; count < 7; count += 1) {
      await attempts(id, count);
      environment.timers.advance(17_500);
    }
    expect((await attempts(id, 7)).wizard.kind).toBe('proven');
    server.moods = ['refused'];
    await cases.checks.run(id, 'free_probe', false);
    expect(now(id).wizard.kind).toBe('re_verify');
  });

  it('is not begun where its free tests could not meet the refusal', async () => {
    const { id } = opened('403 Your organization must be verified to use the model `gpt-5.5`.');
    expect(await cases.watch(id)).toMatchObject({ ok: false, error: { code: 'free_tests_prove_nothing' } });
  });

  it('stops when told to, and is not taken for running after a restart', async () => {
    const { id } = opened();
    await cases.watch(id);
    await attempts(id, 1);
    cases = service();
    expect(now(id).watch?.state).toBe('stopped');
  });
});
