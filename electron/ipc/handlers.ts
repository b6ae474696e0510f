/** What each channel does: a line or a few, handing over to the part that knows how. */
import type { AppInfo, IpcError } from '../../shared/ipc/views';
import { redact } from '../../shared/redaction/redact';
import { LINKS, type LinkId, linkUrl } from '../../shared/remedies/links';
import { ok, type Result } from '../../shared/result';
import type { Application } from '../application';
import { fail } from '../failure';
import type { Handlers } from './register';

/** What is needed of the desktop. */
export interface Desktop {
  readonly openInBrowser: (url: string) => Promise<void>;
  readonly openPracticeConsole: (origin: string, url: string) => Promise<void>;
  readonly copyText: (text: string) => Promise<void>;
  readonly copySecret: (secret: string) => Promise<void>;
}

export function createHandlers(app: Application, desktop: Desktop): Handlers {
  return { ...appHandlers(app, desktop), ...keyHandlers(app, desktop), ...caseHandlers(app) };
}

function appHandlers(app: Application, desktop: Desktop) {
  return {
    'app:info': () => ok(app.info()),
    'app:enter_practice': async () => ok(await app.enterPractice()),
    'app:leave_practice': async (): Promise<Result<AppInfo, IpcError>> => {
      const info = await app.leavePractice();
      return info === null ? fail('practice_only') : ok(info);
    },
    'app:read_settings': () => ok(app.readSettings()),
    'app:write_settings': (settings) => ok(app.writeSettings(settings)),
    'app:open_link': ({ link, caseId }) => openLink(app, desktop, link, caseId),
    'app:copy_text': async ({ text }) => {
      await desktop.copyText(redact(text));
      return ok(null);
    },
    'practice:scenarios': () => ok(app.workspace.scenarios),
  } satisfies Partial<Handlers>;
}

/** Pages of the console belong to the workspace: OpenAI's in the person's browser, or the simulator's in its own window. */
async function openLink(
  app: Application,
  desktop: Desktop,
  link: LinkId,
  caseId: string | null,
): Promise<Result<{ readonly url: string }, IpcError>> {
  const { workspace } = app;
  const project = caseId === null ? null : workspace.cases.projectOf(caseId);
  const id: LinkId = link === 'project_limits' && project === null ? 'project_limits_current' : link;
  const url = linkUrl(id, project, workspace.consoleOrigin);
  if (!url.ok) return fail('link_needs_project');
  const isConsolePage = !LINKS[id].startsWith('https://');
  if (workspace.mode === 'practice' && isConsolePage)
    await desktop.openPracticeConsole(workspace.consoleOrigin, url.value);
  else await desktop.openInBrowser(url.value);
  return ok({ url: url.value });
}

function keyHandlers(app: Application, desktop: Desktop) {
  const keys = () => app.workspace.keys;
  return {
    'keys:list': () => ok(keys().list()),
    'keys:add': (request) => keys().add(request),
    'keys:rename': ({ id, label }) => keys().rename(id, label),
    'keys:delete': ({ id }) => keys().remove(id),
    'keys:check': ({ id }) => app.workspace.cases.checkKey(id),
    'keys:copy_secret': async ({ id }): Promise<Result<null, IpcError>> => {
      const target = await keys().target(id);
      if (!target.ok) return target;
      await desktop.copySecret(target.value.secret);
      return ok(null);
    },
    'keys:vault_status': async () => ok(await keys().vaultStatus()),
    'keys:use_session_only': async () => ok(await keys().useSessionOnly()),
    'keys:retry_vault': async () => ok(await keys().retryVault()),
  } satisfies Partial<Handlers>;
}

function caseHandlers(app: Application) {
  const cases = () => app.workspace.cases;
  return {
    'cases:open': (request) => cases().open(request),
    'cases:list': () => ok(cases().list()),
    'cases:read': ({ id }) => cases().read(id),
    'cases:delete': ({ id }) => cases().delete(id),
    'cases:choose': ({ id, keyId, model }) => cases().choose(id, keyId, model),
    'cases:check': ({ id, probe, consent }) => cases().check(id, probe, consent),
    'cases:estimate': ({ id }) => cases().estimate(id),
    'cases:cancel': ({ id }) => cases().cancel(id),
    'cases:wizard': ({ id, event }) => cases().wizard(id, event),
    'cases:watch': ({ id }) => cases().watch(id),
    'cases:stop_watch': ({ id }) => cases().stopWatch(id),
  } satisfies Partial<Handlers>;
}
