/**
 * Texts that were read from a picture: there a small o comes out as a zero and an l as a one. Such a text is matched by
 * what its letters look like, and its facts stay as they stand.
 */
import { type Squeezed, squeezePhrase } from './squeeze';

/** Letters and digits that one picture shows alike, as one letter each; of the same length. */
export function lookAlike(squeezed: string): string {
  return squeezed.replaceAll('0', 'o').replace(/[1i]/g, 'l');
}

export function lookAlikes({ text, units, at }: Squeezed): Squeezed {
  const alike = lookAlike(text);
  return { text: alike, units: Uint16Array.from(units, (_, i) => alike.charCodeAt(i)), at };
}

/** A letter beside a zero or a one, in a word that holds no other digit. */
const SUSPECT = /(?<![\w.:/-])(?=[a-z_]*[01])(?=[01_]*[a-z])[a-z01_]{3,24}(?![\w/-])/gi;

/** Words that cannot be what they say before a text is taken for misread: one alone may be a name. */
const LEAST = 2;

/** True where words of `vocabulary` stand in a text as only a picture shows them. */
export function isMisread(text: string, vocabulary: ReadonlySet<string>): boolean {
  let found = 0;
  for (const [word] of text.matchAll(SUSPECT)) {
    if (vocabulary.has(lookAlike(squeezePhrase(word)))) found += 1;
    if (found >= LEAST) return true;
  }
  return false;
}

/** The words of phrases, as they look alike. */
export function vocabularyOf(phrases: readonly string[]): ReadonlySet<string> {
  const words = phrases.flatMap((phrase) => phrase.match(/[A-Za-z]{3,}/g) ?? []);
  return new Set(words.map((word) => lookAlike(squeezePhrase(word))));
}
