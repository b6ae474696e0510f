/** What is known of a stored key apart from its secret. */

/** By prefix; lengths are never checked, since they changed several times (facts of 2026-11-22). */
export const KEY_KINDS = ['project', 'service_account', 'legacy', 'admin', 'realtime', 'unknown'] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

export const OPENAI_BASE_URL = 'https://api.openai.com/v1';

/** Whose host a key is used with. `openai`: its own hosts, or one that hands on OpenAI's own answers. `other`: anything else. */
export type HostKind = 'openai' | 'other';

/** Values of the headers `OpenAI-Organization` and `OpenAI-Project`; null where that header is not sent. */
export interface SentFor {
  readonly organization: string | null;
  readonly project: string | null;
}

/** Result of the last check of the key itself (not of one model). */
export type KeyHealth =
  | { readonly kind: 'accepted'; readonly models: number }
  | { readonly kind: 'accepted_cannot_list' }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'undecided'; readonly code: string };

/** Marks that a person gives to keys that belong together; the window decides how each looks. */
export const KEY_COLOURS = ['red', 'orange', 'green', 'teal', 'blue', 'purple', 'grey'] as const;
export type KeyColour = (typeof KEY_COLOURS)[number];

/**
 * The keychain is not ours alone. `missing`: the secret is no longer there. `changed`: another one stands in its place.
 * Noticed when a key is used, or when the keychain is checked.
 */
export type KeyDrift = 'missing' | 'changed';

/** Longest label and note, in UTF-16 units. */
export const MAX_LABEL = 200;
export const MAX_NOTE = 2_000;

export interface KeySummary {
  readonly id: string;
  readonly label: string;
  readonly note: string;
  readonly colour: KeyColour | null;
  readonly kind: KeyKind;
  /** The last four characters of the secret; shorter secrets show fewer. */
  readonly lastFour: string;
  readonly baseUrl: string;
  /** As learned from the API's answers; null until one named it. */
  readonly organization: string | null;
  readonly project: string | null;
  /** ISO; when an answer last told something new of the two. */
  readonly learnedAt: string | null;
  /** Whose host answers showed its address to be; null until one did. By itself it decides nothing: see `hostKindOf`. */
  readonly hostSeen: HostKind | null;
  /**
   * The organization and project that the person chose for its requests. Which headers are really sent, `sentForBy` says: only
   * a key of the old form takes any.
   */
  readonly sentFor: SentFor;
  readonly addedAt: string;
  readonly checkedAt: string | null;
  readonly health: KeyHealth | null;
  readonly drift: KeyDrift | null;
}

/** Where secrets are really kept. `session`: in memory until the app quits. `practice`: invented keys only. */
export type VaultStore = 'keychain' | 'session' | 'practice';

/** `locked`: the keyring is there but closed. `absent`: no keyring service answers. `failed`: it broke off. */
export const VAULT_STATES = ['ready', 'locked', 'absent', 'denied', 'timeout', 'failed', 'unused'] as const;
export type VaultState = (typeof VAULT_STATES)[number];

export interface VaultStatus {
  readonly store: VaultStore;
  readonly state: VaultState;
  /** Name of the desktop's keyring for the remedy sentence. */
  readonly backend: 'secret_service' | 'macos_keychain' | 'windows_credential_manager';
}
