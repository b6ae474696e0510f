import { Kbd } from '@mantine/core';
import { Fragment } from 'react';
import { hotkeysOf, keyCaps, type ShortcutName } from '../ui/shortcuts';
import styles from './palette.module.css';

/** The keys of a shortcut as they look on the keyboard: the usual ones alone, or every way there is. */
export function KeyCaps({ name, all = false }: { readonly name: ShortcutName; readonly all?: boolean }) {
  const hotkeys = all ? hotkeysOf(name) : hotkeysOf(name).slice(0, 1);
  return (
    <span className={styles['keys']}>
      {hotkeys.map((hotkey, index) => (
        <Fragment key={hotkey}>
          {index > 0 && <span className={styles['or']}>/</span>}
          {keyCaps(hotkey).map((cap) => (
            <Kbd key={cap} size="xs">
              {cap}
            </Kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
