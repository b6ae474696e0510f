/** Invented keys, put together here so that no file holds one whole. */
export function inventedKey(tail: string): string {
  return ['sk', 'proj', `INVENTED${tail}`].join('-');
}
