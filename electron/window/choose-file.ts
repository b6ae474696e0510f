import { type BrowserWindow, dialog } from 'electron';

/** Asks for one file, as a sheet of the window where there is one. */
export async function chooseFile(window: BrowserWindow | null): Promise<string | null> {
  const options: Electron.OpenDialogOptions = {
    properties: ['openFile', 'showHiddenFiles', 'dontAddToRecent'],
  };
  const chosen = window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options);
  const { canceled, filePaths } = await chosen;
  return canceled ? null : (filePaths[0] ?? null);
}
