import { beforeEach, describe, expect, it } from 'vitest';
import { recorderOf } from '../../../electron/app/recorder';
import { CaseService } from '../../../electron/cases/case-service';
import { WATCH_TIMING } from '../../../electron/cases/watch';
import type { KeyService } from '../../../electron/keys/key-service';
import type { ProbeSender } from '../../../electron/probes/prober';
import { CaseStore } from '../../../electron/store/case-store';
import { openDatabase } from '../../../electron/store/database';
import type { Answer } from '../../../shared/observations/observation';
import { checkerOn } from '../../support/checker-on';
import { HEADERS } from '../../support/evidence';
import { historyOn } from '../../support/history-on';
import { manualEnvironment } from '../../support/manual-environment';
import { installedKeys } from '../../support/safe';
import { inventedKey } from '../../support/secrets';

const MODEL = 'gpt-5.5';

/** As they are added. */
const secrets = ['own', 'second', 'third'].map((label) => inventedKey(`held_${label}_0123456789`));

/** By key, in the order in which they were added: its project, or null where the host holds requests back by then. */
let projects: readonly (string | null)[];
let ids: string[];
let keys: KeyService;
let cases: CaseService;

function answerFor(secret: string): Answer {
  const project = projects[secrets.indexOf(secret)] ?? null;
  if (project === null) return { kind: 'not_sent', secondsLeft: 240 };
  const headers = { ...HEADERS, organization: 'org-1', project };
  return { kind: 'success', status: 200, headers, models: [{ id: 'gpt-5.4-mini', shutdownDate: null }] };
}

const sender: ProbeSender = { send: async ({ secret }) => answerFor(secret) };

beforeEach(async () => {
  const environment = manualEnvironment();
  const { database } = openDatabase(':memory:', environment.now);
  keys = installedKeys(environment, { database }).keys;
  ids = [];
  for (const [index, secret] of secrets.entries()) {
    const added = await keys.add({ secret, label: `Key ${index}`, baseUrl: null });
    if (added.ok) ids.push(added.value.id);
  }
  cases = new CaseService({
    store: new CaseStore(database),
    keys,
    checker: checkerOn(sender, environment, recorderOf(keys, historyOn(database, environment)), keys),
    environment,
    watchTiming: WATCH_TIMING,
    consoleOrigin: 'https://platform.openai.com',
    changed: () => undefined,
    watchEnded: () => undefined,
  });
});

function opened(): string {
  const view = cases.open({ text: null, keyId: ids[0] ?? null, model: MODEL });
  if (!view.ok) throw new Error(view.error.code);
  return view.value.id;
}

describe('a case whose tests the host holds back', () => {
  it('shows that, judges nothing by it and says nothing of the key', async () => {
    projects = [null, null, null];
    const view = await cases.checks.run(opened(), 'all_free', false);
    if (!view.ok) throw new Error(view.error.code);
    const { evidence, verdict } = view.value;
    expect(evidence).toMatchObject([{ kind: 'probe', answer: { kind: 'not_sent', secondsLeft: 240 } }]);
    expect([verdict.outcome, verdict.cause]).toEqual(['undecided', null]);
    expect(verdict.ladder.every(({ state }) => state === 'unknown')).toBe(true);
    expect(keys.list().map(({ health }) => health)).toEqual([null, null, null]);
  });

  it.each([
    ['none of the others', ['proj_1', null, null]],
    ['only one of the others', ['proj_1', 'proj_2', null]],
  ])('draws no conclusion from a comparison in which %s could be asked', async (_name, known) => {
    projects = known;
    const id = opened();
    expect(await cases.checks.compare(id)).toMatchObject({ ok: false, error: { code: 'host_paused' } });
    const view = cases.read(id);
    expect(view.ok && view.value.evidence.filter(({ kind }) => kind === 'statement')).toEqual([]);
  });
});
