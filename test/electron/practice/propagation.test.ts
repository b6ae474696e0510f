import { describe, expect, test } from 'vitest';
import { KEY_IDS, PROJECTS } from '../../../electron/practice/blueprint';
import type { Simulator } from '../../../electron/practice/simulator';
import { type Moment, observedAt, savePolicy, settled, turnMs } from '../../../electron/practice/world';
import { visit } from './console-support';
import { call, practice, TEST_DAY } from './support';

const WINDOW = 60_000;

async function statuses(simulator: Simulator, count: number): Promise<readonly number[]> {
  const seen: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const body = { model: 'gpt-5.5', input: 'hi', max_output_tokens: 16 };
    seen.push((await call(simulator, '/responses', { keyId: KEY_IDS.storefront, body })).status);
  }
  return seen;
}

async function savedAt(time: { elapsed: number; now?: number }): Promise<Simulator> {
  const simulator = await practice({
    now: () => time.now ?? TEST_DAY,
    elapsed: () => time.elapsed,
    propagationMs: WINDOW,
  });
  await (await visit(simulator)).save(PROJECTS.storefront, 'none', []);
  return simulator;
}

describe('a saved change', () => {
  test('flickers between old and new while it spreads', async () => {
    const time = { elapsed: 0 };
    const simulator = await savedAt(time);
    const seen: number[] = [];
    for (; time.elapsed < WINDOW; time.elapsed += turnMs(WINDOW))
      seen.push(...(await statuses(simulator, 1)));
    expect(seen).toEqual([200, 403, 200, 403, 200, 403, 200, 403]);
  });

  test('holds everywhere when the time is over', async () => {
    const time = { elapsed: 0 };
    const simulator = await savedAt(time);
    time.elapsed += WINDOW;
    expect(new Set(await statuses(simulator, 20))).toEqual(new Set([200]));
  });

  test.each([-3_600_000, 3_600_000])('spreads on where the clock is set by %d ms', async (jump) => {
    const time = { elapsed: 0, now: TEST_DAY };
    const simulator = await savedAt(time);
    time.now += jump;
    time.elapsed += turnMs(WINDOW);
    expect(await statuses(simulator, 1)).toEqual([403]);
    time.elapsed += WINDOW;
    expect(await statuses(simulator, 1)).toEqual([200]);
  });

  test('says on the page that it is still on its way, and stops saying so', async () => {
    const time = { elapsed: 0 };
    const simulator = await savedAt(time);
    const person = await visit(simulator);
    const page = `/settings/${PROJECTS.storefront}/limits`;
    expect(await person.page(page)).toContain('still on its way');
    time.elapsed += WINDOW;
    expect(await person.page(page)).not.toContain('still on its way');
  });

  test('during the spread of another still shows the value from before both', async () => {
    const simulator = await practice();
    const at = (elapsed: number): Moment => ({
      now: TEST_DAY,
      elapsed,
      random: () => 0,
      propagationMs: WINDOW,
    });
    const first = savePolicy(simulator.control.world(), PROJECTS.storefront, { kind: 'none' }, at(0));
    const second = savePolicy(first, PROJECTS.storefront, { kind: 'deny_list', models: ['o3'] }, at(10));
    const policy = second.projects[0]?.policy ?? settled({ kind: 'none' });
    const turn = turnMs(WINDOW);
    const shown = [0, turn].map((later) => observedAt(policy, at(10 + later)).kind);
    expect(shown).toEqual(['deny_list', 'allow_list']);
  });
});

describe('a reset', () => {
  test('restores the world and keeps the keys', async () => {
    const simulator = await practice();
    const before = simulator.control.world();
    await (await visit(simulator)).save(PROJECTS.storefront, 'none', []);
    expect(await statuses(simulator, 1)).toEqual([200]);
    simulator.reset();
    expect(simulator.control.world()).toBe(before);
    expect(simulator.control.requests()).toEqual([]);
    expect(await statuses(simulator, 1)).toEqual([403]);
  });
});
