/** Keys, and importing many of them at once. */
import { z } from 'zod';
import { MAX_PASTE } from '../../base/limits';
import type { KeyActivity, VaultReview } from '../../keys/activity';
import { MAX_IMPORT } from '../../keys/import/import-text';
import type { ImportState } from '../../keys/import/preview';
import { KEY_COLOURS, type KeySummary, MAX_LABEL, MAX_NOTE, type VaultStatus } from '../../keys/key';
import { type HeaderName, isHeaderId } from '../../observations/sender';
import { type Channels, call } from './call';
import { baseUrl, byId, id, newKey, nothing, plain, secret } from './fields';

const headerId = (name: HeaderName) =>
  z
    .string()
    .max(200)
    .refine((value) => isHeaderId(name, value))
    .nullable();
const byAccount = z.strictObject({ account: id });
/** A thousand keys are usual, a few thousand the most that a keychain serves in time. */
const byIds = z.strictObject({ ids: z.array(id).min(1).max(10_000) });

export const keyChannels = {
  'keys:list': call<readonly KeySummary[]>()(nothing),
  'keys:add': call<KeySummary>()(newKey),
  'keys:edit': call<KeySummary>()(
    z.strictObject({
      id,
      label: plain(MAX_LABEL),
      note: plain(MAX_NOTE),
      colour: z.enum(KEY_COLOURS).nullable(),
      sentFor: z.strictObject({ organization: headerId('organization'), project: headerId('project') }),
    }),
  ),
  /** Another secret in place of the old one; all else stays. */
  'keys:rotate': call<KeySummary>()(z.strictObject({ id, secret })),
  /** They disappear at once, and from the keychain when there is no undoing it any more. */
  'keys:delete': call<null>()(byIds),
  'keys:undo_delete': call<null>()(nothing),
  'keys:check': call<KeySummary>()(byId),
  /** Returns at once; `keys:activity` says how far it is. */
  'keys:check_many': call<null>()(byIds),
  'keys:stop_checks': call<null>()(nothing),
  'keys:activity': call<KeyActivity>()(nothing),
  /** Reads every entry that should be in the keychain. */
  'keys:review_vault': call<VaultReview>()(nothing),
  /** Puts an entry of the keychain into the list; of another profile's, a copy. */
  'keys:adopt_unclaimed': call<null>()(byAccount),
  /** One entry at a time: nothing else in the app can bring it back. */
  'keys:delete_unclaimed': call<null>()(byAccount),
  'keys:dismiss_recovered': call<null>()(nothing),
  /** Takes what stands in the keychain now for the key's secret. */
  'keys:accept_changed': call<KeySummary>()(byId),
  'keys:copy_secret': call<null>()(byId),
  'keys:vault_status': call<VaultStatus>()(nothing),
  'keys:use_session_only': call<VaultStatus>()(nothing),
  'keys:retry_vault': call<VaultStatus>()(nothing),

  'imports:state': call<ImportState>()(nothing),
  'imports:text': call<ImportState>()(z.strictObject({ text: z.string().max(MAX_PASTE) })),
  /** Asks the person for a file. */
  'imports:file': call<ImportState>()(nothing),
  /** A file that was dropped on the window; only the preload can say its path, and the page never learns it. */
  'imports:dropped': call<ImportState>()(z.strictObject({ path: z.string().min(1).max(4_096) })),
  'imports:environment': call<ImportState>()(nothing),
  'imports:commit': call<ImportState>()(
    z.strictObject({
      id,
      rows: z
        .array(z.strictObject({ row: z.int().min(0).max(MAX_IMPORT), label: plain(MAX_LABEL) }))
        .min(1)
        .max(MAX_IMPORT),
      baseUrl,
    }),
  ),
  /** Drops a preview or the results; stops a running import after the key at hand. */
  'imports:cancel': call<ImportState>()(nothing),
} as const satisfies Channels<'keys' | 'imports'>;
