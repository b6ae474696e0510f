import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { KEY_COLOURS, KEY_KINDS, type KeyHealth, type KeySummary } from '../../shared/keys/key';
import { DeletionLedger } from './deletion-ledger';
import type { HeldKey, KeyDetails, KeyTable, SecretFacts } from './key-table';
import { jsonIn, type Row, readable } from './rows';
import { countUnreadable, setAsideUnreadable } from './unreadable-rows';

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

/** A row is unreadable without these. Everything else has a value that claims nothing. */
const rowSchema = z.object({
  id: z.string().min(1),
  label: z.string(),
  account: z.string().min(1),
  fingerprint: z.string(),
  last_four: z.string(),
  base_url: z.string(),
  added_at: z.string(),
  kind: z.enum(KEY_KINDS).catch('unknown'),
  colour: z.enum(KEY_COLOURS).nullable().catch(null),
  drift: z.enum(['missing', 'changed']).nullable().catch(null),
  note: z.string().catch(''),
  organization: z.string().nullable().catch(null),
  project: z.string().nullable().catch(null),
  checked_at: z.string().nullable().catch(null),
  // Only the one word hides a row: an unknown state is no reason to hide a key, let alone to delete it.
  state: z.unknown(),
  health: z.unknown(),
});

type KeyRow = z.infer<typeof rowSchema>;

export class KeyStore implements KeyTable {
  readonly use = 'inference';
  readonly #database: DatabaseSync;
  readonly #ledger: DeletionLedger;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#ledger = new DeletionLedger(database);
  }

  /** Keys whose deletion was decided on are not shown. */
  list(): readonly KeySummary[] {
    const decided = this.#ledger.decided();
    return this.#rows()
      .filter((row) => !isAdding(row) && !decided.has(row.account))
      .map(toSummary);
  }

  find(id: string): KeySummary | null {
    const row = this.#row('id', id);
    const isShown = row !== null && !isAdding(row) && !this.#ledger.hasDecided(row.account);
    return isShown ? toSummary(row) : null;
  }

  /** Among all that have not been forgotten, so that no secret is stored twice. */
  findByFingerprint(fingerprint: string): KeySummary | null {
    const row = this.#row('fingerprint', fingerprint);
    return row === null ? null : toSummary(row);
  }

  shown(): readonly string[] {
    return this.list().map(({ id }) => id);
  }

  /** Takes over what was noted and learned of a key in another list. */
  carryOver(id: string, from: KeyStore): void {
    const key = from.find(id);
    if (key === null) return;
    this.describe(id, key);
    this.learn(id, key);
    if (key.health !== null && key.checkedAt !== null) this.recordHealth(id, key.health, key.checkedAt);
  }

  held(): readonly HeldKey[] {
    return this.#rows().map(toHeld);
  }

  heldAs(id: string): HeldKey | null {
    const row = this.#row('id', id);
    return row === null ? null : toHeld(row);
  }

  #rows(): readonly KeyRow[] {
    return readable(this.#database.prepare('SELECT * FROM keys ORDER BY added_at, id').all(), readRow);
  }

  #row(column: 'id' | 'fingerprint', value: string): KeyRow | null {
    const row = this.#database.prepare(`SELECT * FROM keys WHERE ${column} = ?`).get(value);
    return row === undefined ? null : readRow(row);
  }

  unreadable(): number {
    return countUnreadable(this.#database, 'keys', (row) => readRow(row) !== null);
  }

  setAsideUnreadable(at: string): number {
    return setAsideUnreadable(this.#database, 'keys', (row) => readRow(row) !== null, at);
  }

  begin(details: KeyDetails, facts: SecretFacts, state: 'adding' | 'stored' = 'adding'): void {
    this.#database
      .prepare(
        `INSERT INTO keys (id, label, colour, kind, last_four, fingerprint, account, base_url, added_at, state)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        details.id,
        details.label,
        details.colour,
        facts.kind,
        facts.lastFour,
        facts.fingerprint,
        facts.account,
        details.baseUrl,
        details.addedAt,
        state,
      );
  }

  confirm(id: string): void {
    this.#database.prepare("UPDATE keys SET state = 'stored' WHERE id = ?").run(id);
  }

  forget(id: string): void {
    this.#database.prepare('DELETE FROM keys WHERE id = ?').run(id);
  }

  describe(id: string, { label, note, colour }: Described): void {
    this.#database
      .prepare('UPDATE keys SET label = ?, note = ?, colour = ? WHERE id = ?')
      .run(label, note, colour, id);
  }

  setDrift(id: string, drift: KeySummary['drift']): void {
    this.#database.prepare('UPDATE keys SET drift = ? WHERE id = ?').run(drift, id);
  }

  replaceSecret(id: string, facts: SecretFacts): void {
    this.#database
      .prepare(
        `UPDATE keys SET account = ?, fingerprint = ?, kind = ?, last_four = ?, drift = NULL, health = NULL,
           checked_at = NULL, organization = NULL, project = NULL WHERE id = ?`,
      )
      .run(facts.account, facts.fingerprint, facts.kind, facts.lastFour, id);
  }

  mendFacts(id: string, { fingerprint, kind, lastFour }: Omit<SecretFacts, 'account'>): void {
    this.#database
      .prepare('UPDATE keys SET fingerprint = ?, kind = ?, last_four = ? WHERE id = ?')
      .run(fingerprint, kind, lastFour, id);
  }

  setBaseUrl(id: string, baseUrl: string): void {
    this.#database.prepare('UPDATE keys SET base_url = ? WHERE id = ?').run(baseUrl, id);
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
}

function readRow(row: Row): KeyRow | null {
  const parsed = rowSchema.safeParse(row);
  return parsed.success ? parsed.data : null;
}

function isAdding(row: KeyRow): boolean {
  return row.state === 'adding';
}

function toHeld(row: KeyRow): HeldKey {
  const { id, label, account, fingerprint, kind, colour } = row;
  const details = {
    id,
    use: 'inference',
    label,
    baseUrl: row.base_url,
    colour,
    addedAt: row.added_at,
  } as const;
  return { id, account, fingerprint, kind, lastFour: row.last_four, adding: isAdding(row), details };
}

function toSummary(row: KeyRow): KeySummary {
  const { id, label, note, colour, kind, organization, project, drift } = row;
  const health = healthSchema.safeParse(jsonIn(textOf(row.health)));
  return {
    id,
    label,
    note,
    colour,
    kind,
    lastFour: row.last_four,
    baseUrl: row.base_url,
    organization,
    project,
    addedAt: row.added_at,
    checkedAt: row.checked_at,
    health: health.success ? health.data : null,
    drift,
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
