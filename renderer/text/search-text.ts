/** What was typed to search by, as names are written: without the full-width forms and blanks that an input method leaves. */
export function searchText(typed: string): string {
  return typed.normalize('NFKC').trim();
}
