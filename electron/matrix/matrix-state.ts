/**
 * What is known of every key and model, kept in memory beside the history it was read from, with a revision at each
 * change, so that the window is sent only what it does not have yet. Bounded by keys and models, not by checks.
 */

import type { CheckRecord } from '../../shared/history/check';
import type { KeySummary } from '../../shared/keys/key';
import type {
  CellCheck,
  KeyRefusal,
  ListState,
  MatrixChanges,
  MatrixModel,
  MatrixRow,
  Order,
  UsableModels,
} from '../../shared/matrix/views';
import type { ListedModel } from '../../shared/models/listed-model';
import { afterFreeTest, asFreeTest } from '../../shared/observations/calibration';
import { resolve } from '../../shared/observations/resolve';
import { sentForBy, speaksFor } from '../../shared/observations/sender';
import { getsPastKey, refusesAll, type Told, toldBy, toldByList } from '../../shared/observations/standing';
import type { HistoryStore } from '../store/history-store';

/** Columns shown at most. A list may hold 100,000 names; no real one has come near this (about 150 in 2026). */
export const MAX_COLUMNS = 3_000;
/** The contract takes no longer names of models. */
const MAX_NAME = 200;

/** One check as it was recorded, or that a list dropped the model. */
interface Recorded extends Told {
  readonly endpoint: string;
  /** null for a list. */
  readonly check: CellCheck | null;
}

interface Row {
  revision: number;
  /** Revision before which no reader can have had the row as it is; it is then sent whole. */
  wholeUntil: number;
  refusal: KeyRefusal | null;
  list: ListState | null;
  listed: ReadonlySet<number> | null;
  listedAt: string | null;
  listedOrder: Order | null;
  /** By endpoint: see `afterFreeTest`. */
  readonly calibrated: Map<string, boolean>;
  readonly checks: Map<number, Entry>;
}

interface Entry {
  readonly revision: number;
  /** The newest of each kind, in order of recording. */
  readonly trail: readonly Recorded[];
}

export class MatrixState {
  readonly #session: string;
  #revision = 0;
  readonly #models: { readonly revision: number; readonly model: MatrixModel }[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #rows = new Map<string, Row>();
  /** Keys that the last answer was about. */
  #told: ReadonlySet<string> = new Set();
  #truncated = false;

  /** Of `keys`, only what was answered to the secrets that they have now, sent as they are now. */
  constructor(session: string, history: HistoryStore, keys: readonly RowKey[]) {
    this.#session = session;
    const known = new Map(keys.map((key) => [key.id, key]));
    for (const { check, models } of history.newest()) {
      const key = known.get(check.keyId);
      if (key === undefined || isOfKey(check, key)) this.apply(check, models);
    }
  }

  /** Takes from the history what was answered to the key as it is asked now. */
  recall(key: RowKey, history: HistoryStore): void {
    for (const { check, models } of history.newest(key.id))
      if (isOfKey(check, key)) this.apply(check, models);
  }

  /** Nothing is known of this key any more: what was said to its former secret, or sent for another project, is not said of it. */
  forget(keyId: string): void {
    if (!this.#rows.delete(keyId)) return;
    this.#revision += 1;
    this.#row(keyId).wholeUntil = this.#revision;
  }

  apply(check: CheckRecord, models: readonly ListedModel[] | null): void {
    this.#revision += 1;
    const row = this.#row(check.keyId);
    this.#applyToKey(row, check);
    if (check.probe === 'list') this.#applyList(row, check, models);
    else if (check.control) this.#calibrate(row, check);
    else this.#applyCheck(row, check);
  }

  /** What free tests are worth with this key at this endpoint. */
  calibrated(keyId: string, endpoint: string): boolean | null {
    return this.#rows.get(keyId)?.calibrated.get(endpoint) ?? null;
  }

  /** Names on the key's newest list; null where it was never answered. */
  listed(keyId: string): readonly string[] | null {
    const listed = this.#rows.get(keyId)?.listed ?? null;
    return listed === null ? null : [...listed].flatMap((number) => this.#models[number]?.model.id ?? []);
  }

  /** See `UsableModels`. A list says less than a refusal of the model itself, and nothing where the whole key is refused. */
  usable(keyId: string): UsableModels | null {
    const row = this.#rows.get(keyId);
    if (row === undefined || row.listed === null || row.listedAt === null || row.refusal !== null)
      return null;
    const isRefused = (column: number) => {
      const standing = standingCheck(row.checks.get(column)?.trail ?? [], row.calibrated);
      return standing?.outcome === 'denied' && !standing.outweighed;
    };
    const columns = [...row.listed].filter((column) => !isRefused(column));
    return { models: columns.flatMap((column) => this.#models[column]?.model ?? []), at: row.listedAt };
  }

  /**
   * Only of these keys. What is known of others stays, bounded by the history: a deleted key can be brought back, and so
   * can one that the keychain holds on to. A restored key is sent in full.
   */
  changesFor(
    keyIds: readonly string[],
    since: { session: string; revision: number } | null,
  ): Omit<MatrixChanges, 'run' | 'rests'> {
    this.#bringBack(keyIds);
    const complete = since === null || since.session !== this.#session || since.revision > this.#revision;
    const from = complete ? -1 : since.revision;
    const firstNewModel = this.#models.findIndex(({ revision }) => revision > from);
    const rows = keyIds.flatMap((keyId) => {
      const row = this.#rows.get(keyId);
      return row === undefined ? [] : [{ keyId, row }];
    });
    return {
      session: this.#session,
      revision: this.#revision,
      complete,
      firstNewModel: firstNewModel < 0 ? this.#models.length : firstNewModel,
      newModels: firstNewModel < 0 ? [] : this.#models.slice(firstNewModel).map(({ model }) => model),
      truncated: this.#truncated,
      anew: rows.filter(({ row }) => row.wholeUntil > from).map(({ keyId }) => keyId),
      rows: rows.filter(({ row }) => row.revision > from).map(({ keyId, row }) => toRowView(keyId, row)),
      checks: rows.flatMap(({ row }) => {
        const news = row.wholeUntil > from ? -1 : from;
        return [...row.checks.values()]
          .filter(({ revision }) => revision > news)
          .flatMap(({ trail }) => standingCheck(trail, row.calibrated) ?? []);
      }),
    };
  }

  #bringBack(keyIds: readonly string[]): void {
    const back = keyIds.filter((keyId) => !this.#told.has(keyId)).flatMap((id) => this.#rows.get(id) ?? []);
    this.#told = new Set(keyIds);
    if (back.length === 0) return;
    this.#revision += 1;
    for (const row of back) {
      row.revision = this.#revision;
      row.wholeUntil = this.#revision;
    }
  }

  #row(keyId: string): Row {
    const known = this.#rows.get(keyId);
    if (known !== undefined) return known;
    const row: Row = {
      revision: this.#revision,
      wholeUntil: 0,
      refusal: null,
      list: null,
      listed: null,
      listedAt: null,
      listedOrder: null,
      calibrated: new Map(),
      checks: new Map(),
    };
    this.#rows.set(keyId, row);
    return row;
  }

  /** What an answer says of the key itself holds for every model of it, at once. */
  #applyToKey(row: Row, check: CheckRecord): void {
    const before = row.refusal;
    const { at, layer, cause } = check;
    if (refusesAll(check)) row.refusal = { at, order: this.#revision, layer, cause };
    else if (getsPastKey({ showed: check })) row.refusal = null;
    if (row.refusal !== before) row.revision = this.#revision;
  }

  #applyList(row: Row, check: CheckRecord, models: readonly ListedModel[] | null): void {
    const { id: checkId, at, outcome, layer, cause, code, durationMs } = check;
    row.revision = this.#revision;
    row.list = { checkId, at, order: this.#revision, outcome, layer, cause, code, durationMs };
    if (models === null) return;
    const before = row.listed;
    row.listed = new Set(models.flatMap((model) => this.#numberOf(model.id, model.shutdownDate) ?? []));
    row.listedAt = at;
    row.listedOrder = this.#revision;
    for (const column of before ?? []) if (!row.listed.has(column)) this.#listChanged(row, column, false);
    for (const column of row.listed) if (before?.has(column) !== true) this.#listChanged(row, column, true);
  }

  /** A list that drops a model outweighs what was answered before, and one that has it, or has it again, says so of the list alone. */
  #listChanged(row: Row, column: number, listed: boolean): void {
    const trail = row.checks.get(column)?.trail;
    if (trail === undefined) return;
    const told = { ...toldByList(listed, true, false), endpoint: '', check: null };
    row.checks.set(column, { revision: this.#revision, trail: remember(trail, told) });
  }

  #applyCheck(row: Row, check: CheckRecord): void {
    const column = check.model === null ? null : this.#numberOf(check.model, null);
    if (column === null) return;
    if (!refusesAll(check)) {
      const { endpoint } = check;
      const next = {
        ...toldBy({ probe: check.probe, showed: check }),
        endpoint,
        check: toCellCheck(check, column, this.#revision),
      };
      const trail = remember(row.checks.get(column)?.trail ?? [], next);
      row.checks.set(column, { revision: this.#revision, trail });
    }
    if (check.probe === 'free_probe') this.#calibrate(row, check);
  }

  /** Cells whose tests are worth more or less by it are told of again. */
  #calibrate(row: Row, check: CheckRecord): void {
    const { probe, endpoint } = check;
    if (probe !== 'free_probe') return;
    const before = row.calibrated.get(endpoint) ?? null;
    const next = afterFreeTest(before, asFreeTest({ ...check, showed: check }));
    if (next === before || next === null) return;
    row.calibrated.set(endpoint, next);
    for (const [column, entry] of row.checks)
      if (entry.trail.some((past) => past.endpoint === endpoint))
        row.checks.set(column, { ...entry, revision: this.#revision });
  }

  #numberOf(model: string, shutdownDate: string | null): number | null {
    const known = this.#numbers.get(model);
    if (known !== undefined) return known;
    if (model.length > MAX_NAME) return null;
    if (this.#models.length >= MAX_COLUMNS) {
      this.#truncated = true;
      return null;
    }
    const number = this.#models.push({ revision: this.#revision, model: { id: model, shutdownDate } }) - 1;
    this.#numbers.set(model, number);
    return number;
  }
}

type RowKey = Pick<KeySummary, 'id' | 'lastFour' | 'kind' | 'sentFor'>;

/** Whether a check tells of the key as it is asked now: by its present secret, with the headers that it is sent with. */
export function isOfKey(check: CheckRecord, key: RowKey): boolean {
  if (check.keyLastFour !== key.lastFour) return false;
  return speaksFor({ sent: check.sent, showed: check }, sentForBy(key));
}

/** Without the older ones of the same kind. What a kind is, the answers themselves say; nothing is judged by it. */
function remember(trail: readonly Recorded[], next: Recorded): readonly Recorded[] {
  return [...trail.filter((item) => kindOf(item) !== kindOf(next)), next];
}

function kindOf({ probe, outcome, strength, layer, check, endpoint }: Recorded): string {
  return [probe, outcome, strength, layer, check?.cause, endpoint].join(' ');
}

/** The check that stands, with the newest one that told nothing more; null where nothing but lists is left. */
function standingCheck(
  trail: readonly Recorded[],
  calibrated: ReadonlyMap<string, boolean>,
): CellCheck | null {
  const { told, unproven } = resolve(trail, ({ endpoint }) => calibrated.get(endpoint) ?? null);
  const newest = trail.findLast(({ check }) => check !== null)?.check ?? null;
  const standing = told?.check ?? newest;
  if (standing === null || newest === null) return null;
  const later = newest.order > standing.order ? newest : null;
  const newerAttempt =
    later === null
      ? null
      : { at: later.at, code: later.code ?? (later.status === null ? null : String(later.status)) };
  return { ...standing, unproven, outweighed: told !== null && told.check === null, newerAttempt };
}

function toRowView(keyId: string, row: Row): MatrixRow {
  const { refusal, list, listedAt, listedOrder } = row;
  const listed = row.listed === null ? null : [...row.listed].sort((a, b) => a - b);
  return { keyId, refusal, list, listed, listedAt, listedOrder };
}

function toCellCheck(check: CheckRecord, column: number, order: Order): CellCheck {
  const { keyId, at, probe, outcome, strength, layer, cause, status, code, durationMs } = check;
  return {
    keyId,
    column,
    checkId: check.id,
    at,
    order,
    probe,
    outcome,
    strength,
    unproven: false,
    outweighed: false,
    layer,
    cause,
    status,
    code,
    durationMs,
    newerAttempt: null,
  };
}
