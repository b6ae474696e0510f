import type { DatabaseSync } from 'node:sqlite';
import type { CaseTag, WatchView } from '../../shared/case/views';
import type { Evidence } from '../../shared/diagnosis/evidence';
import type { Observation } from '../../shared/observations/observation';
import { observed } from '../../shared/observations/showing';
import type { WizardState } from '../../shared/wizard/wizard';
import { openBody } from './body';
import { emptyJournal } from './entries';
import { ObservationStore } from './observation-store';
import { type KeptEvidence, keptOf } from './references';
import { readable, type StoredRow, together } from './rows';
import { isStoreError } from './sqlite-error';

/** A case with its evidence. Everything in it was redacted before; the verdict is computed anew at each reading. */
export interface StoredCase extends CaseTag {
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

/** What a case keeps itself. Of the answers to its requests it keeps which they are, and the history keeps the answers. */
type KeptCase = Omit<StoredCase, 'evidence' | keyof CaseTag> & {
  readonly evidence: readonly KeptEvidence[];
};

type TaggedCase = KeptCase & CaseTag;

/** Bump when the shape of a kept case changes; a migration then brings those of the version before up to date. */
export const CASE_VERSION = 2;

export class CaseStore {
  readonly #database: DatabaseSync;
  readonly #observations: ObservationStore;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#observations = new ObservationStore(database);
  }

  /** Pinned ones first; of each sort those that were written last come first, whatever the clock said then. */
  list(limit: number): readonly StoredCase[] {
    const rows = this.#database
      .prepare(`SELECT ${READ} FROM cases ORDER BY pinned DESC, written DESC LIMIT ?`)
      .all(limit);
    for (const row of rows) this.#mendId(row);
    return this.#whole(readable(rows, tagged));
  }

  find(id: string): StoredCase | null {
    const read = this.#database.prepare(`SELECT ${READ} FROM cases WHERE id = ?`);
    const row = read.get(id) ?? this.#damagedId(id);
    const kept = row === undefined ? null : tagged(row);
    return kept === null ? null : (this.#whole([kept])[0] ?? null);
  }

  /** The row of a case whose column `id` says something else: a fault of the disk, since nothing else changes one. */
  #damagedId(id: string): StoredRow | undefined {
    const rows = this.#database.prepare(`SELECT ${READ} FROM cases`).all();
    return rows.find((row) => tagged(row)?.id === id);
  }

  /**
   * A case is listed by the id in its sealed body and reached by its column `id`. Where a fault of the disk changed the column,
   * the body is right, because its check value would not fit otherwise. Where the row cannot be written either, the case is still
   * found by its body.
   */
  #mendId(row: StoredRow): void {
    const id = tagged(row)?.id;
    if (id === undefined || id === row['id']) return;
    try {
      this.#database
        .prepare('UPDATE OR IGNORE cases SET id = ? WHERE rowid = ?')
        .run(id, row['place'] ?? null);
    } catch (error) {
      if (!isStoreError(error)) throw error;
    }
  }

  /** The answers among the evidence have to be in the history by then. Name and pin are `tag`'s. */
  save({ name: _name, isPinned: _isPinned, ...item }: StoredCase): void {
    const kept: KeptCase = { ...item, evidence: item.evidence.map(keptOf) };
    this.#database
      .prepare(
        `INSERT INTO cases (id, created_at, updated_at, body, written)
         VALUES (?, ?, ?, sealed(?, ?), (SELECT COALESCE(MAX(written), 0) + 1 FROM cases))
         ON CONFLICT (id) DO UPDATE SET updated_at = excluded.updated_at, body = excluded.body,
           written = excluded.written`,
      )
      .run(item.id, item.createdAt, item.updatedAt, CASE_VERSION, JSON.stringify(kept));
  }

  /** False where there is no such case. */
  tag(id: string, { name, isPinned }: CaseTag): boolean {
    const set = this.#database.prepare('UPDATE cases SET name = ?, pinned = ? WHERE id = ?');
    return set.run(name, isPinned ? 1 : 0, id).changes > 0;
  }

  /** Removes what was last changed before this ISO moment, except for pinned ones and so many of those that were written last. */
  prune(before: string, keep: number): void {
    this.#database
      .prepare(
        `DELETE FROM cases WHERE updated_at < ? AND pinned = 0
           AND id NOT IN (SELECT id FROM cases ORDER BY written DESC LIMIT ?)`,
      )
      .run(before, keep);
  }

  /** The person is told that their texts are removed from the computer. Gives back what was removed, for `restore`. */
  delete(ids: readonly string[]): readonly RemovedCase[] {
    const remove = this.#database.prepare('DELETE FROM cases WHERE id = ? RETURNING *');
    const rows: StoredRow[] = [];
    together(this.#database, () => {
      for (const id of ids) rows.push(...remove.all(id));
    });
    if (rows.length > 0) emptyJournal(this.#database);
    return rows.map((row) => ({ row }));
  }

  /** In the places that they had. */
  restore(removed: readonly RemovedCase[]): void {
    together(this.#database, () => {
      for (const { row } of removed) {
        const columns = Object.keys(row);
        this.#database
          .prepare(`INSERT INTO cases (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
          .run(...columns.map((column) => row[column] ?? null));
      }
    });
  }

  /** The answers of all of them are read at once. */
  #whole(items: readonly TaggedCase[]): readonly StoredCase[] {
    const referred = items.flatMap(({ evidence }) =>
      evidence.flatMap((item) => (item.kind === 'recorded' ? [item.id] : [])),
    );
    const answers = this.#observations.read(referred);
    return items.map((item) => ({ ...item, evidence: item.evidence.map((each) => whole(each, answers)) }));
  }
}

/** A case that is in the database no longer. */
export interface RemovedCase {
  readonly row: StoredRow;
}

const READ = 'rowid AS place, id, body, name, pinned';

function tagged({ body, name, pinned }: StoredRow): TaggedCase | null {
  const kept = openBody<KeptCase>(body, CASE_VERSION);
  return kept === null
    ? null
    : { ...kept, name: typeof name === 'string' ? name : null, isPinned: pinned === 1 };
}

function whole(item: KeptEvidence, answers: ReadonlyMap<string, Observation>): Evidence {
  if (item.kind === 'recorded')
    return answers.get(item.id) ?? { kind: 'unreadable', at: item.at, id: item.id };
  return item.kind === 'probe' ? observed(item) : item;
}
