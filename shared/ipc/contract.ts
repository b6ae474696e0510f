/**
 * The whole contract between the window and the main process: one entry a channel, its request as a
 * run-time schema and its reply as a type. Imported at run time by the main process alone; the window and
 * the preload take only types from here.
 */

import type { IpcError } from '../base/error-codes';
import type { Result } from '../base/result';
import { adminChannels } from './channels/admin';
import { appChannels } from './channels/app';
import type { RequestOfCall } from './channels/call';
import { caseChannels } from './channels/cases';
import { keyChannels } from './channels/keys';
import { practiceChannels } from './channels/practice';
import { probingChannels } from './channels/probing';

export const contract = {
  ...appChannels,
  ...keyChannels,
  ...caseChannels,
  ...probingChannels,
  ...adminChannels,
  ...practiceChannels,
} as const;

export type Contract = typeof contract;
export type Channel = keyof Contract;
export type RequestOf<C extends Channel> = RequestOfCall<Contract[C]>;
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
