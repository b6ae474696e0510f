import type { AppInfo } from '../../shared/ipc/views';

/** What the window is told of an app that has just started, and that nothing has happened to. */
export function appInfo(part: Partial<AppInfo> = {}): AppInfo {
  return {
    version: '0.1.0',
    platform: 'linux',
    runtime: 'official',
    electronVersion: '45.4.1',
    mode: 'real',
    practiceOnly: false,
    environmentVariables: [],
    systemLanguage: 'en',
    consoleOrigins: ['https://platform.openai.com'],
    storeSetAside: null,
    storeUnavailable: false,
    storeTrouble: null,
    ...part,
  };
}
