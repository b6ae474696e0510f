/** SQLite's primary code, which extended ones carry in their lowest byte; null where the error is none of SQLite's. */
export function sqliteCode(error: unknown): number | null {
  if (!(error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR')) return null;
  return 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : 0;
}
