/** Builds the error values that cross to the window. */
import {
  type ErrorCode,
  type IpcError,
  VAULT_WIDE_CODES,
  type VaultWideCode,
} from '../../shared/base/error-codes';
import { err } from '../../shared/base/result';

export function fail(code: ErrorCode, values: Readonly<Record<string, string>> = {}) {
  const error: IpcError = { code, values };
  return err(error);
}

/** Trying the next key would only meet them again. */
export function isVaultWide(error: Pick<IpcError, 'code'>): error is { readonly code: VaultWideCode } {
  return VAULT_WIDE_CODES.some((code) => code === error.code);
}
