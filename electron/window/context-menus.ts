import { type App, BrowserWindow, Menu } from 'electron';
import type { Language } from '../../shared/base/settings';
import { contextMenuTemplate } from './menu';

/** On every page, at its birth. */
export function offerContextMenus(app: App, language: () => Language): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('context-menu', (_asked, params) => {
      const template = contextMenuTemplate(language(), params);
      const window = BrowserWindow.fromWebContents(contents);
      if (template.length > 0 && window !== null) Menu.buildFromTemplate(template).popup({ window });
    });
  });
}
