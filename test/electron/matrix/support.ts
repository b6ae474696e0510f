/** A matrix over real HTTP: keys of a simulator, in a database in memory or on disk. */
import type { DatabaseSync } from 'node:sqlite';
import { recorderOf } from '../../../electron/app/recorder';
import type { Environment } from '../../../electron/base/environment';
import { systemTimers, type Timers } from '../../../electron/base/timers';
import { HistoryService } from '../../../electron/history/history-service';
import type { KeyService } from '../../../electron/keys/key-service';
import { MatrixService } from '../../../electron/matrix/matrix-service';
import type { PracticeKey } from '../../../electron/practice/world';
import { Checker } from '../../../electron/probes/checker';
import { Prober } from '../../../electron/probes/prober';
import { type QueueLimits, RequestQueue } from '../../../electron/probes/request-queue';
import { openDatabase } from '../../../electron/store/database';
import { HistoryStore } from '../../../electron/store/history-store';
import { cellOf } from '../../../shared/matrix/cell';
import type { MatrixChanges, RunView } from '../../../shared/matrix/views';
import { isShutDown } from '../../../shared/models/retirements';
import { installedKeys } from '../../support/safe';
import { until } from '../../support/until';

export interface Bench {
  readonly keys: KeyService;
  readonly history: HistoryService;
  readonly store: HistoryStore;
  readonly matrix: MatrixService;
  readonly queue: RequestQueue;
  readonly database: DatabaseSync;
}

export interface BenchOptions {
  readonly limits?: QueueLimits;
  readonly timeoutMs?: number;
  readonly database?: DatabaseSync;
  readonly keyIds?: readonly string[];
  readonly now?: () => Date;
  /** For what the matrix itself puts off. */
  readonly timers?: Timers;
  readonly changed?: () => void;
}

/** Where the keys are used, and which there are. */
interface Served {
  readonly apiBaseUrl: string;
  readonly keys: readonly Pick<PracticeKey, 'id' | 'secret' | 'label'>[];
}

let ids = 0;

export async function benchOn(simulator: Served, options: BenchOptions = {}): Promise<Bench> {
  const now = options.now ?? (() => new Date());
  const environment: Environment = {
    timers: options.timers ?? systemTimers,
    now,
    newId: () => {
      ids += 1;
      return `id-${ids}`;
    },
    random: Math.random,
  };
  const database = options.database ?? openDatabase(':memory:', now).database;
  const keys = installedKeys(environment, { database }).keys;
  for (const { id, secret, label } of simulator.keys)
    if (options.keyIds?.includes(id) !== false)
      await keys.addAs(id, { secret, label, baseUrl: simulator.apiBaseUrl });
  const queue = new RequestQueue(
    { timers: systemTimers, random: Math.random },
    options.limits ?? { overall: 8, perKey: 2 },
  );
  const store = new HistoryStore(database);
  const history = new HistoryService({
    store,
    environment,
    keepDays: () => 0,
    recorded: (check, models) => matrix.recorded(check, models),
    rewritten: (keyIds) => matrix.rewritten(keyIds),
  });
  const prober = new Prober((url, init) => fetch(url, init), options.timeoutMs ?? 5_000);
  const checker = new Checker({ prober, queue, environment, record: recorderOf(keys, history), keys });
  const changed = options.changed ?? (() => undefined);
  const matrix: MatrixService = new MatrixService({
    keys,
    checker,
    history,
    store,
    environment,
    queue,
    isOnline: () => true,
    changed,
  });
  return { keys, history, store, matrix, queue, database };
}

/** Resolves when the run is over. */
export async function runOver(matrix: MatrixService, limitMs?: number): Promise<RunView> {
  await until('the end of the run', () => endedRun(matrix) !== null, limitMs);
  const run = endedRun(matrix);
  if (run === null) throw new Error('The run began again.');
  return run;
}

function endedRun({ run }: MatrixService): RunView | null {
  const goesOn = run?.state === 'running' || run?.state === 'paused';
  return run === null || goesOn || run.inFlight.length > 0 ? null : run;
}

export async function fill(matrix: MatrixService, keyIds: readonly string[] = []): Promise<RunView> {
  const started = matrix.start({ kind: 'fill', keyIds });
  if (!started.ok) throw new Error(started.error.code);
  return runOver(matrix);
}

export async function confirm(
  matrix: MatrixService,
  cells: readonly { readonly keyId: string; readonly models: readonly string[] }[],
  probe: 'free_probe' | 'real_probe' = 'free_probe',
  limitMs?: number,
): Promise<RunView> {
  const started = matrix.start({ kind: 'confirm', probe, cells, consent: true, expensive: false });
  if (!started.ok) throw new Error(started.error.code);
  return runOver(matrix, limitMs);
}

/** State and basis of one cell, as in `denied by check at policy`. */
export function cellText(changes: MatrixChanges, keyId: string, model: string, today = '2026-11-22'): string {
  const column = changes.newModels.findIndex(({ id }) => id === model);
  const row = changes.rows.find((candidate) => candidate.keyId === keyId);
  const found = changes.newModels[column];
  if (row === undefined || found === undefined) return 'none';
  const check = changes.checks.find((each) => each.keyId === keyId && each.column === column) ?? null;
  const cell = cellOf(row, row.listed?.includes(column) ?? false, isShutDown(found, today), check);
  return `${cell.state} by ${cell.basis}${cell.layer === null ? '' : ` at ${cell.layer}`}`;
}
