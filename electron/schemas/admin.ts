/** Reading and changing a project's model list, and the texts for those who may. */

import { z } from 'zod';
import { MAX_NAMED_MODELS } from '../../shared/base/limits';
import { CAUSES } from '../../shared/errors/reading';
import { MESSAGE_FORMS } from '../../shared/report/message-forms';
import { MAX_CORRECTION_NOTE } from '../../shared/report/misreading';
import { REPORT_FORMATS } from '../../shared/report/report';
import { byId, id, language, model, newKey, nothing, type SchemasOf } from './fields';

const project = z.string().regex(/^proj_[A-Za-z0-9]{1,64}$/);

export const adminSchemas = {
  'admin:keys': nothing,
  'admin:add_key': newKey,
  'admin:delete_key': byId,
  'admin:check_key': byId,
  'admin:projects': byId,
  'admin:known_models': byId,
  'admin:read_project': z.strictObject({ keyId: id, project }),
  'admin:offer': byId,
  'admin:inspect': byId,
  'admin:preview': z.strictObject({
    keyId: id,
    project,
    wish: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('let_through'), models: z.array(model).min(1).max(MAX_NAMED_MODELS) }),
      z.strictObject({ kind: z.literal('remove_restriction') }),
    ]),
  }),
  'admin:preview_undo': byId,
  'admin:apply': z.strictObject({ id, confirmed: z.literal(true) }),
  'admin:settle': byId,
  'admin:changes': nothing,
  'report:save': z.strictObject({ id, language, format: z.enum(REPORT_FORMATS) }),
  'report:save_message': z.strictObject({ id, language, form: z.enum(MESSAGE_FORMS) }),
  'report:save_guide': z.strictObject({ id, language }),
  'report:save_misreading': z.strictObject({
    id,
    meant: z.enum(CAUSES).nullable(),
    note: z.string().max(MAX_CORRECTION_NOTE),
  }),
  'report:mail_message': z.strictObject({ id, language }),
} as const satisfies SchemasOf<'admin' | 'report'>;
