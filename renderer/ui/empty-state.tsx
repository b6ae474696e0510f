import { Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

interface EmptyStateProps {
  readonly icon: Icon;
  readonly title: string;
  /** What it means, and what to do about it. */
  readonly children: ReactNode;
}

/** In place of a list that has nothing in it yet. */
export function EmptyState({ icon: Picture, title, children }: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      <span className={styles['icon']}>
        <Picture size={30} aria-hidden />
      </span>
      <Title order={2}>{title}</Title>
      {children}
    </div>
  );
}
