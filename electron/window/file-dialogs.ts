/** Files that the person chooses: one to read, or the place of one to write, for their eyes only, whole or not at all. */
import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { type BrowserWindow, dialog } from 'electron';
import type { FileText } from '../base/file-text';

/** Asks for one file, as a sheet of the window where there is one. */
export async function chooseFile(window: BrowserWindow | null): Promise<string | null> {
  const options: Electron.OpenDialogOptions = {
    properties: ['openFile', 'showHiddenFiles', 'dontAddToRecent'],
  };
  const chosen = window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options);
  const { canceled, filePaths } = await chosen;
  return canceled ? null : (filePaths[0] ?? null);
}

/** Gives back the path; null where the person thought better of it. */
export async function saveText(
  window: BrowserWindow | null,
  suggestedName: string,
  text: FileText,
): Promise<string | null> {
  const options = { defaultPath: suggestedName };
  const choice =
    window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
  if (choice.canceled || choice.filePath === '') return null;
  await writePrivately(choice.filePath, text);
  return choice.filePath;
}

/** Beside its place first, so that a full disk leaves what was there (write, flush, rename). */
export async function writePrivately(path: string, text: FileText): Promise<void> {
  // A name that nothing else has, and `wx` besides: no file of the person's is ever taken for a leftover of ours.
  const beside = `${path}.${randomBytes(6).toString('hex')}.part`;
  const file = await open(beside, 'wx', 0o600);
  try {
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
