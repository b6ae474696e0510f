import { afterEach, describe, expect, it } from 'vitest';
import { PracticeControls } from '../../../electron/app/practice-controls';
import { KEY_IDS } from '../../../electron/practice/blueprint';
import type { Simulator } from '../../../electron/practice/simulator';
import { EVERY_CHECK } from '../../../shared/history/views';
import type { PracticeCondition } from '../../../shared/practice/views';
import { type Bench, benchOn, fill } from '../matrix/support';
import { call, listedModels, practice, TEST_DAY } from './support';

let bench: Bench | null = null;
afterEach(() => bench?.matrix.close());

const list = (simulator: Simulator) => call(simulator, '/models', { keyId: KEY_IDS.sandbox });

/** Statuses of so many requests one after the other; null for one that was torn off. */
async function statuses(simulator: Simulator, count: number): Promise<readonly (number | null)[]> {
  const seen: (number | null)[] = [];
  for (let sent = 0; sent < count; sent += 1)
    seen.push(
      await list(simulator).then(
        async (response) => {
          await response.body?.cancel();
          return response.status;
        },
        () => null,
      ),
    );
  return seen;
}

describe('the practice service', () => {
  it('lets a few requests through a storm, and more as time passes', async () => {
    let elapsed = 0;
    const simulator = await practice({ elapsed: () => elapsed });
    simulator.conditions.set('storm');
    expect(await statuses(simulator, 6)).toEqual([200, 200, 200, 200, 429, 429]);
    elapsed += 1_000;
    expect(await statuses(simulator, 3)).toEqual([200, 200, 429]);
    const refused = await list(simulator);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '2']);
  });

  it.each([-3_600_000, 3_600_000])('keeps to its storm where the clock is set by %d ms', async (jump) => {
    let now = TEST_DAY;
    let elapsed = 0;
    const simulator = await practice({ now: () => now, elapsed: () => elapsed });
    simulator.conditions.set('storm');
    await statuses(simulator, 4);
    now += jump;
    expect(await statuses(simulator, 1)).toEqual([429]);
    elapsed += 1_000;
    expect(await statuses(simulator, 1)).toEqual([200]);
  });

  it('fails some requests and answers others where it is unsteady', async () => {
    const simulator = await practice();
    simulator.conditions.set('unsteady');
    const kinds = new Set(await statuses(simulator, 60));
    expect([...kinds].sort()).toEqual([200, 500, 503, null].sort());
  });

  it('takes its time where it is slow, and answers in the end', async () => {
    const simulator = await practice({ random: () => 0 });
    simulator.conditions.set('slow');
    const before = performance.now();
    const models = await listedModels(simulator, KEY_IDS.sandbox);
    expect([models.length > 0, performance.now() - before > 2_400]).toEqual([true, true]);
  });

  it('is itself again once it is set to normal, or put back to its start', async () => {
    const simulator = await practice();
    for (const heal of [() => simulator.conditions.set('normal'), () => simulator.reset()]) {
      simulator.conditions.set('broken');
      heal();
      expect(await statuses(simulator, 5)).toEqual([200, 200, 200, 200, 200]);
    }
  });

  it.each<[PracticeCondition, readonly string[]]>([
    ['broken', ['redirect', 'too_large', 'unexpected']],
    ['silent', ['timeout']],
  ])('is out of reach where it is %s, which says nothing of keys or models', async (condition, codes) => {
    const simulator = await practice();
    simulator.conditions.set(condition);
    // A flood takes its time on a busy machine; silence ends by the time that is waited.
    bench = await benchOn(simulator, { timeoutMs: condition === 'silent' ? 300 : 15_000 });
    const run = await fill(bench.matrix);
    expect([run.state, run.counts.listed, run.counts.confirmed]).toEqual(['done', 0, 0]);
    const { checks } = bench.history.page(EVERY_CHECK, null);
    expect(new Set(checks.map(({ layer }) => layer))).toEqual(new Set(['reach']));
    const seen = new Set(checks.flatMap(({ code }) => code ?? []));
    expect([...seen].sort()).toEqual(expect.arrayContaining([...codes]));
    expect(bench.keys.list().every(({ health }) => health?.kind !== 'refused')).toBe(true);
  });
});

describe('a large organization', () => {
  it('joins a practice under way once, and leaves what is there as it is', async () => {
    const simulator = await practice();
    bench = await benchOn(simulator);
    const { keys } = bench;
    const controls = new PracticeControls({
      simulator,
      keys,
      cases: { read: () => ({ ok: false, error: { code: 'not_found', values: {} } }), projectOf: () => null },
    });
    const before = keys.list();
    const [first, second] = await Promise.all([controls.enlarge(), controls.enlarge()]);
    expect([first, second]).toEqual(Array(2).fill({ condition: 'normal', large: true }));
    expect(keys.list()).toHaveLength(before.length + 188);
    expect(keys.list()).toEqual(expect.arrayContaining([...before]));
    expect(controls.inventory.projects.filter((id) => id.includes('T3am'))).toHaveLength(188);
    const models = await listedModels(simulator, 'practice_team_003');
    expect(models.filter((id) => id.startsWith('ft:'))).toHaveLength(250);
    simulator.reset();
    expect(await listedModels(simulator, 'practice_team_003')).toEqual(models);
  });
});
