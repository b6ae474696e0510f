/**
 * Every shortcut of the app, once: what is listened for, what is hinted at and what the sheet lists all come from here.
 * The grid of the matrix listens for its own keys, which are those of the WAI-ARIA grid pattern.
 */
import type { MessageKey } from '../../shared/messages/say';

interface Shortcut {
  /** As `useHotkeys` reads them, the usual one first; `mod` is Command on a Mac and Control elsewhere. */
  readonly keys: readonly [string, ...string[]];
  /** Where a Mac has a custom of its own. */
  readonly macKeys?: readonly [string, ...string[]];
  readonly does: MessageKey;
}

export const SHORTCUTS = {
  palette: { keys: ['mod+K'], does: 'palette.shortcut.palette' },
  sheet: { keys: ['shift+?', 'mod+/', 'F1'], does: 'palette.shortcut.sheet' },
  back: { keys: ['alt+ArrowLeft'], macKeys: ['mod+['], does: 'palette.shortcut.back' },
  forward: { keys: ['alt+ArrowRight'], macKeys: ['mod+]'], does: 'palette.shortcut.forward' },
  diagnose: { keys: ['mod+Digit1'], does: 'app.navigation.diagnose' },
  keys: { keys: ['mod+Digit2'], does: 'app.navigation.keys' },
  admin: { keys: ['mod+Digit3'], does: 'app.navigation.admin' },
  matrix: { keys: ['mod+Digit4'], does: 'app.navigation.matrix' },
  history: { keys: ['mod+Digit5'], does: 'app.navigation.history' },
  settings: { keys: ['mod+,'], does: 'app.navigation.settings' },
  openFile: { keys: ['mod+O'], does: 'palette.shortcut.openFile' },
  submit: { keys: ['mod+Enter'], does: 'palette.shortcut.submit' },
  undo: { keys: ['mod+Z'], does: 'palette.shortcut.undo' },
  retest: { keys: ['mod+R'], does: 'palette.shortcut.retest' },
  gridMove: { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], does: 'palette.shortcut.gridMove' },
  gridExtend: { keys: ['shift+ArrowUp', 'shift+ArrowDown'], does: 'palette.shortcut.gridExtend' },
  gridRow: { keys: ['Home', 'End'], does: 'palette.shortcut.gridRow' },
  gridScreen: { keys: ['PageUp', 'PageDown'], does: 'palette.shortcut.gridScreen' },
  gridEdge: { keys: ['mod+ArrowLeft', 'mod+ArrowRight'], does: 'palette.shortcut.gridEdge' },
  gridToggle: { keys: ['Space'], does: 'palette.shortcut.gridToggle' },
  gridChooseRow: { keys: ['shift+Space'], does: 'palette.shortcut.gridChooseRow' },
  gridChooseColumn: { keys: ['ctrl+Space'], does: 'palette.shortcut.gridChooseColumn' },
  gridAll: { keys: ['mod+A'], does: 'palette.shortcut.gridAll' },
  gridClear: { keys: ['Escape'], does: 'palette.shortcut.gridClear' },
  gridOpen: { keys: ['Enter'], does: 'palette.shortcut.gridOpen' },
} as const satisfies Record<string, Shortcut>;

export type ShortcutName = keyof typeof SHORTCUTS;

/** The pages in the order of the sidebar, which is that of their digits. */
export const PAGE_SHORTCUTS = ['diagnose', 'keys', 'admin', 'matrix', 'history', 'settings'] as const;
const EVERYWHERE = ['palette', 'sheet', 'openFile', 'back', 'forward'] as const;

/** Those that the window listens for, whatever the page. */
export const WINDOW_SHORTCUTS = [...EVERYWHERE, ...PAGE_SHORTCUTS] as const;
export type WindowShortcut = (typeof WINDOW_SHORTCUTS)[number];

interface ShortcutGroup {
  readonly title: MessageKey;
  readonly names: readonly ShortcutName[];
}

export const SHORTCUT_GROUPS: readonly ShortcutGroup[] = [
  { title: 'palette.sheet.everywhere', names: EVERYWHERE },
  { title: 'palette.sheet.pages', names: PAGE_SHORTCUTS },
  { title: 'palette.sheet.work', names: ['submit', 'undo', 'retest'] },
  {
    title: 'palette.sheet.matrix',
    names: [
      'gridMove',
      'gridExtend',
      'gridRow',
      'gridScreen',
      'gridEdge',
      'gridToggle',
      'gridChooseRow',
      'gridChooseColumn',
      'gridAll',
      'gridClear',
      'gridOpen',
    ],
  },
];

const IS_MAC = navigator.platform.startsWith('Mac');

/** In the words of `useHotkeys`, whose own `mod` would take Control on a Mac as well, which edits text there. */
export function hotkeysOf(name: ShortcutName, mac = IS_MAC): readonly string[] {
  const { keys, macKeys }: Shortcut = SHORTCUTS[name];
  const used = mac ? (macKeys ?? keys) : keys;
  return used.map((hotkey) => hotkey.replace('mod', mac ? 'meta' : 'ctrl'));
}

/** Digits by their place: on a French keyboard they are typed with Shift. */
export function isByPlace(hotkey: string): boolean {
  return hotkey.includes('Digit');
}

/** True for what a person may just be typing. */
export function isTyped(hotkey: string): boolean {
  return /^(?:shift\+)?.$/.test(hotkey);
}

const CAPS: Readonly<Record<string, string>> = {
  ctrl: 'Ctrl',
  meta: '⌘',
  alt: 'Alt',
  shift: 'Shift',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
};
const MAC_CAPS: Readonly<Record<string, string>> = { alt: '⌥', shift: '⇧' };

/** As it is written on the keys, one text a key. */
export function keyCaps(hotkey: string, mac = IS_MAC): readonly string[] {
  // A question mark is on a key of its own to whoever looks for it, wherever Shift has to be held.
  const parts = hotkey === 'shift+?' ? ['?'] : hotkey.split('+');
  return parts.map((part) => (mac ? MAC_CAPS[part] : undefined) ?? CAPS[part] ?? part.replace('Digit', ''));
}

/** The usual keys in one piece, as in Ctrl+K or ⌘K. */
export function hintOf(name: ShortcutName, mac = IS_MAC): string {
  const [usual] = hotkeysOf(name, mac);
  return usual === undefined ? '' : keyCaps(usual, mac).join(mac ? '' : '+');
}

/** For `aria-keyshortcuts`. */
export function ariaKeysOf(name: ShortcutName): string {
  const spelled: Readonly<Record<string, string>> = {
    ctrl: 'Control',
    meta: 'Meta',
    alt: 'Alt',
    shift: 'Shift',
  };
  const spell = (hotkey: string) =>
    hotkey
      .split('+')
      .map((part) => spelled[part] ?? part.replace('Digit', ''))
      .join('+');
  return hotkeysOf(name).map(spell).join(' ');
}
