/**
 * Every sentence of the app in both languages. Placeholders are `{{name}}`; a sentence that differs by number has forms for its value `count`.
 * Console labels stay English in both, with a gloss in Japanese, because the console is English (facts of 2026-11-22).
 */
import { en } from './en';
import { ja } from './ja';

export const MESSAGES = { en, ja } as const;
