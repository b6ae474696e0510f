import { expect, it } from 'vitest';
import { recorderOf } from '../../../electron/app/recorder';
import { CaseService } from '../../../electron/cases/case-service';
import { WATCH_TIMING } from '../../../electron/cases/watch';
import type { ProbeCall, Target } from '../../../electron/probes/prober';
import { CaseStore } from '../../../electron/store/case-store';
import { openDatabase } from '../../../electron/store/database';
import type { Answer, Observation } from '../../../shared/observations/observation';
import { checkerOn } from '../../support/checker-on';
import { listed, refused, validated } from '../../support/evidence';
import { historyOn } from '../../support/history-on';
import { manualEnvironment } from '../../support/manual-environment';
import { installedKeys } from '../../support/safe';
import { inventedKey, inventedLegacyKey } from '../../support/secrets';

const legacy = inventedLegacyKey('Watched');

/** A case with a key, whose model is open at every test, and whose control is refused. `baseUrl`: OpenAI's where it is null. */
async function watching(baseUrl: string | null = null, secret = inventedKey('old_0123456789')) {
  const environment = manualEnvironment();
  const { database } = openDatabase(':memory:', environment.now);
  const keys = installedKeys(environment, { database }).keys;
  const added = await keys.add({ secret, label: 'Work', baseUrl });
  if (!added.ok) throw new Error(added.error.code);
  const [open, list, lacking] = [
    validated(),
    listed('gpt-5.5'),
    refused('free_probe', 'project_lacks_model'),
  ];
  const sent: string[] = [];
  const send = async (_target: Target, { probe, model }: ProbeCall): Promise<Answer> => {
    const said = probe === 'list' ? list : model === 'gpt-5.5' ? open : lacking;
    sent.push(probe);
    return said.kind === 'probe' ? said.answer : { kind: 'cancelled' };
  };
  const cases = new CaseService({
    store: new CaseStore(database),
    keys,
    checker: checkerOn({ send }, environment, recorderOf(keys, historyOn(database, environment)), keys),
    environment,
    watchTiming: WATCH_TIMING,
    consoleOrigin: 'https://platform.openai.com',
    changed: () => undefined,
    watchEnded: () => undefined,
  });
  const opened = cases.open({ text: null, keyId: added.value.id, model: 'gpt-5.5' });
  if (!opened.ok) throw new Error(opened.error.code);
  const { id } = opened.value;
  const state = () => {
    const view = cases.read(id);
    return view.ok ? view.value.watch : null;
  };
  /** Resolves once so many tests were made. */
  const tested = (count: number) => expect.poll(() => state()?.attempts.length).toBe(count);
  return { cases, keys, id, keyId: added.value.id, state, sent, tested, timers: environment.timers };
}

it('a watch counts anew once its key has another secret, and goes on for the time that was left', async () => {
  const { cases, keys, id, keyId, state, tested, timers } = await watching();
  await cases.watch(id);
  await tested(1);
  timers.advance(17_500);
  await tested(2);
  const before = state();
  expect(before).toMatchObject({ state: 'running', consecutive: 2 });
  expect((await keys.rotate(keyId, inventedKey('new_9876543210'))).ok).toBe(true);
  await tested(3);
  const { startedAt, endsAt } = before ?? {};
  expect(state()).toMatchObject({ state: 'running', consecutive: 1, startedAt, endsAt });
  for (let count = 4; count <= 8; count += 1) {
    timers.advance(17_500);
    await tested(count);
  }
  expect(state()).toMatchObject({ state: 'running', consecutive: 6 });
  timers.advance(17_500);
  await tested(9);
  expect(state()).toMatchObject({ state: 'proven', consecutive: 7 });
});

it('a watch stops, and sends nothing more, once the key’s host shows itself to be no OpenAI', async () => {
  const { cases, keys, id, keyId, state, sent, tested, timers } = await watching('http://127.0.0.1:9/v1');
  await cases.watch(id);
  await tested(1);
  const before = sent.length;
  keys.learnFrom({ ...(listed('qwen3-72b-instruct') as Observation), keyId });
  timers.advance(17_500);
  await expect.poll(() => state()?.state).toBe('stopped');
  expect(sent).toHaveLength(before);
});

it('a watch counts anew once its key is sent for another project', async () => {
  const { cases, keys, id, keyId, state, tested, timers } = await watching(null, legacy);
  await cases.watch(id);
  await tested(1);
  timers.advance(17_500);
  await tested(2);
  expect(state()).toMatchObject({ state: 'running', consecutive: 2 });
  const sentFor = { organization: null, project: 'proj_Other1' };
  expect(keys.edit(keyId, { label: 'Work', note: '', colour: null, sentFor }).ok).toBe(true);
  await tested(3);
  expect(state()).toMatchObject({ state: 'running', consecutive: 1 });
});
