/** Compares the database with the vault: what is gone, what was changed by others, what nobody knows any more. */
import type { Orphan, VaultReview } from '../../shared/keys/activity';
import type { KeyDrift } from '../../shared/keys/key';
import { kindOf, lastFourOf } from '../../shared/keys/key-text';
import { ok, type Result } from '../../shared/result';
import type { StoredKey } from '../store/key-store';
import type { VaultError } from '../vault/vault';
import type { Custody } from './custody';

export async function reviewVault(
  custody: Custody,
): Promise<Result<Omit<VaultReview, 'orphansMayBeOwn'>, VaultError>> {
  await custody.reconcile();
  const indexed = await custody.index.read();
  if (!indexed.ok) return indexed;
  const keys = custody.store.stored();
  const drifts: (KeyDrift | null)[] = [];
  for (const key of keys) {
    const drift = await driftOf(custody, key);
    if (!drift.ok) return drift;
    // Replaced meanwhile: what was found under the old account says nothing of it.
    const isCurrent = custody.store.secretFacts(key.id)?.account === key.account;
    if (isCurrent) custody.store.setDrift(key.id, drift.value);
    drifts.push(isCurrent ? drift.value : null);
  }
  const entered = await custody.index.enter([
    ...keys.map(({ account }) => account),
    ...custody.neighbourAccounts(),
  ]);
  if (!entered.ok) return entered;
  const orphans = await orphansAmong(custody, indexed.value);
  if (!orphans.ok) return orphans;
  return ok({
    checked: keys.length,
    missing: drifts.filter((drift) => drift === 'missing').length,
    changed: drifts.filter((drift) => drift === 'changed').length,
    orphans: orphans.value,
  });
}

/**
 * Fingerprints change with the entry that keys them, which others may delete as well. A secret of the same kind and
 * ending is then taken for the same one: another such is one in fourteen million.
 */
async function driftOf(custody: Custody, key: StoredKey): Promise<Result<KeyDrift | null, VaultError>> {
  const secret = await custody.vault.get(key.account);
  if (!secret.ok) return secret.error.kind === 'missing' ? ok('missing') : secret;
  if (kindOf(secret.value) !== key.kind || lastFourOf(secret.value) !== key.lastFour) return ok('changed');
  const fingerprint = await custody.vault.fingerprint(secret.value);
  if (!fingerprint.ok) return fingerprint;
  if (fingerprint.value !== key.fingerprint) custody.store.setFingerprint(key.id, fingerprint.value);
  return ok(null);
}

async function orphansAmong(
  custody: Custody,
  indexed: readonly string[],
): Promise<Result<readonly Orphan[], VaultError>> {
  const orphans: Orphan[] = [];
  const gone: string[] = [];
  const own = ownAccounts(custody);
  for (const account of indexed.filter((each) => !own.has(each))) {
    const secret = await custody.vault.get(account);
    if (secret.ok) orphans.push({ account, kind: kindOf(secret.value), lastFour: lastFourOf(secret.value) });
    else if (secret.error.kind === 'missing') gone.push(account);
    else return secret;
  }
  if (gone.length > 0) await custody.index.strike(gone);
  return ok(orphans);
}

function ownAccounts(custody: Custody): ReadonlySet<string> {
  const { store } = custody;
  const keys = [...store.stored(), ...store.unfinished()].map((key) => key.account);
  return new Set([...keys, ...store.strays(), ...custody.neighbourAccounts()]);
}

/** Only entries that the index names and no key has; whatever else is asked for is passed over. */
export async function deleteOrphans(
  custody: Custody,
  accounts: readonly string[],
): Promise<Result<void, VaultError>> {
  const indexed = await custody.index.read();
  if (!indexed.ok) return indexed;
  const known = new Set(indexed.value);
  const own = ownAccounts(custody);
  const orphans = accounts.filter((account) => known.has(account) && !own.has(account));
  for (const account of orphans) {
    const removed = await custody.vault.remove(account);
    if (!removed.ok && removed.error.kind !== 'missing') return removed;
  }
  return custody.index.strike(orphans);
}
