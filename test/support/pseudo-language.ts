/**
 * A language that nobody speaks, made of the English one: letters with accents, two fifths longer, a mark at both ends. What
 * is not translated stays without marks, what is glued together shows marks in its middle, and what has no room is cut.
 */

import type { Plural } from '../../shared/messages/shape';
import { isPlural } from '../../shared/messages/speaker';

interface Tree {
  readonly [name: string]: string | Plural | Tree;
}

/** The locale that the Unicode Consortium keeps for pseudo-translations that run from right to left. */
export const PSEUDO = 'ar-XB';
export const [OPEN, CLOSE] = ['⟦', '⟧'] as const;

const ACCENTED: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  y: 'ý',
  c: 'ç',
  n: 'ñ',
  s: 'š',
  z: 'ž',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ó',
  U: 'Ú',
  Y: 'Ý',
  C: 'Ç',
  N: 'Ñ',
  S: 'Š',
  Z: 'Ž',
};

/** Every sentence of `messages`, in the pseudo-language. */
export function pseudoMessages<T extends object>(messages: T): T {
  return translated(messages as unknown as Tree) as T;
}

function translated(tree: Tree): Tree {
  return Object.fromEntries(
    Object.entries(tree).map(([name, value]) => {
      if (typeof value === 'string') return [name, pseudo(value)];
      if (isPlural(value)) return [name, { one: pseudo(value.one), other: pseudo(value.other) }];
      return [name, translated(value)];
    }),
  );
}

/** Placeholders stay as they are. */
export function pseudo(sentence: string): string {
  const parts = sentence.split(/(\{\{.*?\}\})/);
  const said = parts.map((part) => (part.startsWith('{{') ? part : accented(part))).join('');
  const letters = parts.filter((part) => !part.startsWith('{{')).join('').length;
  return `${OPEN}${said}${padding(Math.ceil(letters * 0.4))}${CLOSE}`;
}

function accented(text: string): string {
  return text.replace(/[A-Za-z]/g, (letter) => ACCENTED[letter] ?? letter);
}

/** As words, so that a line may break where it could in a language of its own. */
function padding(letters: number): string {
  return letters === 0
    ? ''
    : ' ěxťřá'
        .repeat(Math.ceil(letters / 6))
        .slice(0, letters)
        .trimEnd();
}
