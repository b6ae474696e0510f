import type { DatabaseSync } from 'node:sqlite';
import type { Evidence } from '../../shared/diagnosis/evidence';
import type { WatchView } from '../../shared/ipc/views';
import { observed } from '../../shared/observations/showing';
import type { WizardState } from '../../shared/wizard/wizard';
import { openBody, sealedBody } from './body';
import { type Row, readable } from './rows';

/** What is kept of a case. Everything in it was redacted before; the verdict is computed anew at each reading. */
export interface StoredCase {
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly text: string | null;
  readonly keyId: string | null;
  readonly model: string | null;
  readonly evidence: readonly Evidence[];
  readonly wizard: WizardState;
  readonly watch: WatchView | null;
}

/** Bump when the shape of a stored case changes; older bodies are then dropped rather than misread. */
const BODY_VERSION = 1;

export class CaseStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Those that were written last come first, whatever the clock said then. */
  list(limit: number): readonly StoredCase[] {
    return readable(
      this.#database.prepare('SELECT body FROM cases ORDER BY written DESC LIMIT ?').all(limit),
      fromBody,
    );
  }

  find(id: string): StoredCase | null {
    const row = this.#database.prepare('SELECT body FROM cases WHERE id = ?').get(id);
    return row === undefined ? null : fromBody(row);
  }

  save(item: StoredCase): void {
    this.#database
      .prepare(
        `INSERT INTO cases (id, created_at, updated_at, body, written)
         VALUES (?, ?, ?, ?, (SELECT COALESCE(MAX(written), 0) + 1 FROM cases))
         ON CONFLICT (id) DO UPDATE SET updated_at = excluded.updated_at, body = excluded.body,
           written = excluded.written`,
      )
      .run(item.id, item.createdAt, item.updatedAt, sealedBody(BODY_VERSION, item));
  }

  /** Removes what was last changed before this ISO moment, except for so many of those that were written last. */
  prune(before: string, keep: number): void {
    this.#database
      .prepare(
        `DELETE FROM cases WHERE updated_at < ?
           AND id NOT IN (SELECT id FROM cases ORDER BY written DESC LIMIT ?)`,
      )
      .run(before, keep);
  }

  delete(id: string): boolean {
    return this.#database.prepare('DELETE FROM cases WHERE id = ?').run(id).changes > 0;
  }
}

function fromBody(row: Row): StoredCase | null {
  const item = openBody<StoredCase>(row['body'], BODY_VERSION, 'item');
  return item === null ? null : { ...item, evidence: item.evidence.map(reread) };
}

/** What an answer amounts to is worked out anew, as earlier versions kept none of it or took it for something else. */
function reread(item: Evidence): Evidence {
  return item.kind === 'probe' ? observed(item) : item;
}
