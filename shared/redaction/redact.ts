/**
 * Takes secrets out of a text that is about to be shown, kept or sent on. Works by shape (kinds of keys, tokens,
 * credentials in addresses, e-mail addresses), by encoded shape, and by the runs of keys in use. Damage that copying
 * does is read through, and just the damaged stretch is replaced. Names that are no secrets stay: model ids, `proj_…`,
 * `org-…`, `req_…`. Linear in the text's length.
 */
import { encodedSpans } from './encoded';
import { encodingsOf } from './encodings';
import { keySpans, type Span } from './key-shapes';
import { type KnownRuns, knownSpans, runsOf } from './known-runs';
import { otherSpans } from './other-shapes';
import { plainView } from './plain-view';

/** Shorter values are no secrets, and removing them would tear ordinary words apart. */
const SHORTEST_KNOWN = 6;

/** A stretch of a text that holds a secret, in UTF-16 units of the text as given, and what is put in its place. */
export type Secret = Span;

/**
 * The text without secrets, each replaced by a visible placeholder such as `sk-…[redacted]`.
 * `known`: secrets in use, removed whatever they look like, also where they stand encoded for an address, for JSON
 * or in base64, and every run of twelve or more of their characters.
 */
export function redact(text: string, known: readonly string[] = []): string {
  return redactorOf(known)(text);
}

/** The same for many texts, for which the forms of the known secrets are worked out once. */
export function redactorOf(known: readonly string[]): (text: string) => string {
  const long = longestFirst(known.filter((secret) => secret.length >= SHORTEST_KNOWN));
  const forms = long.flatMap((value) => longestFirst(encodingsOf(value)));
  const runs = long.length === 0 ? null : runsOf(long);
  return (text) => {
    let result = text;
    for (const form of forms) if (result.includes(form)) result = result.replaceAll(form, '[redacted]');
    return replaced(result, findSecrets(result, runs));
  };
}

/** Secrets in a text, in their order, none touching another. `runs`: of the keys in use; null for none. */
export function findSecrets(text: string, runs: KnownRuns | null = null): readonly Secret[] {
  const view = plainView(text, { delimiters: true });
  const known = runs === null || runs.isEmpty ? [] : knownSpans(view.text, runs);
  const spans = [...keySpans(view.text), ...encodedSpans(view.text), ...otherSpans(view.text), ...known];
  return merged(spans).map((span) => ({ ...span, ...view.original(span.start, span.end) }));
}

/** The text with each of these replaced. */
export function replaced(text: string, secrets: readonly Secret[]): string {
  if (secrets.length === 0) return text;
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, mask } of secrets) {
    parts.push(text.slice(from, start), mask);
    from = end;
  }
  return parts.join('') + text.slice(from);
}

/** Spans that share characters become one, which is called as the one that begins first, or that the earlier table has. */
function merged(spans: readonly Span[]): readonly Span[] {
  const rank = new Map(spans.map((span, index) => [span, index]));
  const sorted = [...spans].sort((a, b) => a.start - b.start || (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
  const result: Span[] = [];
  for (const span of sorted) {
    const last = result.at(-1);
    if (last === undefined || span.start >= last.end) result.push(span);
    else result[result.length - 1] = { ...last, end: Math.max(last.end, span.end) };
  }
  return result;
}

function longestFirst(values: readonly string[]): readonly string[] {
  return [...values].sort((a, b) => b.length - a.length);
}
