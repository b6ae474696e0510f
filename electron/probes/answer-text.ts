/** What is taken over from an answer's text, whoever asked. */

/** Takes secrets out of a text, also the one that the request was sent with. Making it costs more than using it: once an answer. */
export type CleanText = (text: string) => string;

/** Nothing usable reads as null, which no schema of an answer takes. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Only plain identifiers are kept: a hostile server could put the key, whole or in part or encoded, into a header. */
export function identifier(value: string | null, clean: CleanText): string | null {
  if (value === null || !/^[A-Za-z0-9_-]{1,128}$/.test(value) || /^(sk|ek)[-_]/.test(value)) return null;
  return clean(value) === value ? value : null;
}
