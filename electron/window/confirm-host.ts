import { type BrowserWindow, dialog } from 'electron';
import type { Language } from '../../shared/base/settings';
import { sayIn } from '../../shared/messages/say';

/** In a box of the system's, which no page can draw over or answer. Turning away is the default. */
export async function confirmHost(
  window: BrowserWindow | null,
  host: string,
  language: Language,
): Promise<boolean> {
  const say = sayIn(language);
  const options: Electron.MessageBoxOptions = {
    type: 'warning',
    title: say('app.name'),
    message: say('imports.confirmHost.message', { host }),
    detail: say('imports.confirmHost.detail'),
    buttons: [say('imports.confirmHost.no'), say('imports.confirmHost.yes')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
  const shown = window === null ? dialog.showMessageBox(options) : dialog.showMessageBox(window, options);
  return (await shown).response === 1;
}
