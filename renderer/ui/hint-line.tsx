import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './ui.module.css';

interface HintLineProps {
  readonly testId: string;
  /** Of the button. */
  readonly action: string;
  readonly busy?: boolean;
  readonly onAct: () => void;
  readonly children: ReactNode;
}

/** One line above a list for what each of its rows lacks, with what gets it. */
export function HintLine({ testId, action, busy = false, onAct, children }: HintLineProps) {
  return (
    <div className={styles['hint']} data-testid={testId}>
      <span className={styles['hintText']}>{children}</span>
      <Button size="xs" variant="light" loading={busy} onClick={onAct}>
        {action}
      </Button>
    </div>
  );
}
