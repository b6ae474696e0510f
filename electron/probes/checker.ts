/** Runs probes for one question, cheapest first, and stops as soon as nothing more can be learned free of charge. */
import type { Evidence } from '../../shared/diagnosis/evidence';
import { calibrationFor } from '../../shared/diagnosis/key-answers';
import type { SentFor } from '../../shared/keys/key';
import { lastFourOf } from '../../shared/keys/key-text';
import { controlFor, familyOf, freeProbe, hasChat } from '../../shared/models/families';
import { hostOf } from '../../shared/observations/host';
import { keyRefusedFor } from '../../shared/observations/key-refusal';
import type { Answer, Observation, Probe } from '../../shared/observations/observation';
import { NO_HEADERS } from '../../shared/observations/sender';
import { isOfOtherEndpoint, mayLackEndpoint, observed } from '../../shared/observations/showing';
import type { Environment } from '../base/environment';
import { endpointOf, type ProbeSender, type Target } from './prober';
import type { RequestQueue, RunPlace } from './request-queue';

/** The key that a check is about. */
export interface KeyToAsk {
  readonly id: string;
  readonly baseUrl: string;
  readonly lastFour: string;
  /** Values of the headers that its requests are sent with. */
  readonly home: SentFor;
  /** The keys that a limit of its organization or project holds for as well, itself included. */
  sharing(of: 'organization' | 'project'): readonly string[];
  /** Gives the secret for one request; null where it cannot be had. */
  target(): Promise<Target | null>;
}

/** The run that a check is part of, and how the check waits in it. */
export interface RunPart extends RunPlace {
  readonly id: string;
}

export interface CheckRequest {
  readonly key: KeyToAsk;
  readonly model: string | null;
  readonly probe: Probe | 'all_free';
  readonly evidence: readonly Evidence[];
  readonly signal: AbortSignal;
  /** True where the person agreed to what it may cost. Without that, nothing that may cost something is sent. */
  readonly agreed?: boolean;
  /** Called with each answer as it comes, once it is recorded. */
  readonly found?: (evidence: Observation) => void;
  /** None for a check by itself. */
  readonly run?: RunPart;
  /** The key's list, where it was given a moment ago to a question about another model. */
  readonly list?: Observation;
  /** True where the older endpoint of chats is the one in question. */
  readonly overChat?: boolean;
}

/** How often a test of a run may be sent where the server only asks for patience. A person who waits is told at once. */
const TRIES_IN_RUN = 3;

/**
 * Told of every answer before anybody else is, of the run that it is part of, and of the end of the secret it was asked
 * with. False where that secret is no longer the key's: nobody then learns anything from the answer.
 */
export type Recorder = (evidence: Observation, runId: string | null, lastFour: string) => boolean;

/** Whether a test with this key may cost something. The answers to the key itself tell, so it is asked each time. */
interface Costs {
  mayCost(keyId: string, probe: Probe): boolean;
}

export interface CheckerDeps {
  readonly prober: ProbeSender;
  readonly queue: Pick<RequestQueue, 'submit'>;
  readonly environment: Environment;
  readonly record: Recorder;
  readonly keys: Costs;
}

export class Checker {
  readonly #deps: CheckerDeps;
  /** Keys whose host was seen to lack the newer endpoint, and models of a key that are refused there: see `inChats`. */
  readonly #asksInChats = new Set<string>();

  constructor(deps: CheckerDeps) {
    this.#deps = deps;
  }

  async run(request: CheckRequest): Promise<void> {
    if (request.probe !== 'all_free') {
      if (request.probe === 'list') await this.#list(request);
      else await this.#send(request, request.probe, request.model, false);
      return;
    }
    const list = request.list ?? (await this.#list(request));
    if (request.model === null || list === null || !mayGoOn(list)) return;
    const answer = await this.#send(request, freeTestOf(request.model), request.model, false);
    if (answer !== null) await this.#calibrate(request, answer, list);
  }

  /** The models that a key lists; null where it gave no list. */
  async list(request: CheckRequest): Promise<readonly string[] | null> {
    const evidence = await this.#list(request);
    return evidence?.answer.kind === 'success' ? idsOf(evidence) : null;
  }

  /**
   * Makes the API name the key's organization and project: its answer to a request that is invalid on purpose carries
   * both, provided that the key may use the model (recorded traffic, 2026).
   */
  async identify(request: CheckRequest, listed: readonly string[]): Promise<void> {
    const model = listed.find((id) => familyOf(id) === 'general');
    if (model !== undefined) await this.#send(request, 'free_probe', model, false);
  }

  /** The one free test that is repeated while watching. */
  async repeat(request: CheckRequest): Promise<Observation | null> {
    if (request.model === null) return null;
    return this.#send(request, freeTestOf(request.model), request.model, false);
  }

  /** One probe of one model, free or real, for whoever decides the order. A model without a free test is looked up. */
  async single(request: CheckRequest & { readonly probe: Probe }): Promise<Observation | null> {
    const { probe, model } = request;
    if (probe === 'list') return this.#list(request);
    const fit = probe === 'free_probe' && model !== null ? freeTestOf(model) : probe;
    return this.#send(request, fit, model, false);
  }

  /** The comparison that tells whether free tests mean anything for this key; null where there is nothing to compare with. */
  async control(request: CheckRequest, listed: readonly string[]): Promise<Observation | null> {
    const control = request.model === null ? null : controlFor(request.model, listed, this.#today());
    return control === null ? null : this.#send(request, 'free_probe', control, true);
  }

  /**
   * The comparison with a fresh list, where it is not known yet what free tests like this one mean. Gives the answer that left
   * it open, to be asked for again; null where that is settled, or where there is nothing to compare with.
   */
  async compare(request: CheckRequest, free: Observation): Promise<Observation | null> {
    if (request.model === null || isCalibrated(request.model, request, free)) return null;
    const list = await this.#list(request);
    if (list?.answer.kind !== 'success') return list !== null && mayGoOn(list) ? null : list;
    const control = await this.control(request, idsOf(list));
    const isSettled = control !== null && control.showed.outcome !== 'unknown';
    return isSettled ? null : control;
  }

  /**
   * A free probe that was let through means nothing if access is decided later than validation. Where that is not
   * yet known for this key and endpoint, the same request is sent for a real model there that the key lacks.
   */
  async #calibrate(request: CheckRequest, answer: Observation, list: Observation): Promise<void> {
    if (answer.probe !== 'free_probe' || answer.showed.outcome !== 'confirmed') return;
    if (request.model === null || isCalibrated(request.model, request, answer)) return;
    if (list.answer.kind === 'success') await this.control(request, idsOf(list));
  }

  #today(): string {
    return this.#deps.environment.now().toISOString().slice(0, 10);
  }

  /** A refusal of the key itself is asked for again at once, which costs nothing: one alone calls no key bad. */
  async #list(request: CheckRequest): Promise<Observation | null> {
    const first = await this.#send(request, 'list', null, false);
    if (first === null || keyRefusedFor(first.answer) === null) return first;
    const second = await this.#send(request, 'list', null, false);
    const isSent = second !== null && second.answer.kind !== 'cancelled' && second.answer.kind !== 'not_sent';
    return isSent ? second : first;
  }

  /**
   * Where the host has no such endpoint, or serves the model at the older one alone, the model is asked as a chat instead; so
   * is what it is compared with, since only tests at one endpoint can be.
   */
  async #send(
    request: CheckRequest,
    probe: Probe,
    model: string | null,
    control: boolean,
  ): Promise<Observation | null> {
    const asksForUse = (probe === 'free_probe' || probe === 'real_probe') && model !== null && hasChat(model);
    const ofHost = inChats(request.key.id, null);
    const ofModel = inChats(request.key.id, request.model);
    const isKnown = this.#asksInChats.has(ofHost) || this.#asksInChats.has(ofModel);
    if (asksForUse && (isKnown || request.overChat === true))
      return this.#sendOnce(request, probe, model, control, true);
    const first = await this.#sendOnce(request, probe, model, control, false);
    if (!asksForUse || first === null || !isUnfit(first)) return first;
    const second = await this.#sendOnce(request, probe, model, control, true);
    const isAnswered = second?.answer.kind === 'success' || second?.answer.kind === 'refusal';
    if (second === null || !isAnswered || isUnfit(second)) return first;
    this.#asksInChats.add(isOfOtherEndpoint(first) ? inChats(request.key.id, model) : ofHost);
    return second;
  }

  async #sendOnce(
    request: CheckRequest,
    probe: Probe,
    model: string | null,
    control: boolean,
    overChat: boolean,
  ): Promise<Observation | null> {
    const { key, signal, run } = request;
    const { prober, queue, environment, record, keys } = this.#deps;
    const { timers } = environment;
    const mayAsk = () => request.agreed === true || !keys.mayCost(key.id, probe);
    if (signal.aborted || !mayAsk()) return null;
    let begun = { at: environment.now().toISOString(), ticks: timers.now() };
    let sentWith: Pick<KeyToAsk, 'lastFour' | 'home'> = key;
    const begin = async () => {
      // The answers may have shown meanwhile that the host is not OpenAI's.
      const target = mayAsk() ? await key.target() : null;
      if (target === null) return null;
      return () => {
        sentWith = { lastFour: lastFourOf(target.secret), home: target.home ?? NO_HEADERS };
        begun = { at: environment.now().toISOString(), ticks: timers.now() };
        return prober.send(target, { probe, model, overChat, signal });
      };
    };
    const take = (answer: Answer) => {
      // What is left of the host's pause is counted from now, however long the request had waited before.
      if (answer.kind === 'not_sent') begun = { at: environment.now().toISOString(), ticks: timers.now() };
      const evidence = observed({
        kind: 'probe',
        id: environment.newId(),
        at: begun.at,
        probe,
        keyId: key.id,
        model: probe === 'list' ? null : model,
        control,
        endpoint: `/v1${endpointOf(probe, model, overChat) ?? ''}`,
        keyEnd: sentWith.lastFour,
        sent: { host: hostOf(key.baseUrl), ...sentWith.home },
        durationMs: Math.round(timers.now() - begun.ticks),
        answer,
      });
      if (!record(evidence, run?.id ?? null, sentWith.lastFour)) return null;
      request.found?.(evidence);
      return evidence;
    };
    const place = { host: hostOf(key.baseUrl), keyId: key.id, signal, ...(run === undefined ? {} : { run }) };
    const tries = run === undefined ? 1 : TRIES_IN_RUN;
    return queue.submit({ ...place, tries, sharing: (of) => key.sharing(of), begin }, take);
  }
}

/** What is remembered of a model with a key; of all its models for null. */
function inChats(keyId: string, model: string | null): string {
  return JSON.stringify([keyId, model]);
}

/** The endpoint does not suit the host or the model, so that the older one is worth a try. */
function isUnfit(answer: Observation): boolean {
  return mayLackEndpoint(answer) || isOfOtherEndpoint(answer);
}

/** Whether it is known what a free test means that was sent as this one was. */
function isCalibrated(model: string, { evidence, key }: CheckRequest, free: Observation): boolean {
  const sent = { end: free.keyEnd ?? key.lastFour, sentFor: free.sent ?? NO_HEADERS };
  return calibrationFor(model, { evidence, keyId: key.id, key: sent }) !== null;
}

/** A key that is refused as such, or a network that is down, makes further probes pointless; not being allowed to list does not. */
function mayGoOn(list: Observation): boolean {
  const { answer } = list;
  if (answer.kind === 'success') return true;
  return answer.kind === 'refusal' && answer.reading.cause === 'key_scope';
}

function freeTestOf(model: string): Probe {
  return freeProbe(model) === null ? 'retrieve' : 'free_probe';
}

/** The models of a list that was answered. */
function idsOf({ answer }: Observation): readonly string[] {
  return answer.kind === 'success' ? (answer.models ?? []).map(({ id }) => id) : [];
}
