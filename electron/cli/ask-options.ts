/** What the commands take that ask the API. They are carried out elsewhere, and loaded only when one of them is called. */
import type { CliIo, Talk } from './io';
import type { ExitStatus } from './status';

export const ASKED_ENDPOINTS = ['responses', 'chat'] as const;

export interface AskOptions {
  /** Label or last four characters of a key that the app keeps. */
  readonly key?: string;
  /** Name of a variable. */
  readonly keyEnv?: string;
  readonly keyStdin?: true;
  readonly baseUrl?: string;
  readonly organization?: string;
  readonly project?: string;
  /** The models that this folder's program names. */
  readonly folder?: string;
  readonly endpoint?: (typeof ASKED_ENDPOINTS)[number];
  readonly real?: true;
  readonly yes?: true;
  readonly json?: true;
}

export interface PracticeOptions {
  readonly json?: true;
}

export interface OnlineCommands {
  canI(models: readonly string[], options: AskOptions, io: CliIo, talk: Talk): Promise<ExitStatus>;
  mcp(io: CliIo, talk: Talk): Promise<ExitStatus>;
  practice(options: PracticeOptions, io: CliIo, talk: Talk): Promise<ExitStatus>;
}
