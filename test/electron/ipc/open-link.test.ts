/** What the console shows once a case has opened one of its pages, in practice. */
import { afterEach, describe, expect, it } from 'vitest';
import { Application } from '../../../electron/app/application';
import { practiceWorkspace } from '../../../electron/app/workspace';
import { systemTimers } from '../../../electron/base/timers';
import { createHandlers, type DesktopActions } from '../../../electron/ipc/handlers';
import { openDatabase } from '../../../electron/store/database';
import { Arrivals } from '../../../electron/window/arrivals';
import { SessionRestore } from '../../../electron/window/session-restore';
import type { LinkId } from '../../../shared/remedies/links';
import { applicationDeps, foundations } from '../../support/foundations';
import { manualEnvironment } from '../../support/manual-environment';
import { visit } from '../practice/console-support';

const opened: Application[] = [];
afterEach(async () => {
  for (const application of opened.splice(0)) await application.close();
});

const unexpected = () => Promise.reject(new Error('Nothing else is due'));

async function practising() {
  const environment = manualEnvironment();
  const { database } = openDatabase(':memory:', environment.now);
  const base = foundations({ ...environment, timers: systemTimers }, unexpected);
  const application = await Application.start(
    applicationDeps(database, { real: null, startPractice: () => practiceWorkspace(base) }),
    true,
  );
  opened.push(application);
  return application;
}

/** Opens a page for the scenario's case, and gives back what the person then sees there. */
async function pageFor(scenarioId: string, link: LinkId): Promise<string> {
  const application = await practising();
  const { workspace } = application;
  const visited: string[] = [];
  const desktop: DesktopActions = {
    draft: new SessionRestore(openDatabase(':memory:', () => new Date()).database, async (entry) => entry),
    arrivals: new Arrivals({ newId: () => 'id', clean: (text) => text, changed: () => undefined }),
    databaseFile: null,
    licences: () => [],
    log: { read: () => [], entries: () => ({ entries: [], isWhole: true }), file: null },
    openInBrowser: unexpected,
    openMail: unexpected,
    showInFolder: () => undefined,
    now: () => new Date(),
    openPracticeConsole: async (_origin, url) => void visited.push(url),
    copyText: unexpected,
    copySecret: unexpected,
    confirmHost: unexpected,
    chooseFile: unexpected,
    saveText: unexpected,
  };
  const scenario = workspace.practice?.scenarios.find(({ id }) => id === scenarioId);
  const view = workspace.cases.open({
    text: scenario?.text ?? '',
    keyId: scenario?.keyId ?? null,
    model: null,
  });
  if (!view.ok) throw new Error(view.error.code);
  await createHandlers(application, desktop)['app:open_link']({ link, caseId: view.value.id });
  const person = await visit({ origin: workspace.consoleOrigin });
  return person.page(visited[0]?.slice(workspace.consoleOrigin.length) ?? '');
}

describe('a page of the organization, opened from a case', () => {
  it.each([
    ['not_verified', 'organization_general', 'Sunday Lab'],
    ['no_credit', 'billing', 'Weekend Garage'],
    ['not_entitled', 'organization_limits', 'Weekend Garage'],
  ] as const)('of the case %s, %s is the one of %s', async (scenario, link, name) => {
    expect(await pageFor(scenario, link)).toContain(`<span class="crumb">${name}</span>`);
  });

  it('is the one looked at last where the person is to choose a project', async () => {
    expect(await pageFor('not_verified', 'projects')).toContain('<span class="crumb">Maple Robotics</span>');
  });
});
