/**
 * Asks keys of other projects in the same organization for the model. A model that they have is kept back by this
 * project's list; one that no project has is kept back above all of them.
 */

import type { KeySummary } from '../../shared/keys/key';
import type { Observation } from '../../shared/observations/observation';
import type { KeyService } from '../keys/key-service';
import { UsedKey } from '../keys/used-key';
import type { Checker, CheckRequest } from '../probes/checker';

/** `cancelled` as well as `nobody_to_ask` leave the question open. */
type ProjectComparison = 'has_it' | 'lacks_it' | 'cancelled' | 'nobody_to_ask';

interface ComparisonRequest {
  readonly keys: Pick<KeyService, 'find' | 'list' | 'target'>;
  readonly checker: Pick<Checker, 'list' | 'identify'>;
  readonly own: KeySummary;
  readonly model: string;
  readonly signal: AbortSignal;
  readonly found: (evidence: Observation) => void;
}

/** Other keys asked at most; each costs two free requests. */
const MAX_ASKED = 5;

/** A key of which it is known where it belongs: without that, "another project" would be a guess. */
interface Home {
  readonly organization: string;
  readonly project: string;
}

export async function compareProjects(request: ComparisonRequest): Promise<ProjectComparison> {
  const home = await homeOf(request, request.own);
  if (home === null) return request.signal.aborted ? 'cancelled' : 'nobody_to_ask';
  let asked = 0;
  for (const other of neighboursOf(request, home).slice(0, MAX_ASKED)) {
    const listed = await listOf(request, other);
    if (listed === null) continue;
    const neighbour = await identified(request, other, listed);
    if (neighbour?.organization !== home.organization || neighbour.project === home.project) continue;
    if (listed.includes(request.model)) return 'has_it';
    asked += 1;
  }
  if (request.signal.aborted) return 'cancelled';
  return asked > 0 ? 'lacks_it' : 'nobody_to_ask';
}

/** Those that are known to be neighbours come first, whenever they were added; an unknown home is asked for. */
function neighboursOf({ keys, own }: ComparisonRequest, home: Home): readonly KeySummary[] {
  const possible = keys
    .list()
    .filter(({ id, baseUrl }) => id !== own.id && baseUrl === own.baseUrl)
    .filter(({ organization }) => organization === null || organization === home.organization)
    .filter(({ project }) => project === null || project !== home.project);
  const known = possible.filter((key) => knownHome(key) !== null);
  return [...known, ...possible.filter((key) => !known.includes(key))];
}

function knownHome(key: KeySummary | null): Home | null {
  if (key === null) return null;
  const { organization, project } = key;
  return organization === null || project === null ? null : { organization, project };
}

async function homeOf(request: ComparisonRequest, key: KeySummary): Promise<Home | null> {
  const known = knownHome(key);
  if (known !== null) return known;
  const listed = await listOf(request, key);
  return listed === null ? null : identified(request, key, listed);
}

async function identified(
  request: ComparisonRequest,
  key: KeySummary,
  listed: readonly string[],
): Promise<Home | null> {
  const known = knownHome(request.keys.find(key.id));
  if (known !== null) return known;
  await request.checker.identify(checkOf(request, key), listed);
  return knownHome(request.keys.find(key.id));
}

function listOf(request: ComparisonRequest, key: KeySummary): Promise<readonly string[] | null> {
  return request.checker.list(checkOf(request, key));
}

function checkOf({ keys, signal, found }: ComparisonRequest, key: KeySummary): CheckRequest {
  return { key: new UsedKey(keys, key), model: null, probe: 'list', evidence: [], signal, found };
}
