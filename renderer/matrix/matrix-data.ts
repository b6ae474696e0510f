/** What the window knows of the matrix, put together from what the main process sends piece by piece. */
import { type Cell, cellOf } from '../../shared/matrix/cell';
import type {
  CellCheck,
  MatrixChanges,
  MatrixModel,
  MatrixRow,
  RunView,
  UnfinishedRun,
} from '../../shared/matrix/views';

export interface RowData {
  readonly row: MatrixRow;
  readonly listed: ReadonlySet<number>;
  readonly checks: ReadonlyMap<number, CellCheck>;
}

export interface MatrixData {
  readonly session: string;
  readonly revision: number;
  readonly models: readonly MatrixModel[];
  readonly truncated: boolean;
  readonly rows: ReadonlyMap<string, RowData>;
  readonly run: RunView | null;
  readonly rests: readonly UnfinishedRun[];
}

function emptyRow(keyId: string): MatrixRow {
  return { keyId, refusal: null, list: null, listed: null, listedAt: null, listedOrder: null };
}

/** A key that nothing is known of. */
export function unknownRow(keyId: string): RowData {
  return { row: emptyRow(keyId), listed: new Set(), checks: new Map() };
}

/** Whether the key was never asked which models it lists. */
export function isUnasked(known: RowData | undefined): boolean {
  return (
    known === undefined ||
    (known.row.list === null && known.row.listed === null && known.row.refusal === null)
  );
}

/** Rows that did not change stay the same objects, so that they are not drawn again. */
export function applyChanges(old: MatrixData | null, changes: MatrixChanges): MatrixData {
  const base = changes.complete ? null : old;
  const models = base?.models.slice(0, changes.firstNewModel) ?? [];
  const rows = new Map(base?.rows);
  for (const keyId of changes.anew) rows.delete(keyId);
  for (const row of changes.rows) {
    const before = rows.get(row.keyId) ?? unknownRow(row.keyId);
    rows.set(row.keyId, { ...before, row, listed: new Set(row.listed) });
  }
  for (const [keyId, checks] of byKey(changes.checks)) {
    const before = rows.get(keyId) ?? unknownRow(keyId);
    const merged = new Map(before.checks);
    for (const check of checks) merged.set(check.column, check);
    rows.set(keyId, { ...before, checks: merged });
  }
  return {
    session: changes.session,
    revision: changes.revision,
    models: changes.newModels.length === 0 && base !== null ? base.models : [...models, ...changes.newModels],
    truncated: changes.truncated,
    rows,
    run: changes.run,
    rests: changes.rests,
  };
}

function byKey(checks: readonly CellCheck[]): ReadonlyMap<string, readonly CellCheck[]> {
  const groups = new Map<string, CellCheck[]>();
  for (const check of checks) {
    const group = groups.get(check.keyId);
    if (group === undefined) groups.set(check.keyId, [check]);
    else group.push(check);
  }
  return groups;
}

export function cellAt(data: RowData, column: number, gone: boolean): Cell {
  return cellOf(data.row, data.listed.has(column), gone, data.checks.get(column) ?? null);
}

/** Milliseconds that a test took on average: of the free ones, else of the lists; null where nothing was asked yet. */
export function typicalMs({ rows }: MatrixData): number | null {
  const known = [...rows.values()];
  const tests = known.flatMap(({ checks }) =>
    [...checks.values()].filter(({ probe }) => probe === 'free_probe').map(({ durationMs }) => durationMs),
  );
  return mean(tests) ?? mean(known.flatMap(({ row: { list } }) => (list === null ? [] : [list.durationMs])));
}

function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
