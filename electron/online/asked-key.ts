/** The one key that a command asks with. What its answers show of it is known until the command ends, and kept nowhere. */
import type { IpcError } from '../../shared/base/error-codes';
import { ok, type Result } from '../../shared/base/result';
import { belongingOf } from '../../shared/history/check';
import type { KeySummary } from '../../shared/keys/key';
import { hostKindOf, hostOf, mayCost, seenAfter } from '../../shared/observations/host';
import type { Observation, Probe } from '../../shared/observations/observation';
import { fail } from '../base/failure';
import { type Target, targetSentFor } from '../probes/prober';

/** Gives the secret for one request. */
export type SecretOf = () => Promise<Result<string, IpcError>>;

export class AskedKey {
  readonly #secret: SecretOf;
  #summary: KeySummary;

  constructor(summary: KeySummary, secret: SecretOf) {
    this.#summary = summary;
    this.#secret = secret;
  }

  get summary(): KeySummary {
    return this.#summary;
  }

  find(id: string): KeySummary | null {
    return id === this.#summary.id ? this.#summary : null;
  }

  list(): readonly KeySummary[] {
    return [this.#summary];
  }

  mayCost(id: string, probe: Probe): boolean {
    const { baseUrl, hostSeen } = this.#summary;
    return id !== this.#summary.id || mayCost(probe, hostKindOf(hostOf(baseUrl), [], hostSeen));
  }

  async target(id: string): Promise<Result<Target, IpcError>> {
    if (id !== this.#summary.id) return fail('not_found');
    const secret = await this.#secret();
    if (!secret.ok) return secret;
    return ok(targetSentFor({ secret: secret.value, baseUrl: this.#summary.baseUrl }, this.#summary.sentFor));
  }

  /** Takes what an answer says of the key itself. */
  learn(answer: Observation): void {
    const { organization, project } = belongingOf(answer);
    this.#summary = {
      ...this.#summary,
      hostSeen: seenAfter(this.#summary.hostSeen, answer.answer),
      organization: organization ?? this.#summary.organization,
      project: project ?? this.#summary.project,
    };
  }
}
