/** Keys, and importing many of them at once. */
import type { KeyActivity, VaultReview } from '../../keys/activity';
import type { ImportState } from '../../keys/import/preview';
import type { KeySummary, VaultStatus } from '../../keys/key';
import { type ById, call, type Nothing } from './call';

/** A key of either kind. */
export interface NewKey {
  readonly secret: string;
  readonly label: string;
  readonly baseUrl: string | null;
}

/** What a person decides about a key. */
export type Described = Pick<KeySummary, 'label' | 'note' | 'colour' | 'sentFor'>;

/** The rows of a preview that are to become keys, each with its label. */
export interface ImportWish extends ById {
  readonly rows: readonly { readonly row: number; readonly label: string }[];
  readonly baseUrl: string | null;
}

export interface ByIds {
  readonly ids: readonly string[];
}

export interface ByAccount {
  readonly account: string;
}

export const keysCalls = {
  list: call<Nothing, readonly KeySummary[]>(),
  add: call<NewKey, KeySummary>(),
  edit: call<ById & Described, KeySummary>(),
  /** Another secret in place of the old one; all else stays. */
  rotate: call<{ readonly id: string; readonly secret: string }, KeySummary>(),
  /** They disappear at once, and from the keychain when there is no undoing it any more. */
  delete: call<ByIds, null>(),
  undo_delete: call<Nothing, null>(),
  activity: call<Nothing, KeyActivity>(),
  /** Reads every entry that should be in the keychain. */
  review_vault: call<Nothing, VaultReview>(),
  /** Puts an entry of the keychain into the list; of another profile's, a copy. */
  adopt_unclaimed: call<ByAccount, null>(),
  /** One entry at a time: nothing else in the app can bring it back. */
  delete_unclaimed: call<ByAccount, null>(),
  dismiss_recovered: call<Nothing, null>(),
  /** Takes what stands in the keychain now for the key's secret. */
  accept_changed: call<ById, KeySummary>(),
  copy_secret: call<ById, null>(),
  vault_status: call<Nothing, VaultStatus>(),
  use_session_only: call<Nothing, VaultStatus>(),
  retry_vault: call<Nothing, VaultStatus>(),
} as const;

export const importsCalls = {
  state: call<Nothing, ImportState>(),
  text: call<{ readonly text: string }, ImportState>(),
  /** Asks the person for a file. */
  file: call<Nothing, ImportState>(),
  /** A file that was dropped on the window; only the preload can say its path, and the page never learns it. */
  dropped: call<{ readonly path: string }, ImportState, { readonly file: object }>(),
  environment: call<Nothing, ImportState>(),
  commit: call<ImportWish, ImportState>(),
  /** Drops a preview or the results; stops a running import after the key at hand. */
  cancel: call<Nothing, ImportState>(),
} as const;
