/** Builds the error values that cross to the window. */
import {
  type ErrorCode,
  type IpcError,
  VAULT_WIDE_CODES,
  type VaultWideCode,
} from '../shared/base/error-codes';
import { err } from '../shared/base/result';
import { sqliteCode } from './store/sqlite-error';
import type { VaultError } from './vault/vault';

export function fail(code: ErrorCode, values: Readonly<Record<string, string>> = {}) {
  const error: IpcError = { code, values };
  return err(error);
}

const VAULT_CODES: Readonly<Record<VaultError['kind'], ErrorCode>> = {
  locked: 'vault_locked',
  absent: 'vault_absent',
  denied: 'vault_denied',
  timeout: 'vault_timeout',
  too_large: 'vault_too_large',
  missing: 'vault_missing',
  failed: 'vault_failed',
};

export function vaultFailure(error: VaultError) {
  return fail(VAULT_CODES[error.kind]);
}

/** Trying the next key would only meet them again. */
export function isVaultWide(error: Pick<IpcError, 'code'>): error is { readonly code: VaultWideCode } {
  return VAULT_WIDE_CODES.some((code) => code === error.code);
}

/** SQLITE_FULL; SQLITE_READONLY and SQLITE_CANTOPEN. */
const FULL: readonly number[] = [13];
const READ_ONLY: readonly number[] = [8, 14];

export type StoreErrorCode = Extract<ErrorCode, 'store_failed' | 'store_full' | 'store_read_only'>;

/** A write that the disk refused, as the code that says why; null where the error is none of the database's own. */
export function storeErrorCode(error: unknown): StoreErrorCode | null {
  const code = sqliteCode(error);
  if (code === null) return null;
  if (FULL.includes(code)) return 'store_full';
  return READ_ONLY.includes(code) ? 'store_read_only' : 'store_failed';
}

export function isStoreError(error: unknown): boolean {
  return storeErrorCode(error) !== null;
}
