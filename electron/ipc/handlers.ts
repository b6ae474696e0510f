/** What each channel does: a line or a few, handing over to the part that knows how. */

import type { IpcError } from '../../shared/base/error-codes';
import { ok, type Result } from '../../shared/base/result';
import type { AppInfo, Licence } from '../../shared/ipc/views';
import { isConsolePage, isOrganizationPage, type LinkId, linkUrl } from '../../shared/remedies/links';
import type { Application } from '../app/application';
import { fail } from '../base/failure';
import type { FileText } from '../base/file-text';
import type { ErrorLog } from '../support/error-log';
import type { Arrivals } from '../window/arrivals';
import type { SessionRestore } from '../window/session-restore';
import { adminHandlers, reportHandlers } from './admin-handlers';
import { importHandlers, keyHandlers } from './key-handlers';
import { practiceHandlers } from './practice-handlers';
import { probingHandlers } from './probing-handlers';
import type { Handlers } from './register';
import { SavedFiles } from './saved-files';
import { supportHandlers } from './support-handlers';

/** What is needed of the desktop. */
export interface DesktopActions {
  readonly now: () => Date;
  readonly openInBrowser: (url: string) => Promise<void>;
  readonly openPracticeConsole: (origin: string, url: string) => Promise<void>;
  /** Takes `mailto:` addresses without a recipient, which the main process makes itself. */
  readonly openMail: (url: string) => Promise<void>;
  /** Shows the folder with this file chosen in it. */
  readonly showInFolder: (path: string) => void;
  /** Where the app's own failures are kept. */
  readonly log: Pick<ErrorLog, 'read' | 'entries' | 'file'>;
  /** null where the app keeps everything in memory. */
  readonly databaseFile: string | null;
  readonly licences: () => readonly Licence[];
  readonly draft: SessionRestore;
  readonly arrivals: Arrivals;
  readonly copyText: (text: string) => Promise<void>;
  readonly copySecret: (secret: string) => Promise<void>;
  /** Asks the person, outside of the window, whether keys may be sent to this host. */
  readonly confirmHost: (host: string) => Promise<boolean>;
  /** The path of a file with keys in it; null where the person thought better of it. */
  readonly chooseFile: () => Promise<string | null>;
  /** Asks the person where, and gives back the path; null where they thought better of it. */
  readonly saveText: (suggestedName: string, text: FileText) => Promise<string | null>;
}

export function createHandlers(app: Application, desktop: DesktopActions): Handlers {
  const files = new SavedFiles(desktop);
  return {
    ...appHandlers(app, desktop),
    'app:show_saved': ({ id }) => files.show(id),
    ...supportHandlers(app, desktop, files),
    ...keyHandlers(app, desktop),
    ...importHandlers(app, desktop),
    ...caseHandlers(app),
    ...probingHandlers(app, files),
    ...adminHandlers(app),
    ...practiceHandlers(app),
    ...reportHandlers(app, desktop, files),
  };
}

function appHandlers(app: Application, desktop: DesktopActions) {
  return {
    'app:info': () => ok(app.info()),
    'app:enter_practice': async () => ok(await app.enterPractice()),
    'app:leave_practice': async (): Promise<Result<AppInfo, IpcError>> => {
      const info = await app.leavePractice();
      return info === null ? fail('practice_only') : ok(info);
    },
    'app:read_settings': () => ok(app.readSettings()),
    'app:write_settings': (settings) => ok(app.writeSettings(settings)),
    'app:show_set_aside': (): Result<null, IpcError> => {
      const { storeSetAside } = app.info();
      if (storeSetAside === null) return fail('not_found');
      desktop.showInFolder(storeSetAside);
      return ok(null);
    },
    'app:restore_set_aside': () => {
      const restored = app.restoreSetAside();
      return restored === null ? fail('set_aside_unreadable') : ok(restored);
    },
    'app:dismiss_set_aside': () => ok(app.dismissSetAside()),
    'app:open_link': ({ link, caseId }) => openLink(app, desktop, link, caseId),
    'app:keep_draft': async (kept) => {
      await desktop.draft.keep(kept, app.workspace.mode);
      return ok(null);
    },
    'app:kept_draft': () => {
      const { mode, cases } = app.workspace;
      return ok(desktop.draft.current(mode, (id) => cases.read(id).ok));
    },
    'app:copy_text': async ({ text }) => {
      await desktop.copyText(text);
      return ok(null);
    },
    'app:arrival': () => ok(desktop.arrivals.current((id) => app.workspace.cases.read(id).ok)),
    'app:take_arrival': ({ id }) => desktop.arrivals.take(id),
    'app:dismiss_arrival': ({ id }) => {
      desktop.arrivals.dismiss(id);
      return ok(null);
    },
  } satisfies Partial<Handlers>;
}

/** Pages of the console belong to the workspace: OpenAI's in the person's browser, or the simulator's in its own window. */
async function openLink(
  app: Application,
  desktop: DesktopActions,
  link: LinkId,
  caseId: string | null,
): Promise<Result<{ readonly url: string }, IpcError>> {
  const { workspace } = app;
  const project = caseId === null ? null : workspace.cases.projectOf(caseId);
  const id: LinkId = link === 'project_limits' && project === null ? 'project_limits_current' : link;
  const url = linkUrl(id, project, workspace.consoleOrigin);
  if (!url.ok) return fail('link_needs_project');
  // Not on the list of projects: choosing there is what the person is to do.
  if (caseId !== null && id !== 'projects' && isOrganizationPage(id))
    workspace.practice?.selectInConsole(caseId);
  if (workspace.mode === 'practice' && isConsolePage(id))
    await desktop.openPracticeConsole(workspace.consoleOrigin, url.value);
  else await desktop.openInBrowser(url.value);
  return ok({ url: url.value });
}

function caseHandlers(app: Application) {
  const cases = () => app.workspace.cases;
  return {
    'cases:open': (request) => cases().open(request),
    'cases:list': () => ok(cases().list()),
    'cases:read': ({ id }) => cases().read(id),
    'cases:all': () => ok(cases().all()),
    'cases:tag': ({ id, ...tag }) => cases().tag(id, tag),
    'cases:delete': ({ ids }) => cases().delete(ids),
    'cases:deleted': () => ok(cases().deleted()),
    'cases:undo_delete': () => cases().undoDelete(),
    'cases:choose': ({ id, keyId, model }) => cases().choose(id, keyId, model),
    'cases:check': ({ id, probe, consent }) => cases().checks.run(id, probe, consent),
    'cases:estimate': ({ id }) => cases().checks.estimate(id),
    'cases:cancel': ({ id }) => cases().checks.cancel(id),
    'cases:wizard': ({ id, event }) => cases().wizard(id, event),
    'cases:watch': ({ id }) => cases().watch(id),
    'cases:compare': ({ id }) => cases().checks.compare(id),
    'cases:stop_watch': ({ id }) => cases().stopWatch(id),
    'cases:state': ({ id, statement }) => cases().state(id, statement),
  } satisfies Partial<Handlers>;
}
