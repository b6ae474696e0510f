import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KEY_IDS } from '../../../electron/practice/blueprint';
import type { Fault } from '../../../electron/practice/faults';
import type { Simulator } from '../../../electron/practice/simulator';
import { practice } from '../practice/support';
import { type Bench, benchOn, cellText, confirm, fill } from './support';

const { sandbox, storefront } = KEY_IDS;

let simulator: Simulator;
let bench: Bench;

beforeEach(async () => {
  simulator = await practice();
  bench = await benchOn(simulator);
});
afterEach(() => bench.matrix.close());

/** What a cell says now, and what it says after a restart; one text where both agree. */
async function shown(keyId: string, model: string): Promise<string> {
  const later = await benchOn(simulator, { database: bench.database, keyIds: [] });
  const [now, then] = [bench, later].map(({ matrix }) => {
    const seen = matrix.read(null);
    const column = seen.newModels.findIndex(({ id }) => id === model);
    const check = seen.checks.find((each) => each.keyId === keyId && each.column === column);
    return `${cellText(seen, keyId, model)}, then ${check?.newerAttempt?.code ?? 'nothing'}`;
  });
  return now === then ? String(now) : `${now} | ${then}`;
}

/** A server that reads a request for text before it asks who may send it. */
const VALIDATES_FIRST: Fault = {
  kind: 'raw',
  status: 400,
  contentType: 'application/json',
  body: JSON.stringify({
    error: {
      message: "Invalid 'max_output_tokens': integer below minimum value.",
      type: 'invalid_request_error',
      param: 'max_output_tokens',
      code: 'integer_below_min_value',
    },
  }),
};

describe('a result of the matrix', () => {
  it('that a real request brought is not undone by a free test that proves nothing', async () => {
    const cells = [{ keyId: sandbox, models: ['gpt-5.4'] }];
    await fill(bench.matrix);
    await confirm(bench.matrix, cells, 'real_probe');
    simulator.control.setFaults([{ path: '/responses', fault: VALIDATES_FIRST }]);
    await confirm(bench.matrix, cells);
    expect(await shown(sandbox, 'gpt-5.4')).toBe('confirmed by check, then integer_below_min_value');
  });

  it('that somebody refused is not undone by a free test that proves nothing, whenever that is learned', async () => {
    const cells = [{ keyId: storefront, models: ['gpt-5.4-mini'] }];
    await fill(bench.matrix, [storefront]);
    simulator.control.setFaults([
      {
        path: '/responses',
        times: 1,
        fault: {
          kind: 'raw',
          status: 429,
          contentType: 'application/json',
          body: JSON.stringify({
            error: {
              message: 'You exceeded your current quota, please check your plan and billing details.',
              type: 'insufficient_quota',
              param: null,
              code: 'insufficient_quota',
            },
          }),
        },
      },
      { path: '/responses', fault: VALIDATES_FIRST },
    ]);
    await confirm(bench.matrix, cells, 'real_probe');
    await confirm(bench.matrix, cells);
    expect(await shown(storefront, 'gpt-5.4-mini')).toBe(
      'denied by check at money, then integer_below_min_value',
    );
  });

  it('that a real request brought is not undone by looking the model up', async () => {
    const cells = [{ keyId: sandbox, models: ['omni-moderation-latest'] }];
    await confirm(bench.matrix, cells, 'real_probe');
    await confirm(bench.matrix, cells);
    expect(await shown(sandbox, 'omni-moderation-latest')).toBe('confirmed by check, then 200');
  });

  it('stands until a newer one of the same worth says otherwise', async () => {
    const cells = [{ keyId: sandbox, models: ['gpt-5.4'] }];
    await confirm(bench.matrix, cells, 'real_probe');
    simulator.control.setFaults([{ path: '/responses', fault: { kind: 'server_error', status: 500 } }]);
    await confirm(bench.matrix, cells);
    expect(await shown(sandbox, 'gpt-5.4')).toBe('confirmed by check, then 500');
    const message = `Project \`proj_Own1\` does not have access to model \`gpt-5.4\``;
    const body = JSON.stringify({
      error: { message, type: 'invalid_request_error', param: null, code: 'model_not_found' },
    });
    simulator.control.setFaults([
      { path: '/responses', fault: { kind: 'raw', status: 403, contentType: 'application/json', body } },
    ]);
    await confirm(bench.matrix, cells);
    expect(await shown(sandbox, 'gpt-5.4')).toBe('denied by check at policy, then nothing');
  });
});

describe('what a key may use instead', () => {
  const ids = (keyId: string) => bench.matrix.usable(keyId)?.models.map(({ id }) => id) ?? null;
  const refuse = (message: string, status: number, code: string) => {
    const body = JSON.stringify({ error: { message, type: 'invalid_request_error', param: null, code } });
    simulator.control.setFaults([
      { path: '/responses', fault: { kind: 'raw', status, contentType: 'application/json', body } },
    ]);
  };

  it('is not known before its list was answered, or of a key that is not there', async () => {
    expect([ids(storefront), ids('no-such-key')]).toEqual([null, null]);
    await fill(bench.matrix, [storefront]);
    expect(ids(storefront)).toContain('gpt-5.4-mini');
    expect(bench.matrix.usable(storefront)?.at).toBe(bench.matrix.read(null).rows[0]?.listedAt);
  });

  it('is what its list holds, but for what was refused since', async () => {
    await fill(bench.matrix, [sandbox]);
    expect(ids(sandbox)).toContain('gpt-5.4');
    refuse('Project `proj_Own1` does not have access to model `gpt-5.4`', 403, 'model_not_found');
    await confirm(bench.matrix, [{ keyId: sandbox, models: ['gpt-5.4'] }]);
    expect(ids(sandbox)).not.toContain('gpt-5.4');
    expect(ids(sandbox)).toContain('gpt-5.4-mini');
  });

  it('is nothing once the key itself is refused', async () => {
    await fill(bench.matrix, [sandbox]);
    refuse('Incorrect API key provided.', 401, 'invalid_api_key');
    await confirm(bench.matrix, [{ keyId: sandbox, models: ['gpt-5.4'] }]);
    expect(ids(sandbox)).toBeNull();
  });
});
