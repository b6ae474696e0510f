/**
 * The administration endpoints (`/v1/organization/…`). The practice has no admin key yet, so every key meets the
 * refusal that a project key meets. Projects, model permissions and rate limits belong here once there is one;
 * `savePolicy` in `world` is what a POST to model permissions has to call.
 */
import { managementScopeMissing, type Refusal } from './refusals';

export const ADMIN_PREFIX = '/organization/';

export function refuseAdministration(method: string): Refusal {
  return managementScopeMissing(method === 'GET' ? 'api.management.read' : 'api.management.write');
}
