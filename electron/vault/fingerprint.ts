import { createHmac, randomBytes } from 'node:crypto';

/** 32 random bytes as text, since a keychain entry holds text. */
export function newFingerprintKey(): string {
  return randomBytes(32).toString('base64url');
}

/** A plain hash would let anyone who reads the database test guesses; this one needs the keychain as well. */
export function fingerprintOf(secret: string, key: string): string {
  return createHmac('sha256', key).update(secret, 'utf8').digest('hex');
}
