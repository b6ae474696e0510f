/** What the app takes from the system it runs on, each behind the narrow interface that the rest knows. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { app, clipboard, Notification, net, session } from 'electron';
import type { Language } from '../../shared/base/settings';
import type { AppInfo } from '../../shared/ipc/views';
import { desktopOf } from '../../shared/keys/desktop';
import type { Environment } from '../base/environment';
import { systemTimers } from '../base/timers';
import { Gate } from '../gate/gate';
import { guardWrites } from '../gate/guard-writes';
import { electronFetch } from '../probes/electron-fetch';
import type { Fetch } from '../probes/guarded-fetch';
import { fetchByRoute, ProxyRoute } from '../probes/proxy-route';
import { proxyScript, sharedLook, systemLook } from '../probes/proxy-script';
import { type SingleLine, sentOnce } from '../probes/sent-once';
import {
  copyInMemory,
  DATABASE_NAME,
  type OpenedDatabase,
  openDatabase,
  writeTrouble,
} from '../store/database';
import { storeErrorCode } from '../store/sqlite-error';
import type { TextClipboard } from '../vault/clipboard';
import { KeychainVault } from '../vault/keychain-vault';
import { utilityTransport } from '../vault/utility-transport';
import { lockSession } from '../window/locks';
import type { NotificationText } from '../window/notification-text';
import type { LaunchOptions } from './switches';

export const environment: Environment = {
  timers: systemTimers,
  now: () => new Date(),
  newId: randomUUID,
  random: Math.random,
};

/** One for the whole app: what one part has learned of a secret, holds for every way out. */
export const gate = new Gate();

/** The clipboard's methods became asynchronous between the Electron versions that the app runs on; awaiting suits both. */
export const textClipboard: TextClipboard = {
  readText: async () => clipboard.readText(),
  writeText: async (text) => clipboard.writeText(text),
  clear: () => clipboard.clear(),
};

export interface Store extends OpenedDatabase {
  /** Tells this copy of the app from others on the computer, which use the same keychain. */
  readonly profile: string;
  readonly unavailable: boolean;
  /** Of the database; null where there is none that could be opened. */
  readonly file: string | null;
  /** Why nothing could be written at the start; null where it could. */
  readonly trouble: AppInfo['storeTrouble'];
}

/**
 * A folder that cannot be written must not keep the app from starting: it then works, and says what will not be kept. `failed`
 * is told why the database could not be opened.
 */
export function openStore(failed: (error: unknown) => void): Store {
  const folder = app.getPath('userData');
  const path = join(folder, DATABASE_NAME);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const opened = guarded(openDatabase(path, environment.now));
    const trouble = troubleOf(writeTrouble(opened.database, environment.now));
    if (trouble !== 'read_only')
      return { ...opened, profile: profileOf(folder), unavailable: false, file: path, trouble };
    opened.database.close();
  } catch (error) {
    failed(error);
  }
  return readOnlyStore(folder, path);
}

/** What is known is shown, and kept up to date in memory alone. */
function readOnlyStore(folder: string, path: string): Store {
  try {
    const opened = guarded({ database: copyInMemory(path), setAside: null });
    return { ...opened, profile: profileOf(folder), unavailable: false, file: path, trouble: 'read_only' };
  } catch {
    return {
      ...guarded(openDatabase(':memory:', environment.now)),
      profile: 'none',
      unavailable: true,
      file: null,
      trouble: null,
    };
  }
}

function troubleOf(error: unknown): AppInfo['storeTrouble'] {
  const code = error === null ? null : storeErrorCode(error);
  if (code === 'store_full') return 'full';
  return code === null ? null : 'read_only';
}

/** By its folder alone, which outlives whatever happens to the files in it. */
function profileOf(folder: string): string {
  return createHash('sha256').update(realpathSync(folder), 'utf8').digest('hex').slice(0, 16);
}

function guarded(opened: OpenedDatabase): OpenedDatabase {
  guardWrites(opened.database, (text) => gate.stored(text));
  return opened;
}

/** Probes travel over Electron's network stack, so that the system's proxy and certificates count, in sessions that keep nothing. */
export function probeFetch(): Fetch {
  const script = sharedLook(() => proxyScript(systemLook), systemTimers);
  let lines = 0;
  const open = () => {
    lines += 1;
    return lineOver(`probe-${lines}`, script);
  };
  return sentOnce(lineOver('probes', script).fetch, open);
}

function lineOver(partition: string, script: () => Promise<string | null>): SingleLine {
  const own = session.fromPartition(partition, { cache: false });
  lockSession(own);
  const route = new ProxyRoute(own, script, systemTimers);
  const send = electronFetch((options) => net.request({ ...options, session: own }));
  return { fetch: fetchByRoute(send, route), hangUp: () => own.closeAllConnections() };
}

export function keychain(): KeychainVault {
  const transport = utilityTransport(join(import.meta.dirname, 'vault-process.js'), process.env);
  return new KeychainVault(transport, { platform: process.platform });
}

/** Beside the packed app, or where the build left it. */
export function licencesFolder(): string {
  return app.isPackaged ? join(process.resourcesPath, 'licences') : join(import.meta.dirname, '../licences');
}

export function systemLanguage(): Language {
  const preferred = app.getPreferredSystemLanguages()[0] ?? '';
  return /^ja\b/i.test(preferred) || app.getLocale().startsWith('ja') ? 'ja' : 'en';
}

export function fixedInfo(
  options: LaunchOptions,
  environmentVariables: readonly string[],
  store: Store,
): Omit<AppInfo, 'mode' | 'practiceOnly' | 'consoleOrigins' | 'storeSetAside'> {
  const desktop = desktopOf(process.env['XDG_CURRENT_DESKTOP']);
  return {
    version: app.getVersion(),
    platform: process.platform,
    ...(desktop === null ? {} : { desktop }),
    runtime: options.standIn ? 'stand_in' : 'official',
    electronVersion: process.versions.electron ?? '',
    environmentVariables,
    systemLanguage: systemLanguage(),
    storeUnavailable: store.unavailable,
    storeTrouble: store.trouble,
  };
}

/** A notification that is dropped loses its click, and the desktop never says when it is put away: the newest ones are held. */
const held: Notification[] = [];
const MOST_HELD = 20;

/** Says this on the desktop, where that is possible. `chosen`: the person clicked on it. */
export function notify(text: NotificationText, chosen: () => void): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification(gate.value(text));
  notification.on('click', chosen);
  held.push(notification);
  if (held.length > MOST_HELD) held.shift();
  notification.show();
}
