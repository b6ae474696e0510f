/** Sends probes one after the other through the queue, and obeys a server that asks for patience. */
import { hostOf } from '../../shared/observations/host';
import type { Answer } from '../../shared/observations/observation';
import { type PatienceOf, patienceAsked } from '../../shared/observations/patience';
import type { ProbeCall, ProbeSender, Target } from './prober';
import { LONGEST_WAIT_MS, type QueuePlace, type RequestQueue } from './request-queue';

const FIRST_BACK_OFF_MS = 1_000;

/** The keys that a limit of this key's organization or project holds for as well, the key itself included. */
export type Sharing = (keyId: string, of: 'organization' | 'project') => readonly string[];

export class PacedProber implements ProbeSender {
  readonly #sender: ProbeSender;
  readonly #queue: RequestQueue;
  readonly #random: () => number;
  readonly #sharing: Sharing;

  constructor(sender: ProbeSender, queue: RequestQueue, random: () => number, sharing: Sharing) {
    this.#sender = sender;
    this.#queue = queue;
    this.#random = random;
    this.#sharing = sharing;
  }

  async send(target: Target, call: ProbeCall): Promise<Answer> {
    const host = hostOf(target.baseUrl);
    const { keyId = '', tries = 1, sentBefore = 0 } = call;
    let last: Answer | null = null;
    for (let attempt = sentBefore + 1; ; attempt += 1) {
      const answer = await this.#sendOnce(target, call, attempt);
      // It was asked before, so that what it said then is its answer.
      if (answer.kind === 'not_sent' && last !== null) return last;
      const isFinal = answer.kind === 'not_sent' || patienceAsked(answer) === null;
      if (isFinal || attempt >= tries || this.#queue.pausedFor(host, keyId) > LONGEST_WAIT_MS) return answer;
      last = answer;
      call.waits?.();
    }
  }

  async #sendOnce(target: Target, call: ProbeCall, attempt: number): Promise<Answer> {
    const { keyId = '', signal } = call;
    const host = hostOf(target.baseUrl);
    const turn = await this.#queue.enter({ host, keyId, signal });
    if (turn.kind === 'called_off') return { kind: 'cancelled' };
    if (turn.kind === 'turned_away')
      return { kind: 'not_sent', secondsLeft: Math.ceil(turn.milliseconds / 1_000) };
    try {
      if (signal.aborted) return { kind: 'cancelled' };
      const answer = await this.#sender.send(target, call);
      // Before the place is free: whoever is next would be sent in the same moment.
      this.#obey({ host, keyId }, answer, attempt);
      return answer;
    } finally {
      turn.leave();
    }
  }

  /** Waits a little longer than asked, so that many programs told the same do not come back in the same moment. */
  #obey({ host, keyId }: Pick<QueuePlace, 'host' | 'keyId'>, answer: Answer, attempt: number): void {
    const asked = patienceAsked(answer);
    if (asked === null) return;
    const wait = asked.seconds === null ? FIRST_BACK_OFF_MS * 2 ** (attempt - 1) : asked.seconds * 1_000;
    this.#queue.pause(host, wait + this.#random() * Math.max(250, wait * 0.2), this.#meant(asked.of, keyId));
  }

  /** null for every key. */
  #meant(of: PatienceOf, keyId: string): readonly string[] | null {
    if (of === 'host') return null;
    return of === 'key' ? [keyId] : this.#sharing(keyId, of);
  }
}
