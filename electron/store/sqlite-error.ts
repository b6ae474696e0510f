/** SQLite's primary code, which extended ones carry in their lowest byte; null where the error is none of SQLite's. */
export function sqliteCode(error: unknown): number | null {
  if (!(error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR')) return null;
  return 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : 0;
}

/** Whether SQLite refused the values, as of a cell of the wrong type, and not the disk: SQLITE_CONSTRAINT. */
export function isOfValues(error: unknown): boolean {
  return sqliteCode(error) === 19;
}
