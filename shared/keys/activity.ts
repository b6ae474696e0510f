/** What is going on with several keys at once. */
import type { Deleted } from '../base/deleted';
import type { KeyKind } from './key';

export interface KeyActivity {
  /** Keys that were deleted a moment ago and can be brought back until then. */
  readonly deleted: Deleted | null;
  /** What was put back into the lists from the keychain, until the person has read it. */
  readonly recovered: RecoveryReport | null;
  /** Entries of either list that cannot be read, until the keychain has told what they said. */
  readonly unreadable: number;
}

/** What the lists had lost, or had wrong, and was put right from what the keychain keeps beside each secret. */
export interface RecoveryReport {
  /** Labels of the keys that are back in the list. */
  readonly restored: readonly string[];
  /** Labels of keys whose entry disagreed with the keychain and was corrected. */
  readonly mended: readonly string[];
  /** How many of the restored have a label that was made up, and OpenAI's address, since nothing more was known. */
  readonly withoutDetails: number;
  /**
   * How many parts of the keychain's own list of keys somebody deleted or damaged, where the lists had lost something as
   * well: what stood in them alone cannot be found. 0 where the lists were whole.
   */
  readonly damagedPages: number;
}

/** An entry of this app in the keychain that no key of this list uses. It may be anybody's: only the person can tell. */
export interface Unclaimed {
  readonly account: string;
  readonly kind: KeyKind;
  readonly lastFour: string;
  /**
   * `own`: this copy of the app entered it. `other_profile`: another one on this computer did, and may still use it.
   * `unknown`: an earlier version entered it, which did not say for whom.
   */
  readonly origin: 'own' | 'other_profile' | 'unknown';
  /** null where none is known. */
  readonly label: string | null;
  readonly baseUrl: string | null;
  /** The label of the key in this list that has the same secret; null where none has. */
  readonly sameAs: string | null;
}

/** What "Check the keychain" found. */
export interface VaultReview {
  readonly checked: number;
  readonly missing: number;
  readonly changed: number;
  readonly unclaimed: readonly Unclaimed[];
}
