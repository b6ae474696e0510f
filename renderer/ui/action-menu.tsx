import { Menu, type MenuProps } from '@mantine/core';
import { type ReactElement, type ReactNode, useState } from 'react';
import { KeyboardLayer, OWNED } from './keyboard-layer';

interface ActionMenuProps extends Pick<MenuProps, 'id' | 'position' | 'width' | 'defaultOpened'> {
  /** The button that opens it. */
  readonly target: ReactElement;
  readonly children: ReactNode;
}

/**
 * A button with a list of things to do. The list is drawn beside its button, in the same landmark, so that who goes through the
 * page by landmarks finds it; its place is fixed to the window, so that nothing cuts it off.
 */
export function ActionMenu({ target, children, defaultOpened = false, ...menu }: ActionMenuProps) {
  const [opened, setOpened] = useState(defaultOpened);
  return (
    <Menu
      {...OWNED}
      {...menu}
      withinPortal={false}
      floatingStrategy="fixed"
      withInitialFocusPlaceholder={false}
      opened={opened}
      onChange={setOpened}
    >
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        <KeyboardLayer onClose={() => setOpened(false)} />
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}
