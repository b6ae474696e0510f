import { Popover, type PopoverProps } from '@mantine/core';
import { type ReactElement, type ReactNode, useState } from 'react';
import { KeyboardLayer, OWNED } from './keyboard-layer';

interface PopPanelProps extends Pick<PopoverProps, 'position' | 'width' | 'withArrow'> {
  /** The button that opens it. */
  readonly target: (toggle: () => void) => ReactElement;
  readonly children: ReactNode;
}

/** A button with something to read or to set beside it, in the same landmark and not cut off, as a menu is. */
export function PopPanel({ target, children, ...popover }: PopPanelProps) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      {...OWNED}
      {...popover}
      withinPortal={false}
      floatingStrategy="fixed"
      shadow="md"
      opened={opened}
      onChange={setOpened}
    >
      <Popover.Target>{target(() => setOpened(!opened))}</Popover.Target>
      <Popover.Dropdown>
        <KeyboardLayer onClose={() => setOpened(false)} />
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
