import { describe, expect, it } from 'vitest';
import { Application, type ApplicationParts } from '../../electron/application';
import { Lanes } from '../../electron/probes/lanes';
import { openDatabase } from '../../electron/store/database';
import { ProbingStore } from '../../electron/store/probing-store';
import { SetAsideNotice } from '../../electron/store/set-aside-notice';
import { SettingsStore } from '../../electron/store/settings-store';
import { MemoryVault } from '../../electron/vault/memory-vault';
import { practiceWorkspace, realWorkspace, type Workspace } from '../../electron/workspace';
import { DEFAULT_PROBING } from '../../shared/matrix/views';
import { manualEnvironment } from '../support/manual-environment';

const environment = manualEnvironment();
const base = {
  environment,
  fetch: (url: string, init: RequestInit) => fetch(url, init),
  hooks: {
    keysChanged: () => undefined,
    caseChanged: () => undefined,
    adminChanged: () => undefined,
    matrixChanged: () => undefined,
    watchEnded: () => undefined,
  },
  platform: 'linux',
  lanes: new Lanes(environment.timers, DEFAULT_PROBING),
  keepDays: () => 0,
};

/** An application whose workspaces write down that they were closed. */
function applicationOn(startPractice: () => Promise<Workspace>) {
  const { database } = openDatabase(':memory:', environment.now);
  const closed: string[] = [];
  const noting = (workspace: Workspace): Workspace => ({
    ...workspace,
    close: async () => {
      closed.push(workspace.mode);
      await workspace.close();
    },
  });
  const parts: ApplicationParts = {
    settings: new SettingsStore(database),
    probing: new ProbingStore(database),
    real: noting(realWorkspace(base, database, new MemoryVault('session', 'linux'), new Map())),
    startPractice: async () => noting(await startPractice()),
    setAside: new SetAsideNotice(database, null),
    fixed: {
      version: '1.0.0',
      platform: 'linux',
      runtime: 'stand_in',
      electronVersion: '0',
      environmentVariables: [],
      systemLanguage: 'en',
      storeUnavailable: false,
    },
    changed: () => undefined,
    settingsChanged: () => undefined,
    probingChanged: () => undefined,
  };
  return { application: Application.start(parts, false), closed };
}

const noPort = () => Promise.reject(new Error('no port is free'));

describe('practice', () => {
  it('can be entered after it could not be started once', async () => {
    const starts = [noPort, () => practiceWorkspace(base)];
    const { application } = applicationOn(() => (starts.shift() ?? noPort)());
    const app = await application;
    await expect(app.enterPractice()).rejects.toThrow('no port');
    await app.wake();
    expect((await app.enterPractice()).mode).toBe('practice');
    await app.close();
  });

  it('is not worked in once it was left, even while it started', async () => {
    const { application, closed } = applicationOn(() => practiceWorkspace(base));
    const app = await application;
    const [entered] = await Promise.all([app.enterPractice(), app.leavePractice()]);
    expect([entered.mode, app.info().mode, closed]).toEqual(['real', 'real', ['practice']]);
    await app.close();
  });

  it('keeps nothing else from being closed where it could not be started', async () => {
    const { application, closed } = applicationOn(noPort);
    const app = await application;
    const entering = app.enterPractice().catch(() => 'failed');
    await app.close();
    expect([await entering, closed]).toEqual(['failed', ['real']]);
  });
});
