import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recorderOf } from '../../../electron/app/recorder';
import { CaseService } from '../../../electron/cases/case-service';
import { Prober } from '../../../electron/probes/prober';
import { CaseStore } from '../../../electron/store/case-store';
import { openDatabase } from '../../../electron/store/database';
import { watchText } from '../../../electron/window/notification-text';
import type { CaseView } from '../../../shared/case/views';
import { checkerOn } from '../../support/checker-on';
import { historyOn } from '../../support/history-on';
import { type HostileServer, startHostileServer } from '../../support/hostile-server';
import { manualEnvironment } from '../../support/manual-environment';
import { installedKeys } from '../../support/safe';

const secret = ['sk', 'proj', 'Zy9_'.repeat(20)].join('-');
const MODEL = 'gpt-5.5';
/** Not on the key's list, and known to exist. */
const CONTROL = 'gpt-5.2';

type Said = readonly [status: number, type: string, body: string];

const error = (status: number, message: string, more: Readonly<Record<string, string>> = {}): Said => [
  status,
  'application/json',
  JSON.stringify({ error: { message, type: 'invalid_request_error', param: null, code: null, ...more } }),
];
const SAID = {
  validation: error(400, "Invalid 'max_output_tokens': integer below minimum value.", {
    param: 'max_output_tokens',
    code: 'integer_below_min_value',
  }),
  project: error(403, `Project \`proj_Own1\` does not have access to model \`${MODEL}\``, {
    code: 'model_not_found',
  }),
  quota: error(429, 'You exceeded your current quota, please check your plan and billing details.', {
    code: 'insufficient_quota',
  }),
  fault: error(500, 'The server had an error while processing your request.'),
  page: [400, 'text/html', '<html><head><title>400 Bad Request</title></head><body>nginx</body></html>'],
  entry: [200, 'application/json', JSON.stringify({ id: 'gpt-realtime', object: 'model' })],
  list: [200, 'application/json', JSON.stringify({ object: 'list', data: [{ id: 'gpt-5.4-mini' }] })],
  scope: error(403, 'You have insufficient permissions for this operation. Missing scopes: api.model.read.'),
} as const satisfies Readonly<Record<string, Said>>;

/** What the server says of the model, of the control and of the list, from here on. */
let says: { model: keyof typeof SAID; control: keyof typeof SAID; list: keyof typeof SAID };
let controls: number;
let server: HostileServer;

beforeAll(async () => {
  server = await startHostileServer();
  server.behave(async (request, response) => {
    const isControl = (await text(request)).includes(CONTROL);
    if (isControl) controls += 1;
    const [status, type, body] =
      SAID[request.url === '/v1/models' ? says.list : isControl ? says.control : says.model];
    response.writeHead(status, { 'content-type': type }).end(body);
  });
});
afterAll(() => server.close());

let environment: ReturnType<typeof manualEnvironment>;
let cases: CaseService;
let onChange: () => void;

beforeEach(async () => {
  says = { model: 'validation', control: 'project', list: 'list' };
  controls = 0;
  onChange = () => undefined;
  environment = manualEnvironment();
  const { database } = openDatabase(':memory:', environment.now);
  const keys = installedKeys(environment, { database }).keys;
  await keys.add({ secret, label: 'Work', baseUrl: server.baseUrl });
  const prober = new Prober((url, init) => fetch(url, init), 5_000);
  cases = new CaseService({
    store: new CaseStore(database),
    keys,
    checker: checkerOn(prober, environment, recorderOf(keys, historyOn(database, environment)), keys),
    environment,
    watchTiming: { minInterval: 15_000, maxInterval: 20_000, limit: 600_000 },
    consoleOrigin: 'https://platform.openai.com',
    changed: () => onChange(),
    watchEnded: () => undefined,
  });
});

function now(id: string): CaseView {
  const view = cases.read(id);
  if (!view.ok) throw new Error(view.error.code);
  return view.value;
}

/** A watched case after so many attempts, or once its watch is over. */
async function watched(model: string, attempts: number): Promise<CaseView> {
  const opened = cases.open({ text: null, keyId: 'id-1', model });
  if (!opened.ok) throw new Error(opened.error.code);
  const { id } = opened.value;
  const begun = await cases.watch(id);
  if (!begun.ok) throw new Error(begun.error.code);
  for (let count = 1; count <= attempts && now(id).watch?.state === 'running'; count += 1) {
    await answered(id, count);
    environment.timers.advance(20_000 * 4);
  }
  return now(id);
}

function answered(id: string, count: number): Promise<void> {
  return new Promise((resolve) => {
    onChange = () => {
      const { watch } = now(id);
      const isOver = watch !== null && watch.state !== 'running';
      if (isOver || (watch !== null && watch.attempts.length >= count && watch.nextAt !== null)) resolve();
    };
    onChange();
  });
}

describe('what a watch proves', () => {
  it('is that access is open, once the control was refused', async () => {
    const view = await watched(MODEL, 5);
    const { proof, outcome } = view.verdict;
    expect([view.watch?.state, view.wizard.kind, outcome, proof?.restsOn, controls]).toEqual([
      'proven',
      'proven',
      'open',
      'free_tests',
      1,
    ]);
  });

  it('is nothing where the control gets through, and it says so rather than go on', async () => {
    says.control = 'validation';
    const view = await watched(MODEL, 5);
    expect([view.watch?.state, view.wizard.kind, view.verdict.confidence, controls]).toEqual([
      'proves_nothing',
      'not_started',
      'possible',
      1,
    ]);
    expect([view.verdict.outcome, view.verdict.unknown]).toEqual(['undecided', 'not_allowed_to_see']);
    expect(watchText(view, 'en').title).toBe('Free tests prove nothing here');
    expect(await cases.watch(view.id)).toMatchObject({
      ok: false,
      error: { code: 'free_tests_prove_nothing' },
    });
  });

  it('is not known while the control is not answered', async () => {
    says.control = 'fault';
    const view = await watched(MODEL, 6);
    expect([view.watch?.state, view.verdict.proof, controls > 1]).toEqual(['running', null, true]);
    expect(view.watch?.attempts.map(({ outcome }) => outcome).slice(0, 4)).toEqual([
      'success',
      'success',
      'undecided',
      'undecided',
    ]);
    cases.close();
  });

  it('is not known where nothing can be compared', async () => {
    says.list = 'scope';
    const view = await watched(MODEL, 5);
    expect([view.watch?.state, view.verdict.proof, view.wizard.kind, controls]).toEqual([
      'unproven',
      null,
      'not_started',
      0,
    ]);
  });

  it('is not known where the control is refused for money, before any model is looked at', async () => {
    says.control = 'quota';
    const view = await watched(MODEL, 5);
    expect([view.watch?.state, view.verdict.proof, view.verdict.confidence]).toEqual([
      'unproven',
      null,
      'possible',
    ]);
  });

  it('is not known of a model for which verification may still be asked, which free tests do not meet', async () => {
    const view = await watched('gpt-6-astra', 5);
    expect([view.watch?.state, view.verdict.proof, view.wizard.kind]).toEqual([
      'unproven',
      null,
      'not_started',
    ]);
    expect(watchText(view, 'en').title).toBe('Let through, not proven');
  });

  it('is nothing by pages of something on the way', async () => {
    says.model = 'page';
    const view = await watched(MODEL, 5);
    expect([view.watch?.consecutive, view.verdict.outcome]).toEqual([0, 'undecided']);
    expect(new Set(view.watch?.attempts.map(({ outcome }) => outcome))).toEqual(new Set(['undecided']));
    cases.close();
  });

  it('is of a model without a free test that it is listed again, and no more', async () => {
    says.model = 'entry';
    const view = await watched('gpt-realtime', 5);
    expect([view.watch?.state, view.watch?.consecutive, view.wizard.kind]).toEqual([
      'listed',
      3,
      'not_started',
    ]);
    expect([view.verdict.outcome, watchText(view, 'en').title]).toEqual(['undecided', 'Listed again']);
    says.model = 'project';
    expect((await watched('gpt-realtime', 2)).watch?.attempts.map(({ outcome }) => outcome)).toEqual([
      'refused',
      'refused',
    ]);
    cases.close();
  });
});
