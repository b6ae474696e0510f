/**
 * The whole contract between the window and the main process: one entry a channel, its request as a
 * run-time schema and its reply as a type. Imported at run time by the main process alone; the window and
 * the preload take only types from here.
 */
import { z } from 'zod';
import type {
  AdminKeySummary,
  AdminProject,
  ChangePreview,
  ChangeRecord,
  ProjectReading,
} from '../admin/change';
import { PROBES, STATEMENTS } from '../diagnosis/evidence';
import { CHECK_STATES, type CheckRecord } from '../history/check';
import {
  type Comparison,
  EXPORT_FORMATS,
  type HistoryPage,
  type RunSummary,
  type TimelineView,
} from '../history/views';
import type { KeyActivity, VaultReview } from '../keys/activity';
import { MAX_IMPORT } from '../keys/import/import-text';
import type { ImportState } from '../keys/import/preview';
import { KEY_COLOURS, type KeySummary, MAX_LABEL, MAX_NOTE, type VaultStatus } from '../keys/key';
import type { MatrixChanges, ProbingSettings, RunEstimate, RunView } from '../matrix/views';
import { holdsSecret } from '../redaction/holds-secret';
import { LINK_IDS, type LinkId } from '../remedies/links';
import { MESSAGE_FORMS } from '../report/owner-message';
import { REPORT_FORMATS } from '../report/report';
import type { Result } from '../result';
import { BRANCHES } from '../wizard/wizard';
import type {
  AdminOffer,
  AppInfo,
  CaseSummary,
  CaseView,
  IpcError,
  PracticeScenario,
  RealProbeEstimate,
  Settings,
} from './views';

/** Longest text taken from the paste box, in UTF-16 units: 5 MB of text and some room. */
export const MAX_PASTE = 6_000_000;

interface Call<Request extends z.ZodType, Reply> {
  readonly request: Request;
  readonly reply?: Reply;
}

function call<Reply>() {
  return <Request extends z.ZodType>(request: Request): Call<Request, Reply> => ({ request });
}

/** What a person types is kept and shown as it stands, and a model goes into an address: none of it may be a key. */
export const LOOKS_LIKE_SECRET = { params: { refusal: 'looks_like_secret' } } as const;
const isPlain = (text: string) => !holdsSecret(text);
function plain(longest: number) {
  return z.string().max(longest).refine(isPlain, LOOKS_LIKE_SECRET);
}

const nothing = z.strictObject({});
const id = z.string().min(1).max(64);
const short = z.string().max(200);
const modelName = z.string().min(1).max(200);
const model = modelName.refine(isPlain, LOOKS_LIKE_SECRET);
const byId = z.strictObject({ id });
const project = z.string().regex(/^proj_[A-Za-z0-9]{1,64}$/);
const language = z.enum(['en', 'ja']);
/** A thousand keys are usual, a few thousand the most that a keychain serves in time. */
const byIds = z.strictObject({ ids: z.array(id).min(1).max(10_000) });
const secret = z.string().max(20_000);

/** Chosen cells of the matrix: models by key. */
const cells = z
  .array(z.strictObject({ keyId: id, models: z.array(modelName).max(3_000) }))
  .max(1_000)
  // A million cells name some hundred models: each is looked at once.
  .refine((chosen) => [...new Set(chosen.flatMap(({ models }) => models))].every(isPlain), LOOKS_LIKE_SECRET);
const format = z.enum(EXPORT_FORMATS);
const historyFilter = z.strictObject({
  keyId: id.nullable(),
  model: short,
  state: z.enum(CHECK_STATES).nullable(),
  runId: id.nullable(),
});

export const contract = {
  'app:info': call<AppInfo>()(nothing),
  'app:enter_practice': call<AppInfo>()(nothing),
  'app:leave_practice': call<AppInfo>()(nothing),
  'app:read_settings': call<Settings>()(nothing),
  'app:write_settings': call<Settings>()(
    z.strictObject({
      language: z.enum(['en', 'ja']).nullable(),
      theme: z.enum(['system', 'light', 'dark']),
    }),
  ),
  /** Shows the damaged database that was set aside in its folder. The window names no path. */
  'app:show_set_aside': call<null>()(nothing),
  'app:dismiss_set_aside': call<AppInfo>()(nothing),
  /** Opens a page of the console or the documentation; in practice, the simulated console in a window of its own. */
  'app:open_link': call<{ readonly url: string }>()(
    z.strictObject({ link: z.enum(LINK_IDS as [LinkId, ...LinkId[]]), caseId: id.nullable() }),
  ),
  'app:copy_text': call<null>()(z.strictObject({ text: z.string().max(100_000) })),

  'keys:list': call<readonly KeySummary[]>()(nothing),
  'keys:add': call<KeySummary>()(
    z.strictObject({
      secret,
      label: plain(200),
      baseUrl: z.string().max(500).nullable(),
    }),
  ),
  'keys:edit': call<KeySummary>()(
    z.strictObject({
      id,
      label: plain(MAX_LABEL),
      note: plain(MAX_NOTE),
      colour: z.enum(KEY_COLOURS).nullable(),
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
  'keys:delete_orphans': call<null>()(z.strictObject({ accounts: z.array(id).min(1).max(10_000) })),
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
      baseUrl: z.string().max(500).nullable(),
    }),
  ),
  /** Drops a preview or the results; stops a running import after the key at hand. */
  'imports:cancel': call<ImportState>()(nothing),

  'cases:open': call<CaseView>()(
    z.strictObject({
      text: z.string().max(MAX_PASTE).nullable(),
      keyId: id.nullable(),
      model: model.nullable(),
    }),
  ),
  'cases:list': call<readonly CaseSummary[]>()(nothing),
  'cases:read': call<CaseView>()(byId),
  'cases:delete': call<null>()(byId),
  'cases:choose': call<CaseView>()(z.strictObject({ id, keyId: id.nullable(), model: model.nullable() })),
  'cases:check': call<CaseView>()(
    z.strictObject({ id, probe: z.enum([...PROBES, 'all_free']), consent: z.boolean() }),
  ),
  'cases:estimate': call<RealProbeEstimate>()(byId),
  'cases:cancel': call<CaseView>()(byId),
  'cases:wizard': call<CaseView>()(
    z.strictObject({
      id,
      event: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('started') }),
        z.strictObject({ kind: z.literal('step_done') }),
        z.strictObject({ kind: z.literal('went_back') }),
        z.strictObject({ kind: z.literal('restarted') }),
        z.strictObject({ kind: z.literal('branch_chosen'), branch: z.enum(BRANCHES) }),
        z.strictObject({ kind: z.literal('address_given'), address: z.string().max(4_000) }),
      ]),
    }),
  ),
  'cases:watch': call<CaseView>()(byId),
  /** Lists the models of stored keys of other projects in the same organization. */
  'cases:compare': call<CaseView>()(byId),
  'cases:stop_watch': call<CaseView>()(byId),
  /** What the person says they did or saw, as evidence. */
  'cases:state': call<CaseView>()(z.strictObject({ id, statement: z.enum(STATEMENTS) })),

  /** All of it, or what changed since an earlier reading. */
  'matrix:read': call<MatrixChanges>()(
    z.strictObject({ since: z.strictObject({ session: id, revision: z.int().min(0) }).nullable() }),
  ),
  'matrix:start': call<RunView>()(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('fill'), keyIds: z.array(id).max(10_000) }),
      z.strictObject({
        kind: z.literal('confirm'),
        probe: z.enum(['free_probe', 'real_probe']),
        cells,
        consent: z.boolean(),
        expensive: z.boolean(),
      }),
    ]),
  ),
  'matrix:pause': call<null>()(nothing),
  'matrix:resume': call<null>()(nothing),
  'matrix:cancel': call<null>()(nothing),
  'matrix:estimate': call<RunEstimate>()(z.strictObject({ cells })),
  /** One check by itself; answers when it has ended. */
  'matrix:retest': call<CheckRecord>()(
    z.strictObject({ keyId: id, model: model.nullable(), probe: z.enum(PROBES), consent: z.boolean() }),
  ),
  /** Asks where to save; false where the person thought better of it. */
  'matrix:export': call<{ readonly saved: boolean }>()(z.strictObject({ format })),

  'history:list': call<HistoryPage>()(
    z.strictObject({ filter: historyFilter, before: z.int().min(0).nullable() }),
  ),
  'history:read': call<CheckRecord>()(byId),
  'history:timeline': call<TimelineView>()(z.strictObject({ keyId: id, model })),
  'history:runs': call<readonly RunSummary[]>()(nothing),
  'history:compare': call<Comparison>()(z.strictObject({ before: id, after: id })),
  'history:export': call<{ readonly saved: boolean }>()(z.strictObject({ filter: historyFilter, format })),

  'probing:read_settings': call<ProbingSettings>()(nothing),
  'probing:write_settings': call<ProbingSettings>()(
    z.strictObject({
      overall: z.int().min(1).max(32),
      perKey: z.int().min(1).max(8),
      keepDays: z.int().min(0).max(3_650),
    }),
  ),

  'practice:scenarios': call<readonly PracticeScenario[]>()(nothing),

  'admin:keys': call<readonly AdminKeySummary[]>()(nothing),
  'admin:add_key': call<AdminKeySummary>()(
    z.strictObject({ secret, label: plain(200), baseUrl: z.string().max(500).nullable() }),
  ),
  'admin:delete_key': call<null>()(byId),
  /** Reads the organization's projects, which also tells whether the key is accepted. */
  'admin:check_key': call<AdminKeySummary>()(byId),
  'admin:projects': call<readonly AdminProject[]>()(byId),
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

  'report:save': call<{ readonly saved: boolean }>()(
    z.strictObject({ id, language, format: z.enum(REPORT_FORMATS) }),
  ),
  'report:save_message': call<{ readonly saved: boolean }>()(
    z.strictObject({ id, language, form: z.enum(MESSAGE_FORMS) }),
  ),
  /** Opens the mail program; where the text is too long for that, it is put on the clipboard to paste. */
  'report:mail_message': call<{ readonly pasted: boolean }>()(z.strictObject({ id, language })),
} as const;

export type Contract = typeof contract;
export type Channel = keyof Contract;
export type RequestOf<C extends Channel> = z.infer<Contract[C]['request']>;
export type ReplyOf<C extends Channel> =
  | NonNullable<Contract[C]['reply']>
  | (null extends Contract[C]['reply'] ? null : never);
export type ReplyResult<C extends Channel> = Result<ReplyOf<C>, IpcError>;

type AreaOf<C extends string> = C extends `${infer Area}:${string}` ? Area : never;
type VerbOf<C extends string, Area extends string> = C extends `${Area}:${infer Verb}` ? Verb : never;

/** What the window says; for a dropped file that is the file itself, whose path only the preload can tell. */
export type WindowRequest<C extends Channel> = C extends 'imports:dropped'
  ? { readonly file: object }
  : RequestOf<C>;

/** What the preload puts on `window.doctor`: an area, a verb, a request in, a result out. */
export type DoctorApi = {
  readonly [Area in AreaOf<Channel>]: {
    readonly [Verb in VerbOf<Channel, Area>]: (
      request: WindowRequest<Extract<Channel, `${Area}:${Verb}`>>,
    ) => Promise<ReplyResult<Extract<Channel, `${Area}:${Verb}`>>>;
  };
} & {
  /** Calls back with the topic each time the main process changed something; returns the way to stop. */
  readonly onChange: (listener: (topic: ChangeTopic) => void) => () => void;
};

/** What the main process may say unasked: only that something is worth reading again. */
export type ChangeTopic =
  | { readonly kind: 'app' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'matrix' }
  | { readonly kind: 'admin' }
  | { readonly kind: 'case'; readonly id: string };
