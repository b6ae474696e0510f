/** Which commands fit what was typed, and which of them best. */
import { fold } from '../../shared/text/terms';
import type { Command } from './commands';

const MISS = Number.POSITIVE_INFINITY;

/** The lower, the better: 0 for a beginning, 1 for a word's beginning, 2 for any part, 3 for letters in this order. */
function distance(word: string, text: string): number {
  const at = text.indexOf(word);
  if (at === 0) return 0;
  if (at > 0) return text.includes(` ${word}`) ? 1 : 2;
  return isSubsequence(word, text) ? 3 : MISS;
}

function isSubsequence(word: string, text: string): boolean {
  // Two letters in order are in nearly every text.
  if (word.length < 3) return false;
  let at = -1;
  return [...word].every((letter) => {
    at = text.indexOf(letter, at + 1);
    return at >= 0;
  });
}

/** Every word has to fit somewhere: the title, what it is called in the other language, or what stands beside it. */
function scoreOf(command: Command, words: readonly string[]): number {
  const texts = [command.title, ...command.terms].map(fold);
  return words.reduce((sum, word) => sum + Math.min(...texts.map((text) => distance(word, text))), 0);
}

/** Those that fit, the best first; all of them, as they are, for an empty query. */
export function search(commands: readonly Command[], query: string): readonly Command[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return commands;
  return commands
    .map((command) => ({ command, score: scoreOf(command, words) }))
    .filter(({ score }) => score < MISS)
    .toSorted((a, b) => a.score - b.score)
    .map(({ command }) => command);
}
