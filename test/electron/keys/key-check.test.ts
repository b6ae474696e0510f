import { beforeEach, describe, expect, it } from 'vitest';
import { recorderOf } from '../../../electron/app/recorder';
import { KeyCheck } from '../../../electron/keys/key-check';
import type { KeyService } from '../../../electron/keys/key-service';
import type { ProbeSender } from '../../../electron/probes/prober';
import { openDatabase } from '../../../electron/store/database';
import type { Evidence } from '../../../shared/diagnosis/evidence';
import { readAnswer } from '../../../shared/errors/read-error';
import type { Answer } from '../../../shared/observations/observation';
import { checkerOn } from '../../support/checker-on';
import { HEADERS, listed, refused, unanswered } from '../../support/evidence';
import { manualEnvironment } from '../../support/manual-environment';
import { installedKeys } from '../../support/safe';
import { inventedKey } from '../../support/secrets';

let sent: string[];
let keys: KeyService;
let keyCheck: KeyCheck;
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
  const recorder = recorderOf(keys, { record: () => undefined });
  keyCheck = new KeyCheck(keys, checkerOn(prober, environment, recorder, keys));
});

describe('a check of a key by itself', () => {
  it('says of a key of another region that it went to the wrong host, and calls nothing bad', async () => {
    answer = refusedWith(
      '{"error":{"message":"Attempted to access resource with incorrect regional hostname. Please make your request to eu.api.openai.com","type":"invalid_request_error","code":"incorrect_hostname"}}',
    );
    await keyCheck.run(id);
    expect(keys.find(id)?.health).toEqual({ kind: 'undecided', code: 'wrong_host' });
  });

  it('lists its models, which tells how the key fares', async () => {
    expect(await keyCheck.run(id)).toMatchObject({
      ok: true,
      value: { health: { kind: 'accepted', models: 1 } },
    });
    expect(sent).toEqual(['list']);
  });

  it('that the host held back says so, and leaves the key as it was known', async () => {
    await keyCheck.run(id);
    answer = { kind: 'not_sent', secondsLeft: 240 };
    expect(await keyCheck.run(id)).toMatchObject({ ok: false, error: { code: 'host_paused' } });
    expect(keys.find(id)?.health).toEqual({ kind: 'accepted', models: 1 });
  });

  it('asks again at once where the API refuses the key, and calls it bad where it is refused again', async () => {
    first = [REVOKED];
    expect(await keyCheck.run(id)).toMatchObject({ value: { health: { kind: 'accepted' } } });
    first = [REVOKED, REVOKED];
    expect(await keyCheck.run(id)).toMatchObject({
      value: { health: { kind: 'refused', code: 'key_invalid' } },
    });
    expect(sent).toEqual(['list', 'list', 'list', 'list']);
  });

  it('asks once where something on the way refuses, and calls no key bad for it', async () => {
    answer = SIGN_IN;
    expect(await keyCheck.run(id)).toMatchObject({
      value: { health: { kind: 'undecided', code: 'unexpected' } },
    });
    expect(sent).toEqual(['list']);
  });

  it('of a key that is not stored finds none', async () => {
    expect(await keyCheck.run('id-unknown')).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });

  it('sends nothing once the app is closing', async () => {
    keyCheck.close();
    expect(await keyCheck.run(id)).toMatchObject({ ok: true, value: { health: null } });
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
