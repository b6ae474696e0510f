import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuTemplate } from '../../../electron/window/menu';

function itemsOf(template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])]);
}

describe('the menu', () => {
  it.each(['linux', 'win32', 'darwin'] as const)(
    'on %s never reloads the page and offers no developer tools',
    (platform) => {
      const roles = itemsOf(menuTemplate('en', platform, true)).map(({ role }) => role);
      expect(roles).toContain('paste');
      for (const role of ['reload', 'forceReload', 'toggleDevTools', 'viewMenu', 'fileMenu'] as const)
        expect(roles).not.toContain(role);
    },
  );

  it('gives developers their tools, and speaks the person’s language', () => {
    expect(itemsOf(menuTemplate('en', 'linux', false)).map(({ role }) => role)).toContain('toggleDevTools');
    expect(itemsOf(menuTemplate('ja', 'linux', true)).map(({ label }) => label)).toContain('貼り付け');
  });
});
