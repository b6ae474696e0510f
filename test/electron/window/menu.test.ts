import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { contextMenuTemplate, menuTemplate } from '../../../electron/window/menu';

function itemsOf(template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])]);
}

const nowhere = () => undefined;

describe('the menu', () => {
  it.each(['linux', 'win32', 'darwin'] as const)(
    'on %s never reloads the page and offers no developer tools',
    (platform) => {
      const roles = itemsOf(menuTemplate('en', platform, true, nowhere)).map(({ role }) => role);
      expect(roles).toContain('paste');
      for (const role of ['reload', 'forceReload', 'toggleDevTools', 'viewMenu', 'fileMenu'] as const)
        expect(roles).not.toContain(role);
    },
  );

  it('gives developers their tools, and speaks the person’s language', () => {
    expect(itemsOf(menuTemplate('en', 'linux', false, nowhere)).map(({ role }) => role)).toContain(
      'toggleDevTools',
    );
    expect(itemsOf(menuTemplate('ja', 'linux', true, nowhere)).map(({ label }) => label)).toContain(
      '貼り付け',
    );
  });
});

it('leads to what the window shows, by items with the shortcuts that the window listens for', () => {
  const show = vi.fn();
  const leading = itemsOf(menuTemplate('en', 'linux', true, show)).filter(({ click }) => click !== undefined);
  for (const { click } of leading) (click as () => void)();
  expect(show.mock.calls.map(([what]) => what.kind)).toEqual([
    'diagnose',
    'file_to_open',
    'settings',
    'shortcuts',
  ]);
  expect(leading.map(({ registerAccelerator }) => registerAccelerator)).toEqual(Array(4).fill(false));
});

it.each([
  ['linux', true],
  ['win32', true],
  ['darwin', false],
] as const)('says under Help what the app is, on %s: %s', (platform, isThere) => {
  const help = menuTemplate('en', platform, true, nowhere).filter(({ role }) => role === 'help');
  expect(itemsOf(help).some(({ role }) => role === 'about')).toBe(isThere);
});

const flags = (all: boolean) => ({
  canUndo: all,
  canRedo: all,
  canCut: all,
  canCopy: all,
  canPaste: true,
  canDelete: all,
  canSelectAll: all,
  canEditRichly: false,
});

const rolesOf = (params: Parameters<typeof contextMenuTemplate>[1]) =>
  contextMenuTemplate('en', params).map(({ role, type }) => role ?? type);

describe('the menu of a right click', () => {
  it('in a field offers all that can be done with its text, and only that can be chosen', () => {
    const empty = { isEditable: true, selectionText: '', editFlags: flags(false) };
    expect(rolesOf(empty)).toEqual([
      'undo',
      'redo',
      'separator',
      'cut',
      'copy',
      'paste',
      'separator',
      'selectAll',
    ]);
    const enabled = contextMenuTemplate('en', empty).filter((item) => item.enabled === true);
    expect(enabled.map(({ role }) => role)).toEqual(['paste']);
  });

  it('copies what is chosen on a page, and is not there where nothing is', () => {
    const page = { isEditable: false, editFlags: flags(true) };
    expect(rolesOf({ ...page, selectionText: 'req_1' })).toEqual(['copy']);
    expect(rolesOf({ ...page, selectionText: ' \n' })).toEqual([]);
  });

  it('speaks the language of the window', () => {
    const [copy] = contextMenuTemplate('ja', {
      isEditable: false,
      selectionText: 'x',
      editFlags: flags(true),
    });
    expect(copy?.label).toBe('コピー');
  });
});
