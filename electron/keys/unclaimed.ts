/** What a person may do with an entry in the keychain that no key of the list claims: one entry at a time, by its name. */
import type { IpcError } from '../../shared/base/error-codes';
import { ok, type Result } from '../../shared/base/result';
import type { Environment } from '../base/environment';
import { fail } from '../base/failure';
import type { OpenVault } from '../vault/vault';
import { vaultFailure } from '../vault/vault-failure';
import { type LetGo, refuseTwin } from './adding';
import type { Custody } from './custody';
import { detailsFor, labelsIn, usable } from './recovery';
import { factsOf, tableFor } from './secret-facts';
import { unclaimedEntry } from './vault-review';

type Done = Promise<Result<null, IpcError>>;

/** Another profile keeps its own entry: this one gets a copy, so that neither deletes the other's key. */
export function adoptUnclaimed(
  custody: Custody,
  environment: Environment,
  account: string,
  letGo: LetGo,
): Done {
  return custody.inTurn(async (vault): Done => {
    const entry = await unclaimedEntry(custody, vault, account);
    if (!entry.ok) return notThere(entry.error);
    const secret = await vault.get(account);
    if (!secret.ok) return vaultFailure(secret.error);
    const isOthers = entry.value.origin === 'other_profile';
    const facts = await factsOf(vault, isOthers ? environment.newId() : account, secret.value);
    if (!facts.ok) return vaultFailure(facts.error);
    const table = tableFor(custody, facts.value);
    const free = await refuseTwin(vault, table, facts.value.fingerprint, letGo);
    if (!free.ok) return free;
    const known = usable(entry.value.details);
    const own = known !== null && isOthers ? { ...known, id: facts.value.account } : known;
    const at = environment.now().toISOString();
    const details = detailsFor(table, facts.value, own, at, labelsIn(custody));
    const key = { details, facts: facts.value };
    const kept = isOthers
      ? await custody.keep(vault, table, key, secret.value)
      : await custody.claim(vault, table, key);
    if (!kept.ok) return vaultFailure(kept.error);
    const struck = await custody.register.strikeEarlier(vault, [account]);
    return struck.ok ? ok(null) : vaultFailure(struck.error);
  });
}

/** Checked once more against the lists, in the same turn in which it is deleted. */
export function clearUnclaimed(custody: Custody, account: string): Done {
  return custody.inTurn(async (vault: OpenVault): Done => {
    const entry = await unclaimedEntry(custody, vault, account);
    if (!entry.ok) return notThere(entry.error);
    const cleared = await custody.clearUnclaimed(vault, account);
    return cleared.ok ? ok(null) : vaultFailure(cleared.error);
  });
}

function notThere(error: Parameters<typeof vaultFailure>[0]) {
  return error.kind === 'missing' ? fail('not_found') : vaultFailure(error);
}
