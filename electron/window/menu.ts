/**
 * The application's menu. Electron's own would reload the page on Ctrl+R, which here tests again and elsewhere would
 * throw away what is being typed, and would open the developer tools, in which somebody can be talked into pasting code.
 */
import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import type { Language } from '../../shared/base/settings';
import type { Shown } from '../../shared/ipc/contract';
import { MESSAGES } from '../../shared/messages';

type Item = MenuItemConstructorOptions;

/** `isPackaged`: whether people run it; developers get their tools. `show` leads the window to what was chosen. */
export function menuTemplate(
  language: Language,
  platform: NodeJS.Platform,
  isPackaged: boolean,
  show: (what: Shown) => void,
): Item[] {
  const words = MESSAGES[language].menu;
  const line: Item = { type: 'separator' };
  const edit: Item[] = [
    { role: 'undo', label: words.undo },
    { role: 'redo', label: words.redo },
    line,
    { role: 'cut', label: words.cut },
    { role: 'copy', label: words.copy },
    { role: 'paste', label: words.paste },
    { role: 'selectAll', label: words.selectAll },
  ];
  const view: Item[] = [
    { role: 'resetZoom', label: words.resetZoom },
    { role: 'zoomIn', label: words.zoomIn },
    { role: 'zoomOut', label: words.zoomOut },
    line,
    { role: 'togglefullscreen', label: words.fullScreen },
    ...(isPackaged ? [] : [line, { role: 'toggleDevTools' } as const]),
  ];
  const isMac = platform === 'darwin';
  // The window listens for these keys itself, also where there is no menu to be seen.
  const leading = (id: keyof typeof words, what: Shown, accelerator: string): Item => ({
    id,
    label: words[id],
    accelerator,
    registerAccelerator: false,
    click: () => show(what),
  });
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: words.file,
      submenu: [
        leading('newDiagnosis', { kind: 'diagnose' }, 'CmdOrCtrl+1'),
        leading('openFile', { kind: 'file_to_open' }, 'CmdOrCtrl+O'),
        line,
        leading('settings', { kind: 'settings' }, 'CmdOrCtrl+,'),
        line,
        isMac ? { role: 'close', label: words.close } : { role: 'quit', label: words.quit },
      ],
    },
    { label: words.edit, submenu: edit },
    { label: words.view, submenu: view },
    ...(isMac ? [{ role: 'windowMenu' } as const] : []),
    {
      role: 'help',
      label: words.help,
      submenu: [
        leading('shortcuts', { kind: 'shortcuts' }, 'CmdOrCtrl+/'),
        ...(isMac ? [] : [line, { role: 'about', label: words.about } as const]),
      ],
    },
  ];
}

/** The menu of a right click, wherever text can be cut, copied or pasted. Empty where there is nothing to be done. */
export function contextMenuTemplate(
  language: Language,
  {
    isEditable,
    selectionText,
    editFlags,
  }: Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'editFlags'>,
): Item[] {
  const words = MESSAGES[language].menu;
  if (!isEditable) return selectionText.trim() === '' ? [] : [{ role: 'copy', label: words.copy }];
  const line: Item = { type: 'separator' };
  return [
    { role: 'undo', label: words.undo, enabled: editFlags.canUndo },
    { role: 'redo', label: words.redo, enabled: editFlags.canRedo },
    line,
    { role: 'cut', label: words.cut, enabled: editFlags.canCut },
    { role: 'copy', label: words.copy, enabled: editFlags.canCopy },
    { role: 'paste', label: words.paste, enabled: editFlags.canPaste },
    line,
    { role: 'selectAll', label: words.selectAll, enabled: editFlags.canSelectAll },
  ];
}
