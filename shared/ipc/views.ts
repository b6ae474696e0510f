/** What the main process tells the window: plain data, no secrets, every text already redacted. */

import type { AdminKeySummary } from '../admin/change';
import type { Draft } from '../base/draft';
import type { Language } from '../base/settings';
import type { Desktop } from '../keys/desktop';

/** Of a package of others that this build holds. */
export interface Licence {
  readonly name: string;
  readonly version: string;
  /** Its short name, such as `MIT`. */
  readonly licence: string;
  readonly text: string;
}

/** Paths of the files in which the app keeps something; null where there is none, as before the first failure. */
export interface StorageView {
  readonly database: string | null;
  readonly log: string | null;
}

export interface AppInfo {
  readonly version: string;
  readonly platform: string;
  /** Which desktop it is on Linux, where that is known and matters to the keyring. */
  readonly desktop?: Desktop;
  /** `stand_in`: a rebuilt Electron used only for development, tests and practice. */
  readonly runtime: 'official' | 'stand_in';
  readonly electronVersion: string;
  readonly mode: 'real' | 'practice';
  /** True where the runtime may not hold real keys, so that practice cannot be left. */
  readonly practiceOnly: boolean;
  /** Names of OPENAI_* variables present on this machine; values are never read into the window. */
  readonly environmentVariables: readonly string[];
  readonly systemLanguage: Language;
  readonly consoleOrigins: readonly string[];
  /** Path of the database that was set aside, until the person has dismissed the notice of it. */
  readonly storeSetAside: string | null;
  /** True where the database could not be opened at all, so that nothing will be kept after quitting. */
  readonly storeUnavailable: boolean;
  /** Why nothing could be written to the database when the app started; null where it could. */
  readonly storeTrouble: 'full' | 'read_only' | null;
}

/** One failure of the app, as its log keeps it: without secrets, and with the person's folder written as `~`. */
export interface LogEntry {
  /** ISO. */
  readonly at: string;
  /** May have several lines. */
  readonly text: string;
}

/** What the app's log says. */
export interface LogView {
  /** Newest first. */
  readonly entries: readonly LogEntry[];
  /** False where older entries were left out. */
  readonly isWhole: boolean;
}

/** Whether an admin key can settle and fix a case. */
export interface AdminOffer {
  readonly project: string | null;
  /** The key whose organization has the project, as of its last reading. */
  readonly key: AdminKeySummary | null;
  readonly keysStored: number;
}

/** A page of the window. */
export type Page =
  | { readonly kind: 'diagnose' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'matrix' }
  | { readonly kind: 'history' }
  | { readonly kind: 'admin' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'cases' }
  | { readonly kind: 'case'; readonly id: string; readonly part: 'verdict' | 'wizard' };

/** What a window goes on with after its page, or the whole app, came to an end. */
export interface Kept {
  readonly draft: Draft;
  /** Where the person was. */
  readonly page: Page;
}

export interface KeptBefore extends Kept {
  /** The text is the one of an earlier start of the app; the person is told so. */
  readonly fromLastStart: boolean;
}
