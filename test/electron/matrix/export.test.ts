import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KEY_IDS } from '../../../electron/practice/blueprint';
import type { Simulator } from '../../../electron/practice/simulator';
import { practice } from '../practice/support';
import { type Bench, benchOn, confirm, fill } from './support';

let simulator: Simulator;
let bench: Bench;

beforeEach(async () => {
  simulator = await practice();
  bench = await benchOn(simulator);
});
afterEach(() => bench.matrix.close());

const { storefront, sandbox } = KEY_IDS;

describe('exporting', () => {
  it('names every cell and holds no secret', async () => {
    await fill(bench.matrix);
    const csv = bench.matrix.export('csv', { kind: 'all' }, 'en');
    const lines = csv.trim().split('\r\n');
    const { newModels, rows } = bench.matrix.read(null);
    expect(lines).toHaveLength(1 + newModels.length * rows.length);
    expect(lines.find((line) => line.startsWith('Storefront · web') && line.includes(',gpt-5.5,'))).toContain(
      ',not_listed,not_listed,,,',
    );
    for (const { secret } of simulator.keys) expect(csv).not.toContain(secret);
  });

  it('holds the chosen cells alone, a line for each, or a page with a line for each key', async () => {
    await fill(bench.matrix);
    await confirm(bench.matrix, [{ keyId: storefront, models: ['gpt-5.5'] }]);
    const cells = [
      { keyId: storefront, models: ['gpt-5.5', 'gpt-5.4-mini'] },
      { keyId: sandbox, models: ['gpt-5.5'] },
    ];
    const what = { kind: 'cells', cells } as const;
    const lines = bench.matrix.export('csv', what, 'en').trim().split('\r\n');
    expect(lines.slice(1).map((line) => line.split(',')[4])).toEqual(
      expect.arrayContaining(['gpt-5.5', 'gpt-5.4-mini', 'gpt-5.5']),
    );
    expect(lines).toHaveLength(4);
    const page = bench.matrix.export('markdown', what, 'en').split('\n');
    const rows = page.filter((line) => line.startsWith('|')).map((line) => line.split('|').slice(1, -1));
    const [heads = [], , ...keys] = rows.map((row) => row.map((cell) => cell.trim()));
    const at = (label: string, model: string) =>
      keys.find(([key]) => key?.startsWith(label) === true)?.[heads.indexOf(model)];
    expect(keys).toHaveLength(2);
    expect([
      at('Storefront', 'gpt-5.5'),
      at('Storefront', 'gpt-5.4-mini'),
      at('Sandbox', 'gpt-5.5'),
      at('Sandbox', 'gpt-5.4-mini'),
    ]).toEqual(['✕ No project access', '○', '○', '']);
    expect(page.filter((line) => line.startsWith('- ')).map((line) => line.slice(0, 5))).toEqual([
      '- ○ *',
      '- ✕ *',
    ]);
  });

  it('tells of one model who has and who lacks it, and since when', async () => {
    await fill(bench.matrix);
    await confirm(bench.matrix, [{ keyId: storefront, models: ['gpt-5.5'] }]);
    const asked = bench.matrix.read(null).rows;
    const first = asked.find(({ keyId }) => keyId === storefront)?.listedAt ?? '';
    const since = bench.matrix.since('gpt-5.5');
    expect(since.find(({ keyId }) => keyId === storefront)?.since).toEqual({
      kind: 'lacks',
      since: first,
      lastHad: null,
    });
    expect(since.find(({ keyId }) => keyId === sandbox)?.since.kind).toBe('has');
    const lines = bench.matrix.export('csv', { kind: 'model', model: 'gpt-5.5' }, 'en').trim().split('\r\n');
    expect(lines[0]).toMatch(/,since,last_otherwise$/);
    expect(lines).toHaveLength(1 + asked.length);
    expect(lines.find((line) => line.startsWith('Storefront · web'))).toContain(`,${first},`);
  });
});
