/** The watches of all cases: at most one a case, each under way until its model is open, its time is over or it is stopped. */

import type { ErrorCode } from '../../shared/base/error-codes';
import type { WatchView } from '../../shared/case/views';
import { diagnose, doubtOf } from '../../shared/diagnosis/diagnose';
import type { Question } from '../../shared/diagnosis/key-answers';
import { canOnlyLook } from '../../shared/diagnosis/signals';
import type { Observation } from '../../shared/observations/observation';
import { isSteady, turnOf } from '../../shared/observations/proof';
import type { Environment } from '../base/environment';
import type { KeyService } from '../keys/key-service';
import { UsedKey } from '../keys/used-key';
import type { Checker } from '../probes/checker';
import type { StoredCase } from '../store/case-store';
import { readingOf } from './question';
import { type Attempted, VERIFICATION_SHARE, Watch, type WatchEnd, type WatchTiming } from './watch';

/** The key or its secret is gone, or is another one now: no later attempt could tell more without the person's doing. */
const STAYS_AWAY: readonly ErrorCode[] = ['not_found', 'vault_missing', 'vault_changed'];

interface WatchServiceDeps {
  readonly environment: Environment;
  readonly timing: WatchTiming;
  readonly keys: Pick<KeyService, 'find' | 'list' | 'target' | 'mayCost'>;
  readonly checker: Pick<Checker, 'repeat' | 'compare'>;
  /** The case as it is judged, with all that was answered so far. */
  readonly questionOf: (id: string) => Question;
  /** Whether the case is about an organization that is not verified yet. */
  readonly isVerifying: (item: StoredCase) => boolean;
  readonly found: (id: string, answer: Observation) => void;
  /** Called with each state of a watch; one that is over is no longer among the watches by then. */
  readonly changed: (id: string, view: WatchView) => void;
}

/** A case whose question is complete. */
type WatchableCase = StoredCase & { readonly keyId: string; readonly model: string };

interface Watched {
  readonly item: WatchableCase;
  readonly watch: Watch;
}

export class WatchService {
  readonly #deps: WatchServiceDeps;
  readonly #watches = new Map<string, Watched>();

  constructor(deps: WatchServiceDeps) {
    this.#deps = deps;
  }

  has(id: string): boolean {
    return this.#watches.has(id);
  }

  start(item: WatchableCase, more: { readonly earlier?: WatchView } = {}): void {
    const { id } = item;
    const watch = new Watch({
      timing: this.#timingFor(item),
      environment: this.#deps.environment,
      attempt: (signal) => this.#attempt(item, signal),
      changed: (view) => {
        if (view.state !== 'running') this.#watches.delete(id);
        this.#deps.changed(id, view);
      },
      ...more,
    });
    this.#watches.set(id, { item, watch });
    try {
      watch.start();
    } catch (error) {
      this.#watches.delete(id);
      throw error;
    }
  }

  /** Goes on with what the app's end broke off, as far as its time is not over. */
  resume(items: readonly StoredCase[]): void {
    for (const item of items) {
      const { keyId, model, watch } = item;
      const isDue =
        watch?.state === 'running' && Date.parse(watch.endsAt) > this.#deps.environment.now().getTime();
      if (isDue && keyId !== null && model !== null) this.#resumeOne({ ...item, keyId, model }, watch);
    }
  }

  /** What the key's former secret proved says nothing of the one that it has now. */
  secretReplaced(keyId: string): void {
    for (const { item, watch } of [...this.#watches.values()]) {
      if (item.keyId !== keyId) continue;
      watch.suspend();
      this.#resumeOne(item, { ...watch.view, consecutive: 0, spanMs: 0, nextAt: null });
    }
  }

  /** A disk that refuses to keep it must hinder neither the app's start nor a key's rotation; the watch is then shown as stopped. */
  #resumeOne(item: WatchableCase, earlier: WatchView): void {
    try {
      this.start(item, { earlier });
    } catch {
      // Nobody asked for it at this moment, so that there is nobody to tell.
    }
  }

  stop(id: string): void {
    this.#watches.get(id)?.watch.stop();
  }

  /** The computer woke up. */
  wake(): void {
    for (const { watch } of this.#watches.values()) watch.wake();
  }

  /** Sends nothing more; they go on at the next start. */
  suspend(): void {
    for (const { watch } of this.#watches.values()) watch.suspend();
  }

  #timingFor(item: StoredCase): WatchTiming {
    const { timing, isVerifying } = this.#deps;
    const verifying =
      isVerifying(item) ||
      item.evidence.some(
        (entry) => entry.kind === 'statement' && entry.statement === 'verified_organization',
      );
    return verifying ? { ...timing, limit: timing.limit * VERIFICATION_SHARE } : timing;
  }

  async #attempt(item: WatchableCase, signal: AbortSignal): Promise<Attempted | null> {
    const { id, keyId, model } = item;
    if (this.#deps.keys.mayCost(keyId, canOnlyLook(item) ? 'retrieve' : 'free_probe')) {
      // The answers have shown meanwhile that the host is not OpenAI's.
      this.stop(id);
      return null;
    }
    const summary = this.#deps.keys.find(keyId);
    if (summary === null) {
      this.stop(id);
      return null;
    }
    const key = new UsedKey(this.#deps.keys, summary, readingOf(item));
    const request = {
      key,
      model,
      probe: 'free_probe',
      evidence: this.#deps.questionOf(id).evidence,
      signal,
      found: (answer: Observation) => this.#deps.found(id, answer),
    } as const;
    const answer = await this.#deps.checker.repeat(request);
    if (key.failure !== null && STAYS_AWAY.includes(key.failure.code)) this.stop(id);
    if (answer === null) return null;
    let question = this.#deps.questionOf(id);
    const isValidated = answer.showed.strength === 'validated';
    if (isValidated && isSteady(diagnose(question).streak) && doubtOf(question) === 'not_calibrated') {
      // Only now, when the answers are steady, does the list fit what a control meets.
      const unclear = await this.#deps.checker.compare({ ...request, evidence: question.evidence }, answer);
      question = this.#deps.questionOf(id);
      if (unclear !== null) return attempted(unclear, question, null);
    }
    return attempted(answer, question, endOf(question));
  }
}

function attempted(answer: Observation, question: Question, end: WatchEnd | null): Attempted {
  const turn = turnOf(answer, canOnlyLook(question)) ?? 'undecided';
  return { answer, turn, streak: diagnose(question).streak, end };
}

/** How the watch ends by what the verdict says; null while more tests may tell more. */
function endOf(question: Question): WatchEnd | null {
  const verdict = diagnose(question);
  if (verdict.proof !== null) return 'proven';
  const doubt = doubtOf(question);
  if (doubt === 'proves_nothing') return 'proves_nothing';
  if (!isSteady(verdict.streak)) return null;
  if (canOnlyLook(question)) return verdict.state === 'listed' ? 'listed' : null;
  return doubt === null ? null : 'unproven';
}
