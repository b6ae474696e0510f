import type { DatabaseSync } from 'node:sqlite';
import { sealed } from '../../electron/store/body';
import type { StoredCase } from '../../electron/store/case-store';

/** Writes a case as versions did that kept a copy of each answer in it. */
export function writeFormerCase(database: DatabaseSync, item: StoredCase): void {
  database
    .prepare(
      `INSERT INTO cases (id, created_at, updated_at, body, written)
       VALUES (?, ?, ?, ?, (SELECT COALESCE(MAX(written), 0) + 1 FROM cases))`,
    )
    .run(item.id, item.createdAt, item.updatedAt, sealed(1, JSON.stringify(item)));
}
