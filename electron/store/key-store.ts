import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { z } from 'zod';
import { KEY_KINDS, type KeyHealth, type KeySummary } from '../../shared/keys/key';

/** `adding` and `removing` mark the moment between database and keychain, so that a crash in between can be told and mended. */
export type KeyState = 'adding' | 'stored' | 'removing';

export interface NewKey extends Omit<KeySummary, 'checkedAt' | 'health'> {
  readonly fingerprint: string;
}

export interface Learned {
  readonly organization: string | null;
  readonly project: string | null;
}

const healthSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accepted'), models: z.number() }),
  z.object({ kind: z.literal('accepted_cannot_list') }),
  z.object({ kind: z.literal('refused'), code: z.string() }),
  z.object({ kind: z.literal('undecided'), code: z.string() }),
]);

export class KeyStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  list(): readonly KeySummary[] {
    return this.#database
      .prepare("SELECT * FROM keys WHERE state = 'stored' ORDER BY added_at, id")
      .all()
      .map(toSummary);
  }

  find(id: string): KeySummary | null {
    const row = this.#database.prepare("SELECT * FROM keys WHERE id = ? AND state = 'stored'").get(id);
    return row === undefined ? null : toSummary(row);
  }

  findByFingerprint(fingerprint: string): KeySummary | null {
    const row = this.#database.prepare('SELECT * FROM keys WHERE fingerprint = ?').get(fingerprint);
    return row === undefined ? null : toSummary(row);
  }

  /** Ids left in the middle of an addition or a removal by a crash. */
  unfinished(): readonly string[] {
    return this.#database
      .prepare("SELECT id FROM keys WHERE state <> 'stored'")
      .all()
      .map((row) => String(row['id']));
  }

  begin(key: NewKey): void {
    this.#database
      .prepare(
        `INSERT INTO keys (id, label, kind, last_four, fingerprint, base_url, organization, project, added_at, state)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'adding')`,
      )
      .run(
        key.id,
        key.label,
        key.kind,
        key.lastFour,
        key.fingerprint,
        key.baseUrl,
        key.organization,
        key.project,
        key.addedAt,
      );
  }

  setState(id: string, state: KeyState): void {
    this.#database.prepare('UPDATE keys SET state = ? WHERE id = ?').run(state, id);
  }

  forget(id: string): void {
    this.#database.prepare('DELETE FROM keys WHERE id = ?').run(id);
  }

  rename(id: string, label: string): void {
    this.#database.prepare('UPDATE keys SET label = ? WHERE id = ?').run(label, id);
  }

  recordHealth(id: string, health: KeyHealth, at: string): void {
    this.#database
      .prepare('UPDATE keys SET health = ?, checked_at = ? WHERE id = ?')
      .run(JSON.stringify(health), at, id);
  }

  /** Keeps what an answer said of the key's home; what the answer left out stays as it was. */
  learn(id: string, learned: Learned): void {
    this.#database
      .prepare(
        'UPDATE keys SET organization = COALESCE(?, organization), project = COALESCE(?, project) WHERE id = ?',
      )
      .run(learned.organization, learned.project, id);
  }
}

function toSummary(row: Record<string, SQLOutputValue>): KeySummary {
  return {
    id: String(row['id']),
    label: String(row['label']),
    kind: z.enum(KEY_KINDS).catch('unknown').parse(row['kind']),
    lastFour: String(row['last_four']),
    baseUrl: String(row['base_url']),
    organization: textOrNull(row['organization']),
    project: textOrNull(row['project']),
    addedAt: String(row['added_at']),
    checkedAt: textOrNull(row['checked_at']),
    health: toHealth(row['health']),
  };
}

function textOrNull(value: SQLOutputValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function toHealth(value: SQLOutputValue | undefined): KeyHealth | null {
  if (typeof value !== 'string') return null;
  const parsed = healthSchema.safeParse(JSON.parse(value));
  return parsed.success ? parsed.data : null;
}
