/** Lists of models, each kept once: a key's list rarely changes, and keys of one project have the same. */
import { createHash } from 'node:crypto';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { z } from 'zod';
import type { ListedModel } from '../../shared/models/listed-model';
import { jsonIn } from './rows';

const listSchema = z.array(z.object({ id: z.string(), shutdownDate: z.string().nullable() }));

/** null where nothing is named, and where the list cannot be read. */
export type ReadList = (listId: SQLOutputValue | undefined) => readonly ListedModel[] | null;

export class ModelLists {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** The id under which the list is kept. */
  keep(models: readonly ListedModel[]): string {
    const body = JSON.stringify(models.map(({ id, shutdownDate }) => ({ id, shutdownDate })));
    const id = createHash('sha256').update(body).digest('hex');
    this.#database
      .prepare('INSERT INTO model_lists (id, models) VALUES (?, ?) ON CONFLICT DO NOTHING')
      .run(id, body);
    return id;
  }

  /** Reads each list once, however many answers name it. */
  reader(): ReadList {
    const read = new Map<SQLOutputValue, readonly ListedModel[] | null>();
    return (listId = null) => {
      const known = read.get(listId);
      if (known !== undefined) return known;
      const models = this.#read(listId);
      read.set(listId, models);
      return models;
    };
  }

  /** Removes those that no check names any more. */
  prune(): void {
    this.#database.exec(
      'DELETE FROM model_lists WHERE id NOT IN (SELECT list_id FROM checks WHERE list_id IS NOT NULL)',
    );
  }

  #read(listId: SQLOutputValue): readonly ListedModel[] | null {
    if (typeof listId !== 'string') return null;
    const row = this.#database.prepare('SELECT models FROM model_lists WHERE id = ?').get(listId);
    const parsed = listSchema.safeParse(jsonIn(row?.['models']));
    return parsed.success ? parsed.data : null;
  }
}
