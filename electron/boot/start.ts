/** Puts the parts together once Electron is ready. */
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { app, Menu, nativeTheme, net, powerMonitor, type Session, session, shell } from 'electron';
import type { Language } from '../../shared/base/settings';
import type { Shown } from '../../shared/ipc/contract';
import { Application, type ApplicationDeps } from '../app/application';
import { practiceWorkspace, realWorkspace, type WorkspaceHooks } from '../app/workspace';
import { coalesced } from '../base/coalesced';
import { systemTimers } from '../base/timers';
import { createHandlers, type DesktopActions } from '../ipc/handlers';
import { registerHandlers } from '../ipc/register';
import { RequestQueue } from '../probes/request-queue';
import { ProbingStore } from '../store/probing-store';
import { SetAsideNotice } from '../store/set-aside-notice';
import { SettingsStore } from '../store/settings-store';
import { isStoreError } from '../store/sqlite-error';
import { noteEnd, noteStart } from '../store/unfinished-start';
import { readLicences } from '../support/licences';
import { SecretClipboard, type TextClipboard } from '../vault/clipboard';
import { vaultFor } from '../vault/vault-for';
import { serveApp } from '../window/app-protocol';
import { Arrivals } from '../window/arrivals';
import { Attention } from '../window/attention';
import { ClipboardLook, watchedClipboard } from '../window/clipboard-look';
import { confirmHost } from '../window/confirm-host';
import { ConsoleWindow } from '../window/console-window';
import { offerContextMenus } from '../window/context-menus';
import { chooseFile, saveText } from '../window/file-dialogs';
import { lockAllPages, lockSession } from '../window/locks';
import { menuTemplate } from '../window/menu';
import { runText, watchText } from '../window/notification-text';
import { SessionRestore } from '../window/session-restore';
import { WindowHost } from '../window/window-host';
import { KeptPlace } from '../window/window-place';
import { errorLog } from './error-log';
import type { LinkInbox } from './links';
import type { LaunchOptions } from './switches';
import {
  environment,
  fixedInfo,
  gate,
  keychain,
  licencesFolder,
  notify,
  openStore,
  probeFetch,
  type Store,
  systemLanguage,
  textClipboard,
} from './system';
import { leaveTraces } from './traces';

/** What is on the screen. */
interface Stage {
  readonly host: WindowHost;
  readonly consoleWindow: ConsoleWindow;
  readonly attention: Attention;
  readonly draft: SessionRestore;
  readonly arrivals: Arrivals;
  readonly clipboard: TextClipboard;
}

export async function startApplication(
  options: LaunchOptions,
  openAiVariables: ReadonlyMap<string, string>,
  links: LinkInbox,
): Promise<void> {
  noteKeysIn(openAiVariables);
  leaveTraces(app, note);
  const store = openStore((error) => note(`The database could not be opened: ${wordsOf(error)}`));
  const run = markRun(store);
  const settings = new SettingsStore(store.database);
  const stage = setStage(settings, store.database);
  showMenu(settings, stage);
  const application = await Application.start(
    partsOf(options, openAiVariables, store, settings, stage),
    options.practice,
  );
  const secrets = new SecretClipboard(stage.clipboard, systemTimers);
  registerHandlers(createHandlers(application, desktopOf(stage, store, secrets, settings)), {
    isOurWindow: (event) => stage.host.isCaller(event),
    note: (secret) => gate.note(secret),
    clean: (reply) => gate.longValue(reply),
    report,
  });
  links.readBy((address) => stage.arrivals.link(address));
  stage.host.open();
  stage.host.openAgainOnDemand();
  app.on('browser-window-focus', () => stage.attention.seen());
  powerMonitor.on('resume', () => void application.wake());
  application.resumeWatches();
  void application.lookForLost(store.setAside !== null);
  closeAtQuit(application, secrets, stage.draft, run);
}

/** A copy in memory says nothing of the start before, and forgets this one. */
function markRun({ database, unavailable, trouble }: Store): { readonly end: () => void } {
  if (unavailable || trouble === 'read_only') return { end: () => undefined };
  const tried = <T>(write: () => T): T | null => {
    try {
      return write();
    } catch (error) {
      if (!isStoreError(error)) throw error;
      return null;
    }
  };
  const before = tried(() => noteStart(database, environment.now().toISOString()));
  if (before !== null)
    note(`The app that was started at ${before} did not quit: it crashed or was ended from outside`);
  return { end: () => void tried(() => noteEnd(database)) };
}

/** What the app was started with may be a key that is stored nowhere. */
function noteKeysIn(variables: ReadonlyMap<string, string>): void {
  for (const [name, value] of variables) if (/KEY|TOKEN|SECRET/i.test(name)) gate.note(value);
}

function languageOf(settings: SettingsStore): Language {
  return settings.read().language ?? systemLanguage();
}

function showMenu(settings: SettingsStore, { host }: Stage): void {
  const show = (what: Shown) => host.show(what);
  const template = menuTemplate(languageOf(settings), process.platform, app.isPackaged, show);
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function setStage(settings: SettingsStore, database: DatabaseSync): Stage {
  const consoleWindow = new ConsoleWindow();
  const draft = new SessionRestore(database, (entry) => gate.longToStore(entry));
  lockAllPages(app, (contents, url) => consoleWindow.mayVisit(contents.id, url));
  offerContextMenus(app, () => languageOf(settings));
  const arrivals = new Arrivals({
    newId: environment.newId,
    clean: (text) => gate.text(text),
    changed: () => host.tell({ kind: 'arrival' }),
  });
  const look = new ClipboardLook({
    clipboard: textClipboard,
    isWanted: () => settings.read().offerClipboard === true,
    arrivals,
  });
  const host: WindowHost = new WindowHost({
    preload: join(import.meta.dirname, '../preload/preload.cjs'),
    session: lockedWindowSession(),
    timers: systemTimers,
    place: new KeptPlace(database, systemTimers),
    theme: () => settings.read().theme,
    language: () => languageOf(settings),
    forgetText: () => draft.forget(),
    closed: () => consoleWindow.close(),
    cameToFront: () => void look.cameToFront(),
    leftFront: () => void look.leftFront(),
  });
  const attention = new Attention({
    window: () => host.current,
    setBadgeCount: (count) => app.setBadgeCount(count),
    runEnded: (run) => notify(runText(run, languageOf(settings)), () => host.show({ kind: 'matrix' })),
  });
  const clipboard = watchedClipboard(textClipboard, look);
  return { host, consoleWindow, attention, draft, arrivals, clipboard };
}

function lockedWindowSession(): Session {
  const own = session.fromPartition('window', { cache: false });
  lockSession(session.defaultSession);
  lockSession(own);
  serveApp(own.protocol, join(import.meta.dirname, '../renderer'));
  return own;
}

function partsOf(
  options: LaunchOptions,
  openAiVariables: ReadonlyMap<string, string>,
  store: Store,
  settings: SettingsStore,
  stage: Stage,
): ApplicationDeps {
  const probing = new ProbingStore(store.database);
  const queue = new RequestQueue(environment, probing.read());
  const base = {
    environment,
    fetch: probeFetch(),
    isOnline: () => net.isOnline(),
    platform: process.platform,
    queue,
    noteSecret: (secret: string) => gate.note(secret),
    toStore: <T>(value: T) => gate.longToStore(value),
    keepDays: () => probing.read().keepDays,
    hooks: hooksOf(stage, settings),
  };
  return {
    settings,
    probing,
    probingChanged: (written) => queue.setLimits(written),
    real: options.practiceOnly
      ? null
      : realWorkspace(
          base,
          store.database,
          vaultFor(store, process.platform, keychain),
          openAiVariables,
          store.profile,
        ),
    startPractice: async () => {
      const workspace = await practiceWorkspace(base);
      if (options.practiceCrowd) await workspace.practice?.enlarge();
      return workspace;
    },
    setAside: new SetAsideNotice(store.database, store.setAside),
    fixed: fixedInfo(options, [...openAiVariables.keys()], store),
    changed: () => {
      stage.consoleWindow.close();
      stage.host.tell({ kind: 'app' });
    },
    settingsChanged: ({ theme }) => {
      nativeTheme.themeSource = theme;
      showMenu(settings, stage);
    },
  };
}

function hooksOf({ host, attention }: Stage, settings: SettingsStore): WorkspaceHooks {
  return {
    keysChanged: coalesced(systemTimers, () => host.tell({ kind: 'keys' })),
    caseChanged: (id) => host.tell({ kind: 'case', id }),
    adminChanged: () => host.tell({ kind: 'admin' }),
    matrixChanged: (run) => {
      host.tell({ kind: 'matrix' });
      attention.showRun(run);
    },
    watchEnded: (view) => {
      const page = { kind: 'case', id: view.id, part: 'verdict' } as const;
      notify(watchText(view, languageOf(settings)), () => host.show(page));
      attention.watchEnded();
    },
  };
}

function desktopOf(
  { host, consoleWindow, draft, arrivals, clipboard }: Stage,
  { file }: Store,
  secrets: SecretClipboard,
  settings: SettingsStore,
): DesktopActions {
  return {
    draft,
    arrivals,
    openInBrowser: (url) => shell.openExternal(url),
    log: errorLog(),
    databaseFile: file,
    licences: () => readLicences(licencesFolder()),
    showInFolder: (path) => shell.showItemInFolder(path),
    openMail: (url) => shell.openExternal(gate.textForOthers(url)),
    now: environment.now,
    openPracticeConsole: (origin, url) => consoleWindow.open(origin, url),
    copyText: (text) => clipboard.writeText(gate.textForOthers(text)),
    copySecret: (secret) => secrets.copy(secret),
    confirmHost: (name) => confirmHost(host.current, name, languageOf(settings)),
    chooseFile: () => chooseFile(host.current),
    saveText: (name, text) => saveText(host.current, name, gate.fileText(text)),
  };
}

function report(kind: string, channel: string, error: unknown): void {
  const detail = wordsOf(error);
  note(`${kind} on ${channel}${detail === '' ? '' : `: ${detail}`}`);
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : '';
}

/** On the terminal and in the log. */
function note(text: string): void {
  console.error(gate.textForOthers(text));
  errorLog().add(text);
}

/** Quitting waits for the simulator, the vault's process and the clipboard, but never longer than this. */
const QUIT_LIMIT_MS = 2_500;

function closeAtQuit(
  application: Application,
  secrets: SecretClipboard,
  draft: SessionRestore,
  run: { readonly end: () => void },
): void {
  let closed = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    const leave = () => {
      if (closed) return;
      closed = true;
      run.end();
      app.quit();
    };
    environment.timers.after(QUIT_LIMIT_MS, leave);
    Promise.all([secrets.clear(), draft.settled, application.close()]).then(leave, leave);
  });
}
