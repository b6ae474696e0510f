import { beforeEach, describe, expect, it } from 'vitest';
import { KEY_IDS } from '../../../electron/practice/blueprint';
import { applyChanges } from '../../../renderer/matrix/matrix-data';
import { ManualTimers } from '../../support/manual-timers';
import { practice } from '../practice/support';
import { type Bench, benchOn, confirm, fill, runOver } from './support';

let bench: Bench;

beforeEach(async () => {
  bench = await benchOn(await practice());
});

const { research, sandbox } = KEY_IDS;

describe('the keys of a matrix', () => {
  it('asks a key once, however often it is named', async () => {
    expect(await fill(bench.matrix, [sandbox, sandbox, 'unknown'])).toMatchObject({
      state: 'done',
      done: 1,
      total: 1,
    });
  });

  it('have their rows back when their deletion is undone, and none before', async () => {
    await fill(bench.matrix, [sandbox, research]);
    const rows = () => bench.matrix.read(null).rows.map(({ keyId }) => keyId);
    const before = rows();
    bench.keys.remove([sandbox]);
    expect(rows()).toEqual([research]);
    bench.keys.undoRemove();
    expect(rows()).toEqual(before);
  });

  it.each([
    ['the window had read everything without them', null],
    ['the window had read what changed without them', 'since'],
  ] as const)('come back whole where %s', async (_name, since) => {
    await fill(bench.matrix, [sandbox, research]);
    await confirm(bench.matrix, [{ keyId: sandbox, models: ['gpt-5.5'] }]);
    const first = applyChanges(null, bench.matrix.read(null));
    bench.keys.remove([sandbox]);
    const without = applyChanges(first, bench.matrix.read(since === null ? null : first));
    bench.keys.undoRemove();
    const changes = bench.matrix.read({ session: without.session, revision: without.revision });
    expect([changes.complete, changes.rows.map(({ keyId }) => keyId)]).toEqual([false, [sandbox]]);
    expect(applyChanges(without, changes).rows.get(sandbox)).toEqual(first.rows.get(sandbox));
    expect(bench.matrix.read(changes).rows).toEqual([]);
  });
});

describe('closing', () => {
  it('says at once that the run is over, as the taskbar shows it', async () => {
    const slow = await practice({ latencyMs: 200 });
    const said: (string | null)[] = [];
    const timers = new ManualTimers();
    const changed = () => said.push(closing.matrix.run?.state ?? null);
    const closing = await benchOn(slow, { changed, timers });
    closing.matrix.start({ kind: 'fill', keyIds: [] });
    closing.matrix.close();
    expect(said.at(-1)).toBe('cancelled');
    await runOver(closing.matrix);
    timers.advance(60_000);
    expect(said).toEqual(['cancelled']);
  });
});
