/** Reading and changing a project's model list, and the texts for those who may. */
import { z } from 'zod';
import type {
  AdminKeySummary,
  AdminProject,
  ChangePreview,
  ChangeRecord,
  ProjectReading,
} from '../../admin/change';
import type { CaseView } from '../../case/views';
import { MESSAGE_FORMS } from '../../report/owner-message';
import { REPORT_FORMATS } from '../../report/report';
import type { AdminOffer } from '../views';
import { type Channels, call } from './call';
import { byId, id, language, model, newKey, nothing, type Saved } from './fields';

const project = z.string().regex(/^proj_[A-Za-z0-9]{1,64}$/);

export const adminChannels = {
  'admin:keys': call<readonly AdminKeySummary[]>()(nothing),
  'admin:add_key': call<AdminKeySummary>()(newKey),
  'admin:delete_key': call<null>()(byId),
  /** Reads the organization's projects, which also tells whether the key is accepted. */
  'admin:check_key': call<AdminKeySummary>()(byId),
  'admin:projects': call<readonly AdminProject[]>()(byId),
  /** Names on lists read so far, by the id of an admin key; whether a name is known depends on them. */
  'admin:known_models': call<readonly string[]>()(byId),
  'admin:read_project': call<ProjectReading>()(z.strictObject({ keyId: id, project })),
  /** By the id of a case, as `admin:inspect`, which keeps what it reads as evidence. */
  'admin:offer': call<AdminOffer>()(byId),
  'admin:inspect': call<CaseView>()(byId),
  'admin:preview': call<ChangePreview>()(
    z.strictObject({
      keyId: id,
      project,
      wish: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('let_through'), models: z.array(model).min(1).max(200) }),
        z.strictObject({ kind: z.literal('remove_restriction') }),
      ]),
    }),
  ),
  'admin:preview_undo': call<ChangePreview>()(byId),
  /** Carries out a preview that the person has confirmed; the window cannot name a policy of its own. */
  'admin:apply': call<ChangeRecord>()(z.strictObject({ id, confirmed: z.literal(true) })),
  'admin:settle': call<ChangeRecord>()(byId),
  'admin:changes': call<readonly ChangeRecord[]>()(nothing),

  'report:save': call<Saved>()(z.strictObject({ id, language, format: z.enum(REPORT_FORMATS) })),
  'report:save_message': call<Saved>()(z.strictObject({ id, language, form: z.enum(MESSAGE_FORMS) })),
  /** Opens the mail program; where the text is too long for that, it is put on the clipboard to paste. */
  'report:mail_message': call<{ readonly pasted: boolean }>()(z.strictObject({ id, language })),
} as const satisfies Channels<'admin' | 'report'>;
