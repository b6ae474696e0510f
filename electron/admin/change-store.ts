import type { DatabaseSync } from 'node:sqlite';
import type { ChangeRecord } from '../../shared/admin/change';
import { openBody } from '../store/body';
import { readable, type StoredRow } from '../store/rows';

/** Bump when the shape of a record changes; older records are then left out rather than misread. */
const BODY_VERSION = 1;
const LISTED = 200;

/** Every change that was begun, with the policy before it: what an undo needs, whatever happens to the app. */
export class ChangeStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Newest first. */
  list(): readonly ChangeRecord[] {
    const rows = this.#database
      .prepare('SELECT body FROM policy_changes ORDER BY at DESC, rowid DESC LIMIT ?')
      .all(LISTED);
    return readable(rows, fromBody);
  }

  find(id: string): ChangeRecord | null {
    const row = this.#database.prepare('SELECT body FROM policy_changes WHERE id = ?').get(id);
    return row === undefined ? null : fromBody(row);
  }

  save(record: ChangeRecord): void {
    this.#database
      .prepare(
        `INSERT INTO policy_changes (id, at, state, body) VALUES (?, ?, ?, sealed(?, ?))
         ON CONFLICT (id) DO UPDATE SET state = excluded.state, body = excluded.body`,
      )
      .run(record.id, record.at, record.state, BODY_VERSION, JSON.stringify(record));
  }
}

function fromBody(row: StoredRow): ChangeRecord | null {
  return openBody<ChangeRecord>(row['body'], BODY_VERSION);
}
