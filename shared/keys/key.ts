/** What is known of a stored key apart from its secret. */

/** By prefix; lengths are never checked, since they changed several times (facts of 2026-11-22). */
export const KEY_KINDS = ['project', 'service_account', 'legacy', 'admin', 'realtime', 'unknown'] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

export const OPENAI_BASE_URL = 'https://api.openai.com/v1';

/** Result of the last check of the key itself (not of one model). */
export type KeyHealth =
  | { readonly kind: 'accepted'; readonly models: number }
  | { readonly kind: 'accepted_cannot_list' }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'undecided'; readonly code: string };

export interface KeySummary {
  readonly id: string;
  readonly label: string;
  readonly kind: KeyKind;
  /** The last four characters of the secret; shorter secrets show fewer. */
  readonly lastFour: string;
  readonly baseUrl: string;
  /** As learned from the API's answers; null until one named it. */
  readonly organization: string | null;
  readonly project: string | null;
  readonly addedAt: string;
  readonly checkedAt: string | null;
  readonly health: KeyHealth | null;
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
