import { beforeEach, describe, expect, it } from 'vitest';
import { recorderOf } from '../../../electron/app/recorder';
import type { KeyService } from '../../../electron/keys/key-service';
import { MatrixService } from '../../../electron/matrix/matrix-service';
import type { ProbeSender } from '../../../electron/probes/prober';
import { RequestQueue } from '../../../electron/probes/request-queue';
import { openDatabase } from '../../../electron/store/database';
import { HistoryStore } from '../../../electron/store/history-store';
import type { Evidence } from '../../../shared/diagnosis/evidence';
import { readAnswer } from '../../../shared/errors/read-error';
import { DEFAULT_PROBING } from '../../../shared/matrix/views';
import type { Answer } from '../../../shared/observations/observation';
import { checkerOn } from '../../support/checker-on';
import { HEADERS, listed, refused, unanswered } from '../../support/evidence';
import { historyOn } from '../../support/history-on';
import { manualEnvironment } from '../../support/manual-environment';
import { installedKeys } from '../../support/safe';
import { inventedKey } from '../../support/secrets';

let sent: string[];
let keys: KeyService;
let matrix: MatrixService;
/** Tests the key by itself. */
const test = (keyId = id) => matrix.retest({ keyId, model: null, probe: 'list', consent: false });
const health = () => keys.find(id)?.health;
let id: string;
let answer: Answer;
/** Answers given before that one. */
let first: Answer[];

const refusedWith = (body: string): Answer => ({
  kind: 'refusal',
  status: 401,
  headers: HEADERS,
  reading: readAnswer(401, body),
  excerpt: body,
});
const REVOKED = refusedWith(
  '{"error":{"message":"Incorrect API key provided.","type":"invalid_request_error","code":"invalid_api_key"}}',
);
/** What a page on the way is read as, whatever its status. */
const SIGN_IN: Answer = { kind: 'no_answer', failure: 'unexpected', excerpt: 'Please sign in' };

const prober: ProbeSender = {
  send: async (_target, { probe }) => {
    sent.push(probe);
    return first.shift() ?? answer;
  },
};

beforeEach(async () => {
  sent = [];
  first = [];
  const models = [{ id: 'gpt-5.4-mini', shutdownDate: null }];
  answer = { kind: 'success', status: 200, headers: HEADERS, models };
  const environment = manualEnvironment();
  const { database } = openDatabase(':memory:', environment.now);
  keys = installedKeys(environment, { database }).keys;
  const added = await keys.add({ secret: inventedKey('check_012345678'), label: 'Work', baseUrl: null });
  if (!added.ok) throw new Error(added.error.code);
  id = added.value.id;
  const queue = new RequestQueue(environment, DEFAULT_PROBING);
  const history = historyOn(database, environment);
  const checker = checkerOn(prober, environment, recorderOf(keys, history), keys, queue);
  const store = new HistoryStore(database);
  const isOnline = () => true;
  matrix = new MatrixService({
    keys,
    checker,
    history,
    store,
    environment,
    queue,
    isOnline,
    changed: () => undefined,
  });
});

describe('a test of a key by itself', () => {
  it('says of a key of another region that it went to the wrong host, and calls nothing bad', async () => {
    answer = refusedWith(
      '{"error":{"message":"Attempted to access resource with incorrect regional hostname. Please make your request to eu.api.openai.com","type":"invalid_request_error","code":"incorrect_hostname"}}',
    );
    await test();
    expect(health()).toEqual({ kind: 'undecided', code: 'wrong_host' });
  });

  it('lists its models, which tells how the key fares', async () => {
    expect(await test()).toMatchObject({ ok: true, value: { outcome: 'listed', modelsListed: 1 } });
    expect(health()).toEqual({ kind: 'accepted', models: 1 });
    expect(sent).toEqual(['list']);
  });

  it('that the host held back says so, and leaves the key as it was known', async () => {
    await test();
    answer = { kind: 'not_sent', secondsLeft: 240 };
    expect(await test()).toMatchObject({ ok: false, error: { code: 'host_paused' } });
    expect(health()).toEqual({ kind: 'accepted', models: 1 });
  });

  it('asks again at once where the API refuses the key, and calls it bad where it is refused again', async () => {
    first = [REVOKED];
    await test();
    expect(health()).toMatchObject({ kind: 'accepted' });
    first = [REVOKED, REVOKED];
    await test();
    expect(health()).toEqual({ kind: 'refused', code: 'key_invalid' });
    expect(sent).toEqual(['list', 'list', 'list', 'list']);
  });

  it('asks once where something on the way refuses, and calls no key bad for it', async () => {
    answer = SIGN_IN;
    await test();
    expect(health()).toEqual({ kind: 'undecided', code: 'unexpected' });
    expect(sent).toEqual(['list']);
  });

  it('of a key that is not stored finds none', async () => {
    expect(await test('id-unknown')).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });

  it('sends nothing once the app is closing', async () => {
    matrix.close();
    expect(await test()).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(health()).toBeNull();
    expect(sent).toEqual([]);
  });
});

describe('the health of a key', () => {
  it('is bad where the API refuses it twice in a row, and never for a page on the way', () => {
    const about = (evidence: Evidence) => {
      if (evidence.kind === 'probe') keys.learnFrom({ ...evidence, keyId: id });
      const health = keys.find(id)?.health ?? null;
      return [health?.kind ?? null, health !== null && 'code' in health ? health.code : null];
    };
    const revoked = refused('list', 'key_invalid', { httpStatus: 401 });
    const page = unanswered('unexpected');
    expect([page, page, page].map(about)).toEqual([
      ['undecided', 'unexpected'],
      ['undecided', 'unexpected'],
      ['undecided', 'unexpected'],
    ]);
    expect([revoked, unanswered('offline'), revoked, page, revoked].map((each) => about(each)[0])).toEqual([
      'undecided',
      'undecided',
      'undecided',
      'undecided',
      'undecided',
    ]);
    expect([revoked, revoked].map(about)).toEqual([
      ['refused', 'key_invalid'],
      ['refused', 'key_invalid'],
    ]);
    expect(about(listed('a'))).toEqual(['accepted', null]);
    const disabled = refused('list', 'account_disabled');
    expect([disabled, disabled].map((each) => about(each)[0])).toEqual(['undecided', 'refused']);
  });
});
