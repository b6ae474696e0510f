/** How the built app is started by any test: its arguments and its environment. */
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface AppArguments {
  readonly profile: string;
  readonly language?: 'en' | 'ja' | undefined;
  readonly args?: readonly string[] | undefined;
  /** True: inside Chromium's sandbox even where the test run itself must do without. */
  readonly sandbox?: boolean | undefined;
}

/** What stands behind the name of the Electron binary. */
export function argumentsFor({ profile, language, args, sandbox }: AppArguments): readonly string[] {
  return [
    ROOT,
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
