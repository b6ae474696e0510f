/** How the built app is started by any test: its arguments, its environment, and what is looked at of its process. */
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** From the start of the program to a window that can be used. */
export const START_MS = 30_000;

export interface AppOptions {
  readonly args?: readonly string[];
  /** Instead of the environment of the test run, such as a private keyring's; the display is always passed on. */
  readonly env?: Readonly<Record<string, string>>;
  /** An existing profile, to start the app on it again. */
  readonly profile?: string;
  readonly language?: 'en' | 'ja';
  /** Where the built app lies, if not in the project itself. */
  readonly folder?: string;
  /** True: inside Chromium's sandbox even where the test run itself must do without. For root it refuses to start. */
  readonly sandbox?: boolean;
}

/** What stands behind the name of the Electron binary. */
export function argumentsFor(
  profile: string,
  { language, args, sandbox, folder }: AppOptions,
): readonly string[] {
  return [
    folder ?? ROOT,
    `--user-data-dir=${profile}`,
    `--lang=${language ?? 'en'}`,
    ...(process.env['MAD_RUNTIME'] === 'stand_in' ? ['--stand-in'] : []),
    ...(process.env['MAD_NO_SANDBOX'] === '1' && sandbox !== true ? ['--no-sandbox'] : []),
    ...(args ?? []),
  ];
}

/**
 * Without what would turn Electron into Node, and without the machine's own OpenAI settings. `env` stands for the whole
 * environment of the test run; the display is always passed on.
 */
export function environmentFor(env: Readonly<Record<string, string>> | undefined): Record<string, string> {
  const base = env ?? process.env;
  const display = process.env['DISPLAY'];
  const kept = Object.entries({ ...base, ...(display === undefined ? {} : { DISPLAY: display }) }).filter(
    ([name, value]) =>
      value !== undefined &&
      !['ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS'].includes(name) &&
      (env !== undefined || !name.startsWith('OPENAI_')),
  );
  return Object.fromEntries(kept) as Record<string, string>;
}

/** What the program prints from now on. */
export function collectOutput({ stdout, stderr }: ChildProcess): () => string {
  let printed = '';
  for (const stream of [stdout, stderr])
    stream?.on('data', (data) => {
      printed += String(data);
    });
  return () => printed;
}

export function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
