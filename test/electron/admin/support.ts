/** The owner's path against a practice organization, over real HTTP. */
import { AdminClient } from '../../../electron/admin/admin-client';
import { AdminKeys } from '../../../electron/admin/admin-keys';
import { ChangeService } from '../../../electron/admin/change-service';
import { ChangeStore } from '../../../electron/admin/change-store';
import type { Environment } from '../../../electron/base/environment';
import type { Simulator } from '../../../electron/practice/simulator';
import { projectOf } from '../../../electron/practice/world';
import type { Fetch } from '../../../electron/probes/guarded-fetch';
import { openDatabase } from '../../../electron/store/database';
import type { Vault } from '../../../electron/vault/vault';
import { modelsOf, type Policy } from '../../../shared/admin/policy';
import { type Sent, sentBy } from '../../support/api/sent';
import { manualEnvironment } from '../../support/manual-environment';
import { installedKeys } from '../../support/safe';

export interface Office {
  readonly keys: AdminKeys;
  readonly changes: ChangeService;
  readonly store: ChangeStore;
  readonly client: AdminClient;
  readonly vault: Vault;
  readonly environment: ReturnType<typeof manualEnvironment>;
  /** The same data under a new service, as after a restart of the app. */
  readonly restarted: () => ChangeService;
}

export const SIGNAL = new AbortController().signal;

/** All practice admin keys stored. Waiting takes no time: a pause is over as soon as it is asked for. */
export async function office(
  simulator: Simulator,
  knownModels: readonly string[] = [],
  beforeRequest: (method: string, sent: Sent) => void = () => undefined,
): Promise<Office> {
  const environment = manualEnvironment();
  const impatient: Environment = {
    ...environment,
    timers: {
      now: () => environment.timers.now(),
      after: (milliseconds, callback) => {
        const cancel = environment.timers.after(milliseconds, callback);
        queueMicrotask(() => environment.timers.advance(milliseconds));
        return cancel;
      },
    },
  };
  const { database } = openDatabase(':memory:', environment.now);
  const overheard: Fetch = (url, init) => {
    const sent = sentBy(url, init);
    beforeRequest(sent.method, sent);
    return fetch(url, init);
  };
  const client = new AdminClient(overheard, impatient, 2_000);
  const { safe, vault } = installedKeys(environment, { database });
  const keys = new AdminKeys({ safe, client, environment, changed: () => undefined });
  for (const { id, secret, label } of simulator.adminKeys) {
    const added = await keys.addAs(id, { secret, label, baseUrl: simulator.apiBaseUrl });
    if (!added.ok) throw new Error(added.error.code);
  }
  const store = new ChangeStore(database);
  const service = () =>
    new ChangeService({
      client,
      keys,
      store,
      environment,
      knownModels: () => knownModels,
      keysOfProject: () => ['Storefront · web'],
      changed: () => undefined,
    });
  return { keys, changes: service(), store, client, vault, environment, restarted: service };
}

export function policyIn(simulator: Simulator, project: string): Policy | undefined {
  return projectOf(simulator.control.world(), project)?.policy.latest;
}

export function must<T>(
  result:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly error: { readonly code: string } },
): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

export function modelsIn(simulator: Simulator, project: string): ReadonlySet<string> {
  const policy = policyIn(simulator, project);
  return new Set(policy === undefined ? [] : modelsOf(policy));
}
