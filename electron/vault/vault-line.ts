import type { Timers } from '../base/timers';
import {
  isVaultReply,
  type StartVaultProcess,
  type VaultAnswer,
  type VaultCall,
  type VaultProcess,
} from './vault-protocol';

/** `hung`: no reply in time. `died`: the process ended under the call. `worn_out`: it was restarted too often. */
export type LineAnswer = VaultAnswer | { readonly kind: 'hung' | 'died' | 'worn_out' };

/** In milliseconds. */
interface LineLimits {
  readonly restarts: number;
  readonly restartWindow: number;
}

export const LINE_LIMITS: LineLimits = { restarts: 3, restartWindow: 60_000 };

interface Running {
  readonly process: VaultProcess;
  settle: ((answer: LineAnswer) => void) | null;
  awaited: number;
}

/** One call at a time to a process that may hang or die; a new one is started when it is next needed. */
export class VaultLine {
  readonly #start: StartVaultProcess;
  readonly #timers: Timers;
  readonly #limits: LineLimits;
  #running: Running | null = null;
  #startedBefore = false;
  #restarts: readonly number[] = [];
  #wornOut = false;
  #closed = false;
  #proven = false;
  #number = 0;

  constructor(start: StartVaultProcess, timers: Timers, limits: LineLimits) {
    this.#start = start;
    this.#timers = timers;
    this.#limits = limits;
  }

  /** True once the running process has reached the keychain: an error after that may be a connection gone stale. */
  get proven(): boolean {
    return this.#proven;
  }

  /** The caller waits for each answer before the next call. */
  call(call: VaultCall, timeout: number): Promise<LineAnswer> {
    const running = this.#running ?? this.#launch();
    if (running === null) return Promise.resolve({ kind: 'worn_out' });
    const number = ++this.#number;
    return new Promise((resolve) => {
      const cancel = this.#timers.after(timeout, () => {
        this.drop();
        resolve({ kind: 'hung' });
      });
      running.awaited = number;
      running.settle = (answer) => {
        cancel();
        running.settle = null;
        resolve(answer);
      };
      running.process.send({ ...call, number });
    });
  }

  /** Ends the process; the next call starts another one. */
  drop(): void {
    const running = this.#running;
    this.#running = null;
    this.#proven = false;
    running?.process.kill();
  }

  /** Allows restarts again, because the person asked for it. */
  renew(): void {
    this.#wornOut = false;
    this.#restarts = [];
  }

  close(): void {
    this.#closed = true;
    const settle = this.#running?.settle;
    this.drop();
    settle?.({ kind: 'died' });
  }

  #launch(): Running | null {
    if (this.#closed || !this.#mayStart()) return null;
    const running: Running = { process: this.#start(), settle: null, awaited: 0 };
    running.process.onMessage((message) => this.#receive(running, message));
    running.process.onExit(() => {
      if (this.#running === running) {
        this.#running = null;
        this.#proven = false;
        running.settle?.({ kind: 'died' });
      }
    });
    this.#running = running;
    return running;
  }

  #mayStart(): boolean {
    if (!this.#startedBefore) {
      this.#startedBefore = true;
      return true;
    }
    const now = this.#timers.now();
    const recent = this.#restarts.filter((at) => now - at < this.#limits.restartWindow);
    if (this.#wornOut || recent.length >= this.#limits.restarts) {
      this.#wornOut = true;
      return false;
    }
    this.#restarts = [...recent, now];
    return true;
  }

  #receive(running: Running, message: unknown): void {
    if (this.#running !== running || !isVaultReply(message) || message.number !== running.awaited) return;
    if (message.kind !== 'refused' && message.kind !== 'unavailable') this.#proven = true;
    running.settle?.(message);
  }
}
