import { useHotkeys } from '@mantine/hooks';
import { keyboard } from '../ui/keyboard';
import { hotkeysOf, isByPlace, isTyped, WINDOW_SHORTCUTS, type WindowShortcut } from '../ui/shortcuts';

function mayAct(hotkey: string, event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.repeat || event.isComposing) return false;
  if (isTyped(hotkey) && isTextField(event.target)) return false;
  // A dialog or a menu has the keyboard to itself: what it asks is answered before anything else happens.
  return !keyboard.isTaken;
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}

/** Listens for the shortcuts that work on every page. */
export function useWindowShortcuts(act: Readonly<Record<WindowShortcut, () => void>>): void {
  const listen = (name: WindowShortcut, hotkey: string) => (event: KeyboardEvent) => {
    if (!mayAct(hotkey, event)) return;
    event.preventDefault();
    act[name]();
  };
  const hotkeys = WINDOW_SHORTCUTS.flatMap((name) =>
    hotkeysOf(name).map((hotkey) => {
      const options = { preventDefault: false, usePhysicalKeys: isByPlace(hotkey) };
      return [hotkey, listen(name, hotkey), options] satisfies Parameters<typeof useHotkeys>[0][number];
    }),
  );
  // Which fields it leaves alone is decided above, key by key: none of these is text but the question mark.
  useHotkeys(hotkeys, [], true);
}
