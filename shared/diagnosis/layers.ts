import { type Cause, type Reading, WRONG_HOST } from '../errors/reading';

/** The ten layers that a call passes, lowest first. The verdict is the lowest one that refuses. */
export const LAYERS = [
  'reach',
  'key',
  'belonging',
  'scope',
  'money',
  'entitlement',
  'policy',
  'model_name',
  'endpoint',
  'pace',
] as const;
export type Layer = (typeof LAYERS)[number];

/** The layer at which each cause stops a call; null where the text is not a refusal by OpenAI's API. */
export const LAYER_OF_CAUSE: Readonly<Record<Cause, Layer | null>> = {
  network: 'reach',
  region_blocked: 'reach',
  ip_blocked: 'reach',
  other_vendor: 'reach',
  server_error: 'reach',
  key_invalid: 'key',
  key_missing: 'key',
  account_disabled: 'belonging',
  org_or_project_mismatch: 'belonging',
  project_archived: 'belonging',
  key_scope: 'scope',
  quota_or_billing: 'money',
  org_unverified: 'entitlement',
  project_lacks_model: 'policy',
  model_missing_or_no_access: 'model_name',
  model_retired: 'model_name',
  wrong_endpoint_or_parameter: 'endpoint',
  feature_not_enabled: 'endpoint',
  rate_limited: 'pace',
  not_an_error: null,
};

/** Where a refusal stops the call: its cause's layer, but a wrong host never reached the project's API at all. */
export function layerOf({ cause, rule }: Pick<Reading, 'cause' | 'rule'>): Layer | null {
  return rule === WRONG_HOST ? 'reach' : LAYER_OF_CAUSE[cause];
}
