/** How the practice's API answers, as the person chose: good and bad days of a real service, to be tried at will. */
import type { PracticeCondition } from '../../shared/practice/views';
import type { Fault } from './faults';
import type { Random } from './random';

/** Milliseconds that a slow answer takes, well within the time that a test waits. */
const SLOW_MS = { least: 2_500, most: 6_000 } as const;
/** Requests that get through a storm: so many a second, and so many at once after a lull. */
const STORM = { perSecond: 2, burst: 4, retryAfterSeconds: 2 } as const;
/** Share of requests that an unsteady service fails. */
const UNSTEADY_SHARE = 0.4;
/** Unfolds to far more than is read of any answer. */
const BOMB_BYTES = 40_000_000;

const UNSTEADY: readonly Fault[] = [
  { kind: 'reset' },
  { kind: 'server_error', status: 500 },
  { kind: 'server_error', status: 503 },
];
const BROKEN: readonly Fault[] = [
  { kind: 'html', status: 200 },
  { kind: 'html', status: 403 },
  { kind: 'half_json' },
  { kind: 'gzip_bomb', bytes: BOMB_BYTES },
  // Nobody listens there, and nobody is to follow.
  { kind: 'redirect', status: 307, location: 'http://127.0.0.1:9/sign-in' },
];

interface ConditionsDeps {
  /** Milliseconds on a clock that only goes on. */
  readonly elapsed: () => number;
  readonly random: Random;
}

export class Conditions {
  readonly #deps: ConditionsDeps;
  #current: PracticeCondition = 'normal';
  /** Requests that the storm would let through right now, and when that was reckoned. */
  #room: number = STORM.burst;
  #reckonedAt = 0;
  #broken = 0;

  constructor(deps: ConditionsDeps) {
    this.#deps = deps;
  }

  get current(): PracticeCondition {
    return this.#current;
  }

  set(condition: PracticeCondition): void {
    this.#current = condition;
    this.#room = STORM.burst;
    this.#reckonedAt = this.#deps.elapsed();
  }

  /** Milliseconds that the next answer takes longer than usual. */
  delay(): number {
    if (this.#current !== 'slow') return 0;
    return SLOW_MS.least + this.#deps.random() * (SLOW_MS.most - SLOW_MS.least);
  }

  /** What becomes of the next request; null where it is answered as it should be. */
  take(): Fault | null {
    switch (this.#current) {
      case 'normal':
      case 'slow':
        return null;
      case 'storm':
        return this.#mayPass() ? null : { kind: 'rate_limit', retryAfter: String(STORM.retryAfterSeconds) };
      case 'unsteady':
        return this.#deps.random() < UNSTEADY_SHARE ? this.#oneOf(UNSTEADY) : null;
      case 'broken':
        return this.#nextBroken();
      case 'silent':
        return { kind: 'hang' };
    }
  }

  #mayPass(): boolean {
    const now = this.#deps.elapsed();
    const passed = (now - this.#reckonedAt) / 1_000;
    this.#room = Math.min(STORM.burst, this.#room + passed * STORM.perSecond);
    this.#reckonedAt = now;
    if (this.#room < 1) return false;
    this.#room -= 1;
    return true;
  }

  #oneOf(faults: readonly Fault[]): Fault | null {
    return faults[Math.floor(this.#deps.random() * faults.length)] ?? null;
  }

  /** In turn, so that a handful of requests meets each of them. */
  #nextBroken(): Fault | null {
    const fault = BROKEN[this.#broken % BROKEN.length] ?? null;
    this.#broken += 1;
    return fault;
  }
}
