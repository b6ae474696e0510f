import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { KeyColour, KeyKind, SentFor } from '../../shared/keys/key';
import { hasHeaders } from '../../shared/observations/sender';
import { DeletionLedger } from './deletion-ledger';
import type { HeldKey, KeyTable, KeyUse, Named, SecretFacts, StoredDetails } from './key-table';
import { readable, type StoredRow, together } from './rows';
import { column, type RowOf, sqlName } from './stored-table';

/**
 * By this a row or a secret is found. Bytes that are no text are handed out with U+FFFD in their place, by which nothing is ever
 * found: such a row would be listed, and be out of reach.
 */
const handle = z
  .string()
  .min(1)
  .refine((text) => !text.includes('\uFFFD'));

/** The columns that every table of keys has. A row is unreadable without those that have no value to fall back on. */
export const HELD_COLUMNS = {
  id: column('TEXT PRIMARY KEY', handle),
  label: column('TEXT NOT NULL', z.string()),
  account: column('TEXT NOT NULL UNIQUE', handle),
  fingerprint: column('TEXT NOT NULL UNIQUE', z.string()),
  lastFour: column('TEXT NOT NULL', z.string()),
  baseUrl: column('TEXT NOT NULL', z.string()),
  addedAt: column('TEXT NOT NULL', z.string()),
  checkedAt: column('TEXT', z.string().nullable().catch(null)),
  // Only the one word hides a row: an unknown state is no reason to hide a key, let alone to delete it.
  state: column('TEXT NOT NULL', z.unknown()),
} as const;

type HeldRow = RowOf<typeof HELD_COLUMNS>;

/** What the table of admin keys has no columns for: all of them are of one kind and without colour, and take no such headers. */
interface Own {
  readonly kind: KeyKind;
  readonly colour: KeyColour | null;
  readonly sentFor: SentFor;
}

interface Summary extends Named {
  readonly health: unknown;
}

/** By the names that the code has for the columns. */
export type Cells = Readonly<Record<string, string | number | null>>;

/** As much of a `StoredTable` as is needed. */
interface RowsOf<R> {
  readonly name: string;
  readonly selected: string;
  read(row: StoredRow): R | null;
  insert(database: DatabaseSync, cells: Cells): void;
}

/** What one table has beside the columns of `HELD_COLUMNS`, and how its rows are shown. */
export interface TableShape<R extends HeldRow, S extends Summary> {
  readonly table: RowsOf<R>;
  readonly use: KeyUse;
  readonly ownOf: (row: R) => Own;
  readonly summaryOf: (row: R) => S;
  readonly detailCells: (details: StoredDetails) => Cells;
  readonly secretCells: (facts: Pick<SecretFacts, 'kind'>) => Cells;
  /** What was learned with one secret says nothing of the next: this is written when a key gets another. */
  readonly unlearned: Cells;
}

/** What both tables of keys do alike. Each is a class of its own, so that no query ever reads both. */
export abstract class HeldTable<R extends HeldRow, S extends Summary> implements KeyTable {
  readonly use: KeyUse;
  protected readonly database: DatabaseSync;
  readonly #shape: TableShape<R, S>;
  readonly #ledger: DeletionLedger;

  protected constructor(database: DatabaseSync, shape: TableShape<R, S>) {
    this.use = shape.use;
    this.database = database;
    this.#shape = shape;
    this.#ledger = new DeletionLedger(database);
  }

  /** Keys whose deletion was decided on are not shown. */
  list(): readonly S[] {
    const decided = this.#ledger.decided();
    return this.#rows()
      .filter((row) => !isAdding(row) && !decided.has(row.account))
      .map(this.#shape.summaryOf);
  }

  find(id: string): S | null {
    const row = this.#row('id', id);
    const isShown = row !== null && !isAdding(row) && !this.#ledger.hasDecided(row.account);
    return isShown ? this.#shape.summaryOf(row) : null;
  }

  findByFingerprint(fingerprint: string): S | null {
    const row = this.#row('fingerprint', fingerprint);
    return row === null ? null : this.#shape.summaryOf(row);
  }

  shown(): readonly string[] {
    return this.list().map(({ id }) => id);
  }

  held(): readonly HeldKey[] {
    return this.#rows().map((row) => this.#heldOf(row));
  }

  heldAs(id: string): HeldKey | null {
    const row = this.#row('id', id);
    return row === null ? null : this.#heldOf(row);
  }

  #heldOf(row: R): HeldKey {
    const { id, label, account, fingerprint, lastFour, baseUrl, addedAt } = row;
    const { kind, colour, sentFor } = this.#shape.ownOf(row);
    const chosen = hasHeaders(sentFor) ? { sentFor } : {};
    const details = { id, use: this.use, label, baseUrl, colour, ...chosen, addedAt };
    return { id, account, fingerprint, kind, lastFour, adding: isAdding(row), details };
  }

  #rows(): readonly R[] {
    const { table } = this.#shape;
    const all = this.database
      .prepare(`SELECT ${table.selected} FROM ${table.name} ORDER BY added_at, rowid`)
      .all();
    return readable(all, (row) => table.read(row));
  }

  #row(column: 'id' | 'fingerprint', value: string): R | null {
    const { table } = this.#shape;
    const row = this.database
      .prepare(`SELECT ${table.selected} FROM ${table.name} WHERE ${column} = ?`)
      .get(value);
    return row === undefined ? null : table.read(row);
  }

  unreadable(): number {
    return this.#unreadableRows().length;
  }

  setAsideUnreadable(at: string): void {
    const bad = this.#unreadableRows();
    if (bad.length === 0) return;
    together(this.database, () => {
      const keep = this.database.prepare('INSERT INTO unreadable_rows (of_table, at, body) VALUES (?, ?, ?)');
      const remove = this.database.prepare(`DELETE FROM ${this.#shape.table.name} WHERE rowid = ?`);
      for (const row of bad) {
        keep.run(this.#shape.table.name, at, JSON.stringify(row));
        remove.run(row['place'] ?? null);
      }
    });
  }

  #unreadableRows(): readonly StoredRow[] {
    const { table } = this.#shape;
    return this.database
      .prepare(`SELECT rowid AS place, ${table.selected} FROM ${table.name}`)
      .all()
      .filter((row) => table.read(row) === null);
  }

  begin(details: StoredDetails, facts: SecretFacts, state: 'adding' | 'stored' = 'adding'): void {
    this.#shape.table.insert(this.database, {
      id: details.id,
      label: details.label,
      baseUrl: details.baseUrl,
      addedAt: details.addedAt,
      account: facts.account,
      ...this.#shape.detailCells(details),
      ...this.#cellsOf(facts),
      state,
    });
  }

  confirm(id: string): void {
    this.write(id, { state: 'stored' });
  }

  forget(id: string): void {
    this.database.prepare(`DELETE FROM ${this.#shape.table.name} WHERE id = ?`).run(id);
  }

  replaceSecret(id: string, facts: SecretFacts): void {
    this.write(id, {
      account: facts.account,
      ...this.#cellsOf(facts),
      health: null,
      checkedAt: null,
      ...this.#shape.unlearned,
    });
  }

  mendFacts(id: string, facts: Omit<SecretFacts, 'account'>): void {
    this.write(id, this.#cellsOf(facts));
  }

  setBaseUrl(id: string, baseUrl: string): void {
    this.write(id, { baseUrl });
  }

  recordHealth(id: string, health: NonNullable<S['health']>, at: string): void {
    this.write(id, { health: JSON.stringify(health), checkedAt: at });
  }

  #cellsOf(facts: Omit<SecretFacts, 'account'>): Cells {
    const { fingerprint, lastFour } = facts;
    return { fingerprint, lastFour, ...this.#shape.secretCells(facts) };
  }

  /** Names of columns come from the code alone, never from data. */
  protected write(id: string, cells: Cells): void {
    const assigned = Object.keys(cells).map((name) => `${sqlName(name)} = ?`);
    this.database
      .prepare(`UPDATE ${this.#shape.table.name} SET ${assigned.join()} WHERE id = ?`)
      .run(...Object.values(cells), id);
  }
}

function isAdding({ state }: Pick<HeldRow, 'state'>): boolean {
  return state === 'adding';
}
