/** Puts the parts together once Electron is ready. */
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  app,
  type BrowserWindow,
  clipboard,
  type IpcMainInvokeEvent,
  Notification,
  nativeTheme,
  powerMonitor,
  type Session,
  session,
  shell,
} from 'electron';
import type { ChangeTopic } from '../../shared/ipc/contract';
import { CHANGE_CHANNEL } from '../../shared/ipc/verbs';
import type { AppInfo, CaseView, Language } from '../../shared/ipc/views';
import { MESSAGES } from '../../shared/messages';
import { redact } from '../../shared/redaction/redact';
import { Application } from '../application';
import { coalesced } from '../coalesced';
import type { Environment } from '../environment';
import { createHandlers, type Desktop } from '../ipc/handlers';
import { registerHandlers } from '../ipc/register';
import { LARGE_CROWD } from '../practice/crowd';
import type { Fetch } from '../probes/guarded-fetch';
import { Lanes } from '../probes/lanes';
import { type OpenedDatabase, openDatabase } from '../store/database';
import { ProbingStore } from '../store/probing-store';
import { SettingsStore } from '../store/settings-store';
import { SecretClipboard, type TextClipboard } from '../vault/clipboard';
import { KeychainVault } from '../vault/keychain-vault';
import { systemTimers } from '../vault/timers';
import { utilityTransport } from '../vault/utility-transport';
import { APP_ORIGIN, serveApp } from '../window/app-protocol';
import { Attention } from '../window/attention';
import { chooseFile } from '../window/choose-file';
import { ConsoleWindow } from '../window/console-window';
import { lockAllPages, lockSession } from '../window/locks';
import { backgroundFor, openMainWindow } from '../window/main-window';
import { reviveAfterCrash } from '../window/revive';
import { saveText } from '../window/save-text';
import { type Foundations, practiceWorkspace, realWorkspace } from '../workspace';
import type { LaunchOptions } from './switches';

const CHANGED_TOPIC_APP: ChangeTopic = { kind: 'app' };

const environment: Environment = {
  timers: systemTimers,
  now: () => new Date(),
  newId: randomUUID,
  random: Math.random,
};

export async function startApplication(
  options: LaunchOptions,
  openAiVariables: ReadonlyMap<string, string>,
): Promise<void> {
  const consoleWindow = new ConsoleWindow();
  const windowSession = lockedWindowSession();
  lockAllPages(app, (contents, url) => consoleWindow.mayVisit(contents.id, url));

  let window: BrowserWindow | null = null;
  const tell = (topic: ChangeTopic) => {
    if (window !== null && !window.isDestroyed()) window.webContents.send(CHANGE_CHANNEL, topic);
  };
  const store = openStore();
  const settings = new SettingsStore(store.database);
  const probing = new ProbingStore(store.database);
  const lanes = new Lanes(systemTimers, probing.read());
  const attention = new Attention({ window: () => window, setBadgeCount });
  const language = (): Language => settings.read().language ?? systemLanguage();
  const base: Foundations = {
    environment,
    fetch: probeFetch(),
    platform: process.platform,
    lanes,
    keepDays: () => probing.read().keepDays,
    hooks: {
      keysChanged: coalesced(systemTimers, () => tell({ kind: 'keys' })),
      caseChanged: (id) => tell({ kind: 'case', id }),
      adminChanged: () => tell({ kind: 'admin' }),
      matrixChanged: (run) => {
        tell({ kind: 'matrix' });
        attention.showRun(run);
      },
      watchEnded: (view) => {
        notify(view, language());
        attention.watchEnded();
      },
    },
  };
  const application = await Application.start(
    {
      settings,
      probing,
      probingChanged: (written) => lanes.setLimits(written),
      real: options.practiceOnly ? null : realWorkspace(base, store.database, keychain(), openAiVariables),
      startPractice: () => practiceWorkspace(base, options.practiceCrowd ? { crowd: LARGE_CROWD } : {}),
      fixed: fixedInfo(options, [...openAiVariables.keys()], store),
      changed: () => {
        consoleWindow.close();
        tell(CHANGED_TOPIC_APP);
      },
      settingsChanged: ({ theme }) => {
        nativeTheme.themeSource = theme;
      },
    },
    options.practice,
  );

  const secrets = new SecretClipboard(textClipboard, systemTimers);
  const handlers = createHandlers(
    application,
    desktopOf(() => window, consoleWindow, secrets),
  );
  registerHandlers(handlers, { isOurWindow: (event) => isOurWindow(event, window), report });

  const preload = join(import.meta.dirname, '../preload/preload.cjs');
  const open = () => {
    window = openMainWindow(preload, windowSession, backgroundFor(settings.read().theme));
    reviveAfterCrash(window, environment.timers);
    window.on('closed', () => {
      window = null;
      consoleWindow.close();
    });
  };
  open();
  app.on('browser-window-focus', () => attention.seen());
  powerMonitor.on('resume', () => void application.wake());
  application.resumeWatches();
  openAgainOnDemand(open, () => window);
  closeAtQuit(application, secrets);
}

function lockedWindowSession(): Session {
  const own = session.fromPartition('window', { cache: false });
  lockSession(session.defaultSession);
  lockSession(own);
  serveApp(own.protocol, join(import.meta.dirname, '../renderer'));
  return own;
}

const setBadgeCount = (count: number) => app.setBadgeCount(count);

function desktopOf(
  window: () => BrowserWindow | null,
  consoleWindow: ConsoleWindow,
  secrets: SecretClipboard,
): Desktop {
  return {
    openInBrowser: (url) => shell.openExternal(url),
    openMail: (url) => shell.openExternal(url),
    now: environment.now,
    openPracticeConsole: (origin, url) => consoleWindow.open(origin, url),
    copyText: (text) => textClipboard.writeText(text),
    copySecret: (secret) => secrets.copy(secret),
    chooseFile: () => chooseFile(window()),
    saveText: (name, text) => saveText(window(), name, text),
  };
}

function keychain(): KeychainVault {
  const transport = utilityTransport(join(import.meta.dirname, 'vault-process.js'), process.env);
  return new KeychainVault(transport, { platform: process.platform });
}

/** A second start shows the window of the first; on macOS the app outlives its window. */
function openAgainOnDemand(open: () => void, current: () => BrowserWindow | null): void {
  app.on('second-instance', () => {
    if (current() === null) open();
    current()?.restore();
    current()?.focus();
  });
  app.on('activate', () => {
    if (current() === null) open();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
}

/** The clipboard's methods became asynchronous between the Electron versions that the app runs on; awaiting suits both. */
const textClipboard: TextClipboard = {
  readText: async () => clipboard.readText(),
  writeText: async (text) => clipboard.writeText(text),
  clear: () => clipboard.clear(),
};

interface Store extends OpenedDatabase {
  readonly unavailable: boolean;
}

/** A folder that cannot be written must not keep the app from starting: it then works, and says that nothing will be kept. */
function openStore(): Store {
  try {
    const folder = app.getPath('userData');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return {
      ...openDatabase(join(folder, 'model-access-doctor.sqlite'), environment.now),
      unavailable: false,
    };
  } catch (error) {
    console.error(redact(error instanceof Error ? error.message : 'The database could not be opened'));
    return { ...openDatabase(':memory:', environment.now), unavailable: true };
  }
}

/** Probes travel over Electron's network stack, so that the system's proxy and certificates count, in a session that keeps nothing. */
function probeFetch(): Fetch {
  const own = session.fromPartition('probes', { cache: false });
  lockSession(own);
  return (url, init) => own.fetch(url, init);
}

function systemLanguage(): Language {
  return app.getPreferredSystemLanguages()[0]?.toLowerCase().startsWith('ja') ||
    app.getLocale().startsWith('ja')
    ? 'ja'
    : 'en';
}

function fixedInfo(
  options: LaunchOptions,
  environmentVariables: readonly string[],
  store: Store,
): Omit<AppInfo, 'mode' | 'practiceOnly' | 'consoleOrigins'> {
  return {
    version: app.getVersion(),
    platform: process.platform,
    runtime: options.standIn ? 'stand_in' : 'official',
    electronVersion: process.versions.electron ?? '',
    environmentVariables,
    systemLanguage: systemLanguage(),
    storeWasReset: store.wasReset,
    storeUnavailable: store.unavailable,
  };
}

/** Our own window, its main frame, its own origin: a page that got elsewhere keeps the preload but loses its voice. */
function isOurWindow(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame;
  return (
    window !== null &&
    event.sender === window.webContents &&
    frame !== null &&
    frame === window.webContents.mainFrame &&
    frame.url.startsWith(`${APP_ORIGIN}/`)
  );
}

function report(kind: string, channel: string, error: unknown): void {
  const detail = error instanceof Error ? redact(error.stack ?? error.message) : '';
  console.error(`${kind} on ${channel}${detail === '' ? '' : `: ${detail}`}`);
}

function notify(view: CaseView, language: Language): void {
  if (!Notification.isSupported()) return;
  const sentences = MESSAGES[language].notification;
  const proven = view.watch?.state === 'proven';
  const body = (proven ? sentences.provenBody : sentences.gaveUpBody).replace('{{model}}', view.model ?? '');
  new Notification({ title: proven ? sentences.provenTitle : sentences.gaveUpTitle, body }).show();
}

/** Quitting waits for the simulator, the vault's process and the clipboard, but never longer than this. */
const QUIT_LIMIT_MS = 2_500;

function closeAtQuit(application: Application, secrets: SecretClipboard): void {
  let closed = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    const leave = () => {
      if (closed) return;
      closed = true;
      app.quit();
    };
    environment.timers.after(QUIT_LIMIT_MS, leave);
    Promise.all([secrets.clear(), application.close()]).then(leave, leave);
  });
}
