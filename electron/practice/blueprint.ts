/** The world as it stands when practice begins. Ids are fixed, so that a stored case still fits after a restart. */
import { drawKey, type Random } from './random';
import {
  type ModelPolicy,
  type PracticeAdminKey,
  type PracticeKey,
  type Project,
  settled,
  type World,
} from './world';

export const ORGANIZATIONS = {
  maple: 'org-m7Rk2VfXqT9dLwHs4JbYcN8e',
  sunday: 'org-sB3nWq6ZtKx1vPgYh5RmDf2C',
  weekend: 'org-w9LcJt4MyEa7kUzQr2XvHb5S',
  harbor: 'org-h2GdSp8NoVi3fTjKe6ZwBq1L',
} as const;

export const PROJECTS = {
  storefront: 'proj_St0r3fRnT8kQvYz2LmWx7Bc4',
  research: 'proj_R3s9rChNb5tXwK1pJdGq6Vy2',
  sandbox: 'proj_Sb4nDbX2hTrM8yQfKw7Lc3Zp',
  mobile: 'proj_Mb8lAqP5zVn3xRtG6kWjY1Hd',
  europe: 'proj_Eu7rPcL4mZ2qTgB9vXnKs5Wf',
  sunday: 'proj_Sn3dYhJ6wQk8rBvT2mXpL5Gz',
  weekend: 'proj_Wk5nDtG9cRz4yMfQ7bHxV1Js',
  harbor: 'proj_Hb6rJpT1vKq9sXwN4zGmC8Ly',
} as const;

export const KEY_IDS = {
  storefront: 'practice_storefront',
  research: 'practice_research',
  sandbox: 'practice_sandbox',
  worker: 'practice_sandbox_worker',
  restricted: 'practice_sandbox_restricted',
  noList: 'practice_sandbox_no_list',
  revoked: 'practice_sandbox_revoked',
  mobile: 'practice_mobile',
  europe: 'practice_europe',
  sunday: 'practice_sunday',
  weekend: 'practice_weekend',
  harbor: 'practice_harbor',
} as const;

export const ADMIN_KEY_IDS = {
  maple: 'practice_admin_maple',
  sunday: 'practice_admin_sunday',
  readOnly: 'practice_admin_read_only',
} as const;

const allow = (...models: readonly string[]): ModelPolicy => ({ kind: 'allow_list', models });
const deny = (...models: readonly string[]): ModelPolicy => ({ kind: 'deny_list', models });
const NO_POLICY: ModelPolicy = { kind: 'none' };

export function buildWorld(random: Random): World {
  return {
    organizations: organizations(),
    projects: projects(),
    keys: keys(random),
    adminKeys: adminKeys(random),
  };
}

function organizations(): World['organizations'] {
  const organization = (id: string, name: string, tier: number, verified: boolean, credit: number) => ({
    id,
    name,
    role: 'owner' as const,
    tier: settled(tier),
    verified: settled(verified),
    creditDollars: settled(credit),
  });
  return [
    organization(ORGANIZATIONS.maple, 'Maple Robotics', 3, true, 184.2),
    organization(ORGANIZATIONS.sunday, 'Sunday Lab', 1, false, 12.5),
    organization(ORGANIZATIONS.weekend, 'Weekend Garage', 0, false, 0),
    { ...organization(ORGANIZATIONS.harbor, 'Harbor Partners', 4, true, 920), role: 'reader' },
  ];
}

function projects(): readonly Project[] {
  const project = (id: string, name: string, organizationId: string, policy: ModelPolicy = NO_POLICY) => ({
    id,
    name,
    organizationId,
    policy: settled(policy),
    spendLimit: { dollars: null, hard: false },
    regionalHost: null,
    archived: false,
  });
  const { maple, sunday, weekend, harbor } = ORGANIZATIONS;
  return [
    project(PROJECTS.storefront, 'Storefront', maple, allow('gpt-5.4-mini', 'text-embedding-3-small')),
    project(PROJECTS.research, 'Research', maple, deny('gpt-5.5', 'gpt-6-astra', 'gpt-6-sol')),
    project(PROJECTS.sandbox, 'Sandbox', maple),
    project(PROJECTS.mobile, 'Mobile app', maple, allow('gpt-5.2', 'gpt-5.4-nano')),
    { ...project(PROJECTS.europe, 'Europe', maple), regionalHost: 'eu.api.openai.com' },
    project(PROJECTS.sunday, 'Default project', sunday),
    project(PROJECTS.weekend, 'Default project', weekend),
    project(PROJECTS.harbor, 'Joint pilot', harbor, allow('gpt-5.4-mini', 'gpt-5.2')),
  ];
}

function keys(random: Random): readonly PracticeKey[] {
  const key = (
    id: string,
    label: string,
    projectId: string,
    own: Partial<PracticeKey> = {},
  ): PracticeKey => ({
    id,
    label,
    projectId,
    secret: drawKey(random, own.kind === 'service_account' ? 'svcacct' : 'proj'),
    kind: 'project',
    revoked: false,
    mayRequest: true,
    mayList: true,
    ...own,
  });
  return [
    key(KEY_IDS.storefront, 'Storefront · web', PROJECTS.storefront),
    key(KEY_IDS.research, 'Research · notebook', PROJECTS.research),
    key(KEY_IDS.sandbox, 'Sandbox · laptop', PROJECTS.sandbox),
    key(KEY_IDS.worker, 'Sandbox · nightly worker', PROJECTS.sandbox, { kind: 'service_account' }),
    key(KEY_IDS.restricted, 'Sandbox · restricted', PROJECTS.sandbox, { mayRequest: false }),
    key(KEY_IDS.noList, 'Sandbox · cannot list', PROJECTS.sandbox, { mayList: false }),
    key(KEY_IDS.revoked, 'Sandbox · revoked', PROJECTS.sandbox, { revoked: true }),
    key(KEY_IDS.mobile, 'Mobile app · release', PROJECTS.mobile),
    key(KEY_IDS.europe, 'Europe · support desk', PROJECTS.europe),
    key(KEY_IDS.sunday, 'Sunday Lab · prototype', PROJECTS.sunday),
    key(KEY_IDS.weekend, 'Weekend Garage · first try', PROJECTS.weekend),
    key(KEY_IDS.harbor, 'Harbor Partners · pilot', PROJECTS.harbor),
  ];
}

/** Harbor Partners has none: the person practising is no owner there and has to ask one. */
function adminKeys(random: Random): readonly PracticeAdminKey[] {
  const key = (id: string, label: string, organizationId: string, mayWrite = true): PracticeAdminKey => ({
    id,
    label,
    organizationId,
    secret: drawKey(random, 'admin'),
    mayRead: true,
    mayWrite,
  });
  return [
    key(ADMIN_KEY_IDS.maple, 'Maple Robotics · administration', ORGANIZATIONS.maple),
    key(ADMIN_KEY_IDS.sunday, 'Sunday Lab · administration', ORGANIZATIONS.sunday),
    key(ADMIN_KEY_IDS.readOnly, 'Maple Robotics · read only', ORGANIZATIONS.maple, false),
  ];
}
