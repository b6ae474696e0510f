/** Reading and changing a project's model list, and the texts for those who may. */
import type {
  AdminKeySummary,
  AdminProject,
  ChangePreview,
  ChangeRecord,
  ProjectReading,
} from '../../admin/change';
import type { Wish } from '../../admin/policy';
import type { Language } from '../../base/settings';
import type { CaseView } from '../../case/views';
import type { MessageForm } from '../../report/message-forms';
import type { Correction } from '../../report/misreading';
import type { ReportFormat } from '../../report/report';
import type { AdminOffer } from '../views';
import { type ById, call, type Nothing, type Saved } from './call';
import type { NewKey } from './keys';

/** A project, and the admin key by which it is reached. */
export interface ProjectPlace {
  readonly keyId: string;
  readonly project: string;
}

/** The window names no policy of its own, so an undo is none of its wishes. */
export interface ChangeWish extends ProjectPlace {
  readonly wish: Exclude<Wish, { kind: 'restore' }>;
}

export interface InLanguage extends ById {
  readonly language: Language;
}

export const adminCalls = {
  keys: call<Nothing, readonly AdminKeySummary[]>(),
  add_key: call<NewKey, AdminKeySummary>(),
  delete_key: call<ById, null>(),
  /** Reads the organization's projects, which also tells whether the key is accepted. */
  check_key: call<ById, AdminKeySummary>(),
  projects: call<ById, readonly AdminProject[]>(),
  /** Names on lists read so far, by the id of an admin key; whether a name is known depends on them. */
  known_models: call<ById, readonly string[]>(),
  read_project: call<ProjectPlace, ProjectReading>(),
  /** By the id of a case, as `inspect`, which keeps what it reads as evidence. */
  offer: call<ById, AdminOffer>(),
  inspect: call<ById, CaseView>(),
  preview: call<ChangeWish, ChangePreview>(),
  preview_undo: call<ById, ChangePreview>(),
  /** Carries out a preview that the person has confirmed; the window cannot name a policy of its own. */
  apply: call<{ readonly id: string; readonly confirmed: true }, ChangeRecord>(),
  settle: call<ById, ChangeRecord>(),
  changes: call<Nothing, readonly ChangeRecord[]>(),
} as const;

export const reportCalls = {
  save: call<InLanguage & { readonly format: ReportFormat }, Saved>(),
  save_message: call<InLanguage & { readonly form: MessageForm }, Saved>(),
  /** The five steps with drawings, for somebody else. */
  save_guide: call<InLanguage, Saved>(),
  /** What `misreadingText` makes of a case and a person's correction. */
  save_misreading: call<ById & Correction, Saved>(),
  /** Opens the mail program; where the text is too long for that, it is put on the clipboard to paste. */
  mail_message: call<InLanguage, { readonly pasted: boolean }>(),
} as const;
