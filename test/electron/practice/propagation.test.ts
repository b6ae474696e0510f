import { describe, expect, test } from 'vitest';
import { KEY_IDS, PROJECTS } from '../../../electron/practice/blueprint';
import type { Simulator } from '../../../electron/practice/simulator';
import { type Moment, observed, savePolicy, settled } from '../../../electron/practice/world';
import { visit } from './console-support';
import { call, practice, seeded, TEST_DAY } from './support';

const WINDOW = 60_000;

async function statuses(simulator: Simulator, count: number): Promise<readonly number[]> {
  const seen: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const body = { model: 'gpt-5.5', input: 'hi', max_output_tokens: 16 };
    seen.push((await call(simulator, '/responses', { keyId: KEY_IDS.storefront, body })).status);
  }
  return seen;
}

async function savedAt(time: { now: number }): Promise<Simulator> {
  const simulator = await practice({ now: () => time.now, propagationMs: WINDOW });
  await (await visit(simulator)).save(PROJECTS.storefront, 'none', []);
  return simulator;
}

describe('a saved change', () => {
  test('flickers between old and new while it spreads', async () => {
    const time = { now: TEST_DAY };
    const simulator = await savedAt(time);
    time.now += WINDOW - 1;
    const seen = await statuses(simulator, 30);
    expect(new Set(seen)).toEqual(new Set([200, 403]));
    const turns = seen.filter((status, index) => index > 0 && status !== seen[index - 1]).length;
    expect(turns).toBeGreaterThan(2);
  });

  test('holds everywhere when the time is over', async () => {
    const time = { now: TEST_DAY };
    const simulator = await savedAt(time);
    time.now += WINDOW;
    expect(new Set(await statuses(simulator, 20))).toEqual(new Set([200]));
  });

  test('says on the page that it is still on its way, and stops saying so', async () => {
    const time = { now: TEST_DAY };
    const simulator = await savedAt(time);
    const person = await visit(simulator);
    const page = `/settings/${PROJECTS.storefront}/limits`;
    expect(await person.page(page)).toContain('still on its way');
    time.now += WINDOW;
    expect(await person.page(page)).not.toContain('still on its way');
  });

  test('flickers the same way for the same throws', async () => {
    const run = async () => {
      const simulator = await practice({ random: seeded(7), propagationMs: WINDOW });
      await (await visit(simulator)).save(PROJECTS.storefront, 'none', []);
      return statuses(simulator, 12);
    };
    expect(await run()).toEqual(await run());
  });

  test('during the spread of another still shows the value from before both', async () => {
    const simulator = await practice();
    const at = (now: number, throwOf: number): Moment => ({
      now,
      random: () => throwOf,
      propagationMs: WINDOW,
    });
    const first = savePolicy(
      simulator.control.world(),
      PROJECTS.storefront,
      { kind: 'none' },
      at(TEST_DAY, 0),
    );
    const second = savePolicy(
      first,
      PROJECTS.storefront,
      { kind: 'deny_list', models: ['o3'] },
      at(TEST_DAY + 10, 0),
    );
    const policy = second.projects[0]?.policy ?? settled({ kind: 'none' });
    const shown = [0, 0.99].map((throwOf) => observed(policy, at(TEST_DAY + 20, throwOf)).kind);
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
