/**
 * The cases as they are kept and shown. Each change is bounded, saved and announced; each reading is judged anew from
 * all the evidence.
 */

import type { IpcError } from '../../shared/base/error-codes';
import { ok, type Result } from '../../shared/base/result';
import type { CaseTag, CaseView, RunningCheck, WatchView } from '../../shared/case/views';
import { diagnose } from '../../shared/diagnosis/diagnose';
import type { Evidence, Statement } from '../../shared/diagnosis/evidence';
import type { Question } from '../../shared/diagnosis/key-answers';
import type { Observation } from '../../shared/observations/observation';
import type { Environment } from '../base/environment';
import { fail } from '../base/failure';
import type { CaseStore, RemovedCase, StoredCase } from '../store/case-store';
import { bounded } from './evidence-bound';
import { afterAnswer } from './progress';
import { type QuestionDeps, questionOf } from './question';

interface CaseRecordsDeps extends QuestionDeps {
  readonly store: CaseStore;
  readonly environment: Pick<Environment, 'now'>;
  /** The test of a case that is under way, and whether a watch of it is. */
  readonly running: (id: string) => RunningCheck | null;
  readonly isWatched: (id: string) => boolean;
  readonly changed: (id: string) => void;
}

/** Cases listed, gone on with at the next start, and kept however old they are. */
const LISTED_CASES = 50;
/** Each is judged anew to be listed, which takes about a third of a millisecond. */
const MOST_CASES = 500;

export class CaseRecords {
  readonly #deps: CaseRecordsDeps;

  constructor(deps: CaseRecordsDeps) {
    this.#deps = deps;
  }

  find(id: string): StoredCase | null {
    return this.#deps.store.find(id);
  }

  /** Those that were changed last come first. */
  recent(): readonly StoredCase[] {
    return this.#deps.store.list(LISTED_CASES);
  }

  /** One more than are to be shown tells that there are more. */
  all(): { readonly items: readonly StoredCase[]; readonly isWhole: boolean } {
    const items = this.#deps.store.list(MOST_CASES + 1);
    return { items: items.slice(0, MOST_CASES), isWhole: items.length <= MOST_CASES };
  }

  read(id: string): Result<CaseView, IpcError> {
    const item = this.find(id);
    return item === null ? fail('not_found') : ok(this.view(item));
  }

  add(item: StoredCase): CaseView {
    this.#deps.store.save(item);
    return this.view(item);
  }

  update(id: string, change: (item: StoredCase) => StoredCase): Result<CaseView, IpcError> {
    const item = this.find(id);
    if (item === null) return fail('not_found');
    const changed = change(item);
    const next = { ...changed, evidence: bounded(changed.evidence), updatedAt: this.#now() };
    this.#deps.store.save(next);
    this.#deps.changed(id);
    return ok(this.view(next));
  }

  addEvidence(id: string, evidence: Evidence): Result<CaseView, IpcError> {
    return this.update(id, (item) => ({ ...item, evidence: [...item.evidence, evidence] }));
  }

  /** What somebody says they did or saw. */
  addStatement(id: string, statement: Statement): Result<CaseView, IpcError> {
    return this.addEvidence(id, { kind: 'statement', at: this.#now(), statement });
  }

  /** What was called off says nothing. */
  addAnswer(id: string, answer: Observation): void {
    if (answer.answer.kind !== 'cancelled') this.update(id, (item) => afterAnswer(item, answer));
  }

  /** It does not count as a change of the case: a case that is renamed is no newer. */
  tag(id: string, { name, isPinned }: CaseTag): Result<CaseView, IpcError> {
    if (!this.#deps.store.tag(id, { name: name?.trim() || null, isPinned })) return fail('not_found');
    this.#deps.changed(id);
    return this.read(id);
  }

  delete(ids: readonly string[]): readonly RemovedCase[] {
    return this.#deps.store.delete(ids);
  }

  restore(removed: readonly RemovedCase[]): void {
    this.#deps.store.restore(removed);
  }

  /** Removes cases that nobody touched since this ISO moment; those that are listed stay. */
  prune(oldestKept: string): void {
    this.#deps.store.prune(oldestKept, LISTED_CASES);
  }

  view(item: StoredCase): CaseView {
    const text = item.evidence.find((entry) => entry.kind === 'text');
    return {
      ...item,
      reading: text?.kind === 'text' ? text.reading : null,
      verdict: diagnose(this.question(item)),
      running: this.#deps.running(item.id),
      watch: this.#liveWatch(item),
    };
  }

  question(item: StoredCase): Question {
    return questionOf(item, this.#deps);
  }

  /** A watch that was under way when the app quit is no longer running, whatever was stored. */
  #liveWatch(item: StoredCase): WatchView | null {
    if (item.watch?.state !== 'running' || this.#deps.isWatched(item.id)) return item.watch;
    return { ...item.watch, state: 'stopped', nextAt: null };
  }

  #now(): string {
    return this.#deps.environment.now().toISOString();
  }
}
