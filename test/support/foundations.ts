/** What workspaces and the application stand on, for tests that care for one part of it. */
import type { DatabaseSync } from 'node:sqlite';
import type { ApplicationDeps } from '../../electron/app/application';
import type { Foundations } from '../../electron/app/workspace';
import type { Environment } from '../../electron/base/environment';
import type { Fetch } from '../../electron/probes/guarded-fetch';
import { RequestQueue } from '../../electron/probes/request-queue';
import { ProbingStore } from '../../electron/store/probing-store';
import { SetAsideNotice } from '../../electron/store/set-aside-notice';
import { SettingsStore } from '../../electron/store/settings-store';
import { DEFAULT_PROBING } from '../../shared/matrix/views';

const nothing = () => undefined;

/** Nobody listens, and checks are kept for ever. */
export function foundations(environment: Environment, fetch: Fetch): Foundations {
  return {
    environment,
    fetch,
    isOnline: () => true,
    hooks: {
      keysChanged: nothing,
      caseChanged: nothing,
      adminChanged: nothing,
      matrixChanged: nothing,
      watchEnded: nothing,
    },
    platform: 'linux',
    queue: new RequestQueue(environment, DEFAULT_PROBING),
    noteSecret: nothing,
    toStore: async (value) => value,
    keepDays: () => 0,
  };
}

export function applicationDeps(
  database: DatabaseSync,
  workspaces: Pick<ApplicationDeps, 'real' | 'startPractice'>,
): ApplicationDeps {
  return {
    settings: new SettingsStore(database),
    probing: new ProbingStore(database),
    ...workspaces,
    setAside: new SetAsideNotice(database, null),
    fixed: {
      version: '1.0.0',
      platform: 'linux',
      runtime: 'stand_in',
      electronVersion: '0',
      environmentVariables: [],
      systemLanguage: 'en',
      storeUnavailable: false,
      storeTrouble: null,
    },
    changed: nothing,
    settingsChanged: nothing,
    probingChanged: nothing,
  };
}
