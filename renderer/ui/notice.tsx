import { ActionIcon } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { CallError } from '../state/bridge';
import { errorText } from '../text/error-text';
import { useText } from '../text/use-text';
import { LiftPause } from './lift-pause';
import styles from './ui.module.css';

export type Tone = 'good' | 'bad' | 'warn' | 'info';

const ICONS = {
  good: IconCircleCheck,
  bad: IconCircleX,
  warn: IconAlertTriangle,
  info: IconInfoCircle,
} as const;

interface NoticeProps {
  readonly tone: Tone;
  readonly title?: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** `alert` interrupts a screen reader, `status` waits its turn, `note` is read where it stands. */
  readonly role?: 'alert' | 'status' | 'note';
  readonly onClose?: () => void;
}

export function Notice({ tone, title, children, actions, role = 'note', onClose }: NoticeProps) {
  const { say } = useText();
  const Icon = ICONS[tone];
  return (
    <div className={styles['notice']} data-tone={tone} role={role}>
      <Icon className={styles['noticeIcon']} size={19} aria-hidden />
      <div className={styles['noticeBody']}>
        {title !== undefined && <div className={styles['noticeTitle']}>{title}</div>}
        {children}
        {actions !== undefined && <div className={styles['noticeActions']}>{actions}</div>}
      </div>
      {onClose !== undefined && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={say('app.common.close')}
          onClick={onClose}
        >
          <IconX size={15} />
        </ActionIcon>
      )}
    </div>
  );
}

interface CallAlertProps {
  readonly error: unknown;
  readonly title?: string;
  readonly after?: string;
  readonly onClose?: () => void;
}

/** A failed call, said next to the button that made it; draws nothing where nothing failed. */
export function CallAlert({ error, title, after, onClose }: CallAlertProps) {
  const { say } = useText();
  if (error === null || error === undefined) return null;
  return (
    <Notice
      tone="bad"
      role="alert"
      title={title ?? say('errors.title')}
      {...(isPause(error) ? { actions: <LiftPause /> } : {})}
      {...(onClose ? { onClose } : {})}
    >
      {errorText(error, say)} {after}
    </Notice>
  );
}

function isPause(error: unknown): boolean {
  return error instanceof CallError && error.code === 'host_paused';
}
