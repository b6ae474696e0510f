import { Drawer, type DrawerStylesNames } from '@mantine/core';
import type { CSSProperties, ReactNode } from 'react';
import { useText } from '../text/use-text';
import { KeyboardLayer, OWNED } from './keyboard-layer';

interface SidePanelProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** Width in pixels. */
  readonly size?: number;
  readonly styles?: Partial<Record<DrawerStylesNames, CSSProperties>>;
  readonly children: ReactNode;
}

const SURFACE = { background: 'var(--doctor-surface)' } as const;
/** As the heads of dialogs, which the theme sets. */
const TITLE = { fontSize: 17, fontWeight: 650, lineHeight: 1.4 } as const;

/** All that is known of one thing, beside the list it stands in. */
export function SidePanel({ opened, onClose, title, size = 460, styles, children }: SidePanelProps) {
  const { say } = useText();
  return (
    <Drawer
      {...OWNED}
      opened={opened}
      onClose={onClose}
      position="right"
      size={size}
      title={title}
      closeButtonProps={{ 'aria-label': say('app.common.close') }}
      styles={{ content: SURFACE, header: SURFACE, title: TITLE, ...styles }}
    >
      <KeyboardLayer onClose={onClose} />
      {children}
    </Drawer>
  );
}
