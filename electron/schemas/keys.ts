/** Keys, and importing many of them at once. */
import { z } from 'zod';
import { MAX_HEADER_ID, MAX_PASTE } from '../../shared/base/limits';
import { MAX_IMPORT } from '../../shared/keys/import/import-text';
import { KEY_COLOURS, MAX_LABEL, MAX_NOTE } from '../../shared/keys/key';
import { type HeaderName, isHeaderId } from '../../shared/observations/sender';
import { baseUrl, byId, id, newKey, nothing, plain, type SchemasOf, secret } from './fields';

const headerId = (name: HeaderName) =>
  z
    .string()
    .max(MAX_HEADER_ID)
    .refine((value) => isHeaderId(name, value))
    .nullable();
const byAccount = z.strictObject({ account: id });
/** A thousand keys are usual, a few thousand the most that a keychain serves in time. */
const byIds = z.strictObject({ ids: z.array(id).min(1).max(10_000) });

export const keySchemas = {
  'keys:list': nothing,
  'keys:add': newKey,
  'keys:edit': z.strictObject({
    id,
    label: plain(MAX_LABEL),
    note: plain(MAX_NOTE),
    colour: z.enum(KEY_COLOURS).nullable(),
    sentFor: z.strictObject({ organization: headerId('organization'), project: headerId('project') }),
  }),
  'keys:rotate': z.strictObject({ id, secret }),
  'keys:delete': byIds,
  'keys:undo_delete': nothing,
  'keys:activity': nothing,
  'keys:review_vault': nothing,
  'keys:adopt_unclaimed': byAccount,
  'keys:delete_unclaimed': byAccount,
  'keys:dismiss_recovered': nothing,
  'keys:accept_changed': byId,
  'keys:copy_secret': byId,
  'keys:vault_status': nothing,
  'keys:use_session_only': nothing,
  'keys:retry_vault': nothing,
  'imports:state': nothing,
  'imports:text': z.strictObject({ text: z.string().max(MAX_PASTE) }),
  'imports:file': nothing,
  'imports:dropped': z.strictObject({ path: z.string().min(1).max(4_096) }),
  'imports:environment': nothing,
  'imports:commit': z.strictObject({
    id,
    rows: z
      .array(z.strictObject({ row: z.int().min(0).max(MAX_IMPORT), label: plain(MAX_LABEL) }))
      .min(1)
      .max(MAX_IMPORT),
    baseUrl,
  }),
  'imports:cancel': nothing,
} as const satisfies SchemasOf<'keys' | 'imports'>;
