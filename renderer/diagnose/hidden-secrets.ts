import { MAX_PASTE } from '../../shared/ipc/limits';
import { findSecrets, replaced } from '../../shared/redaction/redact';

/**
 * A text as it may stand on the screen. A key that a service starred out itself stays: its end says which one it is. A
 * text that is too large is refused as a whole, so that it need not be searched.
 */
export function hideSecrets(text: string): string {
  if (text.length > MAX_PASTE) return text;
  const isReadable = (start: number, end: number) => !/[*•…]|\.{3}/.test(text.slice(start, end));
  const secrets = findSecrets(text).filter(
    ({ kind, start, end }) => kind !== 'email' && isReadable(start, end),
  );
  return replaced(text, secrets);
}

/** How many places of a text are hidden. */
export function hiddenIn(text: string): number {
  return text.split('[redacted]').length - 1;
}
