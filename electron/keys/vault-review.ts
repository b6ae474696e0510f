/** Compares the lists with the vault: what is gone, what was changed by others, what no key of this profile claims. */

import { err, ok, type Result } from '../../shared/base/result';
import type { Unclaimed, VaultReview } from '../../shared/keys/activity';
import type { KeyDrift } from '../../shared/keys/key';
import type { HeldKey, StoredDetails } from '../store/key-table';
import type { OpenVault, VaultError } from '../vault/vault';
import type { Custody } from './custody';
import { usable } from './recovery';
import { factsOf, isOwnSecret, shownTwin, tableFor } from './secret-facts';

type Read<T> = Promise<Result<T, VaultError>>;

export async function reviewVault(custody: Custody): Read<VaultReview> {
  custody.compareAgain();
  const settled = await custody.vault.inTurn((vault) => custody.settle(vault));
  if (!settled.ok) return settled;
  const drifts: (KeyDrift | null)[] = [];
  for (const { id } of custody.keys.list()) {
    const drift = await custody.inTurn((vault) => noteDrift(custody, vault, id));
    if (!drift.ok) return drift;
    drifts.push(drift.value);
  }
  const unclaimed = await unclaimedIn(custody);
  if (!unclaimed.ok) return unclaimed;
  return ok({
    checked: drifts.length,
    missing: drifts.filter((drift) => drift === 'missing').length,
    changed: drifts.filter((drift) => drift === 'changed').length,
    unclaimed: unclaimed.value,
  });
}

async function noteDrift(custody: Custody, vault: OpenVault, id: string): Read<KeyDrift | null> {
  const key = custody.keys.heldAs(id);
  if (key === null) return ok(null);
  const secret = await vault.get(key.account);
  if (!secret.ok && secret.error.kind !== 'missing') return secret;
  const drift = secret.ok ? await driftOf(custody, vault, key, secret.value) : ok('missing' as const);
  if (drift.ok) custody.keys.setDrift(id, drift.value);
  return drift;
}

async function driftOf(
  custody: Custody,
  vault: OpenVault,
  key: HeldKey,
  secret: string,
): Read<'changed' | null> {
  const own = await isOwnSecret(vault, custody.keys, key, secret);
  if (!own.ok) return own;
  if (!own.value) return ok('changed');
  const facts = await factsOf(vault, key.account, secret);
  if (!facts.ok) return facts;
  if (facts.value.fingerprint !== key.fingerprint) custody.keys.mendFacts(key.id, facts.value);
  return ok(null);
}

interface Entry {
  readonly account: string;
  readonly details: StoredDetails | null;
  readonly origin: Unclaimed['origin'];
}

async function entriesIn(custody: Custody, vault: OpenVault): Read<readonly Entry[]> {
  const own = await custody.register.own(vault);
  if (!own.ok) return own;
  const others = await custody.register.ofOthers(vault);
  if (!others.ok) return others;
  const earlier = await custody.register.ofEarlierVersions(vault);
  if (!earlier.ok) return earlier;
  const all: readonly Entry[] = [
    ...own.value.map((entry) => ({ ...entry, origin: 'own' as const })),
    ...others.value.map((entry) => ({ ...entry, origin: 'other_profile' as const })),
    ...earlier.value.map((account) => ({ account, details: null, origin: 'unknown' as const })),
  ];
  const claimed = custody.claimed();
  const first = new Map(all.toReversed().map((entry) => [entry.account, entry]));
  return ok([...first.values()].filter(({ account }) => !claimed.has(account)).reverse());
}

async function unclaimedIn(custody: Custody): Read<readonly Unclaimed[]> {
  const entries = await custody.inTurn((vault) => entriesIn(custody, vault));
  if (!entries.ok) return entries;
  const unclaimed: Unclaimed[] = [];
  for (const entry of entries.value) {
    const found = await custody.inTurn((vault) => describe(custody, vault, entry));
    if (!found.ok && found.error.kind !== 'missing') return found;
    if (found.ok) unclaimed.push(found.value);
  }
  // What another profile keeps too, and this list has as well, needs nobody's decision.
  return ok(unclaimed.filter(({ origin, sameAs }) => origin !== 'other_profile' || sameAs === null));
}

async function describe(
  custody: Custody,
  vault: OpenVault,
  { account, details, origin }: Entry,
): Read<Unclaimed> {
  const secret = await vault.get(account);
  if (!secret.ok) return secret;
  const facts = await factsOf(vault, account, secret.value);
  if (!facts.ok) return facts;
  const { kind, lastFour, fingerprint } = facts.value;
  const known = usable(details);
  return ok({
    account,
    kind,
    lastFour,
    origin,
    label: known?.label || null,
    baseUrl: known?.baseUrl ?? null,
    sameAs: shownTwin(tableFor(custody, facts.value), fingerprint)?.label ?? null,
  });
}

/** The entry, if it is in the vault and no key of this profile claims it. */
export async function unclaimedEntry(custody: Custody, vault: OpenVault, account: string): Read<Entry> {
  const entries = await entriesIn(custody, vault);
  if (!entries.ok) return entries;
  const entry = entries.value.find((each) => each.account === account);
  return entry === undefined ? err({ kind: 'missing' }) : ok(entry);
}
