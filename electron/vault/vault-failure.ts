import type { ErrorCode } from '../../shared/base/error-codes';
import { fail } from '../base/failure';
import type { VaultError } from './vault';

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
