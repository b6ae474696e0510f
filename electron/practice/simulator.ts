/**
 * The practice: OpenAI's API and the Limits page of its console, imitated by a server on this machine. It listens on
 * the loopback address alone and knows only keys that it invented at its start.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PracticeInventory, PracticeScenario } from '../../shared/practice/views';
import { AdminPace } from './api/admin';
import { handleApi, type SeenRequest } from './api/handle-api';
import { buildWorld } from './blueprint';
import { Conditions } from './conditions';
import { handleConsole } from './console/handle-console';
import { type CaseSubject, selectForCase } from './console/select-for-case';
import { Sessions } from './console/session';
import { type Crowd, drawCrowd, withCrowd } from './crowd';
import { FaultBook, type FaultRule } from './faults';
import { type Gateway, startGateway } from './gateway';
import { type Random, systemRandom } from './random';
import { scenarios } from './scenarios';
import { inventoryOf, type Moment, type PracticeAdminKey, type PracticeKey, type World } from './world';

export interface SimulatorOptions {
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** Milliseconds on a clock that only goes on; `performance.now` unless told. */
  readonly elapsed?: () => number;
  readonly random?: Random;
  /** How long each API answer takes; 120 ms unless told. */
  readonly latencyMs?: number;
  /** How long a saved change flickers; 45 s unless told. The real console takes a few minutes. */
  readonly propagationMs?: number;
  /** Calls a minute that each administration endpoint takes from one key; 10 unless told. */
  readonly adminCallsPerMinute?: number;
  /** A very large organization in addition. */
  readonly crowd?: Crowd;
  /** How many of the last API requests are remembered; 10,000 unless told. */
  readonly remembered?: number;
}

export interface Simulator {
  readonly origin: string;
  readonly apiBaseUrl: string;
  readonly keys: readonly PracticeKey[];
  readonly adminKeys: readonly PracticeAdminKey[];
  /** Another service's address, with a key of its own. */
  readonly gateway: Gateway;
  readonly scenarios: readonly PracticeScenario[];
  readonly inventory: () => PracticeInventory;
  /** Has the console show the organization and project that a case is about. */
  selectInConsole(subject: CaseSubject): void;
  /** How the API answers at the moment; faults that a test sets come first. */
  readonly conditions: Conditions;
  /** Adds an organization with so many keys and models; gives back its keys. */
  grow(crowd: Crowd): readonly PracticeKey[];
  /** Puts the world back as it stood at the start; the keys stay the same. */
  reset(): void;
  close(): Promise<void>;
  readonly control: SimulatorControl;
}

/** For tests: what the server saw, and how it should misbehave. */
interface SimulatorControl {
  world(): World;
  /** Changes the world behind everybody's back, as another administrator would. */
  change(change: (world: World, moment: Moment) => World): void;
  /** The last API requests since the start or the last reset, in order of arrival. */
  requests(): readonly SeenRequest[];
  /** API requests not yet answered. */
  inFlight(): number;
  /** The most API requests that were ever open at once since the start or the last reset. */
  peakInFlight(): number;
  /** Connections that clients opened since the start or the last reset. */
  connections(): number;
  setFaults(rules: readonly FaultRule[]): void;
}

const DEFAULT_LATENCY_MS = 120;
const DEFAULT_PROPAGATION_MS = 45_000;
/** About 7 to 10 were seen to be taken (2026). */
const DEFAULT_ADMIN_CALLS = 10;
const DEFAULT_REMEMBERED = 10_000;

export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const practice = new Practice(options);
  const server = createServer((request, response) => {
    // A bug in here must not take the application down with it.
    practice.handle(request, response).catch(() => response.destroy());
  });
  server.on('connection', () => {
    practice.connections += 1;
  });
  const origin = await listen(server);
  const gateway = await startGateway(options.random ?? systemRandom);
  practice.origin = origin;
  return {
    origin,
    apiBaseUrl: `${origin}/v1`,
    get keys() {
      return practice.start.keys;
    },
    adminKeys: practice.start.adminKeys,
    gateway,
    scenarios: practice.scenarios,
    inventory: () => inventoryOf(practice.start),
    selectInConsole: (subject) => practice.selectInConsole(subject),
    conditions: practice.conditions,
    grow: (crowd) => practice.grow(crowd),
    reset: () => practice.reset(),
    close: async () => {
      await Promise.all([close(server), gateway.close()]);
    },
    control: {
      world: () => practice.world,
      change: (change) => {
        practice.world = change(practice.world, practice.moment());
      },
      requests: () => practice.seen,
      inFlight: () => practice.open,
      peakInFlight: () => practice.peak,
      connections: () => practice.connections,
      setFaults: (rules) => practice.faults.set(rules),
    },
  };
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve(`http://127.0.0.1:${port}`);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

class Practice {
  origin = '';
  start: World;
  world: World;
  readonly scenarios: readonly PracticeScenario[];
  readonly faults = new FaultBook();
  readonly conditions: Conditions;
  seen: SeenRequest[] = [];
  open = 0;
  peak = 0;
  connections = 0;
  readonly #sessions: Sessions;
  readonly #now: () => number;
  readonly #elapsed: () => number;
  readonly #random: Random;
  readonly #latencyMs: number;
  readonly #propagationMs: number;
  readonly #adminPace: AdminPace;
  readonly #remembered: number;

  constructor(options: SimulatorOptions) {
    this.#now = options.now ?? Date.now;
    this.#elapsed = options.elapsed ?? (() => performance.now());
    this.#random = options.random ?? systemRandom;
    this.#latencyMs = options.latencyMs ?? DEFAULT_LATENCY_MS;
    this.#propagationMs = options.propagationMs ?? DEFAULT_PROPAGATION_MS;
    this.#adminPace = new AdminPace(options.adminCallsPerMinute ?? DEFAULT_ADMIN_CALLS);
    this.#sessions = new Sessions(this.#random);
    this.#remembered = options.remembered ?? DEFAULT_REMEMBERED;
    this.conditions = new Conditions({ elapsed: this.#elapsed, random: this.#random });
    this.start = buildWorld(this.#random);
    this.world = this.start;
    if (options.crowd !== undefined) this.grow(options.crowd);
    this.scenarios = scenarios(this.start, this.#random);
  }

  selectInConsole(subject: CaseSubject): void {
    selectForCase(subject, this.world, this.#sessions);
  }

  grow(crowd: Crowd): readonly PracticeKey[] {
    const share = drawCrowd(crowd, this.#random);
    this.start = withCrowd(this.start, share);
    this.world = withCrowd(this.world, share);
    return share.keys;
  }

  reset(): void {
    this.world = this.start;
    this.seen = [];
    this.peak = this.open;
    this.connections = 0;
    this.faults.set([]);
    this.conditions.set('normal');
    this.#adminPace.clear();
    this.#sessions.clear();
  }

  moment(): Moment {
    return {
      now: this.#now(),
      elapsed: this.#elapsed(),
      random: this.#random,
      propagationMs: this.#propagationMs,
    };
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = addressed(request, this.origin);
    if (url === null) {
      response.writeHead(421, { 'content-type': 'text/plain' }).end('Misdirected request');
      return;
    }
    if (url.pathname.startsWith('/v1/')) await this.#handleApi(request, response, url);
    else await this.#handleConsole(request, response, url);
  }

  async #handleApi(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    this.open += 1;
    this.peak = Math.max(this.peak, this.open);
    response.once('close', () => {
      this.open -= 1;
    });
    await handleApi(request, response, decoded(url.pathname.slice('/v1'.length)), {
      world: () => this.world,
      moment: () => this.moment(),
      latencyMs: this.#latencyMs + this.conditions.delay(),
      faultFor: (keyId, method, path) => this.faults.take(keyId, method, path) ?? this.conditions.take(),
      saw: (seen) => this.#remember(seen),
      replace: (world) => {
        this.world = world;
      },
      adminPace: this.#adminPace,
    });
  }

  /** Practice may run all day, and a watch asks again and again. */
  #remember(request: SeenRequest): void {
    this.seen.push(request);
    if (this.seen.length > this.#remembered) this.seen.shift();
  }

  #handleConsole(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    return handleConsole(request, response, url, {
      sessions: this.#sessions,
      moment: () => this.moment(),
      world: () => this.world,
      replace: (world) => {
        this.world = world;
      },
    });
  }
}

/** Null for a request under another name than our own: a web page may have its name point here (DNS rebinding). */
function addressed(request: IncomingMessage, origin: string): URL | null {
  const port = new URL(origin).port;
  const host = request.headers.host ?? '';
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return null;
  return URL.parse(`http://${host}${request.url ?? '/'}`);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
