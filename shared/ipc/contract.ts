/**
 * The whole contract between the window and the main process: by area each verb, with the types of its request and its
 * reply. The preload makes the window's functions from it; the main process has a schema for each request
 * (`electron/schemas`), which the compiler holds to these types.
 */

import type { IpcError } from '../base/error-codes';
import type { Result } from '../base/result';
import { adminCalls, reportCalls } from './calls/admin';
import { appCalls } from './calls/app';
import type { Call } from './calls/call';
import { casesCalls } from './calls/cases';
import { importsCalls, keysCalls } from './calls/keys';
import { practiceCalls } from './calls/practice';
import { historyCalls, matrixCalls, probingCalls } from './calls/probing';
import type { Page } from './views';

export const CALLS = {
  app: appCalls,
  keys: keysCalls,
  imports: importsCalls,
  cases: casesCalls,
  matrix: matrixCalls,
  history: historyCalls,
  probing: probingCalls,
  practice: practiceCalls,
  admin: adminCalls,
  report: reportCalls,
} as const;

type Calls = typeof CALLS;
type Area = keyof Calls;

/** `area:verb` of each verb. */
export type Channel = { readonly [A in Area]: `${A}:${keyof Calls[A] & string}` }[Area];
type CallOf<C extends Channel> = C extends `${infer A extends Area}:${infer V}`
  ? V extends keyof Calls[A]
    ? Calls[A][V]
    : never
  : never;

type ShapeOf<C> =
  C extends Call<infer Request, infer Reply, infer Said>
    ? { readonly request: Request; readonly reply: Reply; readonly said: Said }
    : never;
type Shapes = { readonly [C in Channel]: ShapeOf<CallOf<C>> };

export type RequestOf<C extends Channel> = Shapes[C]['request'];
export type ReplyOf<C extends Channel> = Shapes[C]['reply'];
/** What the window says; for a dropped file that is the file itself, whose path only the preload can tell. */
export type WindowRequest<C extends Channel> = Shapes[C]['said'];
export type ReplyResult<C extends Channel> = Result<ReplyOf<C>, IpcError>;

/** What the window calls for one verb. */
export type Verb<Said, Reply> = (request: Said) => Promise<Result<Reply, IpcError>>;
type VerbOf<C> = C extends Call<unknown, infer Reply, infer Said> ? Verb<Said, Reply> : never;

/** What the preload puts on `window.doctor`: an area, a verb, a request in, a result out. */
export type DoctorApi = {
  readonly [A in Area]: { readonly [V in keyof Calls[A]]: VerbOf<Calls[A][V]> };
} & {
  /** Calls back with the topic each time the main process changed something; returns the way to stop. */
  readonly onChange: (listener: (topic: ChangeTopic) => void) => () => void;
};

/** By which the main process says that something changed. */
export const CHANGE_CHANNEL = 'app:changed';

/** What the main process may say unasked: that something is worth reading again, or that the person asks to be shown something. */
export type ChangeTopic =
  | { readonly kind: 'app' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'matrix' }
  | { readonly kind: 'admin' }
  | { readonly kind: 'arrival' }
  | { readonly kind: 'case'; readonly id: string }
  | { readonly kind: 'show'; readonly what: Shown };

/** What a menu or a notification leads to. */
export type Shown = Page | { readonly kind: 'shortcuts' } | { readonly kind: 'file_to_open' };
