/** What somebody who helps needs to know of an installation, as one text: figures and states, no names and no contents. */

import type { Settings } from '../../shared/base/settings';
import type { AppInfo } from '../../shared/ipc/views';
import type { VaultStatus } from '../../shared/keys/key';
import type { ProbingSettings } from '../../shared/matrix/views';

export interface BundleFacts {
  /** ISO. */
  readonly at: string;
  readonly info: AppInfo;
  readonly settings: Settings;
  readonly probing: ProbingSettings;
  readonly vault: VaultStatus;
  readonly counts: { readonly keys: number; readonly adminKeys: number; readonly cases: number };
  /** Newest lines of the error log, oldest first. */
  readonly errors: readonly string[];
}

/** In English, since it goes to those who develop the app. What is told of failures passes the gate on its way out. */
export function bundleText(facts: BundleFacts): string {
  const { info, settings, probing, vault, counts, errors } = facts;
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [
      'App',
      [
        `version: ${info.version}`,
        `electron: ${info.electronVersion} (${info.runtime})`,
        `platform: ${info.platform}${info.desktop === undefined ? '' : ` (${info.desktop})`}`,
        `mode: ${info.mode}${info.practiceOnly ? ', practice only' : ''}`,
        `system language: ${info.systemLanguage}`,
      ],
    ],
    [
      'Settings',
      [
        `language: ${settings.language ?? 'as the system'}`,
        `appearance: ${settings.theme}`,
        `errors on the clipboard offered: ${settings.offerClipboard === true ? 'yes' : 'no'}`,
        `requests at once: ${probing.overall}, per key: ${probing.perKey}`,
        `checks kept: ${probing.keepDays === 0 ? 'for ever' : `${probing.keepDays} days`}`,
      ],
    ],
    [
      'Data',
      [
        `keychain: ${vault.state} (${vault.store}, ${vault.backend})`,
        `database: ${info.storeUnavailable ? 'could not be opened' : (info.storeTrouble ?? 'writable')}`,
        `database set aside: ${info.storeSetAside === null ? 'no' : 'yes'}`,
        `keys: ${counts.keys}, admin keys: ${counts.adminKeys}, cases: ${counts.cases}`,
        `OpenAI variables: ${info.environmentVariables.join(', ') || 'none'}`,
      ],
    ],
    ['Errors', errors.length === 0 ? ['none'] : errors],
  ];
  const body = sections.map(([title, lines]) => `## ${title}\n${lines.join('\n')}`).join('\n\n');
  return `# Model Access Doctor: support bundle\n${facts.at}\n\n${body}\n`;
}
