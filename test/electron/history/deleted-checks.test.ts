/** Tests that a person deletes: gone at once with all they left, and back as they were for ten seconds. */
import type { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it } from 'vitest';
import { UNDO_MS } from '../../../electron/base/deleted-for-now';
import { KEY_IDS } from '../../../electron/practice/blueprint';
import { CaseStore } from '../../../electron/store/case-store';
import { EVERY_CHECK } from '../../../shared/history/views';
import { historyOn } from '../../support/history-on';
import { manualEnvironment } from '../../support/manual-environment';
import { storedCase } from '../../support/stored-case';
import { wholeText } from '../../support/whole-text';
import { type Bench, benchOn, cellText, fill } from '../matrix/support';
import { practice } from '../practice/support';

const { sandbox } = KEY_IDS;
const MODEL = 'gpt-5.5';
const environment = manualEnvironment();

let bench: Bench;
let database: DatabaseSync;

beforeEach(async () => {
  bench = await benchOn(await practice());
  database = bench.database;
  await fill(bench.matrix, [sandbox]);
  for (const model of [MODEL, 'gpt-5.4-mini']) await test(model);
});

const test = (model: string) =>
  bench.matrix.retest({ keyId: sandbox, model, probe: 'free_probe', consent: false });
const page = () => bench.history.page(EVERY_CHECK, null);
const ids = () => page().checks.map(({ id }) => id);
const names = () => page().checks.map(({ model }) => model ?? 'list');
const cell = () => cellText(bench.matrix.read(null), sandbox, MODEL);

/** Everything that is kept, in order of recording. */
const kept = () =>
  ['checks', 'observations', 'model_lists'].map((table) =>
    database.prepare(`SELECT * FROM ${table} ORDER BY rowid`).all(),
  );

describe('tests that were deleted', () => {
  it('are gone from history and matrix with all they left, and back as they were', () => {
    const before = kept();
    const newest = cell();
    const [last = '', tested = '', list = ''] = ids();
    expect(bench.history.delete([tested])).toEqual({ kept: 0 });
    expect([names(), cell()]).toEqual([['gpt-5.4-mini', 'list'], 'listed by list']);
    bench.history.delete([last, list]);
    expect([names(), kept(), cell()]).toEqual([[], [[], [], []], 'unknown by nothing']);
    expect([bench.history.deleted()?.count, bench.history.undoDelete(), kept(), cell()]).toEqual([
      3,
      true,
      before,
      newest,
    ]);
  });

  it('are older than what was recorded meanwhile, though the places of the newest were given out again', async () => {
    bench.history.delete(ids().slice(0, 2));
    await test('gpt-4.1');
    bench.history.undoDelete();
    expect(names()).toEqual(['gpt-4.1', 'gpt-5.4-mini', MODEL, 'list']);
    await test('gpt-4.1');
    expect(names()).toHaveLength(5);
  });

  it('are not those that a case rests on, which are counted', () => {
    const [last = '', tested = ''] = ids();
    const cases = new CaseStore(database);
    const observation = bench.history.find(tested);
    cases.save({
      ...storedCase('case-1', '2026-11-22T10:00:00.000Z'),
      evidence: [{ kind: 'unreadable', id: tested, at: observation?.at ?? '' }],
    });
    expect(bench.history.delete([last, tested, 'none'])).toEqual({ kept: 1 });
    expect(names()).toEqual([MODEL, 'list']);
    expect([bench.history.delete([tested]), bench.history.deleted()?.count]).toEqual([{ kept: 1 }, 1]);
    cases.delete(['case-1']);
    expect(bench.history.delete([tested])).toEqual({ kept: 0 });
  });

  it('are exported alone where they are chosen, newest first', async () => {
    const [last = '', , list = ''] = ids();
    const rows = JSON.parse(await wholeText(bench.history.exportThese([list, last, 'none'], 'json'))) as {
      probe: string;
    }[];
    expect(rows.map(({ probe }) => probe)).toEqual(['free_probe', 'list']);
  });
});

it('keeps deleted tests no longer than it says', async () => {
  const history = historyOn(database, environment);
  history.delete(ids());
  await environment.timers.advance(UNDO_MS);
  expect([history.deleted(), history.undoDelete(), names()]).toEqual([null, false, []]);
});
