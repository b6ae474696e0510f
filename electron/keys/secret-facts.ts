/** What a secret in the vault says of itself, and which key of the lists it belongs to. */

import { ok, type Result } from '../../shared/base/result';
import { kindOf, lastFourOf } from '../../shared/keys/key-text';
import type { HeldKey, KeyTable, Named, SecretFacts } from '../store/key-table';
import type { OpenVault, VaultError } from '../vault/vault';
import type { Custody } from './custody';

type Read<T> = Promise<Result<T, VaultError>>;

export async function factsOf(vault: OpenVault, account: string, secret: string): Read<SecretFacts> {
  const fingerprint = await vault.fingerprint(secret);
  if (!fingerprint.ok) return fingerprint;
  return ok({ account, fingerprint: fingerprint.value, kind: kindOf(secret), lastFour: lastFourOf(secret) });
}

/**
 * Whether what stands under a key's account is the key's secret. Kind and ending tell, since fingerprints change with the
 * entry that keys them, which others may delete as well. By chance, one secret in fourteen million has the kind and ending
 * of another. Where they differ and the fingerprint agrees, the row is at fault and is corrected.
 */
export async function isOwnSecret(
  vault: OpenVault,
  table: KeyTable,
  key: HeldKey,
  secret: string,
): Read<boolean> {
  if (kindOf(secret) === key.kind && lastFourOf(secret) === key.lastFour) return ok(true);
  const facts = await factsOf(vault, key.account, secret);
  if (!facts.ok) return facts;
  if (facts.value.fingerprint !== key.fingerprint) return ok(false);
  table.mendFacts(key.id, facts.value);
  return ok(true);
}

export function tableFor(custody: Custody, { kind }: Pick<SecretFacts, 'kind'>): KeyTable {
  return kind === 'admin' ? custody.admin : custody.keys;
}

/** The key of the list that has this very secret. One that was just deleted is not in the list. */
export function shownTwin(table: KeyTable, fingerprint: string): Named | null {
  const twin = table.findByFingerprint(fingerprint);
  return twin === null ? null : table.find(twin.id);
}
