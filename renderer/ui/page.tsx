import { Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import styles from './ui.module.css';

interface PageFrameProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** Its parts stand beside each other where the window is wide. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

export function PageFrame({ title, lead, actions, wide = false, children }: PageFrameProps) {
  return (
    <div className={styles['page']} data-wide={wide}>
      <header className={styles['head']}>
        <div>
          <Title order={1}>{title}</Title>
          {lead !== undefined && (
            <Text c="dimmed" mt={4} maw={680}>
              {lead}
            </Text>
          )}
        </div>
        <div className={styles['headActions']}>{actions}</div>
      </header>
      {children}
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, lead, actions, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <div className={styles['sectionHead']}>
        <div>
          <Title order={2} id={id}>
            {title}
          </Title>
          {lead !== undefined && (
            <Text c="dimmed" size="sm" mt={2}>
              {lead}
            </Text>
          )}
        </div>
        {actions}
      </div>
      {children}
    </section>
  );
}

interface FoldedSectionProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly testId: string;
  /** For a page that keeps in mind whether it was opened. */
  readonly isOpen?: boolean;
  readonly onToggle?: (isOpen: boolean) => void;
  readonly children: ReactNode;
}

/** What is looked at now and then: closed until the person opens it. */
export function FoldedSection({ title, lead, testId, isOpen, onToggle, children }: FoldedSectionProps) {
  return (
    <details
      className={styles['section']}
      data-testid={testId}
      open={isOpen}
      onToggle={({ currentTarget }) => onToggle?.(currentTarget.open)}
    >
      <summary className={styles['summary']}>
        <Title order={2}>{title}</Title>
      </summary>
      {lead !== undefined && (
        <Text c="dimmed" size="sm" mb={10}>
          {lead}
        </Text>
      )}
      {children}
    </details>
  );
}
