/** Runs probes for one question, cheapest first, and stops as soon as nothing more can be learned free of charge. */
import type { Evidence, Probe, ProbeEvidence } from '../../shared/diagnosis/evidence';
import { gather, meaningOf } from '../../shared/diagnosis/signals';
import { CONTROL_CANDIDATES, familyOf, freeProbe } from '../../shared/models/families';
import type { Environment } from '../environment';
import { endpointOf, type Prober, type Target } from '../probes/prober';

export interface CheckRequest {
  readonly target: Target;
  readonly keyId: string;
  readonly model: string | null;
  readonly probe: Probe | 'all_free';
  readonly evidence: readonly Evidence[];
  readonly signal: AbortSignal;
  /** Called with each answer as it comes. */
  readonly found: (evidence: ProbeEvidence) => void;
}

export class Checker {
  readonly #prober: Prober;
  readonly #environment: Environment;

  constructor(prober: Prober, environment: Environment) {
    this.#prober = prober;
    this.#environment = environment;
  }

  async run(request: CheckRequest): Promise<void> {
    if (request.probe !== 'all_free') {
      await this.#send(request, request.probe, request.model, false);
      return;
    }
    const list = await this.#send(request, 'list', null, false);
    if (request.model === null || list === null || !mayGoOn(list)) return;
    const access = freeProbe(request.model) === null ? 'retrieve' : 'free_probe';
    const answer = await this.#send(request, access, request.model, false);
    if (answer !== null) await this.#calibrate(request, answer, list);
  }

  /** The one free test that is repeated while watching. */
  async repeat(request: CheckRequest): Promise<ProbeEvidence | null> {
    if (request.model === null) return null;
    const probe = freeProbe(request.model) === null ? 'retrieve' : 'free_probe';
    return this.#send(request, probe, request.model, false);
  }

  /**
   * A free probe that was let through means nothing if access is decided later than validation. Where that is not
   * yet known for this key, the same request is sent for a real model of the same family that the key lacks.
   */
  async #calibrate(request: CheckRequest, answer: ProbeEvidence, list: ProbeEvidence): Promise<void> {
    if (answer.probe !== 'free_probe' || meaningOf(answer)?.kind !== 'open') return;
    if (
      gather({ evidence: request.evidence, keyId: request.keyId, model: request.model, today: '' })
        .calibrated !== null
    )
      return;
    const control = controlFor(request.model ?? '', list);
    if (control !== null) await this.#send(request, 'free_probe', control, true);
  }

  async #send(
    request: CheckRequest,
    probe: Probe,
    model: string | null,
    control: boolean,
  ): Promise<ProbeEvidence | null> {
    if (request.signal.aborted) return null;
    const { timers } = this.#environment;
    const started = timers.now();
    const at = this.#environment.now().toISOString();
    const answer = await this.#prober.send(request.target, { probe, model, signal: request.signal });
    const evidence: ProbeEvidence = {
      kind: 'probe',
      id: this.#environment.newId(),
      at,
      probe,
      keyId: request.keyId,
      model: probe === 'list' ? null : model,
      control,
      endpoint: `/v1${endpointOf(probe, model) ?? ''}`,
      durationMs: Math.round(timers.now() - started),
      answer,
    };
    request.found(evidence);
    return evidence;
  }
}

/** A key that is refused as such, or a network that is down, makes further probes pointless; not being allowed to list does not. */
function mayGoOn(list: ProbeEvidence): boolean {
  const { answer } = list;
  if (answer.kind === 'success') return true;
  return answer.kind === 'refusal' && answer.reading.cause === 'key_scope';
}

function controlFor(model: string, list: ProbeEvidence): string | null {
  if (list.answer.kind !== 'success' || familyOf(model) !== 'general') return null;
  const listed = new Set(list.answer.models?.map((item) => item.id));
  return CONTROL_CANDIDATES.find((id) => id !== model && !listed.has(id)) ?? null;
}
