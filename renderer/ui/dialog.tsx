import { Modal, type ModalProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../text/use-text';
import { KeyboardLayer, OWNED } from './keyboard-layer';

interface DialogProps extends Pick<ModalProps, 'size' | 'yOffset' | 'padding'> {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** What it is called: in its head or, where it has none, for screen readers alone. */
  readonly title: string;
  readonly head?: boolean;
  /** In the middle of the window; otherwise near its upper edge. */
  readonly centered?: boolean;
  readonly children: ReactNode;
}

/** What has to be answered or closed before the page goes on. */
export function Dialog({ head = true, centered = true, title, children, ...modal }: DialogProps) {
  const { say } = useText();
  const named = head
    ? { title, closeButtonProps: { 'aria-label': say('app.common.close') } }
    : { withCloseButton: false, attributes: { content: { 'aria-label': title } } };
  return (
    <Modal {...OWNED} {...modal} {...named} centered={centered}>
      <KeyboardLayer onClose={modal.onClose} />
      {children}
    </Modal>
  );
}
