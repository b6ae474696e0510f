/**
 * Pages of OpenAI's console and documentation, as data with date and source, because they age.
 * Paths as seen in OpenAI's own error texts, help articles and documentation up to 2026-11-22.
 */
import { err, ok, type Result } from '../base/result';
import { isProjectId } from '../wizard/console-address';

export const CONSOLE_ORIGIN = 'https://platform.openai.com';

/** The month of the one description that the labels under Model usage are known from: an article in Japanese. */
export const LABELS_SEEN = '2025-06';

export const LINKS = {
  login: '/login',
  projects: '/settings/organization/projects',
  project_limits: '/settings/{project}/limits',
  project_limits_current: '/settings/project/limits',
  project_keys: '/settings/{project}/api-keys',
  project_members: '/settings/{project}/people/members',
  organization_general: '/settings/organization/general',
  organization_limits: '/settings/organization/limits',
  billing: '/settings/organization/billing/overview',
  api_keys: '/settings/organization/api-keys',
  people: '/settings/organization/people',
  ip_allowlist: '/settings/organization/security/ip-allowlist',
  usage: '/settings/organization/usage',
  status: 'https://status.openai.com/',
  deprecations: 'https://developers.openai.com/api/docs/deprecations',
  error_codes: 'https://developers.openai.com/api/docs/guides/error-codes',
  help: 'https://help.openai.com/',
} as const;
export type LinkId = keyof typeof LINKS;
export const LINK_IDS = Object.keys(LINKS) as readonly LinkId[];

/** In the console, rather than elsewhere; practice imitates these alone. */
export function isConsolePage(id: LinkId): boolean {
  return LINKS[id].startsWith('/');
}

/** Pages that show whichever organization was selected last; nothing in their address tells which. */
export function isOrganizationPage(id: LinkId): boolean {
  return LINKS[id].startsWith('/settings/organization/');
}

/** The full address of a page. Fails where the page belongs to a project and no well-formed project id is given. */
export function linkUrl(
  id: LinkId,
  project: string | null,
  consoleOrigin: string = CONSOLE_ORIGIN,
): Result<string, 'project_missing'> {
  const template: string = LINKS[id];
  const absolute = template.startsWith('https://') ? template : consoleOrigin + template;
  if (!absolute.includes('{project}')) return ok(absolute);
  if (project === null || !isProjectId(project)) return err('project_missing');
  return ok(absolute.replace('{project}', project));
}

/** A page of one project cannot be named without its id; the pages of the selected project or of all are next best. */
export function reachableLink(link: LinkId, project: string | null): LinkId {
  if (project !== null && isProjectId(project)) return link;
  if (link === 'project_limits') return 'project_limits_current';
  if (link === 'project_keys') return 'api_keys';
  return link === 'project_members' ? 'people' : link;
}
