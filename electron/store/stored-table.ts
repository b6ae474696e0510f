/** What is known of a table's columns, once: how it is created, written, selected and read follows from this list. */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { StoredRow } from './rows';

export interface Column<V> {
  /** In SQL: the type, and what holds of every value. */
  readonly type: string;
  readonly read: z.ZodType<V>;
}

/** By the name that the code has for each. The database has the same name in small letters with underscores. */
export type Columns = Readonly<Record<string, Column<unknown>>>;

export type RowOf<C extends Columns> = { readonly [K in keyof C]: z.infer<C[K]['read']> };
export type CellsOf<C extends Columns> = Readonly<Record<keyof C, string | number | null>>;

export function column<V>(type: string, read: z.ZodType<V>): Column<V> {
  return { type, read };
}

/** The name of a column in the database. */
export function sqlName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Some columns of a table, as a statement names them and as its rows are read. */
class StoredColumns<C extends Columns> {
  /** For a SELECT, which gives each column the name that the code has for it. */
  readonly selected: string;
  readonly #schema: z.ZodType<RowOf<C>>;

  constructor(columns: C) {
    this.selected = Object.keys(columns)
      .map((name) => (sqlName(name) === name ? name : `${sqlName(name)} AS ${name}`))
      .join(', ');
    const shape = Object.entries(columns).map(([name, { read }]) => [name, read]);
    this.#schema = z.object(Object.fromEntries(shape)) as unknown as z.ZodType<RowOf<C>>;
  }

  /** null where a cell cannot be read, as in a row that was damaged or that something else wrote. */
  read(row: StoredRow): RowOf<C> | null {
    return this.#schema.safeParse(row).data ?? null;
  }
}

export class StoredTable<C extends Columns> extends StoredColumns<C> {
  readonly name: string;
  readonly columns: C;

  /** Names come from the code alone, never from data. */
  constructor(name: string, columns: C) {
    super(columns);
    this.name = name;
    this.columns = columns;
  }

  get create(): string {
    const columns = Object.entries(this.columns).map(([name, { type }]) => `${sqlName(name)} ${type}`);
    return `CREATE TABLE ${this.name} (${columns.join(', ')}) STRICT;`;
  }

  only<K extends keyof C & string>(...names: readonly K[]): StoredColumns<Pick<C, K>> {
    const some = Object.fromEntries(names.map((name) => [name, this.columns[name]]));
    return new StoredColumns(some as unknown as Pick<C, K>);
  }

  /** A column without a cell takes its default. `onConflict`: what follows the values in SQL. Throws what the disk throws. */
  insert(database: DatabaseSync, cells: Partial<CellsOf<C>>, onConflict = ''): void {
    const given = Object.keys(this.columns).flatMap((name) => {
      const cell = cells[name];
      return cell === undefined ? [] : [{ name: sqlName(name), cell }];
    });
    const names = given.map(({ name }) => name).join();
    const values = given.map(() => '?').join();
    database
      .prepare(`INSERT INTO ${this.name} (${names}) VALUES (${values}) ${onConflict}`)
      .run(...given.map(({ cell }) => cell));
  }
}
