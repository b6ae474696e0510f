import { homedir } from 'node:os';
import { join } from 'node:path';

const NAME = 'Model Access Doctor';

/** Where the app keeps its database: the folder that Electron calls `userData`, by its rules for each system. */
export function appFolder(
  platform: string,
  environment: Readonly<Record<string, string | undefined>>,
  home: string = homedir(),
): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', NAME);
  if (platform === 'win32') return join(environment['APPDATA'] || join(home, 'AppData', 'Roaming'), NAME);
  return join(environment['XDG_CONFIG_HOME'] || join(home, '.config'), NAME);
}
