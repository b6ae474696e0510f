/** Sends probes one after the other through the lanes, and obeys a server that asks for patience. */
import type { Answer } from '../../shared/diagnosis/evidence';
import { patienceAsked } from '../../shared/diagnosis/patience';
import { type Lanes, LONGEST_WAIT_MS } from './lanes';
import type { ProbeCall, ProbeSender, Target } from './prober';

const FIRST_BACK_OFF_MS = 1_000;

export class PacedProber implements ProbeSender {
  readonly #sender: ProbeSender;
  readonly #lanes: Lanes;
  readonly #random: () => number;

  constructor(sender: ProbeSender, lanes: Lanes, random: () => number) {
    this.#sender = sender;
    this.#lanes = lanes;
    this.#random = random;
  }

  async send(target: Target, call: ProbeCall): Promise<Answer> {
    const host = hostOf(target.baseUrl);
    const { tries = 1, sentBefore = 0 } = call;
    let last: Answer | null = null;
    for (let attempt = sentBefore + 1; ; attempt += 1) {
      const answer = await this.#sendOnce(target, call, attempt);
      // It was asked before, so that what it said then is its answer.
      if (answer.kind === 'not_sent' && last !== null) return last;
      const isFinal = answer.kind === 'not_sent' || patienceAsked(answer) === null;
      if (isFinal || attempt >= tries || this.#lanes.pausedFor(host) > LONGEST_WAIT_MS) return answer;
      last = answer;
      call.waits?.();
    }
  }

  async #sendOnce(target: Target, call: ProbeCall, attempt: number): Promise<Answer> {
    const { keyId = '', signal } = call;
    const host = hostOf(target.baseUrl);
    const turn = await this.#lanes.enter({ host, keyId, signal });
    if (turn.kind === 'called_off') return { kind: 'cancelled' };
    if (turn.kind === 'turned_away')
      return { kind: 'not_sent', secondsLeft: Math.ceil(turn.milliseconds / 1_000) };
    try {
      if (signal.aborted) return { kind: 'cancelled' };
      const answer = await this.#sender.send(target, call);
      // Before the place is free: whoever is next would be sent in the same moment.
      this.#obey(host, answer, attempt);
      return answer;
    } finally {
      turn.leave();
    }
  }

  /** Waits a little longer than asked, so that many programs told the same do not come back in the same moment. */
  #obey(host: string, answer: Answer, attempt: number): void {
    const asked = patienceAsked(answer);
    if (asked === null) return;
    const wait = asked.seconds === null ? FIRST_BACK_OFF_MS * 2 ** (attempt - 1) : asked.seconds * 1_000;
    this.#lanes.pause(host, wait + this.#random() * Math.max(250, wait * 0.2));
  }
}

/** What pauses are kept by. */
export function hostOf(baseUrl: string): string {
  return URL.parse(baseUrl)?.host ?? baseUrl;
}
