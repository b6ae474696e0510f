/**
 * Decides one API request, in the order in which the real API seems to check (facts of 2026-11-22): key and headers,
 * scope, existence of the model, entitlement and project policy, quota, parameters, verification.
 */
import { familyOf } from '../../../shared/models/families';
import { lookUp, type PracticeModel } from '../catalogue';
import {
  isEntitled,
  isLimitReached,
  isoDate,
  type Moment,
  type Organization,
  observedAt,
  organizationOfProject,
  type PracticeKey,
  type Project,
  policyAllows,
  projectOf,
  visibleModels,
  type World,
} from '../world';
import { ENDPOINTS, type Parameters } from './endpoints';
import * as refuse from './refusals';

/** One request as far as the decision needs it. */
export interface ApiCall {
  readonly method: string;
  /** Path below `/v1`. */
  readonly path: string;
  readonly secret: string | null;
  readonly organizationHeader: string | null;
  readonly projectHeader: string | null;
  readonly parameters: Parameters | 'unreadable';
  readonly query: URLSearchParams;
}

export interface Caller {
  readonly key: PracticeKey;
  readonly project: Project;
  readonly organization: Organization;
}

export type Judgement =
  | { readonly kind: 'refused'; readonly refusal: refuse.ApiRefusal; readonly caller: Caller | null }
  | { readonly kind: 'listed'; readonly caller: Caller; readonly models: readonly PracticeModel[] }
  | { readonly kind: 'retrieved'; readonly caller: Caller; readonly model: PracticeModel }
  | {
      readonly kind: 'answered';
      readonly caller: Caller;
      readonly model: PracticeModel;
      readonly parameters: Parameters;
    };

export function judge(world: World, call: ApiCall, moment: Moment): Judgement {
  const caller = identify(world, call);
  if ('status' in caller) return { kind: 'refused', refusal: caller, caller: null };
  if (call.path === '/models') return judgeList(call, caller, moment);
  if (call.path.startsWith('/models/')) return judgeRetrieve(call, caller, moment);
  return judgeInference(call, caller, moment);
}

function identify(world: World, call: ApiCall): Caller | refuse.ApiRefusal {
  if (call.secret === null || call.secret === '') return refuse.keyMissing();
  const key = world.keys.find((each) => each.secret === call.secret && !each.revoked);
  const project = key === undefined ? null : projectMeant(world, key, call);
  if (key === undefined || project === null) return refuse.keyIncorrect(call.secret);
  if (project.archived) return refuse.archivedProjectCalled();
  const organization = organizationOfProject(world, project);
  if (call.organizationHeader !== null && call.organizationHeader !== organization.id) {
    return refuse.headerMismatch('Organization');
  }
  if (call.projectHeader !== null && call.projectHeader !== project.id)
    return refuse.headerMismatch('Project');
  if (project.regionalHost !== null) return refuse.wrongHost(project.regionalHost);
  return { key, project, organization };
}

/** A key of the old form reaches several projects: the headers choose, and its first one is the default. */
function projectMeant(world: World, key: PracticeKey, call: ApiCall): Project | null {
  const reached = [key.projectId, ...(key.reaches ?? [])].flatMap((id) => projectOf(world, id) ?? []);
  const { projectHeader, organizationHeader } = call;
  const chosen = reached.find(
    ({ id, organizationId }) =>
      (projectHeader === null || id === projectHeader) &&
      (organizationHeader === null || organizationId === organizationHeader),
  );
  return chosen ?? reached[0] ?? null;
}

function judgeList(call: ApiCall, caller: Caller, moment: Moment): Judgement {
  if (call.method !== 'GET') return refused(refuse.methodUnfit(call.method, '/v1/models'), caller);
  if (!caller.key.mayList) return refused(refuse.scopeMissing(403, 'api.model.read'), caller);
  const policy = observedAt(caller.project.policy, moment);
  const tier = observedAt(caller.organization.tier, moment);
  const own = fineTunedOf(caller).filter((model) => policyAllows(policy, model.id));
  return { kind: 'listed', caller, models: [...visibleModels(tier, policy, isoDate(moment.now)), ...own] };
}

function judgeRetrieve(call: ApiCall, caller: Caller, moment: Moment): Judgement {
  if (call.method !== 'GET') return refused(refuse.methodUnfit(call.method, `/v1${call.path}`), caller);
  if (!caller.key.mayList) return refused(refuse.scopeMissing(403, 'api.model.read'), caller);
  const admitted = admit(call.path.slice('/models/'.length), call.path, caller, moment);
  return 'status' in admitted ? refused(admitted, caller) : { kind: 'retrieved', caller, model: admitted };
}

function judgeInference(call: ApiCall, caller: Caller, moment: Moment): Judgement {
  const endpoint = ENDPOINTS.get(call.path);
  if (endpoint === undefined) return refused(refuse.urlUnknown(call.method, `/v1${call.path}`), caller);
  if (call.method !== 'POST') return refused(refuse.methodUnfit(call.method, `/v1${call.path}`), caller);
  if (!caller.key.mayRequest) return refused(refuse.scopeMissing(401, 'model.request'), caller);
  if (call.parameters === 'unreadable') return refused(refuse.bodyUnreadable(), caller);
  const name = modelName(call.path, call.parameters);
  if (name === null) return refused(refuse.modelMissing(), caller);
  const model = admit(name, call.path, caller, moment);
  if ('status' in model) return refused(model, caller);
  const unpaid = moneyStop(caller, moment);
  if (unpaid !== null) return refused(refuse.stoppedForMoney(unpaid), caller);
  const objection = endpoint.families.includes(familyOf(model.id))
    ? endpoint.check(call.parameters, model)
    : endpoint.unfit(model);
  if (objection !== null) return refused(objection, caller);
  if (model.gate === 'verified' && !observedAt(caller.organization.verified, moment)) {
    return refused(refuse.organizationUnverified(model.id, call.path), caller);
  }
  return { kind: 'answered', caller, model, parameters: call.parameters };
}

function moneyStop({ organization, project }: Caller, moment: Moment): refuse.MoneyCode | null {
  if (organization.stoppedFor !== undefined) return organization.stoppedFor;
  if (isLimitReached(project.spendLimit)) return 'project_spend_limit_exceeded';
  return observedAt(organization.creditDollars, moment) <= 0 ? 'insufficient_quota' : null;
}

function modelName(path: string, parameters: Parameters): string | null {
  const named = parameters.model ?? (path === '/moderations' ? 'omni-moderation-latest' : null);
  return typeof named === 'string' && named !== '' ? named : null;
}

/** Existence first, then what the organization has, then what the project lets through: the last two read alike. */
function admit(
  name: string,
  path: string,
  caller: Caller,
  moment: Moment,
): PracticeModel | refuse.ApiRefusal {
  const own = fineTunedOf(caller).find((model) => model.id === name);
  const found =
    own === undefined ? lookUp(name, isoDate(moment.now)) : { kind: 'alive' as const, model: own };
  if (found.kind === 'unknown') return refuse.modelUnknown(name, path);
  if (found.kind === 'retired') return refuse.modelRetired(name);
  const entitled = isEntitled(found.model, observedAt(caller.organization.tier, moment));
  const allowed = policyAllows(observedAt(caller.project.policy, moment), name);
  return entitled && allowed ? found.model : refuse.projectLacksModel(caller.project.id, name);
}

function fineTunedOf(caller: Caller): readonly PracticeModel[] {
  return caller.organization.fineTuned ?? [];
}

function refused(refusal: refuse.ApiRefusal, caller: Caller): Judgement {
  return { kind: 'refused', refusal, caller };
}
