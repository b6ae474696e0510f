/**
 * The search for secrets in a text of megabytes, cut into parts, so that whoever searches can do something else in between.
 * Each part is searched with what stands around it, so a secret at a cut is seen whole on both sides.
 */
import type { KnownRuns } from './known-runs';
import { findSecrets, type Secret } from './redact';

/** In UTF-16 units. */
interface PartSize {
  readonly part: number;
  /** What is read before and behind a part. At least as long as any secret, or at a cut some of it stays. */
  readonly around: number;
}

/** A part takes some 50 ms (Node 24, one core); no token that is looked for is longer than 12,000 units. */
export const PARTS: PartSize = { part: 120_000, around: 20_000 };

/**
 * The secrets of one part after another, in their order; none touches another of its part. One that reaches over a cut is
 * given in two halves. `text`: in UTF-16 units, of any length.
 */
export function* secretsByPart(
  text: string,
  runs: KnownRuns | null,
  { part, around }: PartSize = PARTS,
): Generator<readonly Secret[]> {
  for (let from = 0; from < text.length; from += part) {
    const to = Math.min(text.length, from + part);
    const start = Math.max(0, from - around);
    const found = findSecrets(text.slice(start, to + around), runs);
    yield found.flatMap((secret) => clipped(secret, start, from, to));
  }
}

function clipped(secret: Secret, offset: number, from: number, to: number): readonly Secret[] {
  const start = Math.max(from, secret.start + offset);
  const end = Math.min(to, secret.end + offset);
  return start < end ? [{ ...secret, start, end }] : [];
}

/** Adds what the next part holds; halves that meet at the cut become one secret. */
export function withPart(before: readonly Secret[], part: readonly Secret[]): readonly Secret[] {
  const [last, [first, ...rest]] = [before.at(-1), part];
  if (last === undefined || first === undefined || last.end !== first.start) return [...before, ...part];
  return [...before.slice(0, -1), { ...last, end: first.end }, ...rest];
}
