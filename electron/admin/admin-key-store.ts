import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { AdminKeySummary, AdminProject } from '../../shared/admin/change';
import { DeletionLedger } from '../store/deletion-ledger';
import type { HeldKey, KeyDetails, KeyTable, SecretFacts } from '../store/key-table';
import { jsonIn, type Row, readable, together } from '../store/rows';
import { countUnreadable, setAsideUnreadable } from '../store/unreadable-rows';

const healthSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accepted'), projects: z.number() }),
  z.object({ kind: z.enum(['refused', 'undecided']), code: z.string() }),
]);

/** A row is unreadable without these. */
const rowSchema = z.object({
  id: z.string().min(1),
  label: z.string(),
  account: z.string().min(1),
  fingerprint: z.string(),
  last_four: z.string(),
  base_url: z.string(),
  added_at: z.string(),
  checked_at: z.string().nullable().catch(null),
  state: z.unknown(),
  health: z.unknown(),
});

type AdminRow = z.infer<typeof rowSchema>;

/** What is known of admin keys apart from their secrets, in tables that nothing of the other keys reads. */
export class AdminKeyStore implements KeyTable {
  readonly use = 'admin';
  readonly #database: DatabaseSync;
  readonly #ledger: DeletionLedger;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#ledger = new DeletionLedger(database);
  }

  list(): readonly AdminKeySummary[] {
    const decided = this.#ledger.decided();
    return this.#rows('ORDER BY added_at, id')
      .filter((row) => row.state !== 'adding' && !decided.has(row.account))
      .map(toSummary);
  }

  find(id: string): AdminKeySummary | null {
    return this.list().find((key) => key.id === id) ?? null;
  }

  findByFingerprint(fingerprint: string): AdminKeySummary | null {
    const [row] = this.#rows('WHERE fingerprint = ?', fingerprint);
    return row === undefined ? null : toSummary(row);
  }

  shown(): readonly string[] {
    return this.list().map(({ id }) => id);
  }

  /** Takes over what was learned of a key in another list. */
  carryOver(id: string, from: AdminKeyStore): void {
    this.keepProjects(id, from.projects(id));
    const key = from.find(id);
    if (key !== null && key.health !== null && key.checkedAt !== null)
      this.recordHealth(id, key.health, key.checkedAt);
  }

  held(): readonly HeldKey[] {
    return this.#rows('ORDER BY added_at, id').map(toHeld);
  }

  heldAs(id: string): HeldKey | null {
    const [row] = this.#rows('WHERE id = ?', id);
    return row === undefined ? null : toHeld(row);
  }

  #rows(clause: string, ...values: readonly string[]): readonly AdminRow[] {
    return readable(this.#database.prepare(`SELECT * FROM admin_keys ${clause}`).all(...values), readRow);
  }

  unreadable(): number {
    return countUnreadable(this.#database, 'admin_keys', (row) => readRow(row) !== null);
  }

  setAsideUnreadable(at: string): number {
    return setAsideUnreadable(this.#database, 'admin_keys', (row) => readRow(row) !== null, at);
  }

  begin(details: KeyDetails, facts: SecretFacts, state: 'adding' | 'stored' = 'adding'): void {
    this.#database
      .prepare(
        `INSERT INTO admin_keys (id, label, last_four, fingerprint, account, base_url, added_at, state)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        details.id,
        details.label,
        facts.lastFour,
        facts.fingerprint,
        facts.account,
        details.baseUrl,
        details.addedAt,
        state,
      );
  }

  confirm(id: string): void {
    this.#database.prepare("UPDATE admin_keys SET state = 'stored' WHERE id = ?").run(id);
  }

  forget(id: string): void {
    this.#database.prepare('DELETE FROM admin_keys WHERE id = ?').run(id);
  }

  replaceSecret(id: string, facts: SecretFacts): void {
    this.#database
      .prepare(
        `UPDATE admin_keys SET account = ?, fingerprint = ?, last_four = ?, health = NULL, checked_at = NULL
         WHERE id = ?`,
      )
      .run(facts.account, facts.fingerprint, facts.lastFour, id);
  }

  mendFacts(id: string, { fingerprint, lastFour }: Omit<SecretFacts, 'account'>): void {
    this.#database
      .prepare('UPDATE admin_keys SET fingerprint = ?, last_four = ? WHERE id = ?')
      .run(fingerprint, lastFour, id);
  }

  setBaseUrl(id: string, baseUrl: string): void {
    this.#database.prepare('UPDATE admin_keys SET base_url = ? WHERE id = ?').run(baseUrl, id);
  }

  recordHealth(id: string, health: AdminKeySummary['health'], at: string): void {
    this.#database
      .prepare('UPDATE admin_keys SET health = ?, checked_at = ? WHERE id = ?')
      .run(JSON.stringify(health), at, id);
  }

  /** Replaces what is known of the organization's projects, in one piece. */
  keepProjects(id: string, projects: readonly AdminProject[]): void {
    together(this.#database, () => {
      this.#database.prepare('DELETE FROM admin_projects WHERE key_id = ?').run(id);
      const insert = this.#database.prepare(
        'INSERT OR REPLACE INTO admin_projects (key_id, project, name, status) VALUES (?, ?, ?, ?)',
      );
      for (const project of projects) insert.run(id, project.id, project.name, project.status);
    });
  }

  projects(id: string): readonly AdminProject[] {
    return this.#database
      .prepare('SELECT * FROM admin_projects WHERE key_id = ? ORDER BY status, name COLLATE NOCASE, project')
      .all(id)
      .map(toProject);
  }

  /** The key whose organization has this project, as of its last reading. */
  keyOfProject(project: string): AdminKeySummary | null {
    const owners = this.#database
      .prepare('SELECT key_id AS id FROM admin_projects WHERE project = ?')
      .all(project);
    const ids = new Set(owners.map(({ id }) => id));
    return this.list().find(({ id }) => ids.has(id)) ?? null;
  }
}

function readRow(row: Row): AdminRow | null {
  const parsed = rowSchema.safeParse(row);
  return parsed.success ? parsed.data : null;
}

function toHeld(row: AdminRow): HeldKey {
  const { id, label, account, fingerprint } = row;
  const { base_url: baseUrl, added_at: addedAt, last_four: lastFour } = row;
  const details = { id, use: 'admin', label, baseUrl, colour: null, addedAt } as const;
  return { id, account, fingerprint, kind: 'admin', lastFour, adding: row.state === 'adding', details };
}

function toProject(row: Row): AdminProject {
  return {
    id: String(row['project']),
    name: String(row['name']),
    status: row['status'] === 'archived' ? 'archived' : 'active',
  };
}

function toSummary(row: AdminRow): AdminKeySummary {
  const health = healthSchema.safeParse(jsonIn(typeof row.health === 'string' ? row.health : null));
  return {
    id: row.id,
    label: row.label,
    lastFour: row.last_four,
    baseUrl: row.base_url,
    addedAt: row.added_at,
    checkedAt: row.checked_at,
    health: health.success ? health.data : null,
  };
}
