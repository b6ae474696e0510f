import { describe, expect, it } from 'vitest';
import { realWorkspace } from '../../../electron/app/workspace';
import type { Fetch } from '../../../electron/probes/guarded-fetch';
import { openDatabase } from '../../../electron/store/database';
import { MemoryVault } from '../../../electron/vault/memory-vault';
import type { KeyHealth } from '../../../shared/keys/key';
import { foundations } from '../../support/foundations';
import { manualEnvironment } from '../../support/manual-environment';
import { inventedKey } from '../../support/secrets';

const REFUSAL = JSON.stringify({
  error: { message: 'Incorrect API key provided.', type: 'invalid_request_error', code: 'invalid_api_key' },
});

const NEW = inventedKey('new_9876543210');

/** A real workspace with one key. Requests with its first secret are refused when the test says so. */
async function asking() {
  const environment = manualEnvironment();
  const waiting: (() => void)[] = [];
  let refusing = false;
  const fetch: Fetch = async (_url, { headers }) => {
    if (new Headers(headers).get('authorization')?.endsWith(NEW) === true) return Response.json({ data: [] });
    if (!refusing) await new Promise<void>((resolve) => waiting.push(resolve));
    return new Response(REFUSAL, { status: 401, headers: { 'content-type': 'application/json' } });
  };
  const base = foundations(environment, fetch);
  const { database } = openDatabase(':memory:', environment.now);
  const workspace = realWorkspace(base, database, new MemoryVault('session', 'linux'), new Map(), 'test');
  const added = await workspace.keys.add({
    secret: inventedKey('old_0123456789'),
    label: 'Key',
    baseUrl: null,
  });
  if (!added.ok) throw new Error(added.error.code);
  const sent = () => expect.poll(() => waiting.length).toBe(1);
  const answer = () => {
    refusing = true;
    for (const refuse of waiting.splice(0)) refuse();
  };
  return { workspace, id: added.value.id, sent, answer };
}

type Asking = Awaited<ReturnType<typeof asking>>;

/** How the key is tested, and what is known of it in the end where its secret was replaced meanwhile. */
const CHECKS: readonly (readonly [string, (asked: Asking) => Promise<unknown>, KeyHealth | null])[] = [
  [
    'checked by itself',
    ({ workspace, id }) => workspace.matrix.retest({ keyId: id, model: null, probe: 'list', consent: false }),
    null,
  ],
  [
    'checked among others',
    async ({ workspace, id }) => {
      workspace.matrix.start({ kind: 'fill', keyIds: [id] });
      await expect.poll(() => workspace.matrix.run?.state).toBe('done');
    },
    // A run asks again, with the new one.
    { kind: 'accepted', models: 0 },
  ],
  [
    'checked for a case',
    async ({ workspace, id }) => {
      const opened = workspace.cases.open({ text: null, keyId: id, model: null });
      if (opened.ok) await workspace.cases.checks.run(opened.value.id, 'list', false);
    },
    null,
  ],
];

describe.each(CHECKS)('a key that is %s', (_name, check, inTheEnd) => {
  it('is marked by the answer to its secret', async () => {
    const asked = await asking();
    const checked = check(asked);
    await asked.sent();
    asked.answer();
    await checked;
    expect(asked.workspace.keys.find(asked.id)?.health).toEqual({ kind: 'refused', code: 'key_invalid' });
  });

  it('is not marked by an answer to a secret that was replaced meanwhile', async () => {
    const asked = await asking();
    const checked = check(asked);
    await asked.sent();
    expect(await asked.workspace.keys.rotate(asked.id, NEW)).toMatchObject({
      ok: true,
    });
    asked.answer();
    await checked;
    expect(asked.workspace.keys.find(asked.id)).toMatchObject({ health: inTheEnd, lastFour: '3210' });
    expect(asked.workspace.cases.list().map(({ outcome }) => outcome)).not.toContain('refused');
  });
});
