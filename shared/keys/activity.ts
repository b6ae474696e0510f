/** What is going on with several keys at once. */
import type { KeyKind } from './key';

export interface KeyActivity {
  /** A check of several keys, under way; null where none is. */
  readonly checks: { readonly total: number; readonly done: number } | null;
  /** Keys that were deleted a moment ago and can be brought back until then. */
  readonly deleted: { readonly count: number; readonly until: string } | null;
}

/** An entry in the keychain that no key of this app's data belongs to. */
export interface Orphan {
  readonly account: string;
  readonly kind: KeyKind;
  readonly lastFour: string;
}

/** What "Check the keychain" found. */
export interface VaultReview {
  readonly checked: number;
  readonly missing: number;
  readonly changed: number;
  /** Left by an uninstalled copy or a lost database; another copy on this computer may still use them. */
  readonly orphans: readonly Orphan[];
  /** The list was lost at some time: they may be the person's own keys, so they cannot be deleted here. */
  readonly orphansMayBeOwn: boolean;
}
