/** Sends probes one after the other through the lanes, and obeys a server that asks for patience. */
import type { Answer } from '../../shared/diagnosis/evidence';
import { patienceAsked } from '../../shared/diagnosis/patience';
import { NO_FACTS, NO_WRAPPER } from '../../shared/errors/reading';
import type { Lanes } from './lanes';
import type { ProbeCall, ProbeSender, Target } from './prober';

/** Longest pause that is sat out, in milliseconds; where more is asked, the answer is given as it is. */
export const LONGEST_WAIT_MS = 60_000;
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
    const tries = call.tries ?? 1;
    for (let attempt = 1; ; attempt += 1) {
      const paused = this.#lanes.pausedFor(host);
      if (paused > LONGEST_WAIT_MS) return postponed(paused);
      const answer = await this.#sendOnce(target, call, host);
      const asked = waitAfter(answer, attempt);
      if (asked === null) return answer;
      this.#pause(host, asked);
      if (attempt >= tries || asked > LONGEST_WAIT_MS) return answer;
      call.waits?.();
    }
  }

  async #sendOnce(target: Target, call: ProbeCall, host: string): Promise<Answer> {
    const leave = await this.#lanes.enter({ host, keyId: call.keyId ?? '', signal: call.signal });
    if (leave === null) return { kind: 'cancelled' };
    try {
      return await this.#sender.send(target, call);
    } finally {
      leave();
    }
  }

  /** A little longer than asked, so that many programs told the same do not come back in the same moment. */
  #pause(host: string, asked: number): void {
    this.#lanes.pause(host, asked + this.#random() * Math.max(250, asked * 0.2));
  }
}

/** Milliseconds to leave the host alone; null where the answer asks for nothing of the sort. Other refusals are final. */
function waitAfter(answer: Answer, attempt: number): number | null {
  const asked = patienceAsked(answer);
  if (asked === null) return null;
  return asked.seconds === null ? FIRST_BACK_OFF_MS * 2 ** (attempt - 1) : asked.seconds * 1_000;
}

/** What the host said a moment ago still holds, so it is not asked again. */
function postponed(milliseconds: number): Answer {
  const retryAfterSeconds = Math.ceil(milliseconds / 1_000);
  return {
    kind: 'refusal',
    status: 429,
    headers: { organization: null, project: null, requestId: null, retryAfterSeconds },
    reading: {
      cause: 'rate_limited',
      confidence: 'certain',
      rule: 'host_pause',
      vendor: null,
      facts: { ...NO_FACTS, httpStatus: 429, retryAfterSeconds },
      wrapper: NO_WRAPPER,
      marks: [],
      others: [],
      sentence: null,
    },
    excerpt: '',
  };
}

function hostOf(baseUrl: string): string {
  return URL.parse(baseUrl)?.host ?? baseUrl;
}
