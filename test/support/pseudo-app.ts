/** The app with the pseudo-language entered, built where the test looks for it, and what it says. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Language } from '../../shared/base/settings';
import { MESSAGES } from '../../shared/messages';
import { type Say, speaker } from '../../shared/messages/speaker';
import { ROOT } from './app-launch';
import { PSEUDO, pseudoMessages } from './pseudo-language';

/** As that app says it. */
export const pseudoSay: Say = speaker(PSEUDO as Language, pseudoMessages(MESSAGES.en));

/** Builds it into `out/pseudo`. */
export async function buildPseudoApp(): Promise<void> {
  const builder = ['node_modules/electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'warn'];
  const config = ['--config', 'test/support/pseudo.vite.config.ts'];
  await promisify(execFile)(process.execPath, [...builder, ...config], { cwd: ROOT });
}
