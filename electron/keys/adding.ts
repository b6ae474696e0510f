/** How a secret gets into a list of either kind: where it may be sent, and that no list has it twice. */
import type { IpcError } from '../../shared/base/error-codes';
import { ok, type Result } from '../../shared/base/result';
import { readBaseUrl } from '../../shared/keys/base-url';
import { OPENAI_BASE_URL } from '../../shared/keys/key';
import { fail } from '../base/failure';
import type { KeyTable, StoredDetails } from '../store/key-table';
import type { OpenVault } from '../vault/vault';
import { vaultFailure } from '../vault/vault-failure';
import type { Custody } from './custody';
import { factsOf } from './secret-facts';

/** The address that a key is bound to for good: OpenAI's unless another is given. */
export function baseUrlFrom(given: string | null): Result<string, IpcError> {
  if (given === null) return ok(OPENAI_BASE_URL);
  const read = readBaseUrl(given);
  return read.ok ? read : fail(read.error);
}

/** Ends a deletion that could still be undone, in the turn at the vault that is under way. */
export type LetGo = (vault: OpenVault) => Promise<void>;

/** Where nothing can be brought back, nothing has to be let go. */
const nothingToLetGo: LetGo = async () => undefined;

/**
 * No secret is in a list twice. A key that was just deleted gives way for good; `ownId` names the key that may have the
 * secret already.
 */
export async function refuseTwin(
  vault: OpenVault,
  table: KeyTable,
  fingerprint: string,
  letGo: LetGo,
  ownId: string | null = null,
): Promise<Result<void, IpcError>> {
  const twin = table.findByFingerprint(fingerprint);
  if (twin === null || twin.id === ownId) return ok(undefined);
  if (table.find(twin.id) === null) await letGo(vault);
  return table.findByFingerprint(fingerprint) === null
    ? ok(undefined)
    : fail('key_duplicate', { label: twin.label });
}

export async function keepNew(
  custody: Custody,
  vault: OpenVault,
  table: KeyTable,
  { details, secret }: { readonly details: StoredDetails; readonly secret: string },
  letGo: LetGo = nothingToLetGo,
): Promise<Result<void, IpcError>> {
  const facts = await factsOf(vault, details.id, secret);
  if (!facts.ok) return vaultFailure(facts.error);
  const free = await refuseTwin(vault, table, facts.value.fingerprint, letGo);
  if (!free.ok) return free;
  const kept = await custody.keep(vault, table, { details, facts: facts.value }, secret);
  return kept.ok ? kept : vaultFailure(kept.error);
}
