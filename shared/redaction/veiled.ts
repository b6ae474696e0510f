import { MAX_PASTE } from '../base/limits';
import type { Stretch } from './key-run';
import { findSecrets, replaced } from './redact';

/** A text as it may stand on the screen, and where in it a placeholder of ours stands for a secret. */
export interface Veiled {
  readonly text: string;
  /** In order. A placeholder that came with the text itself is none of ours. */
  readonly hidden: readonly Stretch[];
}

/** A text of somebody else's, with nothing hidden yet. */
export function bare(text: string): Veiled {
  return { text, hidden: [] };
}

/**
 * Hides what is a secret in it. A key that a service starred out itself stays: its end says which one it is. A text that is
 * too large is refused as a whole, so that it need not be searched.
 */
export function hideSecrets(given: Veiled): Veiled {
  const { text } = given;
  if (text.length > MAX_PASTE) return given;
  const isReadable = (start: number, end: number) => !/[*•…]|\.{3}/.test(text.slice(start, end));
  const secrets = findSecrets(text).filter(
    ({ kind, start, end }) => kind !== 'email' && isReadable(start, end),
  );
  // From the last one, so that the places of those before it still hold.
  const { hidden } = secrets.reduceRight<Veiled>(
    (veiled, { start, end, mask }) =>
      spliced(veiled, { start, end }, { text: mask, hidden: [{ start: 0, end: mask.length }] }),
    given,
  );
  return { text: replaced(text, secrets), hidden };
}

/** The text with another one in place of a stretch. What stood in that stretch is gone, hidden or not. */
export function spliced({ text, hidden }: Veiled, { start, end }: Stretch, inserted: Veiled): Veiled {
  const shift = (by: number) => (each: Stretch) => ({ start: each.start + by, end: each.end + by });
  return {
    text: text.slice(0, start) + inserted.text + text.slice(end),
    hidden: [
      ...hidden.filter((each) => each.end <= start),
      ...inserted.hidden.map(shift(start)),
      ...hidden.filter((each) => each.start >= end).map(shift(inserted.text.length - (end - start))),
    ],
  };
}

/** What has become of it by one change somewhere, such as a letter typed or a stretch removed. */
export function edited(before: Veiled, text: string): Veiled {
  if (before.hidden.length === 0) return bare(text);
  const most = Math.min(before.text.length, text.length);
  let start = 0;
  while (start < most && before.text[start] === text[start]) start += 1;
  let same = 0;
  while (same < most - start && before.text.at(-1 - same) === text.at(-1 - same)) same += 1;
  const stretch = { start, end: before.text.length - same };
  return spliced(before, stretch, bare(text.slice(start, text.length - same)));
}
