/** Builds the error values that cross to the window. */
import { type ErrorCode, type IpcError, VAULT_WIDE_CODES, type VaultWideCode } from '../shared/ipc/views';
import { err } from '../shared/result';
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

/** A write that the disk refused, being full or read-only, as the database's own kind of error. */
export function isStoreError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR';
}
