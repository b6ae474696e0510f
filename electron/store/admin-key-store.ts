import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { AdminKeySummary, AdminProject } from '../../shared/admin/change';
import { NO_HEADERS } from '../../shared/observations/sender';
import { HELD_COLUMNS, HeldTable, type TableShape } from './held-table';
import { jsonIn, type StoredRow, together } from './rows';
import { column, type RowOf, StoredTable } from './stored-table';

const healthSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accepted'), projects: z.number() }),
  z.object({ kind: z.enum(['refused', 'undecided']), code: z.string() }),
]);

export const ADMIN_KEYS = new StoredTable('admin_keys', {
  ...HELD_COLUMNS,
  health: column('TEXT', z.preprocess(jsonIn, healthSchema).nullable().catch(null)),
});

type AdminRow = RowOf<typeof ADMIN_KEYS.columns>;

const SHAPE: TableShape<AdminRow, AdminKeySummary> = {
  table: ADMIN_KEYS,
  use: 'admin',
  ownOf: () => ({ kind: 'admin', colour: null, sentFor: NO_HEADERS }),
  summaryOf: toSummary,
  detailCells: () => ({}),
  secretCells: () => ({}),
  unlearned: {},
};

/** What is known of admin keys apart from their secrets, in tables that nothing of the other keys reads. */
export class AdminKeyStore extends HeldTable<AdminRow, AdminKeySummary> {
  constructor(database: DatabaseSync) {
    super(database, SHAPE);
  }

  /** Takes over what was learned of a key in another list. */
  carryOver(id: string, from: AdminKeyStore): void {
    this.keepProjects(id, from.projects(id));
    const key = from.find(id);
    if (key !== null && key.health !== null && key.checkedAt !== null)
      this.recordHealth(id, key.health, key.checkedAt);
  }

  /** Replaces what is known of the organization's projects, in one piece. */
  keepProjects(id: string, projects: readonly AdminProject[]): void {
    together(this.database, () => {
      this.database.prepare('DELETE FROM admin_projects WHERE key_id = ?').run(id);
      const insert = this.database.prepare(
        'INSERT OR REPLACE INTO admin_projects (key_id, project, name, status) VALUES (?, ?, ?, ?)',
      );
      for (const project of projects) insert.run(id, project.id, project.name, project.status);
    });
  }

  projects(id: string): readonly AdminProject[] {
    return this.database
      .prepare('SELECT * FROM admin_projects WHERE key_id = ? ORDER BY status, name COLLATE NOCASE, project')
      .all(id)
      .map(toProject);
  }

  /** The key whose organization has this project, as of its last reading. */
  keyOfProject(project: string): AdminKeySummary | null {
    const owners = this.database
      .prepare('SELECT key_id AS id FROM admin_projects WHERE project = ?')
      .all(project);
    const ids = new Set(owners.map(({ id }) => id));
    return this.list().find(({ id }) => ids.has(id)) ?? null;
  }
}

function toProject(row: StoredRow): AdminProject {
  return {
    id: String(row['project']),
    name: String(row['name']),
    status: row['status'] === 'archived' ? 'archived' : 'active',
  };
}

function toSummary({ id, label, lastFour, baseUrl, addedAt, checkedAt, health }: AdminRow): AdminKeySummary {
  return { id, label, lastFour, baseUrl, addedAt, checkedAt, health };
}
