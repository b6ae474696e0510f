import { beforeEach, describe, expect, it } from 'vitest';
import { KEY_IDS } from '../../../electron/practice/blueprint';
import { practice } from '../practice/support';
import { type Bench, benchOn, fill } from './support';

let bench: Bench;

beforeEach(async () => {
  bench = await benchOn(await practice());
});

const { research, sandbox } = KEY_IDS;

const pass = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

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
});

describe('closing', () => {
  it('says at once that the run is over, as the taskbar shows it', async () => {
    const slow = await practice({ latencyMs: 200 });
    const said: (string | null)[] = [];
    const closing = await benchOn(slow, { changed: () => said.push(closing.matrix.run?.state ?? null) });
    closing.matrix.start({ kind: 'fill', keyIds: [] });
    closing.matrix.close();
    expect(said.at(-1)).toBe('cancelled');
    await pass(300);
    expect(said).toEqual(['cancelled']);
  });
});
