/** What the reader has to make of an output, which depends on how much of the service's answer the client printed. */
import type { Reading } from '../../shared/errors/reading';
import type { Refuser } from './refusals';

/** `shown`: the whole sentence. `cut`: its beginning. `kept`: the status alone. `mute`: not even that. */
export type Printed = 'shown' | 'cut' | 'kept' | 'mute';

/** Escapes, quotation marks and line breaks differ from client to client; letters and digits do not. */
const squeezed = (text: string) =>
  text.replace(/\\[nrt]|\\u[\da-f]{4}|\\x[\da-f]{2}|[^a-z\d]/gi, '').toLowerCase();

const BEGINNING = 24;

export function printedIn(
  output: string,
  { sentence, refusal }: Pick<Refuser, 'sentence' | 'refusal'>,
): Printed {
  const [text, said] = [squeezed(output), squeezed(sentence)];
  if (text.includes(said)) return 'shown';
  if (text.includes(said.slice(0, BEGINNING))) return 'cut';
  // A list of statuses that a client would try again says nothing of the one that came.
  return new RegExp(`\\b${refusal.status}\\b(?!,\\s+\\d)`).test(output) ? 'kept' : 'mute';
}

export type Judgement = 'right' | 'wrong' | 'certain and wrong' | 'not shown' | 'guess' | 'overclaim';

/**
 * A whole sentence decides, so anything but its cause is wrong. Without it the right answer is that the reason is not
 * shown; a guess may name several causes as possible, and a server's own failure is told by its status.
 */
export function judged(reading: Reading, printed: Printed, { refusal }: Pick<Refuser, 'refusal'>): Judgement {
  const { cause, confidence } = reading;
  const isRight = cause === refusal.cause;
  if (printed === 'shown' || (printed === 'cut' && isRight)) {
    if (isRight) return 'right';
    return confidence === 'certain' ? 'certain and wrong' : 'wrong';
  }
  if (cause === 'reason_not_shown') return 'not shown';
  if (refusal.status >= 500 && isRight) return 'right';
  if (confidence === 'certain' && !isRight) return 'certain and wrong';
  // Of a text that names no status, nobody could know that it tells of an API at all.
  const isModest = confidence === 'possible' || (printed === 'mute' && cause === 'not_an_error');
  return isModest ? 'guess' : 'overclaim';
}

const MISSES: readonly Judgement[] = ['wrong', 'certain and wrong', 'overclaim'];

export function isMiss(judgement: Judgement): boolean {
  return MISSES.includes(judgement);
}
