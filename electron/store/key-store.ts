import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { z } from 'zod';
import { KEY_COLOURS, KEY_KINDS, type KeyHealth, type KeyKind, type KeySummary } from '../../shared/keys/key';

/** `adding` and `removing` mark the moment between database and keychain, so that a crash in between can be told and mended. */
export type KeyState = 'adding' | 'stored' | 'removing';

export interface NewKey extends Omit<KeySummary, 'checkedAt' | 'health' | 'drift'> {
  readonly fingerprint: string;
  /** Where the secret stands in the vault; another one after each rotation. */
  readonly account: string;
}

/** What is known of the secret itself, and where it stands. */
export interface SecretFacts {
  readonly account: string;
  readonly fingerprint: string;
  readonly kind: KeyKind;
  readonly lastFour: string;
}

export interface StoredKey extends SecretFacts {
  readonly id: string;
}

interface Learned {
  readonly organization: string | null;
  readonly project: string | null;
}

export interface Described {
  readonly label: string;
  readonly note: string;
  readonly colour: KeySummary['colour'];
}

const healthSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accepted'), models: z.number() }),
  z.object({ kind: z.literal('accepted_cannot_list') }),
  z.object({ kind: z.literal('refused'), code: z.string() }),
  z.object({ kind: z.literal('undecided'), code: z.string() }),
]);

/** Neither half stored nor waiting for its deletion. */
const SHOWN = "state = 'stored' AND deleted_at IS NULL";

export class KeyStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  list(): readonly KeySummary[] {
    return this.#database
      .prepare(`SELECT * FROM keys WHERE ${SHOWN} ORDER BY added_at, id`)
      .all()
      .map(toSummary);
  }

  find(id: string): KeySummary | null {
    const row = this.#database.prepare(`SELECT * FROM keys WHERE id = ? AND ${SHOWN}`).get(id);
    return row === undefined ? null : toSummary(row);
  }

  /** Among all that have not been forgotten, so that no secret is stored twice. */
  findByFingerprint(fingerprint: string): KeySummary | null {
    const row = this.#database.prepare('SELECT * FROM keys WHERE fingerprint = ?').get(fingerprint);
    return row === undefined ? null : toSummary(row);
  }

  secretFacts(id: string): SecretFacts | null {
    const row = this.#database.prepare('SELECT * FROM keys WHERE id = ?').get(id);
    return row === undefined ? null : toStored(row);
  }

  /** Every key that is shown, with where its secret stands. */
  stored(): readonly StoredKey[] {
    return this.#database
      .prepare(`SELECT * FROM keys WHERE ${SHOWN} ORDER BY added_at, id`)
      .all()
      .map(toStored);
  }

  /** Keys left in the middle of an addition or a removal by a crash, or deleted and never brought back. */
  unfinished(): readonly StoredKey[] {
    return this.#database.prepare(`SELECT * FROM keys WHERE NOT (${SHOWN})`).all().map(toStored);
  }

  begin(key: NewKey): void {
    this.#database
      .prepare(
        `INSERT INTO keys (id, label, note, colour, kind, last_four, fingerprint, account, base_url, organization,
           project, added_at, state)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'adding')`,
      )
      .run(
        key.id,
        key.label,
        key.note,
        key.colour,
        key.kind,
        key.lastFour,
        key.fingerprint,
        key.account,
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

  /** Hides keys, or brings them back where `at` is null. All of them or none. */
  setDeleted(ids: readonly string[], at: string | null): void {
    this.#together(() => {
      const update = this.#database.prepare('UPDATE keys SET deleted_at = ? WHERE id = ?');
      for (const id of ids) update.run(at, id);
    });
  }

  describe(id: string, { label, note, colour }: Described): void {
    this.#database
      .prepare('UPDATE keys SET label = ?, note = ?, colour = ? WHERE id = ?')
      .run(label, note, colour, id);
  }

  setDrift(id: string, drift: KeySummary['drift']): void {
    this.#database.prepare('UPDATE keys SET drift = ? WHERE id = ?').run(drift, id);
  }

  /** Another secret for the same key. Neither the health nor the home of the old one says anything of it. */
  replaceSecret(id: string, facts: SecretFacts): void {
    this.#database
      .prepare(
        `UPDATE keys SET account = ?, fingerprint = ?, kind = ?, last_four = ?, drift = NULL, health = NULL,
           checked_at = NULL, organization = NULL, project = NULL WHERE id = ?`,
      )
      .run(facts.account, facts.fingerprint, facts.kind, facts.lastFour, id);
  }

  /** The same, for a secret under another account; the old account is noted as one to be cleared in the same breath. */
  switchAccount(id: string, from: string, to: SecretFacts): void {
    this.#together(() => {
      this.replaceSecret(id, to);
      this.dropStray(to.account);
      this.noteStray(from);
    });
  }

  setFingerprint(id: string, fingerprint: string): void {
    this.#database.prepare('UPDATE keys SET fingerprint = ? WHERE id = ?').run(fingerprint, id);
  }

  /** Accounts in the vault that belong to no key, or to none yet, and are to be cleared. */
  strays(): readonly string[] {
    return this.#database
      .prepare('SELECT account FROM stray_accounts')
      .all()
      .map((row) => String(row['account']));
  }

  noteStray(account: string): void {
    this.#database.prepare('INSERT OR IGNORE INTO stray_accounts (account) VALUES (?)').run(account);
  }

  dropStray(account: string): void {
    this.#database.prepare('DELETE FROM stray_accounts WHERE account = ?').run(account);
  }

  recordHealth(id: string, health: KeyHealth, at: string): void {
    this.#database
      .prepare('UPDATE keys SET health = ?, checked_at = ? WHERE id = ?')
      .run(JSON.stringify(health), at, id);
  }

  /**
   * Keeps what an answer said of the key's home; what the answer left out stays as it was. False where that was known,
   * in which case nothing is written.
   */
  learn(id: string, { organization, project }: Learned): boolean {
    const { changes } = this.#database
      .prepare(
        `UPDATE keys SET organization = COALESCE(?1, organization), project = COALESCE(?2, project)
         WHERE id = ?3 AND (organization IS NOT COALESCE(?1, organization) OR project IS NOT COALESCE(?2, project))`,
      )
      .run(organization, project, id);
    return changes > 0;
  }

  #together(work: () => void): void {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      work();
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }
}

type Row = Record<string, SQLOutputValue>;

function toStored(row: Row): StoredKey {
  return {
    id: String(row['id']),
    account: String(row['account']),
    fingerprint: String(row['fingerprint']),
    kind: toKind(row),
    lastFour: String(row['last_four']),
  };
}

function toSummary(row: Row): KeySummary {
  return {
    id: String(row['id']),
    label: String(row['label']),
    note: String(row['note']),
    colour: z.enum(KEY_COLOURS).nullable().catch(null).parse(row['colour']),
    kind: toKind(row),
    lastFour: String(row['last_four']),
    baseUrl: String(row['base_url']),
    organization: textOrNull(row['organization']),
    project: textOrNull(row['project']),
    addedAt: String(row['added_at']),
    checkedAt: textOrNull(row['checked_at']),
    health: toHealth(row['health']),
    drift: z.enum(['missing', 'changed']).nullable().catch(null).parse(row['drift']),
  };
}

function toKind(row: Row): KeyKind {
  return z.enum(KEY_KINDS).catch('unknown').parse(row['kind']);
}

function textOrNull(value: SQLOutputValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function toHealth(value: SQLOutputValue | undefined): KeyHealth | null {
  if (typeof value !== 'string') return null;
  const parsed = healthSchema.safeParse(JSON.parse(value));
  return parsed.success ? parsed.data : null;
}
