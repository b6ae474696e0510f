/**
 * The one queue that every request of the app waits in. It decides when a request is sent: so many at once over all and with
 * one key, never during a pause that a server asked for, the most urgent first, and again where the server only asked for
 * patience. What waits holds no place and no secret.
 */

import type { Answer } from '../../shared/observations/observation';
import { type Patience, patienceAsked } from '../../shared/observations/patience';
import type { Environment } from '../base/environment';

export interface QueueLimits {
  readonly overall: number;
  readonly perKey: number;
}

/** It waits for its turn; its turn has come, so that its secret is fetched; it is on its way; or there is no way to send it. */
export type QueueStage = 'waiting' | 'begun' | 'sent' | 'given_up';

/** How a request of a run waits. One without this is waited for by a person, and goes first. */
export interface RunPlace {
  /** The greatest goes first, below `Number.MAX_VALUE`; asked each time that a place is free. */
  readonly urgency: () => number;
  /** True while it must not be sent. Whoever changes that calls `look`. */
  readonly isHeld: () => boolean;
  readonly moved: (stage: QueueStage) => void;
}

interface QueuePlace {
  readonly host: string;
  readonly keyId: string;
  /** Gives up waiting; never where left out. */
  readonly signal?: AbortSignal;
  readonly run?: RunPlace;
}

export interface QueuedRequest extends QueuePlace {
  readonly signal: AbortSignal;
  /** How often it may be sent where the server only asks for patience. */
  readonly tries: number;
  /** The keys that a limit of this key's organization or project holds for as well, the key itself included. */
  readonly sharing: (of: 'organization' | 'project') => readonly string[];
  /**
   * Called each time its turn has come: fetches what must not be kept while it waits, such as the secret, and gives the
   * way to send it. null where that cannot be had.
   */
  readonly begin: () => Promise<(() => Promise<Answer>) | null>;
}

/** What became of waiting for a turn. */
type QueueTurn =
  | { readonly kind: 'admitted'; readonly leave: () => void }
  | { readonly kind: 'called_off' }
  /** The host wants to be left alone for longer than anybody waits. */
  | { readonly kind: 'turned_away'; readonly milliseconds: number };

interface Waiting extends QueuePlace {
  /** Its place in the line, which it keeps when it waits again. */
  readonly number: number;
  /** True where a run's request has an answer to end with. A run itself decides how long the others wait. */
  readonly isAnswered: boolean;
  readonly end: (turn: QueueTurn) => void;
}

/** Longest pause that is sat out in the queue, in milliseconds. */
export const LONGEST_WAIT_MS = 60_000;
const FIRST_BACK_OFF_MS = 1_000;

interface Pause {
  /** On the clock of the timers. */
  readonly until: number;
  /** Calls off what is planned for its end. */
  readonly forget: () => void;
}

export class RequestQueue {
  readonly #environment: Pick<Environment, 'timers' | 'random'>;
  #limits: QueueLimits;
  readonly #waiting = new Set<Waiting>();
  #number = 0;
  #overall = 0;
  readonly #byKey = new Map<string, number>();
  /** Of hosts, and of keys at a host. */
  readonly #pauses = new Map<string, Pause>();
  readonly #pauseListeners = new Set<() => void>();

  constructor(environment: Pick<Environment, 'timers' | 'random'>, limits: QueueLimits) {
    this.#environment = environment;
    this.#limits = limits;
  }

  setLimits(limits: QueueLimits): void {
    this.#limits = limits;
    this.look();
  }

  /**
   * Sends the request when its turn has come, and again where it may. `take` makes of the last answer what is needed, before the
   * place is free: what it learns holds for whoever is next. null where `begin` gave no way to send it.
   */
  async submit<T>(request: QueuedRequest, take: (answer: Answer) => T): Promise<T | null> {
    const { host, keyId, signal, run, tries } = request;
    this.#number += 1;
    const number = this.#number;
    let last: Answer | null = null;
    for (let sent = 0; ; ) {
      run?.moved('waiting');
      const turn = await this.#enter(request, number, last !== null);
      if (turn.kind === 'called_off') return take({ kind: 'cancelled' });
      // If it was asked before, what was said then is its answer.
      if (turn.kind === 'turned_away')
        return take(last ?? { kind: 'not_sent', secondsLeft: Math.ceil(turn.milliseconds / 1_000) });
      try {
        run?.moved('begun');
        const send = await request.begin();
        if (send === null) {
          run?.moved('given_up');
          return null;
        }
        // Any of this may have happened while the secret was fetched.
        if (signal.aborted || run?.isHeld() === true || this.pausedFor(host, keyId) > 0) continue;
        run?.moved('sent');
        last = await send();
        sent += 1;
        const asked = patienceAsked(last);
        if (asked !== null) this.#obey(request, asked, sent);
        const isOver = asked === null || sent >= tries;
        if (isOver || this.pausedFor(host, keyId) > LONGEST_WAIT_MS) return take(last);
      } finally {
        turn.leave();
      }
    }
  }

  /** Resolves once it is this request's turn, or once there is none. */
  enter(place: QueuePlace): Promise<QueueTurn> {
    this.#number += 1;
    return this.#enter(place, this.#number, false);
  }

  /** Lets go whatever may go by now. */
  look(): void {
    while (this.#overall < this.#limits.overall) {
      const next = this.#next();
      if (next === null) return;
      this.#end(next, { kind: 'admitted', leave: this.#occupy(next.keyId) });
    }
  }

  /** Calls back whenever a pause begins, becomes longer or is lifted; returns the way to stop. */
  onPause(listener: () => void): () => void {
    this.#pauseListeners.add(listener);
    return () => this.#pauseListeners.delete(listener);
  }

  /**
   * Sends nothing to this host for so long, with any of these keys or, for null, with any key at all. A pause already under
   * way is only ever made longer.
   */
  pause(host: string, milliseconds: number, keyIds: readonly string[] | null = null): void {
    const until = this.#environment.timers.now() + milliseconds;
    const names = keyIds === null ? [host] : keyIds.map((keyId) => nameOf(host, keyId));
    const longer = names.filter((name) => until > (this.#pauses.get(name)?.until ?? 0));
    if (longer.length === 0) return;
    for (const name of longer) this.#keepUntil(name, until);
    this.#turnAway(host);
    this.#tellListeners();
  }

  /** Ends every pause at once. For the person alone: a program comes back no earlier than it was asked to. */
  lift(): void {
    if (this.#pauses.size === 0) return;
    for (const { forget } of this.#pauses.values()) forget();
    this.#pauses.clear();
    this.look();
    this.#tellListeners();
  }

  /** Milliseconds that the host still has to be left alone with this key; 0 for none. */
  pausedFor(host: string, keyId: string): number {
    const until = (name: string) => this.#pauses.get(name)?.until ?? 0;
    const end = Math.max(until(host), until(nameOf(host, keyId)));
    return Math.max(0, end - this.#environment.timers.now());
  }

  #enter(place: QueuePlace, number: number, isAnswered: boolean): Promise<QueueTurn> {
    const { signal, host } = place;
    if (signal?.aborted === true) return Promise.resolve({ kind: 'called_off' });
    return new Promise((resolve) => {
      const callOff = () => this.#end(waiting, { kind: 'called_off' });
      const end = (turn: QueueTurn) => {
        signal?.removeEventListener('abort', callOff);
        resolve(turn);
      };
      const waiting: Waiting = { ...place, number, isAnswered, end };
      signal?.addEventListener('abort', callOff, { once: true });
      this.#waiting.add(waiting);
      this.#turnAway(host);
      this.look();
    });
  }

  /** Waits a little longer than asked, so that many programs told the same do not come back in the same moment. */
  #obey({ host, keyId, sharing }: QueuedRequest, asked: Patience, attempt: number): void {
    const wait = asked.seconds === null ? FIRST_BACK_OFF_MS * 2 ** (attempt - 1) : asked.seconds * 1_000;
    const more = this.#environment.random() * Math.max(250, wait * 0.2);
    const { of } = asked;
    this.pause(host, wait + more, of === 'host' ? null : of === 'key' ? [keyId] : sharing(of));
  }

  #tellListeners(): void {
    for (const listener of this.#pauseListeners) listener();
  }

  /** A timer may fire a fraction too early; whoever waits must not be left waiting for it. */
  #keepUntil(name: string, until: number): void {
    const { timers } = this.#environment;
    this.#pauses.get(name)?.forget();
    const ended = () => {
      if (timers.now() < until) return this.#keepUntil(name, until);
      this.#pauses.delete(name);
      this.look();
    };
    const forget = timers.after(Math.max(0, until - timers.now()), ended);
    this.#pauses.set(name, { until, forget });
  }

  #occupy(keyId: string): () => void {
    this.#overall += 1;
    this.#byKey.set(keyId, (this.#byKey.get(keyId) ?? 0) + 1);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.#overall -= 1;
      const others = (this.#byKey.get(keyId) ?? 1) - 1;
      if (others === 0) this.#byKey.delete(keyId);
      else this.#byKey.set(keyId, others);
      this.look();
    };
  }

  /** Of those that may go the most urgent, of equal ones the first in the line. */
  #next(): Waiting | null {
    let best: Waiting | null = null;
    for (const waiting of this.#waiting)
      if (this.#mayGo(waiting) && (best === null || isBefore(waiting, best))) best = waiting;
    return best;
  }

  /** Nobody is kept waiting for a host that is not to be asked for long, whenever it said so. */
  #turnAway(host: string): void {
    for (const waiting of [...this.#waiting].filter((other) => other.host === host)) {
      const milliseconds = this.pausedFor(host, waiting.keyId);
      const mayGiveUp = waiting.run === undefined || waiting.isAnswered;
      if (mayGiveUp && milliseconds > LONGEST_WAIT_MS)
        this.#end(waiting, { kind: 'turned_away', milliseconds });
    }
  }

  #end(waiting: Waiting, turn: QueueTurn): void {
    this.#waiting.delete(waiting);
    waiting.end(turn);
  }

  #mayGo({ host, keyId, run }: Waiting): boolean {
    if ((this.#byKey.get(keyId) ?? 0) >= this.#limits.perKey || run?.isHeld() === true) return false;
    return this.pausedFor(host, keyId) === 0;
  }
}

function isBefore(one: Waiting, other: Waiting): boolean {
  const more = urgencyOf(one) - urgencyOf(other);
  return more > 0 || (more === 0 && one.number < other.number);
}

function urgencyOf({ run }: Waiting): number {
  return run === undefined ? Number.MAX_VALUE : run.urgency();
}

/** What the pause of one key at a host is kept by; no host holds a blank. */
function nameOf(host: string, keyId: string): string {
  return `${host} ${keyId}`;
}
