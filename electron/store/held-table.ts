import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { z } from 'zod';
import type { KeyColour, KeyKind, SentFor } from '../../shared/keys/key';
import { hasHeaders } from '../../shared/observations/sender';
import { DeletionLedger } from './deletion-ledger';
import type { HeldKey, KeyTable, KeyUse, Named, SecretFacts, StoredDetails } from './key-table';
import { readable, type StoredRow, together } from './rows';

/** The columns that every table of keys has. A row is unreadable without those that have no value to fall back on. */
export const HELD_COLUMNS = {
  id: z.string().min(1),
  label: z.string(),
  account: z.string().min(1),
  fingerprint: z.string(),
  last_four: z.string(),
  base_url: z.string(),
  added_at: z.string(),
  checked_at: z.string().nullable().catch(null),
  // Only the one word hides a row: an unknown state is no reason to hide a key, let alone to delete it.
  state: z.unknown(),
} as const;

type HeldRow = z.infer<z.ZodObject<typeof HELD_COLUMNS>> & {
  readonly kind: KeyKind;
  readonly colour: KeyColour | null;
  /** No columns of the table of admin keys, which take no such headers. */
  readonly sent_organization?: string | null;
  readonly sent_project?: string | null;
};

interface Summary extends Named {
  readonly health: unknown;
}

export type Cells = Readonly<Record<string, SQLInputValue>>;

/** What one table has beside the columns of `HELD_COLUMNS`, and how its rows are shown. */
export interface TableShape<R extends HeldRow, S extends Summary> {
  readonly name: 'keys' | 'admin_keys';
  readonly use: KeyUse;
  readonly row: z.ZodType<R>;
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
    const { id, label, account, fingerprint, kind, colour } = row;
    const { base_url: baseUrl, added_at: addedAt, last_four: lastFour } = row;
    const sentFor = sentForIn(row);
    const chosen = hasHeaders(sentFor) ? { sentFor } : {};
    const details = { id, use: this.use, label, baseUrl, colour, ...chosen, addedAt };
    return { id, account, fingerprint, kind, lastFour, adding: isAdding(row), details };
  }

  #rows(): readonly R[] {
    const all = this.database.prepare(`SELECT * FROM ${this.#shape.name} ORDER BY added_at, id`).all();
    return readable(all, (row) => this.#read(row));
  }

  #row(column: 'id' | 'fingerprint', value: string): R | null {
    const row = this.database.prepare(`SELECT * FROM ${this.#shape.name} WHERE ${column} = ?`).get(value);
    return row === undefined ? null : this.#read(row);
  }

  #read(row: StoredRow): R | null {
    return this.#shape.row.safeParse(row).data ?? null;
  }

  unreadable(): number {
    return this.#unreadableRows().length;
  }

  setAsideUnreadable(at: string): void {
    const bad = this.#unreadableRows();
    if (bad.length === 0) return;
    together(this.database, () => {
      const keep = this.database.prepare('INSERT INTO unreadable_rows (of_table, at, body) VALUES (?, ?, ?)');
      const remove = this.database.prepare(`DELETE FROM ${this.#shape.name} WHERE rowid = ?`);
      for (const row of bad) {
        keep.run(this.#shape.name, at, JSON.stringify(row));
        remove.run(row['place'] ?? null);
      }
    });
  }

  #unreadableRows(): readonly StoredRow[] {
    return this.database
      .prepare(`SELECT rowid AS place, * FROM ${this.#shape.name}`)
      .all()
      .filter((row) => this.#read(row) === null);
  }

  begin(details: StoredDetails, facts: SecretFacts, state: 'adding' | 'stored' = 'adding'): void {
    const cells = {
      id: details.id,
      label: details.label,
      base_url: details.baseUrl,
      added_at: details.addedAt,
      account: facts.account,
      ...this.#shape.detailCells(details),
      ...this.#cellsOf(facts),
      state,
    };
    const names = Object.keys(cells);
    this.database
      .prepare(`INSERT INTO ${this.#shape.name} (${names.join()}) VALUES (${names.map(() => '?').join()})`)
      .run(...Object.values(cells));
  }

  confirm(id: string): void {
    this.write(id, { state: 'stored' });
  }

  forget(id: string): void {
    this.database.prepare(`DELETE FROM ${this.#shape.name} WHERE id = ?`).run(id);
  }

  replaceSecret(id: string, facts: SecretFacts): void {
    this.write(id, {
      account: facts.account,
      ...this.#cellsOf(facts),
      health: null,
      checked_at: null,
      ...this.#shape.unlearned,
    });
  }

  mendFacts(id: string, facts: Omit<SecretFacts, 'account'>): void {
    this.write(id, this.#cellsOf(facts));
  }

  setBaseUrl(id: string, baseUrl: string): void {
    this.write(id, { base_url: baseUrl });
  }

  recordHealth(id: string, health: NonNullable<S['health']>, at: string): void {
    this.write(id, { health: JSON.stringify(health), checked_at: at });
  }

  #cellsOf(facts: Omit<SecretFacts, 'account'>): Cells {
    const { fingerprint, lastFour } = facts;
    return { fingerprint, last_four: lastFour, ...this.#shape.secretCells(facts) };
  }

  /** Names of columns come from the code alone, never from data. */
  protected write(id: string, cells: Cells): void {
    const assigned = Object.keys(cells).map((name) => `${name} = ?`);
    this.database
      .prepare(`UPDATE ${this.#shape.name} SET ${assigned.join()} WHERE id = ?`)
      .run(...Object.values(cells), id);
  }
}

export function sentForIn({ sent_organization, sent_project }: HeldRow): SentFor {
  return { organization: sent_organization ?? null, project: sent_project ?? null };
}

function isAdding({ state }: Pick<HeldRow, 'state'>): boolean {
  return state === 'adding';
}
