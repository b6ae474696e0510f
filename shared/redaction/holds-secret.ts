import { findSecrets } from './redact';

/** Whether a text that a person typed holds a secret. An e-mail address, hidden elsewhere, is none: labels and notes may name people. */
export function holdsSecret(text: string): boolean {
  return findSecrets(text).some(({ kind }) => kind !== 'email');
}
