/** "Can this key use this model?", asked of the API without a window: free of charge first, with a real request if it is agreed to. */
import type { IpcError } from '../../shared/base/error-codes';
import { diagnose } from '../../shared/diagnosis/diagnose';
import type { Evidence } from '../../shared/diagnosis/evidence';
import type { Verdict } from '../../shared/diagnosis/verdict';
import { realProbe } from '../../shared/models/families';
import type { Observation } from '../../shared/observations/observation';
import type { Environment } from '../base/environment';
import { questionOf } from '../cases/question';
import { UsedKey } from '../keys/used-key';
import { Checker, type CheckRequest } from '../probes/checker';
import type { Fetch } from '../probes/guarded-fetch';
import { Prober } from '../probes/prober';
import type { RequestQueue } from '../probes/request-queue';
import type { AskedKey } from './asked-key';

export interface CanIDeps {
  readonly environment: Environment;
  readonly fetch: Fetch;
  readonly queue: RequestQueue;
}

export interface CanIRequest {
  readonly key: AskedKey;
  readonly model: string;
  /** True where the person agreed to what a real request costs. */
  readonly real: boolean;
  /** True for the endpoint of chats alone. */
  readonly overChat: boolean;
  readonly signal: AbortSignal;
  /** The list that the key gave to an earlier question of the same command. */
  readonly list?: Observation;
}

export interface CanIAnswer {
  readonly model: string;
  readonly verdict: Verdict;
  readonly evidence: readonly Observation[];
  /** Why the secret could not be had; null where it could. */
  readonly failure: IpcError | null;
}

export interface ListAnswer extends Pick<CanIAnswer, 'verdict' | 'failure'> {
  readonly models: readonly string[] | null;
}

export class Asker {
  readonly #deps: CanIDeps;

  constructor(deps: CanIDeps) {
    this.#deps = deps;
  }

  async ask(request: CanIRequest): Promise<CanIAnswer> {
    const { key, model, real } = request;
    const evidence: Observation[] = request.list === undefined ? [] : [request.list];
    const used = new UsedKey(key, key.summary);
    const checker = this.#checkerOf(key);
    const check = {
      ...{ key: used, model, evidence, signal: request.signal, overChat: request.overChat },
      found: (answer: Observation) => void evidence.push(answer),
      ...(request.list === undefined ? {} : { list: request.list }),
    } satisfies Omit<CheckRequest, 'probe'>;
    await checker.run({ ...check, probe: 'all_free' });
    if (real && realProbe(model) !== null && this.#mayTellMore(key, model, evidence))
      await checker.run({ ...check, probe: 'real_probe', agreed: true });
    return { model, verdict: this.#verdictOf(key, model, evidence), evidence, failure: used.failure };
  }

  /** The models that the key lists; null with the verdict that says why, where it gave none. */
  async list(key: AskedKey, signal: AbortSignal): Promise<ListAnswer> {
    const evidence: Observation[] = [];
    const used = new UsedKey(key, key.summary);
    const found = (answer: Observation) => void evidence.push(answer);
    const models = await this.#checkerOf(key).list({
      key: used,
      model: null,
      probe: 'list',
      evidence,
      signal,
      found,
    });
    return { models, verdict: this.#verdictOf(key, null, evidence), failure: used.failure };
  }

  /** A key that is refused as such, or a network that is down, need not be paid for. */
  #mayTellMore(key: AskedKey, model: string, evidence: readonly Evidence[]): boolean {
    const { outcome, layer } = this.#verdictOf(key, model, evidence);
    return outcome !== 'refused' || (layer !== 'reach' && layer !== 'key');
  }

  #verdictOf(key: AskedKey, model: string | null, evidence: readonly Evidence[]): Verdict {
    const { environment } = this.#deps;
    return diagnose(
      questionOf({ evidence, keyId: key.summary.id, model }, { environment, findKey: (id) => key.find(id) }),
    );
  }

  #checkerOf(key: AskedKey): Checker {
    const { environment, fetch, queue } = this.#deps;
    const record = (answer: Observation) => {
      key.learn(answer);
      return true;
    };
    return new Checker({ prober: new Prober(fetch), queue, environment, record, keys: key });
  }
}

/** The list that the key gave; undefined where it gave none. */
export function listIn(evidence: readonly Observation[]): Observation | undefined {
  return evidence.findLast(({ probe, answer }) => probe === 'list' && answer.kind === 'success');
}
