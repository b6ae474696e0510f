/** What custody needs of a table of keys. Two exist, one a kind of use, and no other part ever sees both. */
import type { KeyColour, KeyKind, SentFor } from '../../shared/keys/key';

export type KeyUse = 'inference' | 'admin';

/** What is known of the secret itself, and where it stands. */
export interface SecretFacts {
  /** Where the secret stands in the vault; another one after each rotation. */
  readonly account: string;
  readonly fingerprint: string;
  readonly kind: KeyKind;
  readonly lastFour: string;
}

/** What a key needs to be put back into a list that lost it. It is kept in the vault beside the secret. */
export interface StoredDetails {
  readonly id: string;
  readonly use: KeyUse;
  readonly label: string;
  readonly baseUrl: string;
  readonly colour: KeyColour | null;
  /** Left out where the person chose neither organization nor project for its requests. */
  readonly sentFor?: SentFor;
  /** ISO. */
  readonly addedAt: string;
}

/** A row, whether it is shown or not. */
export interface HeldKey extends SecretFacts {
  readonly id: string;
  /** The moment between the row and its secret, so that a crash in between can be told and mended. */
  readonly adding: boolean;
  readonly details: StoredDetails;
}

export interface Named {
  readonly id: string;
  readonly label: string;
}

export interface KeyTable {
  readonly use: KeyUse;
  /** Every row that can be read, in the order of the list. */
  held(): readonly HeldKey[];
  heldAs(id: string): HeldKey | null;
  /** null unless it is shown. */
  find(id: string): Named | null;
  /** Among all rows, so that no secret is stored twice. */
  findByFingerprint(fingerprint: string): Named | null;
  /** Ids of those that are shown: neither being added nor waiting for their deletion. */
  shown(): readonly string[];
  /** Writes a row; `adding` until it is confirmed. Throws where the id, the account or the fingerprint is taken. */
  begin(details: StoredDetails, facts: SecretFacts, state?: 'adding' | 'stored'): void;
  /** Ends the adding: the secret is safe. */
  confirm(id: string): void;
  forget(id: string): void;
  /** Another secret for the same key. Neither the health nor the home of the old one says anything of it. */
  replaceSecret(id: string, facts: SecretFacts): void;
  /** The same secret under the same account, described better. */
  mendFacts(id: string, facts: Omit<SecretFacts, 'account'>): void;
  setBaseUrl(id: string, baseUrl: string): void;
  /** How many rows cannot be read, and so are not in the list. */
  unreadable(): number;
  /**
   * Takes rows out of the way that cannot be read, into `unreadable_rows`, so that they can be put back under their own
   * ids. None holds a secret. `at`: ISO.
   */
  setAsideUnreadable(at: string): void;
}
