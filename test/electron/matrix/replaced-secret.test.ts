import { beforeEach, describe, expect, it } from 'vitest';
import { KEY_IDS } from '../../../electron/practice/blueprint';
import type { Simulator } from '../../../electron/practice/simulator';
import { applyChanges, unknownRow } from '../../../renderer/matrix/matrix-data';
import { EVERY_CHECK } from '../../../shared/history/views';
import { until } from '../../support/until';
import { practice } from '../practice/support';
import { type Bench, benchOn, cellText, confirm, fill, runOver } from './support';

let simulator: Simulator;

beforeEach(async () => {
  simulator = await practice();
});

const { storefront, sandbox, revoked } = KEY_IDS;

describe('a key whose secret is replaced meanwhile', () => {
  it('keeps nothing that was answered to the old one', async () => {
    const slow = await practice({ latencyMs: 60 });
    const { matrix, keys, store } = await benchOn(slow, { keyIds: [revoked] });
    const asked = matrix.retest({ keyId: revoked, model: null, probe: 'list', consent: false });
    await until('the question', () => slow.control.inFlight() > 0);
    const fresh = ['sk', 'proj', 'Nw7_'.repeat(20), 'qx42'].join('-');
    expect((await keys.rotate(revoked, fresh)).ok).toBe(true);
    await asked;
    expect([keys.find(revoked)?.health, store.count({ ...EVERY_CHECK, keyId: revoked })]).toEqual([null, 0]);
  });

  it('is asked again with the new one by a run', async () => {
    const slow = await practice({ latencyMs: 60 });
    const { matrix, keys } = await benchOn(slow, { keyIds: [revoked] });
    matrix.start({ kind: 'fill', keyIds: [revoked] });
    await until('the question', () => slow.control.inFlight() > 0);
    expect((await keys.rotate(revoked, secretOf(slow, sandbox))).ok).toBe(true);
    expect(await runOver(matrix)).toMatchObject({ state: 'done', done: 1, dropped: 0 });
    expect(cellText(matrix.read(null), revoked, 'gpt-5.5')).toBe('listed by list');
  });
});

describe('a key whose secret was replaced', () => {
  const since = (of: Bench) => of.matrix.since('gpt-5.5').map((each) => each.since.kind);

  async function rotated() {
    const old = await benchOn(simulator, { keyIds: [storefront] });
    await fill(old.matrix);
    await confirm(old.matrix, [{ keyId: storefront, models: ['gpt-5.5'] }]);
    const shown = applyChanges(null, old.matrix.read(null));
    expect((await old.keys.rotate(storefront, secretOf(simulator, revoked))).ok).toBe(true);
    return { old, shown };
  }

  it('is one that nothing is known of', async () => {
    const { old, shown } = await rotated();
    expect(cellText(old.matrix.read(null), storefront, 'gpt-5.5')).toBe('unknown by nothing');
    expect(applyChanges(shown, old.matrix.read(shown)).rows.get(storefront)).toEqual(unknownRow(storefront));
    expect(old.matrix.export('csv', { kind: 'all' }, 'en')).not.toContain('policy');
    expect(since(old)).toEqual(['unknown']);
    expect(old.keys.find(storefront)).toMatchObject({ organization: null, project: null });
  });

  it('is so after a restart, too, and then has the answers to its new secret alone', async () => {
    const { old } = await rotated();
    const again = () => benchOn(simulator, { database: old.database, keyIds: [] });
    expect((await again()).matrix.read(null).rows).toEqual([]);
    await fill(old.matrix);
    expect((await again()).matrix.read(null)).toMatchObject({
      rows: [{ list: { outcome: 'denied', layer: 'key' }, listed: null }],
      checks: [],
    });
  });
});

function secretOf(of: Simulator, keyId: string): string {
  return of.keys.find(({ id }) => id === keyId)?.secret ?? '';
}
