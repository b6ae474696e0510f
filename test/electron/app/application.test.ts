import { describe, expect, it } from 'vitest';
import { Application } from '../../../electron/app/application';
import { practiceWorkspace, realWorkspace, type Workspace } from '../../../electron/app/workspace';
import { openDatabase } from '../../../electron/store/database';
import { MemoryVault } from '../../../electron/vault/memory-vault';
import { applicationDeps, foundations } from '../../support/foundations';
import { manualEnvironment } from '../../support/manual-environment';

const environment = manualEnvironment();
const base = foundations(environment, (url, init) => fetch(url, init));

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
  const deps = applicationDeps(database, {
    real: noting(realWorkspace(base, database, new MemoryVault('session', 'linux'), new Map(), 'test')),
    startPractice: async () => noting(await startPractice()),
  });
  return { application: Application.start(deps, false), closed };
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
