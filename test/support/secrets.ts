/** Invented keys, put together here so that no file holds one whole. */
export function inventedKey(tail: string): string {
  return ['sk', 'proj', `INVENTED${tail}`].join('-');
}

/** One of the old form, which reaches several organizations and projects. `tail`: up to 20 letters and digits. */
export function inventedLegacyKey(tail: string): string {
  return ['sk', `INVENTED${tail}`.padEnd(20, '0') + ['T3Blbk', 'FJ'].join('') + '0'.repeat(20)].join('-');
}
