/** The tests of cases: at most one a case at a time. Each answer is kept and announced as it comes. */

import type { IpcError } from '../../shared/base/error-codes';
import { err, ok, type Result } from '../../shared/base/result';
import type { CaseView, RealProbeEstimate, RunningCheck } from '../../shared/case/views';
import { realProbe } from '../../shared/models/families';
import type { Observation, Probe } from '../../shared/observations/observation';
import type { Environment } from '../base/environment';
import { fail } from '../base/failure';
import type { KeyService } from '../keys/key-service';
import { UsedKey } from '../keys/used-key';
import type { Checker } from '../probes/checker';
import type { CaseRecords } from './case-records';
import { compareProjects } from './comparison';
import { readingOf } from './question';

interface CaseChecksDeps {
  readonly records: Pick<CaseRecords, 'find' | 'read' | 'addAnswer' | 'addStatement'>;
  readonly keys: Pick<KeyService, 'find' | 'list' | 'target' | 'mayCost'>;
  readonly checker: Pick<Checker, 'run' | 'list' | 'identify'>;
  readonly environment: Pick<Environment, 'now'>;
  /** A test began or ended. */
  readonly changed: (id: string) => void;
}

interface Running {
  readonly view: RunningCheck;
  readonly abort: AbortController;
}

export class CaseChecks {
  readonly #deps: CaseChecksDeps;
  readonly #running = new Map<string, Running>();

  constructor(deps: CaseChecksDeps) {
    this.#deps = deps;
  }

  running(id: string): RunningCheck | null {
    return this.#running.get(id)?.view ?? null;
  }

  estimate(id: string): Result<RealProbeEstimate, IpcError> {
    const item = this.#deps.records.find(id);
    if (item === null) return fail('not_found');
    if (item.model === null) return fail('no_model_chosen');
    const request = realProbe(item.model);
    if (request === null) return fail('bad_request');
    return ok({
      model: item.model,
      endpoint: `/v1${request.path}`,
      outputTokens: request.outputTokens,
      expensive: request.expensive,
    });
  }

  /** Resolves when the test has ended. */
  async run(id: string, probe: Probe | 'all_free', consent: boolean): Promise<Result<CaseView, IpcError>> {
    const { records, keys, checker } = this.#deps;
    const item = records.find(id);
    if (item === null) return fail('not_found');
    if (this.#running.has(id)) return fail('busy');
    if (item.keyId === null) return fail('no_key_chosen');
    if (item.model === null && probe !== 'all_free' && probe !== 'list') return fail('no_model_chosen');
    if (!consent && this.#needsConsent(item.keyId, probe)) return fail('consent_missing');
    if (probe === 'real_probe' && item.model !== null && realProbe(item.model) === null)
      return fail('bad_request');
    const { keyId, model, evidence } = item;
    return this.#whileRunning(id, probe, async (signal) => {
      const summary = keys.find(keyId);
      if (summary === null) return fail('not_found');
      const key = new UsedKey(keys, summary, readingOf(item));
      const found = (answer: Observation) => records.addAnswer(id, answer);
      const agreed = consent && probe !== 'all_free';
      await checker.run({ key, model, probe, evidence, signal, found, agreed });
      return key.failure === null ? records.read(id) : err(key.failure);
    });
  }

  /**
   * Whether another project of the same organization has the model: what tells a project's list from an organization
   * that is not entitled. Needs a stored key whose answers have shown that it belongs there.
   */
  async compare(id: string): Promise<Result<CaseView, IpcError>> {
    const { records, keys, checker } = this.#deps;
    const item = records.find(id);
    const own = item?.keyId == null ? null : keys.find(item.keyId);
    if (item === null || own === null) return fail('no_key_chosen');
    if (item.model === null) return fail('no_model_chosen');
    if (this.#running.has(id)) return fail('busy');
    const { model } = item;
    return this.#whileRunning(id, 'list', async (signal) => {
      let wasHeldBack = false;
      const found = (answer: Observation) => {
        wasHeldBack ||= answer.answer.kind === 'not_sent';
        records.addAnswer(id, answer);
      };
      const outcome = await compareProjects({ keys, checker, own, model, signal, found });
      if (outcome === 'cancelled') return records.read(id);
      // Only that one of them has it is certain without the others.
      if (wasHeldBack && outcome !== 'has_it') return fail('host_paused');
      if (outcome === 'nobody_to_ask') return fail('no_other_project_key');
      return records.addStatement(
        id,
        outcome === 'has_it' ? 'other_project_has_it' : 'other_project_lacks_it',
      );
    });
  }

  cancel(id: string): Result<CaseView, IpcError> {
    this.#running.get(id)?.abort.abort();
    return this.#deps.records.read(id);
  }

  cancelAll(): void {
    for (const running of this.#running.values()) running.abort.abort();
  }

  #needsConsent(keyId: string, probe: Probe | 'all_free'): boolean {
    // The free tests stop by themselves before one that may cost something.
    if (probe === 'all_free') return false;
    return this.#deps.keys.mayCost(keyId, probe);
  }

  /** Says that a test is under way for as long as it is, and lets it be cancelled. */
  async #whileRunning(
    id: string,
    probe: RunningCheck['probe'],
    work: (signal: AbortSignal) => Promise<Result<CaseView, IpcError>>,
  ): Promise<Result<CaseView, IpcError>> {
    const { records, environment, changed } = this.#deps;
    const abort = new AbortController();
    this.#running.set(id, { view: { probe, startedAt: environment.now().toISOString() }, abort });
    changed(id);
    let outcome: Result<CaseView, IpcError>;
    try {
      outcome = await work(abort.signal);
    } finally {
      this.#running.delete(id);
      changed(id);
    }
    return outcome.ok ? records.read(id) : outcome;
  }
}
