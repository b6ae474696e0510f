import { Drawer, type DrawerStylesNames } from '@mantine/core';
import type { CSSProperties, ReactNode } from 'react';
import { useText } from '../text/use-text';

interface SidePanelProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** Width in pixels. */
  readonly size?: number;
  /** Called once the panel is gone from the page, for an opener that looks after the keyboard itself. */
  readonly onGone?: () => void;
  readonly styles?: Partial<Record<DrawerStylesNames, CSSProperties>>;
  readonly children: ReactNode;
}

const SURFACE = { background: 'var(--doctor-surface)' } as const;

/** All that is known of one thing, beside the list it stands in. */
export function SidePanel(props: SidePanelProps) {
  const { opened, onClose, title, size = 460, onGone, styles, children } = props;
  const { say } = useText();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={size}
      returnFocus={onGone === undefined}
      {...(onGone === undefined ? {} : { onExitTransitionEnd: onGone })}
      title={title}
      closeButtonProps={{ 'aria-label': say('app.common.close') }}
      styles={{ content: SURFACE, header: SURFACE, ...styles }}
    >
      {children}
    </Drawer>
  );
}
