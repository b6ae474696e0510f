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

/** What a refusal for one cause says of the layers. */
interface CauseRow {
  /**
   * Where it stops a call, which also decides what it says of access; null where the text is no refusal by OpenAI's API, or
   * does not say whose.
   */
  readonly stopsAt: Layer | null;
  /** Layers that a call has got past to be refused so. */
  readonly after: readonly Layer[];
}

const ARRIVED: readonly Layer[] = ['reach'];
const ACCEPTED: readonly Layer[] = ['reach', 'key'];
const AT_HOME: readonly Layer[] = ['reach', 'key', 'belonging'];
const PERMITTED: readonly Layer[] = ['reach', 'key', 'belonging', 'scope'];

/**
 * One row a cause. Sources: the API's order of checks as recorded (key → scope → existence → project → quota → validation →
 * verification), surest first; money and policy are left open wherever the order is not certain.
 */
export const CAUSE_ROWS: Readonly<Record<Cause, CauseRow>> = {
  network: { stopsAt: 'reach', after: [] },
  region_blocked: { stopsAt: 'reach', after: [] },
  ip_blocked: { stopsAt: 'reach', after: [] },
  other_vendor: { stopsAt: 'reach', after: [] },
  not_from_api: { stopsAt: 'reach', after: [] },
  server_error: { stopsAt: 'reach', after: ARRIVED },
  key_invalid: { stopsAt: 'key', after: ARRIVED },
  keyless_sign_in: { stopsAt: 'key', after: [] },
  key_missing: { stopsAt: 'key', after: ARRIVED },
  account_disabled: { stopsAt: 'belonging', after: ACCEPTED },
  org_or_project_mismatch: { stopsAt: 'belonging', after: ACCEPTED },
  project_archived: { stopsAt: 'belonging', after: ACCEPTED },
  key_scope: { stopsAt: 'scope', after: AT_HOME },
  quota_or_billing: { stopsAt: 'money', after: PERMITTED },
  org_unverified: { stopsAt: 'entitlement', after: PERMITTED },
  safety_restricted: { stopsAt: 'entitlement', after: PERMITTED },
  project_lacks_model: { stopsAt: 'policy', after: PERMITTED },
  model_missing_or_no_access: { stopsAt: 'model_name', after: PERMITTED },
  model_retired: { stopsAt: 'model_name', after: PERMITTED },
  wrong_endpoint_or_parameter: { stopsAt: 'endpoint', after: PERMITTED },
  feature_not_enabled: { stopsAt: 'endpoint', after: PERMITTED },
  rate_limited: { stopsAt: 'pace', after: PERMITTED },
  // Whatever refused, the client kept it to itself.
  reason_not_shown: { stopsAt: null, after: [] },
  not_an_error: { stopsAt: null, after: [] },
};

/** Whether a refusal for this cause is about the name of the model. */
export function isOfName(cause: Cause | null): boolean {
  return cause !== null && CAUSE_ROWS[cause].stopsAt === 'model_name';
}

/** Whether a refusal for this cause says that the key may not have the model: by its project, or by its name. */
export function isAccessCause(cause: Cause | null): boolean {
  return isOfName(cause) || (cause !== null && CAUSE_ROWS[cause].stopsAt === 'policy');
}

/** Where a refusal stops the call: its cause's layer, but a wrong host never reached the project's API at all. */
export function layerOf({ cause, rule }: Pick<Reading, 'cause' | 'rule'>): Layer | null {
  return rule === WRONG_HOST ? 'reach' : CAUSE_ROWS[cause].stopsAt;
}
