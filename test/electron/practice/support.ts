import { afterEach } from 'vitest';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../../electron/practice/simulator';

/** A day on which every model named in the tests is what the tests say it is. */
export const TEST_DAY = Date.parse('2026-11-22T12:00:00Z');

const running: Simulator[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((simulator) => simulator.close()));
});

/** Numbers that look random and are the same in every run. */
export function seeded(seed = 1): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** A simulator without waiting, on a fixed day; closed after the test. */
export async function practice(options: SimulatorOptions = {}): Promise<Simulator> {
  const simulator = await startSimulator({
    now: () => TEST_DAY,
    random: seeded(),
    latencyMs: 0,
    propagationMs: 0,
    ...options,
  });
  running.push(simulator);
  return simulator;
}

export function secretOf(simulator: Simulator, keyId: string): string {
  const key = simulator.keys.find((each) => each.id === keyId);
  if (key === undefined) throw new Error(`No practice key ${keyId}`);
  return key.secret;
}

export interface CallOptions {
  readonly keyId?: string;
  readonly body?: unknown;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export async function call(simulator: Simulator, path: string, options: CallOptions = {}): Promise<Response> {
  const key =
    options.keyId === undefined ? {} : { authorization: `Bearer ${secretOf(simulator, options.keyId)}` };
  return fetch(simulator.apiBaseUrl + path, {
    method: options.method ?? (options.body === undefined ? 'GET' : 'POST'),
    redirect: 'manual',
    headers: { 'content-type': 'application/json', ...key, ...options.headers },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  });
}

export interface ApiError {
  readonly message: string;
  readonly type: string;
  readonly param: string | null;
  readonly code: string | null;
}

export async function errorOf(response: Response): Promise<ApiError> {
  const body = (await response.json()) as { readonly error: ApiError };
  return body.error;
}

export async function listedModels(simulator: Simulator, keyId: string): Promise<readonly string[]> {
  const response = await call(simulator, '/models', { keyId });
  const body = (await response.json()) as { readonly data: readonly { readonly id: string }[] };
  return body.data.map((model) => model.id);
}
