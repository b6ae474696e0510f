/**
 * Which accounts of the vault are to be cleared. A secret leaves the vault only if a record here says so of just this
 * account, and the record's seal agrees. A damaged row, a missing row and an unknown state say nothing of the kind.
 */
import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { type StoredRow, together } from './rows';

/** Guards against damage, not against people: everything that it is made of stands beside it. */
function sealOf(account: string, at: string): string {
  return createHash('sha256')
    .update(`delete ${account} as decided at ${at}`, 'utf8')
    .digest('hex')
    .slice(0, 32);
}

export class DeletionLedger {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** `at`: ISO. An earlier decision on the same account is replaced. */
  decide(account: string, at: string): void {
    this.#database
      .prepare('INSERT OR REPLACE INTO vault_deletions (account, at, seal) VALUES (?, ?, ?)')
      .run(account, at, sealOf(account, at));
  }

  /** The account is cleared, or is not to be. */
  drop(account: string): void {
    this.#database.prepare('DELETE FROM vault_deletions WHERE account = ?').run(account);
  }

  together(work: () => void): void {
    together(this.#database, work);
  }

  /** Records whose seal does not agree are left out. */
  decided(): ReadonlySet<string> {
    const rows = this.#database.prepare('SELECT account, at, seal FROM vault_deletions').all();
    return new Set(rows.filter(isSealed).map((row) => String(row['account'])));
  }

  hasDecided(account: string): boolean {
    const row = this.#database
      .prepare('SELECT account, at, seal FROM vault_deletions WHERE account = ?')
      .get(account);
    return row !== undefined && isSealed(row);
  }
}

function isSealed(row: StoredRow): boolean {
  return row['seal'] === sealOf(String(row['account']), String(row['at']));
}
