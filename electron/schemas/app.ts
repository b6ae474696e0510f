/** The app itself and its settings. */
import { z } from 'zod';
import { MAX_PASTE } from '../../shared/base/limits';
import { THEMES } from '../../shared/base/settings';
import { LINK_IDS } from '../../shared/remedies/links';
import { byId, id, language, nothing, type SchemasOf } from './fields';

const page = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['diagnose', 'keys', 'matrix', 'history', 'admin', 'settings', 'cases']) }),
  z.strictObject({ kind: z.literal('case'), id, part: z.enum(['verdict', 'wizard']) }),
]);

export const appSchemas = {
  'app:info': nothing,
  'app:enter_practice': nothing,
  'app:leave_practice': nothing,
  'app:read_settings': nothing,
  'app:write_settings': z.strictObject({
    language: language.nullable(),
    theme: z.enum(THEMES),
    offerClipboard: z.boolean().nullable(),
  }),
  'app:show_set_aside': nothing,
  'app:restore_set_aside': nothing,
  'app:dismiss_set_aside': nothing,
  'app:show_saved': byId,
  'app:preview_support': nothing,
  'app:save_support': byId,
  'app:read_log': nothing,
  'app:show_log': nothing,
  'app:storage': nothing,
  'app:show_data': nothing,
  'app:licences': nothing,
  'app:open_link': z.strictObject({ link: z.enum(LINK_IDS), caseId: id.nullable() }),
  'app:keep_draft': z.strictObject({
    draft: z.strictObject({
      text: z.string().max(MAX_PASTE),
      pasted: z.boolean(),
      keyId: id.nullable(),
      model: z.string().max(MAX_PASTE),
    }),
    page,
  }),
  'app:kept_draft': nothing,
  'app:arrival': nothing,
  'app:take_arrival': byId,
  'app:dismiss_arrival': byId,
  'app:copy_text': z.strictObject({ text: z.string().max(100_000) }),
} as const satisfies SchemasOf<'app'>;
