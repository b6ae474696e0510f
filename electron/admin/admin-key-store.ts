import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { z } from 'zod';
import type { AdminKeySummary, AdminProject } from '../../shared/admin/change';

export interface NewAdminKey {
  readonly id: string;
  readonly label: string;
  readonly lastFour: string;
  readonly fingerprint: string;
  readonly baseUrl: string;
  readonly addedAt: string;
}

const healthSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accepted'), projects: z.number() }),
  z.object({ kind: z.enum(['refused', 'undecided']), code: z.string() }),
]);

/** What is known of admin keys apart from their secrets, in tables that nothing of the other keys reads. */
export class AdminKeyStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  list(): readonly AdminKeySummary[] {
    return this.#database
      .prepare("SELECT * FROM admin_keys WHERE state = 'stored' ORDER BY added_at, id")
      .all()
      .map(toSummary);
  }

  find(id: string): AdminKeySummary | null {
    const row = this.#database.prepare("SELECT * FROM admin_keys WHERE id = ? AND state = 'stored'").get(id);
    return row === undefined ? null : toSummary(row);
  }

  findByFingerprint(fingerprint: string): AdminKeySummary | null {
    const row = this.#database.prepare('SELECT * FROM admin_keys WHERE fingerprint = ?').get(fingerprint);
    return row === undefined ? null : toSummary(row);
  }

  /** Ids left in the middle of an addition or a removal by a crash. */
  unfinished(): readonly string[] {
    return this.#database
      .prepare("SELECT id FROM admin_keys WHERE state <> 'stored'")
      .all()
      .map((row) => String(row['id']));
  }

  /** Where the secrets of all of them stand in the vault, also of those half added or half removed. */
  accounts(): readonly string[] {
    return this.#database
      .prepare('SELECT id FROM admin_keys')
      .all()
      .map((row) => String(row['id']));
  }

  begin(key: NewAdminKey): void {
    this.#database
      .prepare(
        `INSERT INTO admin_keys (id, label, last_four, fingerprint, base_url, added_at, state)
         VALUES (?, ?, ?, ?, ?, ?, 'adding')`,
      )
      .run(key.id, key.label, key.lastFour, key.fingerprint, key.baseUrl, key.addedAt);
  }

  setState(id: string, state: 'stored' | 'removing'): void {
    this.#database.prepare('UPDATE admin_keys SET state = ? WHERE id = ?').run(state, id);
  }

  forget(id: string): void {
    this.#database.prepare('DELETE FROM admin_keys WHERE id = ?').run(id);
  }

  recordHealth(id: string, health: AdminKeySummary['health'], at: string): void {
    this.#database
      .prepare('UPDATE admin_keys SET health = ?, checked_at = ? WHERE id = ?')
      .run(JSON.stringify(health), at, id);
  }

  /** Replaces what is known of the organization's projects, in one piece. */
  keepProjects(id: string, projects: readonly AdminProject[]): void {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      this.#database.prepare('DELETE FROM admin_projects WHERE key_id = ?').run(id);
      const insert = this.#database.prepare(
        'INSERT OR REPLACE INTO admin_projects (key_id, project, name, status) VALUES (?, ?, ?, ?)',
      );
      for (const project of projects) insert.run(id, project.id, project.name, project.status);
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  projects(id: string): readonly AdminProject[] {
    return this.#database
      .prepare('SELECT * FROM admin_projects WHERE key_id = ? ORDER BY status, name COLLATE NOCASE, project')
      .all(id)
      .map(toProject);
  }

  /** The key whose organization has this project, as of its last reading. */
  keyOfProject(project: string): AdminKeySummary | null {
    const row = this.#database
      .prepare(
        `SELECT admin_keys.* FROM admin_keys JOIN admin_projects ON key_id = id
         WHERE project = ? AND state = 'stored' ORDER BY added_at`,
      )
      .get(project);
    return row === undefined ? null : toSummary(row);
  }
}

function toProject(row: Record<string, SQLOutputValue>): AdminProject {
  return {
    id: String(row['project']),
    name: String(row['name']),
    status: row['status'] === 'archived' ? 'archived' : 'active',
  };
}

function toSummary(row: Record<string, SQLOutputValue>): AdminKeySummary {
  const health = row['health'];
  return {
    id: String(row['id']),
    label: String(row['label']),
    lastFour: String(row['last_four']),
    baseUrl: String(row['base_url']),
    addedAt: String(row['added_at']),
    checkedAt: typeof row['checked_at'] === 'string' ? row['checked_at'] : null,
    health: typeof health === 'string' ? healthSchema.nullable().catch(null).parse(JSON.parse(health)) : null,
  };
}
