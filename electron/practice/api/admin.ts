/**
 * The administration endpoints (`/v1/organization/…`): projects, model permissions, rate limits, spend limit. Sources:
 * the API description and public clients up to 2026-11-22. How an unknown model id, an archived project or a project
 * without a policy is answered is not documented; the practice answers as those clients expect.
 */
import { lookUp } from '../catalogue';
import type { Random } from '../random';
import {
  isLimitReached,
  isoDate,
  type ModelPolicy,
  type Moment,
  organizationOfProject,
  type PracticeAdminKey,
  type Project,
  savePolicy,
  visibleModels,
  type World,
} from '../world';
import type { ApiCall } from './judge';
import * as refuse from './refusals';

export const ADMIN_PREFIX = '/organization/';

export interface AdminAnswer {
  readonly status: number;
  readonly body: unknown;
}

interface Administered {
  readonly answer: AdminAnswer;
  readonly world: World;
}

const MINUTE_MS = 60_000;

/** Counts the calls of each key to each endpoint within the last minute. */
export class AdminPace {
  readonly #limit: number;
  readonly #calls = new Map<string, readonly number[]>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** False where this call is one too many; such a call doesn't count. */
  take(what: string, elapsed: number): boolean {
    const recent = (this.#calls.get(what) ?? []).filter((at) => elapsed - at < MINUTE_MS);
    const fits = recent.length < this.#limit;
    this.#calls.set(what, fits ? [...recent, elapsed] : recent);
    return fits;
  }

  clear(): void {
    this.#calls.clear();
  }
}

export function administer(world: World, call: ApiCall, moment: Moment, pace: AdminPace): Administered {
  const key = identify(world, call);
  if ('status' in key) return { answer: refused(key), world };
  const [, , id = null, resource = null] = call.path.split('/').filter((part) => part !== '');
  if (!pace.take(`${key.id} ${call.method} ${resource ?? 'projects'}`, moment.elapsed)) {
    return { answer: refused(refuse.tooManyAdminCalls()), world };
  }
  if (!call.path.startsWith('/organization/projects')) {
    return { answer: refused(refuse.urlUnknown(call.method, `/v1${call.path}`)), world };
  }
  if (id === null) return { answer: listProjects(world, key, call), world };
  const project = world.projects.find((each) => each.id === id && each.organizationId === key.organizationId);
  if (project === undefined) return { answer: refused(refuse.projectNotFound(id)), world };
  return administerProject({ world, call, moment, project }, resource);
}

/** A key of another kind is known and refused for its scopes; an unknown one is refused as such. */
function identify(world: World, call: ApiCall): PracticeAdminKey | refuse.ApiRefusal {
  if (call.secret === null || call.secret === '') return refuse.keyMissing();
  const scope = call.method === 'GET' ? 'api.management.read' : 'api.management.write';
  const key = world.adminKeys.find((each) => each.secret === call.secret);
  if (key !== undefined) {
    const may = call.method === 'GET' ? key.mayRead : key.mayWrite;
    return may ? key : refuse.managementScopeMissing(scope);
  }
  const other = world.keys.some((each) => each.secret === call.secret && !each.revoked);
  return other ? refuse.managementScopeMissing(scope) : refuse.keyIncorrect(call.secret);
}

interface ProjectCall {
  readonly world: World;
  readonly call: ApiCall;
  readonly moment: Moment;
  readonly project: Project;
}

function administerProject(request: ProjectCall, resource: string | null): Administered {
  const { world, call, project } = request;
  if (resource === 'model_permissions') return modelPermissions(request);
  if (call.method !== 'GET')
    return { answer: refused(refuse.methodUnfit(call.method, `/v1${call.path}`)), world };
  switch (resource) {
    case null:
      return { answer: { status: 200, body: projectBody(project) }, world };
    case 'rate_limits':
      return { answer: rateLimits(request), world };
    case 'spend_limit':
      return { answer: spendLimit(project), world };
    default:
      return { answer: refused(refuse.urlUnknown(call.method, `/v1${call.path}`)), world };
  }
}

function modelPermissions(request: ProjectCall): Administered {
  const { world, call, moment, project } = request;
  const policy = project.policy.latest;
  switch (call.method) {
    case 'GET':
      return { answer: policyAnswer(policy, moment.random), world };
    case 'DELETE': {
      if (policy.kind === 'none') return { answer: policyAnswer(policy, moment.random), world };
      const body = { object: 'project.model_permissions.deleted', deleted: true };
      return {
        answer: { status: 200, body },
        world: savePolicy(world, project.id, { kind: 'none' }, moment),
      };
    }
    case 'POST':
      return replacePolicy(request);
    default:
      return { answer: refused(refuse.methodUnfit(call.method, `/v1${call.path}`)), world };
  }
}

/** The body takes the place of mode and list as a whole; nothing of the old list is kept. */
function replacePolicy({ world, call, moment, project }: ProjectCall): Administered {
  if (project.archived) return { answer: refused(refuse.projectArchived(project.id)), world };
  if (call.parameters === 'unreadable') return { answer: refused(refuse.bodyUnreadable()), world };
  const { mode, model_ids: ids } = call.parameters;
  if (mode !== 'allow_list' && mode !== 'deny_list')
    return { answer: refused(refuse.parameterMissing('mode')), world };
  if (!isTextList(ids)) return { answer: refused(refuse.parameterMissing('model_ids')), world };
  const today = isoDate(moment.now);
  const unknown = ids.find((id) => !id.startsWith('ft:') && lookUp(id, today).kind === 'unknown');
  if (unknown !== undefined) return { answer: refused(refuse.permissionModelUnknown(unknown)), world };
  const policy: ModelPolicy = { kind: mode, models: [...new Set(ids)] };
  return {
    answer: policyAnswer(policy, moment.random),
    world: savePolicy(world, project.id, policy, moment),
  };
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

/** The order of the ids is nobody's promise, so here it is a different one each time. */
function policyAnswer(policy: ModelPolicy, random: Random): AdminAnswer {
  if (policy.kind === 'none') return refused(refuse.noModelPermissions());
  const model_ids = policy.models
    .map((model) => ({ model, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ model }) => model);
  return { status: 200, body: { object: 'project.model_permissions', mode: policy.kind, model_ids } };
}

function listProjects(world: World, key: PracticeAdminKey, call: ApiCall): AdminAnswer {
  if (call.method !== 'GET') return refused(refuse.methodUnfit(call.method, `/v1${call.path}`));
  const withArchived = call.query.get('include_archived') === 'true';
  const own = world.projects.filter(
    (project) => project.organizationId === key.organizationId && (withArchived || !project.archived),
  );
  return page(own.map(projectBody), call.query);
}

/** When the invented projects came to be; a fixed day, so that answers repeat. */
const CREATED = Date.parse('2025-09-01T09:00:00Z') / 1_000;

function projectBody(project: Project) {
  return {
    id: project.id,
    object: 'organization.project',
    name: project.name,
    created_at: CREATED,
    archived_at: project.archived ? CREATED + 86_400 : null,
    status: project.archived ? 'archived' : 'active',
  };
}

/** One entry a model that the project can use: what the organization has, after the project's policy. */
function rateLimits({ world, call, moment, project }: ProjectCall): AdminAnswer {
  const { tier } = organizationOfProject(world, project);
  const models = visibleModels(tier.latest, project.policy.latest, isoDate(moment.now));
  const entries = models.map(({ id }) => ({
    object: 'project.rate_limit',
    id: `rl-${id}`,
    model: id,
    max_requests_per_1_minute: 500 * Math.max(1, tier.latest),
    max_tokens_per_1_minute: 200_000 * Math.max(1, tier.latest),
  }));
  return page(entries, call.query);
}

function spendLimit({ spendLimit: { dollars, hard } }: Project): AdminAnswer {
  if (dollars === null || !hard) return refused(refuse.noSpendLimit());
  return {
    status: 200,
    body: {
      object: 'project.spend_limit',
      threshold_amount: Math.round(dollars * 100),
      currency: 'USD',
      interval: 'month',
      enforcement: { status: isLimitReached({ dollars, hard }) ? 'enforcing' : 'inactive' },
    },
  };
}

const DEFAULT_PAGE = 20;
const MAX_PAGE = 100;

function page(items: readonly { readonly id: string }[], query: URLSearchParams): AdminAnswer {
  const limit = Math.min(MAX_PAGE, Math.max(1, Number(query.get('limit') ?? DEFAULT_PAGE) || DEFAULT_PAGE));
  const after = query.get('after');
  const start = after === null ? 0 : items.findIndex((item) => item.id === after) + 1;
  const data = items.slice(start, start + limit);
  return {
    status: 200,
    body: {
      object: 'list',
      data,
      first_id: data[0]?.id ?? null,
      last_id: data.at(-1)?.id ?? null,
      has_more: start + limit < items.length,
    },
  };
}

function refused({ status, error }: refuse.ApiRefusal): AdminAnswer {
  return { status, body: { error } };
}
