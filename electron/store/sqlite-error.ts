import type { ErrorCode } from '../../shared/base/error-codes';

/** SQLite's primary code, which extended ones carry in their lowest byte; null where the error is none of SQLite's. */
export function sqliteCode(error: unknown): number | null {
  if (!(error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR')) return null;
  return 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : 0;
}

/** Whether SQLite refused the values, as of a cell of the wrong type, and not the disk: SQLITE_CONSTRAINT. */
export function isOfValues(error: unknown): boolean {
  return sqliteCode(error) === 19;
}

/** SQLITE_FULL; SQLITE_READONLY and SQLITE_CANTOPEN. */
const FULL: readonly number[] = [13];
const READ_ONLY: readonly number[] = [8, 14];

type StoreErrorCode = Extract<ErrorCode, 'store_failed' | 'store_full' | 'store_read_only'>;

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
