import type { DatabaseSync } from 'node:sqlite';
import type { ChangeRecord } from '../../shared/admin/change';

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
    return this.#database
      .prepare('SELECT body FROM policy_changes ORDER BY at DESC, rowid DESC LIMIT ?')
      .all(LISTED)
      .flatMap((row) => fromBody(String(row['body'])));
  }

  find(id: string): ChangeRecord | null {
    const row = this.#database.prepare('SELECT body FROM policy_changes WHERE id = ?').get(id);
    return row === undefined ? null : (fromBody(String(row['body']))[0] ?? null);
  }

  save(record: ChangeRecord): void {
    this.#database
      .prepare(
        `INSERT INTO policy_changes (id, at, state, body) VALUES (?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET state = excluded.state, body = excluded.body`,
      )
      .run(record.id, record.at, record.state, JSON.stringify({ version: BODY_VERSION, record }));
  }
}

function fromBody(body: string): readonly ChangeRecord[] {
  const parsed: { version?: number; record?: ChangeRecord } = JSON.parse(body);
  return parsed.version === BODY_VERSION && parsed.record !== undefined ? [parsed.record] : [];
}
