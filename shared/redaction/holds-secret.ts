import { redact } from './redact';

/** Whether a text that a person typed holds a secret. An e-mail address, hidden elsewhere, is none: labels and notes may name people. */
export function holdsSecret(text: string): boolean {
  // The sign stays where it ends the credentials of an address.
  const withoutMail = text.replace(/(:\/\/[^\s/@]{0,512})?@/g, (all, address?: string) =>
    address === undefined ? ' ' : all,
  );
  return redact(withoutMail) !== withoutMail;
}
