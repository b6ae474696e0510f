import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KEY_IDS, PROJECTS } from '../../../electron/practice/blueprint';
import type { Simulator } from '../../../electron/practice/simulator';
import { savePolicy } from '../../../electron/practice/world';
import { practice } from '../practice/support';
import { type Bench, benchOn, cellText, confirm, fill } from './support';

let simulator: Simulator;
let bench: Bench;

beforeEach(async () => {
  simulator = await practice();
  bench = await benchOn(simulator);
});
afterEach(() => bench.matrix.close());

const { storefront, sandbox } = KEY_IDS;

describe('across a restart', () => {
  it('shows what was known, with its age', async () => {
    await fill(bench.matrix);
    await confirm(bench.matrix, [{ keyId: storefront, models: ['gpt-5.5', 'gpt-5.4-mini'] }]);
    const before = bench.matrix.read(null);
    const after = (await benchOn(simulator, { database: bench.database, keyIds: [] })).matrix.read(null);
    const asked = simulator.keys.flatMap(({ id }) =>
      ['gpt-5.5', 'gpt-5.4-mini', 'o3'].map((model) => [id, model] as const),
    );
    const texts = (changes: typeof before) => asked.map(([keyId, model]) => cellText(changes, keyId, model));
    expect(texts(after)).toEqual(texts(before));
    expect(after.checks.map(({ at }) => at).sort()).toEqual(before.checks.map(({ at }) => at).sort());
  });

  it('goes by what was recorded last, however far ahead the clock was before', async () => {
    let today = '2027-11-22T10:00:00.000Z';
    const now = () => new Date(today);
    const first = await benchOn(simulator, { now });
    await fill(first.matrix, [storefront, sandbox]);
    await confirm(first.matrix, [
      { keyId: storefront, models: ['gpt-5.5'] },
      { keyId: sandbox, models: ['gpt-5.5'] },
    ]);
    today = '2026-11-22T10:00:00.000Z';
    simulator.control.change((world, moment) =>
      savePolicy(world, PROJECTS.storefront, { kind: 'allow_list', models: ['gpt-5.5'] }, moment),
    );
    simulator.control.change((world, moment) =>
      savePolicy(world, PROJECTS.sandbox, { kind: 'allow_list', models: ['o3'] }, moment),
    );
    await fill(first.matrix, [storefront, sandbox]);
    const texts = (of: Bench) =>
      [storefront, sandbox].map((keyId) => cellText(of.matrix.read(null), keyId, 'gpt-5.5'));
    // A list says less than a refusal of the model itself, and as much as that it was dropped.
    const expected = ['denied by check at policy', 'not_listed by not_listed'];
    expect(texts(first)).toEqual(expected);
    expect(texts(await benchOn(simulator, { database: first.database, keyIds: [], now }))).toEqual(expected);
    expect(first.history.runs().map(({ kind, startedAt }) => [kind, startedAt.slice(0, 4)])).toEqual([
      ['fill', '2026'],
      ['confirm', '2027'],
      ['fill', '2027'],
    ]);
  });
});
