import { beforeEach, describe, expect, it } from 'vitest';
import { HistoryService } from '../../../electron/history/history-service';
import { openDatabase } from '../../../electron/store/database';
import { HistoryStore } from '../../../electron/store/history-store';
import { EVERY_CHECK, EXPORT_FORMATS, type HistoryFilter } from '../../../shared/history/views';
import { checkRecord } from '../../support/check-record';
import { manualEnvironment } from '../../support/manual-environment';
import { wholeText } from '../../support/whole-text';

const ALL: HistoryFilter = EVERY_CHECK;
const ROWS = 1_000;

let store: HistoryStore;
let history: HistoryService;

beforeEach(() => {
  const environment = manualEnvironment();
  const { database } = openDatabase(':memory:', environment.now);
  store = new HistoryStore(database);
  history = new HistoryService({
    store,
    environment,
    keepDays: () => 0,
    recorded: () => undefined,
    rewritten: () => undefined,
  });
});

function fill(): void {
  for (let number = 0; number < ROWS; number += 1)
    store.record(checkRecord({ id: `check-${number}`, durationMs: number }), null);
}

describe('an exported history', () => {
  it('holds every row once, newest first', async () => {
    fill();
    const text = await wholeText(history.export(ALL, 'json'));
    const rows: readonly { readonly duration_ms: number }[] = JSON.parse(text);
    expect(rows.map((row) => row.duration_ms)).toEqual(
      Array.from({ length: ROWS }, (_, index) => ROWS - 1 - index),
    );
  });

  it.each(EXPORT_FORMATS)('has a head, and a line for each row, as %s', async (format) => {
    const whole = () => wholeText(history.export(ALL, format));
    expect((await whole()).trimEnd().split('\n')).toHaveLength({ csv: 1, json: 1, markdown: 2 }[format]);
    fill();
    const lines = (await whole()).trimEnd().split(format === 'json' ? '\n  },' : '\n');
    expect(lines).toHaveLength({ csv: ROWS + 1, json: ROWS, markdown: ROWS + 2 }[format]);
  });

  it('passes over a row that cannot be read, not over those behind it', async () => {
    fill();
    store.record(checkRecord({ id: 'unreadable', outcome: 'future' as 'listed' }), null);
    const text = await wholeText(history.export(ALL, 'csv'));
    expect(text.trimEnd().split('\n')).toHaveLength(ROWS + 1);
  });

  it('lets the app do what else is due between its parts, and leaves out what comes meanwhile', async () => {
    fill();
    let turns = 0;
    const turn = () => {
      turns += 1;
      timer = setImmediate(turn);
    };
    let timer = setImmediate(turn);
    let rows = 0;
    let parts = 0;
    for await (const part of history.export(ALL, 'csv')) {
      rows += part.split('\n').length - 1;
      if (rows > 1) store.record(checkRecord({ id: `meanwhile-${parts}` }), null);
      parts += 1;
    }
    clearImmediate(timer);
    expect([turns >= 5, rows]).toEqual([true, ROWS + 1]);
  });
});
