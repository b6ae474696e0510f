/**
 * The invented organizations of the practice and what can be asked and changed there: plain data and functions
 * that return a new world. Time and chance come in as arguments.
 */
import type { PracticeInventory } from '../../shared/practice/views';
import type { MoneyCode } from './api/refusals';
import { aliveModels, batchNameOf, type PracticeModel } from './catalogue';
import type { Random } from './random';

export type ModelPolicy =
  | { readonly kind: 'none' }
  | { readonly kind: 'allow_list'; readonly models: readonly string[] }
  | { readonly kind: 'deny_list'; readonly models: readonly string[] };

/** A setting whose last change has not reached every server yet. */
interface Spreading<T> {
  /** What the servers knew before the last change. */
  readonly before: T;
  readonly latest: T;
  /** By the clock that only goes on; null where nothing was ever changed. */
  readonly savedAt: number | null;
}

interface SimulatedSpendLimit {
  readonly dollars: number | null;
  readonly hard: boolean;
}

/** What each project of the practice has spent this month: practising costs nothing. */
const SPENT_DOLLARS = 0;

/** A hard limit that is reached stops calls; any other is only written about. */
export function isLimitReached({ dollars, hard }: SimulatedSpendLimit): boolean {
  return hard && dollars !== null && dollars <= SPENT_DOLLARS;
}

export type Role = 'owner' | 'reader';

export interface Organization {
  readonly id: string;
  readonly name: string;
  /** Role of the person who logs in to the console. */
  readonly role: Role;
  readonly tier: Spreading<number>;
  readonly verified: Spreading<boolean>;
  readonly creditDollars: Spreading<number>;
  /** What stops its calls for money apart from its credit; left out where nothing does. */
  readonly stoppedFor?: MoneyCode;
  /** Models of its own, which only its keys see. */
  readonly fineTuned?: readonly PracticeModel[];
}

export interface Project {
  readonly id: string;
  readonly name: string;
  readonly organizationId: string;
  readonly policy: Spreading<ModelPolicy>;
  readonly spendLimit: SimulatedSpendLimit;
  /** The regional host that the project must be called on; null for the global one. */
  readonly regionalHost: string | null;
  readonly archived: boolean;
}

export interface PracticeKey {
  readonly id: string;
  readonly label: string;
  readonly secret: string;
  readonly kind: 'project' | 'service_account' | 'legacy';
  readonly projectId: string;
  /** Further projects that the owner of a key of the old form reaches by the project's or the organization's header. */
  readonly reaches?: readonly string[];
  readonly revoked: boolean;
  readonly mayRequest: boolean;
  readonly mayList: boolean;
}

/** Manages one organization and is refused by every model. */
export interface PracticeAdminKey {
  readonly id: string;
  readonly label: string;
  readonly secret: string;
  readonly organizationId: string;
  readonly mayRead: boolean;
  readonly mayWrite: boolean;
}

export interface World {
  readonly organizations: readonly Organization[];
  readonly projects: readonly Project[];
  readonly keys: readonly PracticeKey[];
  readonly adminKeys: readonly PracticeAdminKey[];
}

/** Time and chance at one moment. */
export interface Moment extends Spread {
  /** Milliseconds since the epoch. For dates alone: a person may set this clock. */
  readonly now: number;
  readonly random: Random;
}

/** What tells how far a change has come. */
export interface Spread {
  /** Milliseconds on a clock that only goes on. For everything that lasts. */
  readonly elapsed: number;
  readonly propagationMs: number;
}

export function settled<T>(value: T): Spreading<T> {
  return { before: value, latest: value, savedAt: null };
}

/** Servers that had settled know the value before this change; within the window they may still hold an older one. */
function changed<T>(setting: Spreading<T>, latest: T, moment: Moment): Spreading<T> {
  return {
    before: isSpreading(setting, moment) ? setting.before : setting.latest,
    latest,
    savedAt: moment.elapsed,
  };
}

export function isSpreading<T>(setting: Spreading<T>, { elapsed, propagationMs }: Spread): boolean {
  return setting.savedAt !== null && elapsed - setting.savedAt < propagationMs;
}

/** Turns that answers take between new and old while a change spreads. */
const TURNS = 8;

/** Milliseconds that answers stay the same while a change spreads. */
export function turnMs(propagationMs: number): number {
  return propagationMs / TURNS;
}

/** What the servers know: during the spread answers come from new and old ones in turn (seen 2026: 200 and 403). */
export function observedAt<T>(setting: Spreading<T>, moment: Spread): T {
  const { savedAt, latest, before } = setting;
  if (savedAt === null || !isSpreading(setting, moment)) return latest;
  const turn = Math.floor((moment.elapsed - savedAt) / turnMs(moment.propagationMs));
  return turn % 2 === 0 ? latest : before;
}

export function isoDate(now: number): string {
  return new Date(now).toISOString().slice(0, 10);
}

/** The string that was sent is compared as it is: an alias does not stand for its snapshot (seen 2026). */
export function policyAllows(policy: ModelPolicy, model: string): boolean {
  if (policy.kind === 'none') return true;
  return policy.models.includes(model) === (policy.kind === 'allow_list');
}

export function isEntitled(model: PracticeModel, tier: number): boolean {
  return model.gate !== 'trusted' && tier >= model.tier;
}

/** What the project's model list shows, and what its pickers offer where `policy` is none. */
export function visibleModels(tier: number, policy: ModelPolicy, today: string): readonly PracticeModel[] {
  return aliveModels(today).filter((model) => isEntitled(model, tier) && policyAllows(policy, model.id));
}

/** Names that a project's list can hold: what the organization has, and what batches call these models. */
export function listableNames(tier: number, today: string): readonly string[] {
  return visibleModels(tier, { kind: 'none' }, today).flatMap((model) => {
    const batch = batchNameOf(model);
    return batch === null ? [model.id] : [model.id, batch];
  });
}

export function projectOf(world: World, id: string): Project | null {
  return world.projects.find((project) => project.id === id) ?? null;
}

export function organizationOfProject(world: World, project: Project): Organization {
  const found = world.organizations.find((organization) => organization.id === project.organizationId);
  if (found === undefined) throw new Error(`Project ${project.id} has no organization`);
  return found;
}

export function inventoryOf({ organizations, projects }: World): PracticeInventory {
  return { organizations: organizations.map(({ id }) => id), projects: projects.map(({ id }) => id) };
}

/** An empty list lifts the restriction, as reported of the real console; it never blocks everything. */
export function savePolicy(world: World, projectId: string, policy: ModelPolicy, moment: Moment): World {
  const kept = policy.kind !== 'none' && policy.models.length === 0 ? { kind: 'none' as const } : policy;
  return replaceProject(world, projectId, (project) => ({
    ...project,
    policy: changed(project.policy, kept, moment),
  }));
}

export function saveSpendLimit(world: World, projectId: string, spendLimit: SimulatedSpendLimit): World {
  return replaceProject(world, projectId, (project) => ({ ...project, spendLimit }));
}

export function verifyOrganization(world: World, id: string, moment: Moment): World {
  return replaceOrganization(world, id, (organization) => ({
    ...organization,
    verified: changed(organization.verified, true, moment),
  }));
}

/** Paying lifts an organization out of the free tier (first paid tier: 5 dollars). */
export function addCredit(world: World, id: string, dollars: number, moment: Moment): World {
  return replaceOrganization(world, id, (organization) => ({
    ...organization,
    creditDollars: changed(organization.creditDollars, organization.creditDollars.latest + dollars, moment),
    tier: changed(organization.tier, Math.max(1, organization.tier.latest), moment),
  }));
}

function replaceProject(world: World, id: string, change: (project: Project) => Project): World {
  return { ...world, projects: world.projects.map((each) => (each.id === id ? change(each) : each)) };
}

function replaceOrganization(
  world: World,
  id: string,
  change: (organization: Organization) => Organization,
): World {
  return {
    ...world,
    organizations: world.organizations.map((each) => (each.id === id ? change(each) : each)),
  };
}
