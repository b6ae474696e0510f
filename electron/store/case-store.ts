import type { DatabaseSync } from 'node:sqlite';
import type { WatchView } from '../../shared/case/views';
import type { Evidence } from '../../shared/diagnosis/evidence';
import type { Observation } from '../../shared/observations/observation';
import { observed } from '../../shared/observations/showing';
import type { WizardState } from '../../shared/wizard/wizard';
import { openBody } from './body';
import { emptyJournal } from './entries';
import { ObservationStore } from './observation-store';
import { type KeptEvidence, keptOf } from './references';
import { readable } from './rows';

/** A case with its evidence. Everything in it was redacted before; the verdict is computed anew at each reading. */
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

/** What a case keeps itself. Of the answers to its requests it keeps which they are, and the history keeps the answers. */
export type KeptCase = Omit<StoredCase, 'evidence'> & { readonly evidence: readonly KeptEvidence[] };

/** Bump when the shape of a kept case changes; a migration then brings those of the version before up to date. */
export const CASE_VERSION = 2;

export class CaseStore {
  readonly #database: DatabaseSync;
  readonly #observations: ObservationStore;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#observations = new ObservationStore(database);
  }

  /** Those that were written last come first, whatever the clock said then. */
  list(limit: number): readonly StoredCase[] {
    const rows = this.#database.prepare('SELECT body FROM cases ORDER BY written DESC LIMIT ?').all(limit);
    return this.#whole(readable(rows, ({ body }) => openBody<KeptCase>(body, CASE_VERSION)));
  }

  find(id: string): StoredCase | null {
    const row = this.#database.prepare('SELECT body FROM cases WHERE id = ?').get(id);
    const kept = row === undefined ? null : openBody<KeptCase>(row['body'], CASE_VERSION);
    return kept === null ? null : (this.#whole([kept])[0] ?? null);
  }

  /** The answers among the evidence have to be in the history by then. */
  save(item: StoredCase): void {
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

  /** Removes what was last changed before this ISO moment, except for so many of those that were written last. */
  prune(before: string, keep: number): void {
    this.#database
      .prepare(
        `DELETE FROM cases WHERE updated_at < ?
           AND id NOT IN (SELECT id FROM cases ORDER BY written DESC LIMIT ?)`,
      )
      .run(before, keep);
  }

  /** The person is told that its text is removed from the computer. False where there is no such case. */
  delete(id: string): boolean {
    const isDeleted = this.#database.prepare('DELETE FROM cases WHERE id = ?').run(id).changes > 0;
    if (isDeleted) emptyJournal(this.#database);
    return isDeleted;
  }

  /** The answers of all of them are read at once. */
  #whole(items: readonly KeptCase[]): readonly StoredCase[] {
    const referred = items.flatMap(({ evidence }) =>
      evidence.flatMap((item) => (item.kind === 'recorded' ? [item.id] : [])),
    );
    const answers = this.#observations.read(referred);
    return items.map((item) => ({ ...item, evidence: item.evidence.map((each) => whole(each, answers)) }));
  }
}

function whole(item: KeptEvidence, answers: ReadonlyMap<string, Observation>): Evidence {
  if (item.kind === 'recorded')
    return answers.get(item.id) ?? { kind: 'unreadable', at: item.at, id: item.id };
  return item.kind === 'probe' ? observed(item) : item;
}
