/**
 * Asks keys of other projects in the same organization for the model. A model that they have is kept back by this
 * project's list; one that no project has is kept back above all of them.
 */
import type { ProbeEvidence } from '../../shared/diagnosis/evidence';
import type { KeySummary } from '../../shared/keys/key';
import type { KeyService } from '../keys/key-service';
import type { Checker, CheckRequest } from '../probes/checker';

/** `cancelled` as well as `nobody_to_ask` leave the question open. */
export type Comparison = 'has_it' | 'lacks_it' | 'cancelled' | 'nobody_to_ask';

export interface ComparisonRequest {
  readonly keys: Pick<KeyService, 'find' | 'list' | 'target'>;
  readonly checker: Pick<Checker, 'list' | 'identify'>;
  readonly own: KeySummary;
  readonly model: string;
  readonly signal: AbortSignal;
  readonly found: (evidence: ProbeEvidence) => void;
}

/** Other keys asked at most; each costs two free requests. */
const MAX_ASKED = 5;

export async function compareProjects(request: ComparisonRequest): Promise<Comparison> {
  const organization = await organizationOf(request, request.own);
  if (organization === null) return request.signal.aborted ? 'cancelled' : 'nobody_to_ask';
  const others = request.keys.list().filter((key) => mayBeNeighbour(key, request.own, organization));
  let asked = 0;
  for (const other of others.slice(0, MAX_ASKED)) {
    const listed = await listOf(request, other);
    if (listed === null) continue;
    const neighbour = await identified(request, other, listed);
    if (neighbour?.organization !== organization || neighbour.project === request.own.project) continue;
    if (listed.includes(request.model)) return 'has_it';
    asked += 1;
  }
  if (request.signal.aborted) return 'cancelled';
  return asked > 0 ? 'lacks_it' : 'nobody_to_ask';
}

/** What is known already decides; an unknown home is asked for. */
function mayBeNeighbour(key: KeySummary, own: KeySummary, organization: string): boolean {
  if (key.id === own.id || key.baseUrl !== own.baseUrl) return false;
  const sameProject = key.project !== null && key.project === own.project;
  return !sameProject && (key.organization === null || key.organization === organization);
}

async function organizationOf(request: ComparisonRequest, key: KeySummary): Promise<string | null> {
  if (key.organization !== null) return key.organization;
  const listed = await listOf(request, key);
  return listed === null ? null : ((await identified(request, key, listed))?.organization ?? null);
}

async function identified(
  request: ComparisonRequest,
  key: KeySummary,
  listed: readonly string[],
): Promise<KeySummary | null> {
  const known = request.keys.find(key.id);
  if (known === null || (known.organization !== null && known.project !== null)) return known;
  const check = await checkOf(request, key);
  if (check !== null) await request.checker.identify(check, listed);
  return request.keys.find(key.id);
}

async function listOf(request: ComparisonRequest, key: KeySummary): Promise<readonly string[] | null> {
  const check = await checkOf(request, key);
  return check === null ? null : request.checker.list(check);
}

async function checkOf(request: ComparisonRequest, key: KeySummary): Promise<CheckRequest | null> {
  const target = await request.keys.target(key.id);
  if (!target.ok) return null;
  const { signal, found } = request;
  return { target: target.value, keyId: key.id, model: null, probe: 'list', evidence: [], signal, found };
}
