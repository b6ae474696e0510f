/** The app itself and its settings. */
import type { Settings } from '../../base/settings';
import type { Veiled } from '../../redaction/veiled';
import type { LinkId } from '../../remedies/links';
import type { Arrival } from '../arrival';
import type { AppInfo, Kept, KeptBefore, Licence, LogView, StorageView } from '../views';
import { type ById, call, type Nothing, type Saved } from './call';

export const appCalls = {
  info: call<Nothing, AppInfo>(),
  enter_practice: call<Nothing, AppInfo>(),
  leave_practice: call<Nothing, AppInfo>(),
  read_settings: call<Nothing, Settings>(),
  write_settings: call<Settings, Settings>(),
  /** Shows the database that was set aside in its folder. The window names no path. */
  show_set_aside: call<Nothing, null>(),
  /** Adds what can still be read of it to what is in use; says how many entries that were. */
  restore_set_aside: call<Nothing, { readonly restored: number }>(),
  dismiss_set_aside: call<Nothing, AppInfo>(),
  /** Shows the file that was saved last in its folder. */
  show_saved: call<ById, null>(),
  /** What would go into a support bundle, to be read before it is saved. */
  preview_support: call<Nothing, { readonly id: string; readonly text: string }>(),
  /** Saves the support bundle that was shown under this id, and no other. */
  save_support: call<ById, Saved>(),
  /** The failures of the app itself, of this start and earlier ones. */
  read_log: call<Nothing, LogView>(),
  /** Shows the file of the log in its folder. The window names no path. */
  show_log: call<Nothing, null>(),
  storage: call<Nothing, StorageView>(),
  /** Shows the database in its folder. The window names no path. */
  show_data: call<Nothing, null>(),
  /** Of the packages that this build holds; empty where the build did not write them down. */
  licences: call<Nothing, readonly Licence[]>(),
  /** Opens a page of the console or the documentation; in practice, the simulated console in a window of its own. */
  open_link: call<{ readonly link: LinkId; readonly caseId: string | null }, { readonly url: string }>(),
  /** Keeps what is being typed, and the page, for a window that goes on after a crash or at the next start. */
  keep_draft: call<Kept, null>(),
  /** What was kept, without secrets; null where nothing was. */
  kept_draft: call<Nothing, KeptBefore | null>(),
  /** What came from outside of the window and waits for the person; null where nothing does. */
  arrival: call<Nothing, Arrival | null>(),
  /** Its text, which is given out once, for the box of the first screen. */
  take_arrival: call<ById, Veiled>(),
  dismiss_arrival: call<ById, null>(),
  copy_text: call<{ readonly text: string }, null>(),
} as const;
