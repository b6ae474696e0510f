import { Button } from '@mantine/core';
import { IconTrash, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './ui.module.css';

interface SelectionBarProps {
  /** What it is called, for screen readers. */
  readonly label: string;
  /** How many things are selected, in words. */
  readonly count: string;
  readonly clearLabel: string;
  readonly onClear: () => void;
  /** What can be done with them. */
  readonly children: ReactNode;
  /** Stands behind the last button: what came of it, and the questions it asks. */
  readonly aftermath?: ReactNode;
}

/** What can be done with several things at once; stands at the lower edge while any are selected. */
export function SelectionBar({ label, count, clearLabel, onClear, children, aftermath }: SelectionBarProps) {
  return (
    <section className={styles['selection']} aria-label={label} data-testid="bulk-bar">
      <strong aria-live="polite">{count}</strong>
      {children}
      <Button
        size="xs"
        variant="subtle"
        leftSection={<IconX size={15} aria-hidden />}
        onClick={onClear}
        style={{ marginInlineStart: 'auto' }}
      >
        {clearLabel}
      </Button>
      {aftermath}
    </section>
  );
}

interface DeleteButtonProps {
  readonly label: string;
  readonly onClick: () => void;
}

export function DeleteSelected({ label, onClick }: DeleteButtonProps) {
  return (
    <Button size="xs" variant="default" leftSection={<IconTrash size={15} aria-hidden />} onClick={onClick}>
      {label}
    </Button>
  );
}
