/**
 * Puts back into the lists what the vault knows and they have lost: after the database was deleted, emptied, damaged or
 * replaced by an older copy. A secret of this profile that no row claims is a key whose row is gone. It is never taken
 * for something that nobody needs.
 */

import { ok, type Result } from '../../shared/base/result';
import type { RecoveryReport } from '../../shared/keys/activity';
import { readBaseUrl } from '../../shared/keys/base-url';
import { MAX_LABEL, OPENAI_BASE_URL, type SentFor } from '../../shared/keys/key';
import { freeLabel, madeUpLabel } from '../../shared/keys/label';
import { type HeaderName, hasHeaders, isHeaderId } from '../../shared/observations/sender';
import { holdsSecret } from '../../shared/redaction/holds-secret';
import type { KeyTable, SecretFacts, StoredDetails } from '../store/key-table';
import type { OpenVault, VaultError } from '../vault/vault';
import type { Custody } from './custody';
import type { RegisterEntry } from './register';
import { factsOf, tableFor } from './secret-facts';

type Read<T> = Promise<Result<T, VaultError>>;

/** `at`: ISO, for rows that are set aside and for keys whose date is not known. */
export async function recover(
  custody: Custody,
  vault: OpenVault,
  at: string,
  replaced: (id: string) => void,
): Read<RecoveryReport> {
  const own = await custody.register.own(vault, true);
  if (!own.ok) return own;
  const earlier = await custody.register.ofEarlierVersions(vault);
  if (!earlier.ok) return earlier;
  const damaged = await custody.register.damaged(vault);
  if (!damaged.ok) return damaged;
  const wasShort = custody.held().length === 0 || custody.tables.some((table) => table.unreadable() > 0);
  for (const table of custody.tables) table.setAsideUnreadable(at);
  const lost = await lostOf(custody, vault, own.value, earlier.value);
  if (!lost.ok) return lost;
  const superseded = new Set(own.value.flatMap((entry) => (entry.superseded ? [entry.account] : [])));
  const occasion = { at, replaced, superseded, taken: labelsIn(custody) };
  const found = await adoptAll(custody, vault, surestFirst(custody, lost.value), occasion);
  if (!found.ok) return found;
  const mended = [...new Set([...found.value.mended, ...mendAddresses(custody, own.value)])];
  const inStep = await bringRegisterUpToDate(custody, vault, earlier.value, found.value.gone);
  if (!inStep.ok) return inStep;
  const { restored, withoutDetails } = found.value;
  const damagedPages = wasShort || restored.length > 0 ? damaged.value : 0;
  return ok({ restored, mended, withoutDetails, damagedPages });
}

/**
 * A secret that was entered for a key of the list belongs to that key, whichever secret the list remembers. One that gave
 * way to another comes last.
 */
function surestFirst(custody: Custody, lost: readonly RegisterEntry[]): readonly RegisterEntry[] {
  const held = new Set(custody.held().map(({ id }) => id));
  const rank = ({ details, superseded }: RegisterEntry) =>
    superseded ? 2 : details !== null && held.has(details.id) ? 0 : 1;
  return lost.toSorted((a, b) => rank(a) - rank(b));
}

/** Keys are bound to their address for good, so the vault's word counts: a fault of the disk must not send a key elsewhere. */
function mendAddresses(custody: Custody, own: readonly RegisterEntry[]): readonly string[] {
  const entered = new Map(own.map(({ account, details }) => [account, usable(details)]));
  return custody.tables.flatMap((table) =>
    table.held().flatMap((key) => {
      const baseUrl = entered.get(key.account)?.baseUrl;
      if (baseUrl === undefined || baseUrl === key.details.baseUrl) return [];
      table.setBaseUrl(key.id, baseUrl);
      return [key.details.label];
    }),
  );
}

/**
 * This profile's entries that nothing claims. What an earlier version entered may be of any profile: it is taken for this
 * one's only where the lists are empty and no other profile has entered it.
 */
async function lostOf(
  custody: Custody,
  vault: OpenVault,
  own: readonly RegisterEntry[],
  earlier: readonly string[],
): Read<readonly RegisterEntry[]> {
  const claimed = custody.claimed();
  const lost = own.filter(({ account }) => !claimed.has(account));
  if (earlier.length === 0 || custody.held().length > 0) return ok(lost);
  const others = await custody.register.ofOthers(vault);
  if (!others.ok) return others;
  const known = new Set([...own, ...others.value].map(({ account }) => account));
  const unknown = earlier.filter((account) => !claimed.has(account) && !known.has(account));
  return ok([...lost, ...unknown.map((account) => ({ account, details: null }))]);
}

interface Adopted extends Omit<RecoveryReport, 'damagedPages'> {
  /** Accounts without an entry. */
  readonly gone: readonly string[];
}

interface Occasion {
  readonly at: string;
  readonly replaced: (id: string) => void;
  /** Accounts whose secret gave way to a newer one of the same key. */
  readonly superseded: ReadonlySet<string>;
  /** Labels that the lists have already; those of the restored keys join them. */
  readonly taken: Set<string>;
}

async function adoptAll(
  custody: Custody,
  vault: OpenVault,
  lost: readonly RegisterEntry[],
  occasion: Occasion,
): Read<Adopted> {
  const [restored, mended, gone]: [string[], string[], string[]] = [[], [], []];
  let withoutDetails = 0;
  for (const entry of lost) {
    const outcome = await adoptOne(custody, vault, entry, occasion);
    if (!outcome.ok) return outcome;
    if (outcome.value.kind === 'gone') gone.push(entry.account);
    if (outcome.value.kind === 'mended') mended.push(outcome.value.label);
    if (outcome.value.kind !== 'restored') continue;
    restored.push(outcome.value.label);
    if (outcome.value.madeUp) withoutDetails += 1;
  }
  return ok({ restored, mended, withoutDetails, gone });
}

type Outcome =
  | { readonly kind: 'gone' | 'left' }
  | { readonly kind: 'mended'; readonly label: string }
  | { readonly kind: 'restored'; readonly label: string; readonly madeUp: boolean };

/**
 * `left`: the same secret or a newer one of the same key is in the list already, or nothing says where it may be sent. The
 * person decides on it.
 */
async function adoptOne(
  custody: Custody,
  vault: OpenVault,
  { account, details }: RegisterEntry,
  { at, replaced, superseded, taken }: Occasion,
): Read<Outcome> {
  const secret = await vault.get(account);
  if (!secret.ok) return secret.error.kind === 'missing' ? ok({ kind: 'gone' }) : secret;
  const facts = await factsOf(vault, account, secret.value);
  if (!facts.ok) return facts;
  const table = tableFor(custody, facts.value);
  const twin = table.findByFingerprint(facts.value.fingerprint);
  const named = table.heldAs(details?.id ?? '');
  for (const row of [named, table.heldAs(twin?.id ?? '')]) {
    // No two rows can have one fingerprint.
    if (row === null || (twin !== null && twin.id !== row.id)) continue;
    const current = await vault.get(row.account);
    if (!current.ok && current.error.kind !== 'missing') return current;
    if (current.ok && !(row === named && superseded.has(row.account))) continue;
    table.replaceSecret(row.id, facts.value);
    replaced(row.id);
    return ok({ kind: 'mended', label: row.details.label });
  }
  if (twin !== null || (named !== null && superseded.has(account))) return ok({ kind: 'left' });
  const known = usable(details);
  // Details without a usable address are damaged: the key may have been bound to another host than OpenAI's.
  if (known === null && (details !== null || facts.value.kind === 'unknown')) return ok({ kind: 'left' });
  const restored = detailsFor(table, facts.value, known, at, taken);
  table.begin(restored, facts.value, 'stored');
  taken.add(restored.label);
  return ok({ kind: 'restored', label: restored.label, madeUp: known === null });
}

export function labelsIn(custody: Custody): Set<string> {
  return new Set(custody.held().map(({ details }) => details.label));
}

/**
 * Others may write to the keychain as well, so what it says of a key is checked like any input. null without an address
 * that a key may be bound to; a label that may not be shown is left empty, and a header that may not be sent is
 * left out.
 */
export function usable(details: StoredDetails | null): StoredDetails | null {
  const address = details === null ? null : readBaseUrl(details.baseUrl);
  if (details === null || address?.ok !== true) return null;
  const { sentFor, label, ...rest } = details;
  const isFit = label.trim() !== '' && label.length <= MAX_LABEL && !holdsSecret(label);
  return {
    ...rest,
    baseUrl: address.value,
    label: isFit ? label : '',
    ...(sentFor === undefined ? {} : sendable(sentFor)),
  };
}

function sendable(sentFor: SentFor): Pick<StoredDetails, 'sentFor'> {
  const sendableAs = (name: HeaderName) => {
    const value = sentFor[name];
    return value !== null && isHeaderId(name, value) ? value : null;
  };
  const usable = { organization: sendableAs('organization'), project: sendableAs('project') };
  return hasHeaders(usable) ? { sentFor: usable } : {};
}

/** What a key is put into a list with: what is known of it, or a label that was made up and OpenAI's address. */
export function detailsFor(
  table: KeyTable,
  facts: Pick<SecretFacts, 'account' | 'lastFour'>,
  known: StoredDetails | null,
  at: string,
  taken: ReadonlySet<string>,
): StoredDetails {
  const id = known === null || table.heldAs(known.id) !== null ? facts.account : known.id;
  const wish = known?.label || madeUpLabel(table.use, facts.lastFour);
  return {
    id,
    use: table.use,
    label: freeLabel(wish, taken),
    baseUrl: known?.baseUrl ?? OPENAI_BASE_URL,
    colour: known?.colour ?? null,
    ...(known?.sentFor === undefined ? {} : { sentFor: known.sentFor }),
    addedAt: known?.addedAt ?? at,
  };
}

/** Every row is entered with its details; what is entered so leaves the pages of earlier versions. */
async function bringRegisterUpToDate(
  custody: Custody,
  vault: OpenVault,
  earlier: readonly string[],
  gone: readonly string[],
): Read<void> {
  const held = custody.held();
  const entered = await custody.register.enter(vault, held);
  if (!entered.ok) return entered;
  const struck = await custody.register.strike(vault, gone);
  if (!struck.ok) return struck;
  const claimed = new Set([...held.map(({ account }) => account), ...gone]);
  const moved = earlier.filter((account) => claimed.has(account));
  return moved.length === 0 ? ok(undefined) : custody.register.strikeEarlier(vault, moved);
}
