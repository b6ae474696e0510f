/** The refusals that every client meets, each from a practice service of its own. */
import * as refuse from '../../electron/practice/api/refusals';
import { KEY_IDS } from '../../electron/practice/blueprint';
import type { Fault } from '../../electron/practice/faults';
import { type Simulator, startSimulator } from '../../electron/practice/simulator';
import type { Cause } from '../../shared/errors/reading';

export interface Refusal {
  readonly name: string;
  readonly cause: Cause;
  readonly status: number;
  readonly keyId: string;
  readonly model: string;
  /** What a service on this machine cannot bring about by itself, such as another country. */
  readonly fault?: Fault;
}

const { sandbox } = KEY_IDS;
const SERVED = 'gpt-5.4-mini';

function raw({ status, error }: refuse.InferenceRefusal): Fault {
  return { kind: 'raw', status, contentType: 'application/json', body: JSON.stringify({ error }) };
}

/** Sentence, code and type as the error guide has them (2026-11). */
const REGION: refuse.InferenceRefusal = {
  status: 403,
  error: {
    message: 'Country, region, or territory not supported',
    type: 'request_forbidden',
    param: null,
    code: 'unsupported_country_region_territory',
  },
  attributed: false,
};

type Line = readonly [
  name: string,
  cause: Cause,
  status: number,
  keyId: string,
  model: string,
  fault?: Fault,
];

const LINES: readonly Line[] = [
  ['allow list', 'project_lacks_model', 403, KEY_IDS.storefront, 'gpt-5.5'],
  ['blocked model', 'project_lacks_model', 403, KEY_IDS.research, 'gpt-5.5'],
  ['wrong project', 'org_or_project_mismatch', 401, sandbox, SERVED, raw(refuse.headerMismatch('Project'))],
  ['archived project', 'project_archived', 401, sandbox, SERVED, raw(refuse.archivedProjectCalled())],
  ['restricted key', 'key_scope', 401, KEY_IDS.restricted, SERVED],
  ['invalid key', 'key_invalid', 401, KEY_IDS.revoked, SERVED],
  ['no key', 'key_missing', 401, sandbox, SERVED, raw(refuse.keyMissing())],
  ['quota', 'quota_or_billing', 429, KEY_IDS.weekend, SERVED],
  ['rate limit', 'rate_limited', 429, sandbox, SERVED, { kind: 'rate_limit', retryAfter: '2' }],
  ['unknown model', 'model_missing_or_no_access', 404, sandbox, 'gpt-5.4mini'],
  ['retired model', 'model_retired', 404, sandbox, 'gpt-4-turbo'],
  ['not verified', 'org_unverified', 404, KEY_IDS.sunday, 'gpt-6-astra'],
  ['wrong endpoint', 'wrong_endpoint_or_parameter', 404, sandbox, 'text-embedding-3-small'],
  ['wrong host', 'wrong_endpoint_or_parameter', 401, KEY_IDS.europe, SERVED],
  ['region', 'region_blocked', 403, sandbox, SERVED, raw(REGION)],
  ['server error', 'server_error', 500, sandbox, SERVED, { kind: 'server_error', status: 500 }],
  ['overload', 'server_error', 503, sandbox, SERVED, { kind: 'server_error', status: 503 }],
];

export const REFUSALS: readonly Refusal[] = LINES.map(([name, cause, status, keyId, model, fault]) => ({
  name,
  cause,
  status,
  keyId,
  model,
  ...(fault === undefined ? {} : { fault }),
}));

/** A service that refuses, what it says by itself, and the key that it refuses. */
export interface Refuser {
  readonly refusal: Refusal;
  readonly simulator: Simulator;
  readonly secret: string;
  readonly sentence: string;
}

/** A day on which each of the models named is what its line says. */
const DAY = Date.parse('2026-11-22T12:00:00Z');

export async function startRefuser(refusal: Refusal): Promise<Refuser> {
  const simulator = await startSimulator({ now: () => DAY, latencyMs: 0 });
  const secret = simulator.keys.find(({ id }) => id === refusal.keyId)?.secret ?? '';
  if (refusal.fault !== undefined) simulator.control.setFaults([{ fault: refusal.fault }]);
  return { refusal, simulator, secret, sentence: await sentenceOf(simulator, secret, refusal) };
}

async function sentenceOf(simulator: Simulator, secret: string, refusal: Refusal): Promise<string> {
  const response = await fetch(`${simulator.apiBaseUrl}/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model: refusal.model, messages: [{ role: 'user', content: 'Hello' }] }),
  });
  const { error }: { readonly error: { readonly message: string } } = JSON.parse(await response.text());
  if (response.status !== refusal.status)
    throw new Error(`${refusal.name} was answered with ${response.status}, not ${refusal.status}`);
  return error.message;
}
