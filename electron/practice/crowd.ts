/** An organization with very many projects, keys and models of its own, to practise and test at size. */
import type { PracticeModel } from './catalogue';
import { drawKey, type Random } from './random';
import { type ModelPolicy, settled, type World } from './world';

export interface Crowd {
  readonly keys: number;
  /** Fine-tuned models, beside those that everybody has. */
  readonly models: number;
}

/** With what practice has anyway: 200 keys and some 300 models, fewer with each that is shut down. */
export const LARGE_CROWD: Crowd = { keys: 188, models: 250 };

/** What a crowd brings along. */
type CrowdShare = Pick<World, 'organizations' | 'projects' | 'keys'>;

const ORGANIZATION = 'org-c5Xw8ZrTn2KvQj7LmYh4PdGe';

export function withCrowd(world: World, { organizations, projects, keys }: CrowdShare): World {
  return {
    ...world,
    organizations: [...world.organizations, ...organizations],
    projects: [...world.projects, ...projects],
    keys: [...world.keys, ...keys],
  };
}

export function drawCrowd(crowd: Crowd, random: Random): CrowdShare {
  const fineTuned = Array.from({ length: crowd.models }, (_, index) => fineTunedModel(index + 1));
  const members = Array.from({ length: crowd.keys }, (_, index) => index + 1);
  return {
    organizations: [organization(fineTuned)],
    projects: members.map((number) => ({
      id: projectId(number),
      name: `Team ${pad(number)}`,
      organizationId: ORGANIZATION,
      policy: settled(policyOf(number, fineTuned)),
      spendLimit: { dollars: null, hard: false },
      regionalHost: null,
      archived: false,
    })),
    keys: members.map((number) => ({
      id: `practice_team_${pad(number)}`,
      label: `Cedar Works · team ${pad(number)}`,
      projectId: projectId(number),
      secret: drawKey(random, 'proj'),
      kind: 'project' as const,
      revoked: number % 41 === 0,
      mayRequest: number % 17 !== 0,
      mayList: number % 29 !== 0,
    })),
  };
}

function organization(fineTuned: readonly PracticeModel[]): World['organizations'][number] {
  return {
    id: ORGANIZATION,
    name: 'Cedar Works',
    role: 'owner',
    tier: settled(5),
    verified: settled(true),
    creditDollars: settled(4_000),
    fineTuned,
  };
}

/** A few sorts of lists, so that rows differ: none, a block list, an allow list. */
function policyOf(number: number, models: readonly PracticeModel[]): ModelPolicy {
  if (number % 3 === 0) return { kind: 'none' };
  const own = models.filter((_, index) => (index + number) % 4 === 0).map((model) => model.id);
  return number % 3 === 1
    ? { kind: 'deny_list', models: ['gpt-5.5', ...own] }
    : { kind: 'allow_list', models: ['gpt-5.4-mini', 'text-embedding-3-small', ...own] };
}

function fineTunedModel(number: number): PracticeModel {
  const id = `ft:gpt-4.1-mini-2025-04-14:cedar:case-${pad(number)}`;
  return {
    id,
    created: Date.parse('2026-05-04T00:00:00Z') / 1_000 + number * 3_600,
    shutdownDate: null,
    tier: 1,
    gate: 'open',
    serves: id,
    reasoning: false,
  };
}

function projectId(number: number): string {
  return `proj_Cd4rT3am${pad(number)}XwKvQj7LmYh2Pz`;
}

function pad(number: number): string {
  return String(number).padStart(3, '0');
}
