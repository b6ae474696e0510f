import { Menu, type MenuProps } from '@mantine/core';
import { type ReactElement, type ReactNode, useState } from 'react';
import { KeyboardLayer, OWNED } from './keyboard-layer';

interface ActionMenuProps
  extends Pick<MenuProps, 'id' | 'position' | 'width' | 'withinPortal' | 'defaultOpened'> {
  /** The button that opens it. */
  readonly target: ReactElement;
  readonly children: ReactNode;
}

/** A button with a list of things to do. */
export function ActionMenu({ target, children, defaultOpened = false, ...menu }: ActionMenuProps) {
  const [opened, setOpened] = useState(defaultOpened);
  return (
    <Menu {...OWNED} {...menu} withInitialFocusPlaceholder={false} opened={opened} onChange={setOpened}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        <KeyboardLayer onClose={() => setOpened(false)} />
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}
