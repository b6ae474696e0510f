/**
 * The whole contract between the window and the main process: one entry a channel, its request as a
 * run-time schema and its reply as a type. Imported at run time by the main process alone; the window and
 * the preload take only types from here.
 */
import { z } from 'zod';
import { PROBES } from '../diagnosis/evidence';
import type { KeySummary, VaultStatus } from '../keys/key';
import { LINK_IDS, type LinkId } from '../remedies/links';
import type { Result } from '../result';
import { BRANCHES } from '../wizard/wizard';
import type {
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

const nothing = z.strictObject({});
const id = z.string().min(1).max(64);
const short = z.string().max(200);
const model = z.string().min(1).max(200);
const byId = z.strictObject({ id });

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
  /** Opens a page of the console or the documentation; in practice, the simulated console in a window of its own. */
  'app:open_link': call<{ readonly url: string }>()(
    z.strictObject({ link: z.enum(LINK_IDS as [LinkId, ...LinkId[]]), caseId: id.nullable() }),
  ),
  'app:copy_text': call<null>()(z.strictObject({ text: z.string().max(100_000) })),

  'keys:list': call<readonly KeySummary[]>()(nothing),
  'keys:add': call<KeySummary>()(
    z.strictObject({
      secret: z.string().max(20_000),
      label: short,
      baseUrl: z.string().max(500).nullable(),
    }),
  ),
  'keys:rename': call<KeySummary>()(z.strictObject({ id, label: short })),
  'keys:delete': call<null>()(byId),
  'keys:check': call<KeySummary>()(byId),
  'keys:copy_secret': call<null>()(byId),
  'keys:vault_status': call<VaultStatus>()(nothing),
  'keys:use_session_only': call<VaultStatus>()(nothing),
  'keys:retry_vault': call<VaultStatus>()(nothing),

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
  'cases:stop_watch': call<CaseView>()(byId),

  'practice:scenarios': call<readonly PracticeScenario[]>()(nothing),
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

/** What the preload puts on `window.doctor`: an area, a verb, a request in, a result out. */
export type DoctorApi = {
  readonly [Area in AreaOf<Channel>]: {
    readonly [Verb in VerbOf<Channel, Area>]: (
      request: RequestOf<Extract<Channel, `${Area}:${Verb}`>>,
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
  | { readonly kind: 'case'; readonly id: string };
