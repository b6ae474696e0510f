/** How one run of the matrix stands in its row of the database. */
import { z } from 'zod';
import type { RunSummary } from '../../shared/history/views';
import { PROBES } from '../../shared/observations/observation';
import type { StoredRow } from './rows';
import { column, StoredTable } from './stored-table';

const text = column('TEXT NOT NULL', z.string());
const count = column('INTEGER NOT NULL', z.number());

export const RUNS = new StoredTable('runs', {
  id: column('TEXT PRIMARY KEY', z.string()),
  kind: column('TEXT NOT NULL', z.enum(['fill', 'confirm'])),
  probe: column('TEXT NOT NULL', z.enum(PROBES)),
  startedAt: text,
  endedAt: column('TEXT', z.string().nullable()),
  total: count,
  done: count,
  state: column('TEXT NOT NULL', z.enum(['running', 'done', 'cancelled', 'interrupted'])),
  keys: count,
  models: count,
  example: column('TEXT', z.string().nullable()),
});

export function toRun(row: StoredRow): RunSummary | null {
  return RUNS.read(row);
}
