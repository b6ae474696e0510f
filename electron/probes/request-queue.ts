/**
 * The one queue that every probe of the app waits in: so many requests at once over all, so many with one key, and
 * none that a host asked to hold back, with one key or with all. First come, first served, among those that may go.
 */
import type { Timers } from '../base/timers';

export interface QueueLimits {
  readonly overall: number;
  readonly perKey: number;
}

export interface QueuePlace {
  readonly host: string;
  readonly keyId: string;
  readonly signal: AbortSignal;
}

/** What became of waiting for a turn. */
export type QueueTurn =
  | { readonly kind: 'admitted'; readonly leave: () => void }
  | { readonly kind: 'called_off' }
  /** The host wants to be left alone for longer than anybody waits. */
  | { readonly kind: 'turned_away'; readonly milliseconds: number };

interface Waiting extends QueuePlace {
  readonly end: (turn: QueueTurn) => void;
}

/** Longest pause that is sat out in the queue, in milliseconds. */
export const LONGEST_WAIT_MS = 60_000;

interface Pause {
  /** On the clock of the timers. */
  readonly until: number;
  /** Calls off what is planned for its end. */
  readonly forget: () => void;
}

export class RequestQueue {
  readonly #timers: Timers;
  #limits: QueueLimits;
  #waiting: readonly Waiting[] = [];
  #overall = 0;
  readonly #byKey = new Map<string, number>();
  /** Of hosts, and of keys at a host. */
  readonly #pauses = new Map<string, Pause>();
  readonly #pauseListeners = new Set<() => void>();

  constructor(timers: Timers, limits: QueueLimits) {
    this.#timers = timers;
    this.#limits = limits;
  }

  get limits(): QueueLimits {
    return this.#limits;
  }

  setLimits(limits: QueueLimits): void {
    this.#limits = limits;
    this.#admit();
  }

  /** Resolves once it is this request's turn, or once there is none. */
  enter(place: QueuePlace): Promise<QueueTurn> {
    if (place.signal.aborted) return Promise.resolve({ kind: 'called_off' });
    return new Promise((resolve) => {
      const callOff = () => this.#end(waiting, { kind: 'called_off' });
      const end = (turn: QueueTurn) => {
        place.signal.removeEventListener('abort', callOff);
        resolve(turn);
      };
      const waiting: Waiting = { ...place, end };
      place.signal.addEventListener('abort', callOff, { once: true });
      this.#waiting = [...this.#waiting, waiting];
      this.#turnAway(place.host);
      this.#admit();
    });
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
    const until = this.#timers.now() + milliseconds;
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
    this.#admit();
    this.#tellListeners();
  }

  /** Milliseconds that the host still has to be left alone with this key; 0 for none. */
  pausedFor(host: string, keyId: string): number {
    const until = (name: string) => this.#pauses.get(name)?.until ?? 0;
    return Math.max(0, Math.max(until(host), until(nameOf(host, keyId))) - this.#timers.now());
  }

  #tellListeners(): void {
    for (const listener of this.#pauseListeners) listener();
  }

  /** A timer may fire a fraction too early; whoever waits must not be left waiting for it. */
  #keepUntil(name: string, until: number): void {
    this.#pauses.get(name)?.forget();
    const ended = () => {
      if (this.#timers.now() < until) return this.#keepUntil(name, until);
      this.#pauses.delete(name);
      this.#admit();
    };
    const forget = this.#timers.after(until - this.#timers.now(), ended);
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
      this.#admit();
    };
  }

  #admit(): void {
    while (this.#overall < this.#limits.overall) {
      const next = this.#waiting.find((waiting) => this.#mayGo(waiting));
      if (next === undefined) return;
      this.#end(next, { kind: 'admitted', leave: this.#occupy(next.keyId) });
    }
  }

  /** Nobody is kept waiting for a host that is not to be asked for long, whenever it said so. */
  #turnAway(host: string): void {
    for (const waiting of this.#waiting.filter((other) => other.host === host)) {
      const milliseconds = this.pausedFor(host, waiting.keyId);
      if (milliseconds > LONGEST_WAIT_MS) this.#end(waiting, { kind: 'turned_away', milliseconds });
    }
  }

  #end(waiting: Waiting, turn: QueueTurn): void {
    this.#waiting = this.#waiting.filter((other) => other !== waiting);
    waiting.end(turn);
  }

  #mayGo({ host, keyId }: Waiting): boolean {
    return (this.#byKey.get(keyId) ?? 0) < this.#limits.perKey && this.pausedFor(host, keyId) === 0;
  }
}

/** What the pause of one key at a host is kept by; no host holds a blank. */
function nameOf(host: string, keyId: string): string {
  return `${host} ${keyId}`;
}
