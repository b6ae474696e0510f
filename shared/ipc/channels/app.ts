/** The app itself and its settings. */
import { z } from 'zod';
import { MAX_PASTE } from '../../base/limits';
import { type Settings, THEMES } from '../../base/settings';
import { LINK_IDS, type LinkId } from '../../remedies/links';
import type { AppInfo, KeptBefore, LogView } from '../views';
import { type Channels, call } from './call';
import { byId, id, language, nothing, type Saved } from './fields';

const page = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['diagnose', 'keys', 'matrix', 'history', 'admin', 'settings']) }),
  z.strictObject({ kind: z.literal('case'), id, part: z.enum(['verdict', 'wizard']) }),
]);

export const appChannels = {
  'app:info': call<AppInfo>()(nothing),
  'app:enter_practice': call<AppInfo>()(nothing),
  'app:leave_practice': call<AppInfo>()(nothing),
  'app:read_settings': call<Settings>()(nothing),
  'app:write_settings': call<Settings>()(
    z.strictObject({
      language: language.nullable(),
      theme: z.enum(THEMES),
    }),
  ),
  /** Shows the damaged database that was set aside in its folder. The window names no path. */
  'app:show_set_aside': call<null>()(nothing),
  /** Adds what can still be read of it to what is in use; says how many entries that were. */
  'app:restore_set_aside': call<{ readonly restored: number }>()(nothing),
  'app:dismiss_set_aside': call<AppInfo>()(nothing),
  /** Shows the file that was saved last in its folder. */
  'app:show_saved': call<null>()(byId),
  /** What would go into a support bundle, to be read before it is saved. */
  'app:preview_support': call<{ readonly id: string; readonly text: string }>()(nothing),
  /** Saves the support bundle that was shown under this id, and no other. */
  'app:save_support': call<Saved>()(byId),
  /** The failures of the app itself, of this start and earlier ones. */
  'app:read_log': call<LogView>()(nothing),
  /** Shows the file of the log in its folder. The window names no path. */
  'app:show_log': call<null>()(nothing),
  /** Opens a page of the console or the documentation; in practice, the simulated console in a window of its own. */
  'app:open_link': call<{ readonly url: string }>()(
    z.strictObject({ link: z.enum(LINK_IDS as [LinkId, ...LinkId[]]), caseId: id.nullable() }),
  ),
  /** Keeps what is being typed, and the page, for a window that goes on after a crash or at the next start. */
  'app:keep_draft': call<null>()(
    z.strictObject({
      draft: z.strictObject({
        text: z.string().max(MAX_PASTE),
        pasted: z.boolean(),
        keyId: id.nullable(),
        model: z.string().max(MAX_PASTE),
      }),
      page,
    }),
  ),
  /** What was kept, without secrets; null where nothing was. */
  'app:kept_draft': call<KeptBefore | null>()(nothing),
  'app:copy_text': call<null>()(z.strictObject({ text: z.string().max(100_000) })),
} as const satisfies Channels<'app'>;
