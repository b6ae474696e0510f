import { describe, expect, it } from 'vitest';
import {
  hintOf,
  hotkeysOf,
  isTyped,
  keyCaps,
  SHORTCUT_GROUPS,
  SHORTCUTS,
  type ShortcutName,
  WINDOW_SHORTCUTS,
} from '../../../renderer/ui/shortcuts';

const NAMES = Object.keys(SHORTCUTS) as ShortcutName[];

describe('the table of shortcuts', () => {
  it('is listed on the sheet as a whole, each shortcut once', () => {
    expect(SHORTCUT_GROUPS.flatMap(({ names }) => names).toSorted()).toEqual(NAMES.toSorted());
  });

  it.each([true, false])('gives no keys to two shortcuts of the window (on a Mac: %s)', (mac) => {
    const hotkeys = WINDOW_SHORTCUTS.flatMap((name) => hotkeysOf(name, mac));
    expect(new Set(hotkeys).size).toBe(hotkeys.length);
  });

  it('uses no Control on a Mac, where it edits text, and no Option with an arrow, which moves by words', () => {
    const hotkeys = WINDOW_SHORTCUTS.flatMap((name) => hotkeysOf(name, true));
    expect(hotkeys.filter((hotkey) => /ctrl|alt/.test(hotkey))).toEqual([]);
  });

  it.each<[ShortcutName, string, string]>([
    ['palette', 'Ctrl+K', '⌘K'],
    ['matrix', 'Ctrl+4', '⌘4'],
    ['settings', 'Ctrl+,', '⌘,'],
    ['back', 'Alt+←', '⌘['],
    ['sheet', '?', '?'],
    ['submit', 'Ctrl+Enter', '⌘Enter'],
    ['retest', 'Ctrl+R', '⌘R'],
  ])('calls %s %s, and %s on a Mac', (name, elsewhere, mac) => {
    expect([hintOf(name, false), hintOf(name, true)]).toEqual([elsewhere, mac]);
  });

  it('knows what may be typing', () => {
    expect(['shift+?', 'F1', 'ctrl+k', 'alt+ArrowLeft', 'a'].filter(isTyped)).toEqual(['shift+?', 'a']);
  });

  it('has a cap for every key', () => {
    const caps = NAMES.flatMap((name) => hotkeysOf(name, false)).flatMap((hotkey) => keyCaps(hotkey, false));
    expect(caps.filter((cap) => /^(?:Arrow|Digit|mod|ctrl|alt|shift)/.test(cap))).toEqual([]);
  });
});
